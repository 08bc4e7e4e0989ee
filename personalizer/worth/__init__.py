"""Which sentences of a content are worth telling alone: a small judge that learned it of grades."""
