"""Shares worked out: of which two figures one is the part of the other, and how it is told."""

import re
from fractions import Fraction
from typing import Final

from guardrails.facts.bases import Base, are_set_against, count_the_same, roots
from guardrails.facts.counted import may_be_noun
from guardrails.facts.figures import SMALL, Figure
from guardrails.facts.hedges import is_true
from guardrails.facts.persons import ANYBODY
from guardrails.facts.units import PERCENT

NEAR: Final = 1
LONGEST_LEAD: Final = 40
CLAUSE_END: Final = re.compile(r"[.!?](?=\s)|[\n;:,()–—]")
WORD: Final = re.compile(r"[^\W\d_]+")
_SAME_THING: Final = 4  # sentences
_OF: Final = re.compile(r" (?:of|des?|du|d'|les|the) ?")
_STOOD: Final = roots("stood standing affichait affiche comptait atteignait marquait totalisait")
_WHEN: Final = roots("year before earlier ago last dernier ans annee avant")
_CLOSE: Final = Fraction(5, 1_000)
_COLLECTIVE: Final = frozenset("set lot total ensemble whole them eux elles".split())


def words_behind(text: str, figure: Figure) -> list[str]:
    """Return the first words behind a share that may say of what it is, and those inside it."""
    behind = CLAUSE_END.split(text[figure.end : figure.end + LONGEST_LEAD])[0]
    inside = [one for one in WORD.findall(text[figure.start : figure.end]) if may_be_noun(one)]
    words = [one for one in WORD.findall(behind) if one not in _COLLECTIVE and roots(one)]
    if inside and figure.out_of and not figure.is_in_words:
        return inside[:1]
    return words[:1] if _OF.match(behind) else words


def shown_for_part(part: Base, whole: Base) -> int | None:
    """Return how many of the two must be shown for the one to be a part of the other.

    A part of the other that the text calls one needs none shown, and where it sets one against the
    other ("3 minutes, against 6") both.
    """
    distance = abs(part.sentence - whole.sentence)
    if part.whole is not None and part.whole == whole.value:
        is_sure = distance <= NEAR and part.nouns.isdisjoint(ANYBODY)
        return 0 if is_sure else 2
    if are_set_against(part, whole):
        return 2
    if is_of_each(part, whole):
        return 1 if distance <= _SAME_THING else None
    is_same = distance <= _SAME_THING and count_the_same(part, whole)
    return 1 if is_same and whole.value >= SMALL else None


def is_of_each(part: Base, whole: Base) -> bool:
    """Tell whether a part counts what every one of the whole has: labels of labelled objects."""
    return not part.nouns.isdisjoint(whole.each)


def shares_of(figure: Figure) -> list[Fraction]:
    """Return the shares that a figure tells."""
    if figure.out_of is not None:
        return [value / figure.out_of for value in figure.values]
    return [value / 100 for value in figure.values] if figure.unit == PERCENT else []


def stands_for(one: Base, other: Base) -> bool:
    """Tell whether the next sentence says where the same thing stood: "it stood at 690,000".

    Its clause names nothing: what stood there is what was told of right before.
    """
    is_next = one.unit == other.unit and 0 < other.sentence - one.sentence <= 1
    is_stood = not other.words.isdisjoint(_STOOD) and other.words <= _STOOD | _WHEN
    return is_next and is_stood and not other.nouns


def rounds_to(figure: Figure, said: Fraction, true: Fraction) -> bool:
    """Tell whether a share may be told as this one."""
    if is_true(figure.hedge, said, true, of_part=True):
        return True
    if figure.unit == PERCENT:
        digits = 0 if (said * 100).denominator == 1 else 1
        return round(true * 100, digits) == said * 100
    return abs(said - true) <= _CLOSE
