"""Reading content from feeds, tables, folders and pages; begin with `opening.open_source`."""
