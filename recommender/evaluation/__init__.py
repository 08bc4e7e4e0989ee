"""How well contents are matched to people on a log of what they read: protocols and peers."""
