"""A number told of another thing that was counted: "87 colleagues" of 22, who repaired 87 bikes.

Both the number and the thing stand in what was given, in figures or in words and in either
language. It is wrong where the number counts something else there, wherever it stands, and the
thing another number. Pages are compared with anything that they surely are not, counted or not.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from domain.review import Span
from guardrails.facts.counted import NEXT_WORDS, stem
from guardrails.facts.evidence import Evidence, evidence, stated
from guardrails.facts.figures import SMALL, Figure
from guardrails.facts.passage import STOP, Passage
from guardrails.facts.things import may_be_one, things_of

_MOST: Final = 40
"""More figures are a table; each is looked up."""
_MORE: Final = re.compile(
    r"[^.!?;,\n]{0,24}?\b(?:de plus|de moins|en plus|en moins|more|fewer|less)\b"
)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_REACH: Final = 60
_YEARS: Final = range(1_900, 2_100)
_PAGES: Final = frozenset(map(stem, "pages annexes chapitres diapositives".split()))
# Nobody who speaks of a document's pages calls them so.
_NO_PAGES: Final = things_of(
    map(
        stem,
        "pays countries villes cities entreprises shops magasins collegues clients ingenieurs velos"
        " camions batteries machines sites ateliers regions langues usines ecoles hopitaux".split(),
    )
)


def recounted(text: str, given: Sequence[str], known: Evidence | None = None) -> Iterator[Span]:
    """Yield where a text counts one thing with the number that was given of another one.

    `known` is what was given as evidence, read anew where a caller has none.
    """
    passage = Passage.of(text)
    told = stated(passage).figures
    counts = [one for one in told if _counts(one)]
    if not 0 < len(counts) <= _MOST:
        return
    grounds = known or evidence([*map(Passage.of, given)])
    for figure in counts:
        last = min(
            (one.start for one in told if one.start > figure.start), default=len(passage.text)
        )
        behind = STOP.split(passage.text[figure.end : min(last, figure.end + _REACH)])[0]
        if _is_of_another(figure, behind, passage.text, grounds):
            yield passage.span(figure.start, _noun_end(passage.text, figure))


def _counts(figure: Figure) -> bool:
    """Tell whether it counts things, more than texts tell of anything."""
    is_count = bool(figure.nouns) and not (figure.unit or figure.out_of or figure.is_in_words)
    value = max(figure.values)
    is_year = value in _YEARS and not figure.is_spelled
    return is_count and not figure.hedge and not is_year and value >= SMALL


def _is_of_another(figure: Figure, behind: str, text: str, grounds: Evidence) -> bool:
    nouns = _several(figure, text)
    if not nouns or _MORE.match(text, figure.end):
        return False
    told = [one for value in figure.values for one in grounds.figures.get(value, ())]
    # Of each way that a number is told by one figure is kept: what it counts is looked up by noun.
    if not told or any(one.is_open or one.unit or one.out_of for one in told):
        return False
    theirs = _counted_with(figure.values, grounds)
    if not theirs or may_be_one(figure.nouns, theirs) or _is_named(behind, theirs):
        return False
    if things_of(theirs) & things_of(_PAGES) and things_of(nouns) & _NO_PAGES:
        return True
    return _is_counted_otherwise(nouns, figure.values, grounds)


def _several(figure: Figure, text: str) -> frozenset[str]:
    """Return the stems of the words behind it that surely are things counted."""
    words = NEXT_WORDS.match(text, figure.end)
    said = [one for one in words.groups() if one and one[-1] in "sx"] if words else []
    return figure.nouns & frozenset(map(stem, said))


def _counted_with(values: frozenset[Fraction], grounds: Evidence) -> frozenset[str]:
    counted = grounds.facts.counted.items()
    return frozenset(noun for noun, told in counted if not told.isdisjoint(values))


def _is_counted_otherwise(
    nouns: frozenset[str], values: frozenset[Fraction], grounds: Evidence
) -> bool:
    """Tell whether what was given counts the same thing, and only with other numbers."""
    mine = things_of(nouns)
    told = [
        others
        for noun, others in grounds.facts.counted.items()
        if not mine.isdisjoint(things_of((noun,)))
    ]
    return bool(told) and all(others.isdisjoint(values) for others in told)


def _is_named(behind: str, theirs: frozenset[str]) -> bool:
    """Tell whether what it counted there is named before another number: "87 owners of a bike"."""
    named = things_of(map(stem, _WORD.findall(behind)))
    return not named.isdisjoint(things_of(theirs))


def _noun_end(text: str, figure: Figure) -> int:
    words = NEXT_WORDS.match(text, figure.end)
    return words.end(1) if words else figure.end
