"""A deployment that keeps nothing of anybody does not begin over records of people."""

from collections.abc import Callable

from domain.errors import SettingsInvalid
from storage.people import People


def refuse_records(people: People, close: Callable[[], None]) -> None:
    """Raise SettingsInvalid, after closing, when the database holds records of people."""
    if people.ids():
        close()
        raise SettingsInvalid(
            "PORTEVOIX_STATELESS: the database holds records of people; erase each with "
            "`porte-voix erase`, or choose another PORTEVOIX_DATA_DIR"
        )
