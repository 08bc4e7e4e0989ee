"""What a text does with the facts it was given, found together: the product's `FactChecker`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final

from domain.misuses import Misuse
from domain.review import Span
from guardrails.facts.authorities import cited_from_nowhere
from guardrails.facts.given_links import not_given
from guardrails.facts.moved import moved
from guardrails.facts.results import untold
from guardrails.facts.swapped import swapped

Finder = Callable[[str, Sequence[str]], Iterator[Span]]


def _told_by_nobody(text: str, given: Sequence[str]) -> Iterator[Span]:
    return chain(cited_from_nowhere(text, given), untold(text, given))


FINDERS: Final[Mapping[Misuse, Finder]] = MappingProxyType(
    {
        Misuse.SWAPPED: swapped,
        Misuse.MOVED: moved,
        Misuse.LINK: not_given,
        Misuse.RESULT: _told_by_nobody,
    }
)


class Facts:
    """Says what a text makes of the facts it was given."""

    def misuses(self, text: str, given: Sequence[str]) -> Iterator[Misuse]:
        """Yield each misuse once, the next when it is asked for."""
        return (one for one, find in FINDERS.items() if next(find(text, given), None) is not None)
