"""Quality, against floors that never lower silently: one file per topic."""
