"""The writer that needs no model and no network: it cites, discloses, and leaves room for you."""
