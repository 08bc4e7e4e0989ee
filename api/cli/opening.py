"""Opening the services for one command, and closing them whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager

from api.settings import Settings
from api.wiring import Services, open_services


@contextmanager
def opened() -> Iterator[Services]:
    """Give the services of this deployment to one command; it never holds the vector index."""
    services = open_services(Settings.from_environment())
    try:
        yield services
    finally:
        services.close()
