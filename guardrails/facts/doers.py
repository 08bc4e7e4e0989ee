"""Some told to do what others did: "412 people stood in line" where a couple hundred stood there.

Both the number and the deed stand in the source. It is wrong where the source has so many others,
called the same, do the deed, or has only a part of them do it ("of the 106 cancelled, 67 were
confirmed"), and never tells it of this number.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.retold import Words, words_in
from guardrails.facts.units import is_measure
from guardrails.reading import fold

_NUMBER: Final = r"\d(?<![\w.,].)\d*(?:[ \u00a0\u202f.,]\d{3}(?!\d))*(?![\d\w])"
_MANY: Final = (
    r"(?:une? )?(?:dizaine|douzaine|vingtaine|trentaine|cinquantaine|centaine|millier)s? de"
    r"|a couple(?: of)? (?:hundred|dozen|thousand)|(?:dozens|hundreds|thousands|scores) of"
    r"|a (?:few )?(?:hundred|dozen)"
)
_NO_SCALE: Final = r"(?!(?:million|milliard|billion|thousand|mille|pour|percent)s?\b)"
# Those who are counted and what they do, word by word.
_DOES: Final = re.compile(
    rf"(?:(?P<number>{_NUMBER})|(?P<many>{_MANY})) {_NO_SCALE}(?P<who>[a-z]{{4,}})"
    r" (?P<does>[a-z]{4,})"
)
_PART: Final = re.compile(
    rf"\b(?:of (?:the |these |those )?|sur (?:les |ces )?|parmi (?:les |ces )?)(?P<whole>{_NUMBER})"
    rf"(?P<they>[^.!?;\n\d]{{0,40}}), (?P<part>{_NUMBER})(?P<did>[^.!?;,\n\d]{{4,80}})"
)
_OTHERS: Final = re.compile(
    rf"(?P<number>{_NUMBER}) (?:autres|others|more)\b(?P<did>[^.!?\n\d]{{4,80}})"
)
_CLAUSE_END: Final = re.compile(
    r"[.!?](?=\s)|[;,()\n–—]|(?<!\w)(?:et|mais|and|but|dont|including|while)(?!\w)"
)
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s|$)|\n")
_ONE: Final = re.compile(_NUMBER)
_OF_THEM: Final = re.compile(
    r"\b(?:of|sur|parmi|among|most|la plupart|some|certains?|among|d'entre|aucun|none|no)\b"
)
# "Had", "were": they do nothing.
_AUXILIARIES: Final = frozenset("avai etai aura sera have were been avoi comp".split())
_LEAST: Final = 2
_MOST: Final = 40
"""So many parts are looked at; more is a table."""
_STEM: Final = 4

_Clause = tuple[str, int]


def done_by_another_number(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text has a number do what another number of the same did."""
    folded = fold(text, accents=False)
    if _ONE.search(folded.text) is None:
        return
    known = "\n".join(fold(each, accents=False).text for each in given)
    beside = _beside(known, {plain_number(one) for one in _ONE.findall(folded.text)})
    places = (*_called(folded.text, known, beside), *_parts(folded.text, known, beside))
    yield from (folded.span(*place) for place in places)


def _beside(known: str, numbers: set[str]) -> Mapping[str, Words]:
    """Return the words of each sentence that has one of these numbers; a part's are its own."""
    found: dict[str, Words] = {}
    for sentence, _ in _clauses(known, _SENTENCE_END):
        theirs = numbers.intersection(map(plain_number, _ONE.findall(sentence)))
        words = words_in(_PART.sub(" ", sentence)) if theirs else frozenset()
        found |= {number: found.get(number, frozenset()) | words for number in theirs}
    return found


def _called(text: str, known: str, beside: Mapping[str, Words]) -> Iterator[tuple[int, int]]:
    """Yield where so many of a name do what the source has so many others of that name do."""
    doers = defaultdict[tuple[str, str], set[str | None]](set)
    for one in _DOES.finditer(known):
        doers[_deed(one)].add(one["number"] and plain_number(one["number"]))
    for one in _DOES.finditer(text):
        number, deed = plain_number(one["number"] or ""), _deed(one)
        is_other = number in beside and bool(doers[deed]) and number not in doers[deed]
        if is_other and not is_measure(one["who"]) and deed[1] not in beside[number]:
            yield one.span()


def _deed(found: re.Match[str]) -> tuple[str, str]:
    return found["who"][:_STEM], found["does"][:_STEM]


def _parts(text: str, known: str, beside: Mapping[str, Words]) -> Iterator[tuple[int, int]]:
    """Yield where the whole, or another part, is told to do what a part did."""
    theirs = list(islice(_part_deeds(known), _MOST))
    for clause, start in _clauses(text, _CLAUSE_END) if theirs else ():
        numbers = list(_ONE.finditer(clause))
        number = plain_number(numbers[0][0]) if len(numbers) == 1 else ""
        if number in beside and not _OF_THEM.search(clause):
            said = words_in(clause) - _AUXILIARIES
            others = (did for part, did in theirs if part != number)
            if any(_is_taken(said, did, beside[number]) for did in others):
                yield start + numbers[0].start(), start + len(clause.rstrip())


def _is_taken(said: Words, did: Words, own: Words) -> bool:
    taken = said & did
    return len(taken) >= _LEAST and len(said - did) <= 1 and taken.isdisjoint(own)


def _part_deeds(known: str) -> Iterator[tuple[str, Words]]:
    for one in _PART.finditer(known):
        yield plain_number(one["part"]), words_in(one["did"]) - words_in(one["they"]) - _AUXILIARIES
    for one in _OTHERS.finditer(known):
        yield plain_number(one["number"]), words_in(one["did"]) - _AUXILIARIES


def _clauses(text: str, end: re.Pattern[str]) -> Iterator[_Clause]:
    start = 0
    for last in (*(match.start() for match in end.finditer(text)), len(text)):
        yield text[start:last], start
        start = last
