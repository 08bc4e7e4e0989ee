"""HTTP, pages and command line: the only place that knows every other part."""
