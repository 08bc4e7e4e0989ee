"""Whose hand wrote a text: traces that stay when the topic changes, and how far they lead."""
