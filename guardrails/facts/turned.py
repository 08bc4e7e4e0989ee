"""A figure told the wrong way up: "prices fell by 12 %" where they rose by 12 %.

Both the figure and the thing stand in the source, and so may the word. It is wrong where every
clause given that tells the figure of the thing tells it of the other direction.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.clauses import given_text, is_about, pieces, stands_given, things
from guardrails.facts.digits import WHOLE_NUMBER, digit_runs, is_in
from guardrails.facts.kept import view
from guardrails.facts.negation import is_denied
from guardrails.facts.passage import folding


class Way(Enum):
    """Where a figure goes."""

    UP = "up"
    DOWN = "down"


_UP: Final = (
    r"augment(?:e|ent|ee?s?|ait|aient|ation|ations)|progress(?:e|ent|ion|ions)|grimp(?:e|ent)"
    r"|hausse|hausses|bond(?:i|is|issent|it)?|croissance|increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)"
    r"|rose|grew|grown|grows?|growth|climb(?:s|ed)?|soar(?:s|ed)?|gained"
)
_DOWN: Final = (
    r"baiss(?:e|es|ent|ee?s?|ait|aient)|recul(?:e|es|ent|ait|aient)?|diminu(?:e|ent|ait|tion|tions)"
    r"|chut(?:e|es|ent|ait)|redui(?:t|te|ts|tes|sent)|reductions?|decreas(?:e|es|ed|ing)"
    r"|decline(?:s|d)?|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|reduc(?:e|es|ed|ing)|shrank|shrunk"
    r"|lowered|cut|cuts|plummet(?:s|ed)?"
)
# These tell a direction as well, and much else: they may bear a text out, and accuse none.
_MAYBE: Final = {
    Way.UP: r"plus|mont\w*|gagn\w*|gains?|up|more|higher|extra|additional|add\w*|accru\w*|surcroit",
    Way.DOWN: r"moins|tomb\w*|descend\w*|perd\w*|perte|down|less|fewer|lower|sav\w*|econom\w*|lost",
}
_SURE: Final = {Way.UP: re.compile(rf"\b(?:{_UP})\b"), Way.DOWN: re.compile(rf"\b(?:{_DOWN})\b")}
_TOLD: Final = {
    Way.UP: re.compile(rf"\b(?:{_UP}|{_MAYBE[Way.UP]})\b|\+ ?\d"),
    Way.DOWN: re.compile(rf"\b(?:{_DOWN}|{_MAYBE[Way.DOWN]})\b|(?<![\w])[-−–] ?\d"),
}
MAY_TURN: Final = rf"\b(?:{_UP}|{_DOWN})\b"
_OTHER: Final = {Way.UP: Way.DOWN, Way.DOWN: Way.UP}
_DIRECTION: Final = re.compile(rf"\b(?:{_UP}|{_DOWN}|{_MAYBE[Way.UP]}|{_MAYBE[Way.DOWN]})\b")


@dataclass(frozen=True, slots=True)
class _Told:
    numbers: frozenset[str]
    ways: frozenset[Way]
    words: frozenset[str]


def turned(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text has a figure rise that was given as falling, or fall as rising."""
    folded = view(text, folding)
    if not view(text, digit_runs) or not is_in(MAY_TURN, folded.text):
        return
    for start, clause in pieces(folded.text):
        found = _one_way(clause)
        if found is None:
            continue
        way, place = found
        about = _about(clause)
        numbers = frozenset(map(plain_number, WHOLE_NUMBER.findall(clause)))
        is_turned = about and numbers and _is_turned(numbers, way, about, given)
        if is_turned and not stands_given(clause, given):
            yield folded.span(start + place[0], start + place[1])


def _one_way(clause: str) -> tuple[Way, tuple[int, int]] | None:
    """Return the one direction that a clause tells and does not deny, and where."""
    if not WHOLE_NUMBER.search(clause):
        return None
    sure = {way: match.span() for way, one in _SURE.items() if (match := one.search(clause))}
    if len(sure) != 1:
        return None
    ((way, place),) = sure.items()
    told_both = _TOLD[_OTHER[way]].search(clause) is not None
    return None if told_both or is_denied(clause, *place) else (way, place)


def _is_turned(
    numbers: frozenset[str], way: Way, about: frozenset[str], given: Sequence[str]
) -> bool:
    every = (one for each in given for one in view(each, _every))
    known = [one for one in every if not numbers.isdisjoint(one.numbers)]
    # "Prices fell by 12 %, then rose by 12 %": a clause without a thing goes on about the last.
    same = [one for one in known if not one.words or is_about(about, one.words)]
    return bool(same) and all(one.ways == {_OTHER[way]} for one in same)


def _about(clause: str) -> frozenset[str]:
    return things(_DIRECTION.sub(" ", clause))


def _every(text: str) -> list[_Told]:
    """Return each clause with a figure, the directions it tells and the words of its sentence."""
    return [
        _Told(
            frozenset(map(plain_number, WHOLE_NUMBER.findall(clause))),
            frozenset(way for way, one in _TOLD.items() if one.search(clause)),
            _about(clause),
        )
        for _, clause in pieces(given_text(text))
        if WHOLE_NUMBER.search(clause)
    ]
