"""A post in the ambassador's own voice, on an angle nobody has taken, inventing nothing."""
