"""What a text does with the facts it was given, found together: the product's `FactChecker`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final

from domain.misuses import Misuse
from domain.review import Span
from guardrails.facts.authorities import cited_from_nowhere
from guardrails.facts.crossed import crossed
from guardrails.facts.equated import equated
from guardrails.facts.given_links import not_given
from guardrails.facts.moved import moved
from guardrails.facts.results import untold
from guardrails.facts.swapped import swapped

Finder = Callable[[str, Sequence[str]], Iterator[Span]]


def _told_by_nobody(text: str, given: Sequence[str]) -> Iterator[Span]:
    return chain(cited_from_nowhere(text, given), untold(text, given))


def exchanged(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where two figures have changed places, of one change or of two things."""
    return chain(swapped(text, given), crossed(text, given))


def told_of_another(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a figure is told of another thing, or made one with another figure."""
    return chain(moved(text, given), equated(text, given))


FINDERS: Final[Mapping[Misuse, Finder]] = MappingProxyType(
    {
        Misuse.SWAPPED: exchanged,
        Misuse.MOVED: told_of_another,
        Misuse.LINK: not_given,
        Misuse.RESULT: _told_by_nobody,
    }
)


class Facts:
    """Says what a text makes of the facts it was given."""

    def misuses(self, text: str, given: Sequence[str]) -> Iterator[Misuse]:
        """Yield each misuse once, the next when it is asked for."""
        return (one for one, find in FINDERS.items() if next(find(text, given), None) is not None)
