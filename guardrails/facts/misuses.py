"""What a text does with the facts it was given, found together: the product's `FactChecker`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from types import MappingProxyType
from typing import Final

from domain.misuses import Misuse, Misused
from domain.review import Span
from domain.segmentation import sentence_bounds
from guardrails.facts.attributed import of_somebody_else
from guardrails.facts.authorities import cited_from_nowhere
from guardrails.facts.begun import begun_otherwise
from guardrails.facts.contradicted import contradicted
from guardrails.facts.contrasts import of_the_other_side
from guardrails.facts.crossed import crossed
from guardrails.facts.deeds import done_by_others
from guardrails.facts.doers import done_by_another_number
from guardrails.facts.equated import equated
from guardrails.facts.everywhere import told_of_all
from guardrails.facts.evidence import Evidence
from guardrails.facts.given_links import not_given
from guardrails.facts.kept import Kept
from guardrails.facts.levels import step_for_level
from guardrails.facts.moved import moved
from guardrails.facts.others_firm import of_anothers_firm
from guardrails.facts.recounted import recounted
from guardrails.facts.results import untold
from guardrails.facts.scopes import of_another_scope
from guardrails.facts.steps import steps_of_its_own
from guardrails.facts.swapped import swapped
from guardrails.facts.told_right import nearest_link, nearest_sentence
from guardrails.facts.turned import turned

Finder = Callable[[str, Sequence[str]], Iterator[Span]]


def _told_by_nobody(text: str, given: Sequence[str]) -> Iterator[Span]:
    return chain(cited_from_nowhere(text, given), untold(text, given))


def contrary(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text says the contrary: what fell is told as risen, what is denied as so."""
    return chain(turned(text, given), contradicted(text, given))


def exchanged(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where two figures have changed places, of one change or of two things, or two names."""
    return chain(swapped(text, given), crossed(text, given), of_somebody_else(text, given))


def _told_of_other_things(
    text: str, given: Sequence[str], known: Evidence | None
) -> Iterator[Span]:
    found = list(moved(text, given, known))
    yield from found
    for one in recounted(text, given, known):
        if all(one.end <= other.start or other.end <= one.start for other in found):
            yield one


def told_of_another(
    text: str, given: Sequence[str], known: Evidence | None = None
) -> Iterator[Span]:
    """Yield where a figure is told of another thing, or made one with another figure.

    `known` is what was given as evidence, read anew where a caller has none.
    """
    return chain(
        _told_of_other_things(text, given, known),
        done_by_others(text, given),
        done_by_another_number(text, given),
        of_the_other_side(text, given),
        equated(text, given),
        step_for_level(text, given),
        begun_otherwise(text, given),
        of_another_scope(text, given),
        told_of_all(text, given),
        of_anothers_firm(text, given),
    )


FINDERS: Final[Mapping[Misuse, Finder]] = MappingProxyType(
    {
        Misuse.SWAPPED: exchanged,
        Misuse.MOVED: told_of_another,
        Misuse.CONTRARY: contrary,
        Misuse.LINK: not_given,
        Misuse.RESULT: _told_by_nobody,
        Misuse.STEP: steps_of_its_own,
    }
)


Right = Callable[[str, Sequence[str]], str | None]
_MOST: Final = 5
"""So many places of a kind are told; more would be mended by the same rewriting."""


def _nobody(_words: str, _given: Sequence[str]) -> None:
    return None


# What tells it right: of an effect or a step that nobody told, nothing does.
_RIGHT: Final[Mapping[Misuse, Right]] = MappingProxyType(
    {
        Misuse.SWAPPED: nearest_sentence,
        Misuse.MOVED: nearest_sentence,
        Misuse.CONTRARY: nearest_sentence,
        Misuse.LINK: nearest_link,
        Misuse.RESULT: _nobody,
        Misuse.STEP: _nobody,
    }
)


def _kept(text: str) -> Kept:
    return text if isinstance(text, Kept) else Kept(text)


def _words(text: str, misuse: Misuse, span: Span) -> str:
    """Return what is misused; where only "rose" is wrong, the sentence tells of what."""
    if misuse is not Misuse.CONTRARY:
        return text[span.start : span.end]
    bounds = sentence_bounds(text)
    return next(text[start:end] for start, end in bounds if span.start < end)


class Facts:
    """Says what a text makes of the facts it was given."""

    def misuses(self, text: str, given: Sequence[str]) -> Iterator[Misused]:
        """Yield the first few misuses of each kind, the next when it is asked for."""
        # Every finder reads the same texts: what is read of them is read once.
        text, given = _kept(text), [*map(_kept, given)]
        for misuse, find in FINDERS.items():
            for span in islice(find(text, given), _MOST):
                right = _RIGHT[misuse](_words(text, misuse, span), given)
                yield Misused(misuse, span, right)
