"""What the charter's clauses need to know of the company."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import urlsplit

from domain.employers import without_article
from domain.unpublished import NOTHING_WAITS, Unpublished


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A company or a person, with the other names it goes by."""

    name: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the usual one first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Embargo:
    """A topic nobody speaks about before an instant (aware, UTC)."""

    topic: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """The employer: its names, and the lists its charter refers to.

    An employer that nobody described has a blank name. `directory` holds the names of people
    who work there; `domains` the web addresses it owns; `time_zone` is where its hours are told;
    `unpublished` what the contents are known by that its catalogue holds under embargo.
    """

    name: str
    aliases: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    competitors: tuple[NamedEntity, ...] = ()
    confidential_terms: tuple[str, ...] = ()
    clients_allowed: tuple[str, ...] = ()
    clients_not_allowed: tuple[str, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    frozen_topics: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    directory: tuple[str, ...] = ()
    time_zone: str | None = None
    unpublished: Unpublished = NOTHING_WAITS

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the company goes by, the usual one first; none when it is unknown.

        One written with its article is known without it too: "au bureau d’études Oriel".
        """
        return _known((self.name, *self.aliases))

    def owns(self, url: str | None) -> bool:
        """Tell whether an address is on one of its `domains`."""
        try:
            host = urlsplit(url or "").hostname or ""
        except ValueError:  # "http://[" is no address
            return False
        return any(f".{host}".endswith(f".{domain.casefold()}") for domain in self.domains)


@lru_cache(maxsize=256)  # every check asks, a hundred times
def _known(names: tuple[str, ...]) -> tuple[str, ...]:
    known = tuple(name for name in names if name.strip())
    return tuple(dict.fromkeys((*known, *map(without_article, known))))
