"""The web pages for people: server-rendered, in French and in English."""
