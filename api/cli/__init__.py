"""The command `porte-voix`."""
