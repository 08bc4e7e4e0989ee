"""A number told of another thing that was counted: "87 colleagues" of 22, who repaired 87 bikes.

Both the number and the thing stand in what was given, in figures or in words and in either
language. It is wrong where the number counts something else there, wherever it stands, and the
thing another number. Pages are compared with anything that they surely are not, counted or not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from domain.review import Span
from guardrails.facts.counted import NEXT_WORDS, stem
from guardrails.facts.evidence import Evidence, evidence, stated
from guardrails.facts.figures import SMALL, Figure
from guardrails.facts.kept import view
from guardrails.facts.passage import STOP, Passage
from guardrails.facts.things import THINGS, Thing, may_be_one, things_of

_MOST: Final = 40
"""More figures are a table; each is looked up."""
_MORE: Final = re.compile(
    r"[^.!?;,\n]{0,24}?\b(?:de plus|de moins|en plus|en moins|more|fewer|less)\b"
)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_REACH: Final = 60
_YEARS: Final = 1_900, 2_100
_PAGES: Final = things_of(map(stem, "pages annexes chapitres diapositives".split()))
# Nobody who speaks of a document's pages calls them so.
_NO_PAGES: Final = things_of(
    map(
        stem,
        "pays countries villes cities entreprises shops magasins collegues clients ingenieurs velos"
        " camions batteries machines sites ateliers regions langues usines ecoles hopitaux".split(),
    )
)

_Values = frozenset[Fraction]


def recounted(text: str, given: Sequence[str], known: Evidence | None = None) -> Iterator[Span]:
    """Yield where a text counts one thing with the number that was given of another one.

    `known` is what was given as evidence, read anew where a caller has none.
    """
    passage = view(text, Passage.checked)
    told = stated(passage).figures
    counts = [one for one in told if one.nouns and not one.hedge and not one.unit]
    if not 0 < len(counts) <= _MOST:
        return
    grounds = known or evidence([*map(Passage.of, given)])
    counted = [part.view(_counted) for part in grounds.parts]
    # Most numbers were given with what they count, or not at all.
    for figure in counts:
        known_nouns = [nouns[one] for one in figure.values for nouns, _ in counted if one in nouns]
        if not known_nouns or any(figure.nouns & nouns for nouns in known_nouns):
            continue
        theirs = _others_counted(figure, known_nouns, grounds)
        if theirs and _is_of_another(figure, theirs, passage.text, grounds):
            behind = _behind(figure, told, passage.text)
            if not _is_named(behind, theirs) and not _MORE.match(passage.text, figure.end):
                yield passage.span(figure.start, _noun_end(passage.text, figure))


def _others_counted(figure: Figure, nouns: Sequence[set[str]], grounds: Evidence) -> frozenset[str]:
    """Return the nouns that its number counts, where it tells nothing else.

    Small numbers are told of anything, and a year counts nothing.
    """
    (value, *more) = figure.values
    if more or value < SMALL or (_YEARS[0] <= value < _YEARS[1] and not figure.is_spelled):
        return frozenset()
    if any(one.is_open or one.unit or one.out_of for one in grounds.figures[value]):
        return frozenset()
    return frozenset[str]().union(*nouns)


def _is_of_another(figure: Figure, theirs: frozenset[str], text: str, grounds: Evidence) -> bool:
    """Tell whether it counts what surely is another thing, and was counted otherwise."""
    nouns = _several(figure, text)
    if not nouns or may_be_one(figure.nouns, theirs):
        return False
    if things_of(theirs) & _PAGES and things_of(nouns) & _NO_PAGES:
        return True
    return _is_counted_otherwise(nouns, figure.values, grounds)


def _behind(figure: Figure, told: Sequence[Figure], text: str) -> str:
    """Return what stands behind a figure in its sentence, up to the next one."""
    starts = (one.start for one in told if one.start > figure.start)
    return STOP.split(text[figure.end : min([figure.end + _REACH, *starts])])[0]


def _several(figure: Figure, text: str) -> frozenset[str]:
    """Return the stems of the words behind it that surely are things counted."""
    words = NEXT_WORDS.match(text, figure.end)
    said = [one for one in words.groups() if one and one[-1] in "sx"] if words else []
    return figure.nouns & frozenset(map(stem, said))


def _counted(evidence: Evidence) -> tuple[Mapping[Fraction, set[str]], Mapping[Thing, _Values]]:
    """Return which nouns each number counts, and the numbers that each thing is counted with."""
    nouns, things = dict[Fraction, set[str]](), dict[Thing, _Values]()
    for noun, values in evidence.facts.counted.items():
        for value in values:
            nouns.setdefault(value, set()).add(noun)
        for thing in THINGS.get(noun, (noun,)):
            things[thing] = things.get(thing, frozenset()) | values
    return nouns, things


def _is_counted_otherwise(
    nouns: frozenset[str], values: frozenset[Fraction], grounds: Evidence
) -> bool:
    """Tell whether what was given counts the same thing, and only with other numbers."""
    told = set[Fraction]()
    for part in grounds.parts:
        _, things = part.view(_counted)
        for thing in things_of(nouns):
            told |= things.get(thing, frozenset())
    return bool(told) and told.isdisjoint(values)


def _is_named(behind: str, theirs: frozenset[str]) -> bool:
    """Tell whether what it counted there is named before another number: "87 owners of a bike"."""
    named = things_of(map(stem, _WORD.findall(behind)))
    return not named.isdisjoint(things_of(theirs))


def _noun_end(text: str, figure: Figure) -> int:
    words = NEXT_WORDS.match(text, figure.end)
    return words.end(1) if words else figure.end
