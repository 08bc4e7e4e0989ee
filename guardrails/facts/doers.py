"""Some told to do what others did: "412 people stood in line" where a couple hundred stood there.

Both the number and the deed stand in the source. It is wrong where the source has so many others,
called the same, do the deed, or has only a part of them do it ("of the 106 cancelled, 67 were
confirmed"), and never tells it of this number.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.kept import view
from guardrails.facts.passage import SENTENCE_END, folding
from guardrails.facts.retold import Words, words_in
from guardrails.facts.units import is_measure

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
_Deed = tuple[str, str]


class _Known:
    """What a text that was given tells of numbers, looked at as far as a draft asks."""

    def __init__(self, text: str) -> None:
        self._text = view(text, folding).text
        self._beside: dict[str, Words] = {}

    @cached_property
    def doers(self) -> Mapping[_Deed, set[str | None]]:
        """Which numbers of a name do what; None is a number that no figure tells."""
        found = defaultdict[_Deed, set[str | None]](set)
        for one in _DOES.finditer(self._text):
            found[_deed(one)].add(one["number"] and plain_number(one["number"]))
        return dict(found)

    @cached_property
    def parts(self) -> list[tuple[str, Words]]:
        """The parts of a whole, with what they did."""
        return [
            (plain_number(one["part"]), words_in(one["did"]) - words_in(one["they"]) - _AUXILIARIES)
            for one in islice(_PART.finditer(self._text), _MOST)
        ]

    @cached_property
    def others(self) -> list[tuple[str, Words]]:
        """The others, with what they did."""
        found = islice(_OTHERS.finditer(self._text), _MOST)
        return [(plain_number(one["number"]), words_in(one["did"]) - _AUXILIARIES) for one in found]

    @cached_property
    def sentences(self) -> Mapping[str, list[str]]:
        """The sentences that have each number."""
        found = defaultdict[str, list[str]](list)
        for sentence, _ in _clauses(self._text, SENTENCE_END):
            for number in set(map(plain_number, _ONE.findall(sentence))):
                found[number].append(sentence)
        return dict(found)

    def beside(self, number: str) -> Words:
        """Return the words of the sentences that have a number; a part's are its own."""
        if number not in self._beside:
            pieces = (_PART.sub(" ", one) for one in self.sentences[number])
            self._beside[number] = frozenset[str]().union(*map(words_in, pieces))
        return self._beside[number]


def done_by_another_number(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text has a number do what another number of the same did."""
    folded = view(text, folding)
    if _ONE.search(folded.text) is None:
        return
    known = [view(each, _Known) for each in given]
    places = (*_called(folded.text, known), *_parts(folded.text, known))
    yield from (folded.span(*place) for place in places)


def _beside(known: Sequence[_Known], number: str) -> Words | None:
    """Return the words beside a number wherever it stands; None where it stands nowhere."""
    found = [each.beside(number) for each in known if number in each.sentences]
    return frozenset[str]().union(*found) if found else None


def _called(text: str, known: Sequence[_Known]) -> Iterator[tuple[int, int]]:
    """Yield where so many of a name do what the source has so many others of that name do."""
    for one in _DOES.finditer(text):
        number, deed = plain_number(one["number"] or ""), _deed(one)
        doers = {other for each in known for other in each.doers.get(deed, ())}
        if doers and number not in doers and not is_measure(one["who"]):
            beside = _beside(known, number)
            if beside is not None and deed[1] not in beside:
                yield one.span()


def _deed(found: re.Match[str]) -> _Deed:
    return found["who"][:_STEM], found["does"][:_STEM]


def _parts(text: str, known: Sequence[_Known]) -> Iterator[tuple[int, int]]:
    """Yield where the whole, or another part, is told to do what a part did."""
    deeds = chain((one.parts for one in known), (one.others for one in known))
    theirs = list(islice(chain.from_iterable(deeds), _MOST))
    for clause, start in _clauses(text, _CLAUSE_END) if theirs else ():
        numbers = list(_ONE.finditer(clause))
        number = plain_number(numbers[0][0]) if len(numbers) == 1 else ""
        beside = _beside(known, number) if number else None
        if beside is not None and not _OF_THEM.search(clause):
            said = words_in(clause) - _AUXILIARIES
            others = (did for part, did in theirs if part != number)
            if any(_is_taken(said, did, beside) for did in others):
                yield start + numbers[0].start(), start + len(clause.rstrip())


def _is_taken(said: Words, did: Words, own: Words) -> bool:
    taken = said & did
    return len(taken) >= _LEAST and len(said - did) <= 1 and taken.isdisjoint(own)


def _clauses(text: str, end: re.Pattern[str]) -> Iterator[_Clause]:
    start = 0
    for last in (*(match.start() for match in end.finditer(text)), len(text)):
        yield text[start:last], start
        start = last
