"""The words every part of Porte-voix shares; standard library only, no input or output."""
