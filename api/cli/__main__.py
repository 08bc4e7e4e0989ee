"""`python -m api.cli` is the same as `porte-voix`."""

from api.cli.main import main

main()
