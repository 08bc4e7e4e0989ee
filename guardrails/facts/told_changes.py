"""Changes that a source tells of itself: "de 118 à 74 grammes", "11 seconds, compared with 64".

Whoever read it may tell how much less that is and show neither figure, since it is the source that
sets the one against the other: "44 grammes de moins sur chaque plateau, plus d'un tiers". What is
told must go on about what the source tells it of, and go the same way.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from typing import Final, NamedTuple

from guardrails.facts.bases import Base, are_set_against, bases_given, roots
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.hedges import HEDGED, is_true
from guardrails.facts.passage import Passage
from guardrails.facts.shares import LONGEST_LEAD
from guardrails.facts.sight import IDLE, Sight, quantities
from guardrails.facts.units import PERCENT, POINT

_MOVES: Final = (
    r"pass\w*|tomb\w*|mont\w*|descend\w*|baiss\w*|grimp\w*|redui\w*|ramen\w*|recul\w*|chut\w*"
    r"|went|gone|goes|fell|fallen|rose|risen|dropped|grew|grown|cut|down|up|moved|came|come|brought"
    r"|reduced|shrank|shortened|raccourci\w*|allong\w*"
)
_MOVED: Final = re.compile(rf"\b(?:{_MOVES})\b[^.!?;\n\d]{{0,40}}$")
_ON: Final = re.compile(r" ?(?:->|→) ?|(?: [^\W\d_]+){0,3} (?:a|to) ")
_ARROW: Final = re.compile(r" ?(?:->|→)")
_OVER: Final = re.compile(
    r"[^.!?;\n\d]{0,40}\b(?:contre|against|compared (?:with|to)|versus|vs|au lieu de|instead of"
    r"|down from|up from)\b"
)
_LONGEST_MOVE: Final = 70
_NEAREST: Final = 4
"""Figures: so many before one are looked at, in every reading that each has."""


class Way(Enum):
    """Where a change goes."""

    DOWN = "down"
    UP = "up"


_BEHIND: Final = re.compile(
    r"[^.!?;,:\n]{0,24}?\b(?:(?P<down>de moins|en moins|fewer|less|lower|shorter|gone|off)"
    r"|(?P<up>de plus|en plus|more|extra|higher|longer)"
    r"|(?P<either>d'ecart|difference|de mieux|better|gagnee?s?|economisee?s?|saved))\b"
)
_BEFORE: Final = re.compile(
    r"\b(?:(?P<down>baiss\w*|recul\w*|diminu\w*|redui\w*|chut\w*|perd\w*|economis\w*|raccourci\w*"
    r"|alleg\w*|fell|fallen|falls?|dropped|drop|cut|down|reduced|shrank|lost|lose|shortened)"
    r"|(?P<up>hausse|augment\w*|progress\w*|grimp\w*|bondi\w*|mont\w*|allong\w*|rose|risen|rises?"
    r"|grew|grown|up|increas\w*)"
    r"|(?P<either>gagn\w*|gain\w*|sav(?:e|es|ed|ing)|difference|ecart))"
    rf" (?:de |d'|by |of |us )?(?:{HEDGED} ?)?$"
)
_CHANGING: Final = roots(
    "passer tomber monter descendre baisser grimper reduire ramener reculer chuter diminuer"
    " augmenter progresser went gone goes fell fallen rose risen dropped grew grown down moved came"
    " come brought reduced shrank shortened raccourcir allonger contre against compared versus lieu"
    " instead each every per moins plus fewer less more lower higher average moyenne off"
    " chaque gone shorter extra longer ecart difference mieux better gagner economiser saved saving"
    " perdre lost lose alleger bondir hausse increased"
)
"""What says that something changes, and not what."""
_ENOUGH: Final = 2
"""Words that a sentence shares with what it tells of, where none stands right behind the figure."""


class ToldChange(NamedTuple):
    """What was before and what is now, and the roots of the words that a source tells it with."""

    before: Base
    now: Base
    words: frozenset[str]

    @property
    def size(self) -> Fraction:
        """How much lies between the two."""
        return abs(self.now.value - self.before.value)

    @property
    def way(self) -> Way:
        """Where it goes."""
        return Way.DOWN if self.now.value < self.before.value else Way.UP


def told_changes(evidence: Evidence) -> tuple[ToldChange, ...]:
    """Return the changes that texts tell with both their figures."""
    texts = (Passage.of(original).text for original in evidence.originals)
    read = zip(texts, evidence.view(bases_given), strict=True)
    return tuple(change for text, bases in read for change in _of_text(text, bases))


def is_size_of_change(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is how much more or less there is by a change that was given."""
    way = way_told(figure, sight.passage.text)
    if way is None:
        return False
    unit = {POINT: PERCENT, PERCENT: POINT}.get(figure.unit, figure.unit)
    return any(
        way[0] in {None, change.way}
        and _is_so_much(figure, quantities(figure, unit, change.now.unit, is_stated=False), change)
        and _is_about(figure, change, sight)
        for part in sight.grounds.parts
        for change in part.view(told_changes)
    )


def shares_of_changes(figure: Figure, sight: Sight) -> Iterator[Fraction]:
    """Yield what share of what was before each change is whose size the text told last."""
    before = [one for one in sight.bases if one.end <= figure.start]
    if not before or figure.start - before[-1].end > LONGEST_LEAD:
        return
    last = {one.quantity for one in before if one.start == before[-1].start}
    for part in sight.grounds.parts:
        for change in part.view(told_changes):
            is_last = (change.size, change.now.unit) in last
            if (
                change.before.value
                and is_last
                and sight.says_no_more(figure, change.words, _CHANGING)
            ):
                yield change.size / change.before.value


def _of_text(text: str, bases: Sequence[Base]) -> Iterator[ToldChange]:
    for at, second in enumerate(bases):
        for first in bases[max(0, at - _NEAREST) : at]:
            if are_set_against(first, second) and first.value != second.value:
                order = order_told(text, first, second)
                if order:
                    yield ToldChange(*order, (first.words | second.words) - _CHANGING)


def order_told(text: str, first: Base, second: Base) -> tuple[Base, Base] | None:
    """Return the two as before and now; of "10 à 15 minutes" nobody can say which was which."""
    if _OVER.match(text, first.end, second.start):
        return second, first
    if not _ON.match(text, first.end, second.start):
        return None
    is_arrow = _ARROW.match(text, first.end) is not None
    lead = text[max(0, first.start - _LONGEST_MOVE) : first.start]
    return (first, second) if is_arrow or _MOVED.search(lead) else None


def way_told(figure: Figure, text: str) -> tuple[Way | None] | None:
    """Return whether it is told as more or as less, None for either; None if as neither."""
    first = max(0, figure.start - LONGEST_LEAD)
    told = _BEHIND.match(text, figure.end) or _BEFORE.search(text, first, figure.start)
    if told is None:
        return None
    return (None if told["either"] else Way(told.lastgroup),)


def _is_so_much(figure: Figure, values: frozenset[Fraction], change: ToldChange) -> bool:
    return any(one == change.size or is_true(figure.hedge, one, change.size) for one in values)


def _is_about(figure: Figure, change: ToldChange, sight: Sight) -> bool:
    """Tell whether its clause has words of the change alone, or none and its sentence has some."""
    nouns = change.before.nouns | change.now.nouns
    if not sight.says_no_more(figure, change.words | roots(" ".join(nouns)), _CHANGING):
        return False
    if not figure.unit and figure.nouns:
        return not figure.nouns.isdisjoint(nouns)
    if sight.words_behind(figure) - _CHANGING - IDLE:
        return True  # it goes on with a word of the change
    own = roots(sight.passage.text[figure.start : figure.end])
    return len((roots(sight.sentence(figure)) - own) & change.words) >= _ENOUGH
