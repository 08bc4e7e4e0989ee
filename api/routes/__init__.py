"""The HTTP routes of version 1, one file per noun."""
