"""Seasons, weekdays and "last week": when a machine says something was, as it was not told.

A season is told by its name, in either language, or by one of its months. Everything here reads
bare folded text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from guardrails.facts.digits import matches_at, starts_of
from guardrails.facts.evidence import Evidence
from guardrails.facts.passage import Passage

# The months a season touches, and its names.
_SEASONS: Final = (
    (frozenset({3, 4, 5, 6}), "printemps spring"),
    (frozenset({6, 7, 8, 9}), "ete summer"),
    (frozenset({9, 10, 11, 12}), "automne autumn fall"),
    (frozenset({12, 1, 2, 3}), "hiver winter"),
)
_OF_SEASON: Final = {name: row for row in _SEASONS for name in row[1].split()}
_RECENT: Final = (
    "hier yesterday veille",
    "semaine week",
    "mois month",
    "last night yesterday hier",
)
_YEAR: Final = r"(?= (?:de )?(?:19|20)\d\d)"
# "En hiver" is every winter: a season that was is this one, the last, one since, or a year's.
_WHEN: Final = re.compile(
    r"(?:depuis |des )(?:le |l'|cet |ce )?(?P<since>printemps|ete|automne|hiver)\b"
    r"|(?:ce |cet )(?P<this>printemps|ete|automne|hiver)\b"
    r"|(?:le |l'|au |en )(?P<last>printemps|ete|automne|hiver) dernier\b"
    rf"|(?:le |l'|au |en |d')(?P<fr>printemps|ete|automne|hiver){_YEAR}"
    r"|(?:since|last|this) (?:the |last )?(?P<en>spring|summer|autumn|winter|fall)\b"
    rf"|(?:in|of|by|during|early|late) (?:the )?(?P<of>spring|summer|autumn|winter|fall){_YEAR}"
    r"|(?<!comme )(?<!ou )(?P<day>hier|yesterday)\b|(?P<night>last) night\b"
    r"|la (?P<week>semaine) derniere|le (?P<month>mois) dernier|last (?P<ago>week|month)\b"
)
_STARTS: Final = (
    r"\b(?:depuis|des|au|le|ce|d'|l'|cet|en|since|in|last|this|during|of|by|early|late"
    r"|hier|yesterday|la semaine)"
)
WORDS: Final = frozenset([*_OF_SEASON, "hier", "yesterday", "derniere", "dernier", "last"])


@dataclass(frozen=True, slots=True)
class When:
    """A time that is told without a date; `word` is the season's, the day's or the span's name."""

    word: str
    start: int
    end: int


def whens(passage: Passage) -> Iterator[When]:
    """Yield where a text says in what season, or how lately, something was."""
    if not passage.may_hold(WORDS):
        return
    text = passage.text
    for match in matches_at(_WHEN, text, starts_of(_STARTS, text)):
        word = next(one for one in match.groups() if one)
        yield When(word, *match.span())


def states_when(evidence: Evidence, when: When) -> bool:
    """Tell whether the evidence names the same time, or a month of the season."""
    months, names = _OF_SEASON.get(when.word, (frozenset[int](), ""))
    if not names:
        names = next(row for row in _RECENT if when.word in row.split())
    if not evidence.vocabulary.isdisjoint(names.split()):
        return True
    return any(month in months for _, month, _ in evidence.days)
