"""How the encoder and the word lists that come along are made: one command each."""
