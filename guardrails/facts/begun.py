"""What began in a year told as something else: "founded it in 2016" for "has run it since 2016".

Founding a company, running it, joining it and buying it are known by their verbs. A year that was
given with one of them alone, of somebody named, is not told with another one of the same person
and the same thing. Who founded or bought a company runs it since, and whom a text may know to have
left, been hired or begun elsewhere is not compared; nor is what the author tells of themselves.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from domain.review import Span
from guardrails.facts.digits import is_in
from guardrails.facts.kept import view
from guardrails.facts.passage import SENTENCE_END, Passage, folding
from guardrails.facts.retold import Words, words_in
from guardrails.reading import Folded

_FOUND, _RUN, _JOIN, _BUY = range(4)
_DEEDS: Final = (
    r"fond(?:e|ee|es|ees|a|er)|cre(?:e|ee|es|ees|a|er)|founded|created|established",
    r"dirige\w*|preside\w*|a la tete|pilote\w*|runs?|leads?|led|heads?|headed|manages?|managed",
    r"rejoint\w*|rejoindre|arrive\w*|joined|arrived",
    r"rachet\w+|rachat|repris|reprise|acquis\w*|bought|acquired|took over|taken over",
)
_TOLD: Final = tuple(re.compile(rf"\b(?:{words})\b") for words in _DEEDS)
# What a deed that was given may be told as besides: who founded a company runs it since.
_ALLOWS: Final = {
    _FOUND: {_FOUND, _RUN},
    _RUN: {_RUN, _JOIN, _BUY},
    _JOIN: {_JOIN},
    _BUY: {_BUY, _RUN, _JOIN},
}
_NOT_COMPARED: Final = re.compile(
    r"\b(?:quitt\w+|retraite|left|leaves?|leaving|retired|embauch\w+|engag\w+|recrut\w+|hired?|hires"
    r"|recruit\w*|start\w*|open\w*|launch\w*|lanc\w+|ouv\w+|demarr\w+|fondat\w+|founders?|creation"
    r"|direct(?:eur|rice|or)s?|ceo|pdg|boss|patronne?|cheffe?|chief|head of|gerante?|presidente?"
    r"|je|moi|me|nous|i|we|us)\b|\b[jm]'"
)
_YEAR: Final = re.compile(r"\b(?:en|depuis|in|since) ((?:19|20)\d\d)\b")
_A_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
MAY_BEGIN: Final = r"\b(?:en|depuis|in|since) (?:19|20)\d\d\b"
_CLAUSE_END: Final = re.compile(
    r"[.!?](?=\s|$)|[;:,()\n–—]|\b(?:et|and|puis|then|mais|but|qui|who|which)\b"
)
_PRONOUN: Final = re.compile(r"\W*(?:elle|il|she|he)\b")
_CAPITAL: Final = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,}")
_NAME: Final = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,}(?:[ -][A-ZÀ-Þ][^\W\d_]{2,})+")
_NO_NAMES: Final = frozenset("The Les Une This That Depuis Since When Our Notre Cette Dans".split())
# It is one thing, whatever it is called.
_FIRMS: Final = words_in(
    "entreprise société boîte maison firm company business boutique shop magasin atelier workshop"
)
_LONG: Final = 4
_MOST: Final = 40
"""So many places are looked at; more is a table."""

_FIGURE: Final = re.compile(r"\d")

_Deeds = frozenset[int]
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Given:
    """What was given of a year: which deeds, of whom, with which words."""

    deeds: _Deeds
    names: frozenset[str]
    words: Words


@dataclass(frozen=True, slots=True)
class _Told:
    """What a text tells of a year, and where."""

    year: str
    deed: int
    names: frozenset[str]
    words: Words
    place: _Place


def begun_otherwise(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells a year with another deed than the one it was given with."""
    folded = view(text, folding)
    if not Passage.of(text).digits or not is_in(MAY_BEGIN, folded.text):
        return
    told = list(islice(_told(text, folded), _MOST))
    known = [view(each, _given) for each in given] if told else []
    for one in told:
        theirs = [other for each in known for other in each.get(one.year, ())]
        if theirs and all(_contradicts(one, other) for other in theirs):
            yield folded.span(*one.place)


def _contradicts(told: _Told, given: _Given) -> bool:
    """Tell whether the same person did another thing to the same company in that year."""
    allowed = {deed for one in given.deeds for deed in _ALLOWS[one]}
    is_of_the_same = bool(told.names & given.names) and told.words <= given.words
    return bool(given.deeds) and told.deed not in allowed and is_of_the_same


def _told(text: str, folded: Folded) -> Iterator[_Told]:
    """Yield each clause that tells one deed of one year and names who did it."""
    for start, end in _pieces(folded.text, SENTENCE_END, 0, len(folded.text)):
        subject = frozenset[str]()
        if not _may_date(folded.text, start, end):
            continue
        for at, (first, last) in enumerate(_pieces(folded.text, _CLAUSE_END, start, end)):
            names = frozenset(_CAPITAL.findall(_as_sent(text, folded, first, last))) - _NO_NAMES
            subject = names if at == 0 else subject
            clause = folded.text[first:last]
            years = list(islice(_YEAR.finditer(clause), 2))
            deeds = [(deed, found) for deed, found in _deeds(clause) if len(years) == 1]
            if len(deeds) == 1 and (names or subject):
                ((deed, found),) = deeds
                place = min(found, years[0].start()) + first, years[0].end() + first
                yield _Told(years[0][1], deed, names or subject, _things(clause, names), place)


def _deeds(clause: str) -> Iterator[tuple[int, int]]:
    """Yield each deed of a clause with where it first stands; none where it is not compared."""
    if _NOT_COMPARED.search(clause) is None:
        found = ((deed, words.search(clause)) for deed, words in enumerate(_TOLD))
        yield from ((deed, match.start()) for deed, match in found if match)


def _things(clause: str, names: frozenset[str]) -> Words:
    """Return what a clause is about besides its deeds, its people and the company."""
    for words in _TOLD:
        clause = words.sub(" ", clause)
    said = words_in(clause) - _FIRMS - words_in(" ".join(names))
    return frozenset(word for word in said if len(word) >= _LONG)


def _given(text: str) -> Mapping[str, list[_Given]]:
    folded, found = view(text, folding), defaultdict[str, list[_Given]](list)
    dated = Counter(match[1] for match in _YEAR.finditer(folded.text))
    # A year that stands without "in" or "since" as well may be anything's.
    every = Counter(match[0] for match in _A_YEAR.finditer(folded.text))
    before = frozenset[str]()
    for start, end in _pieces(folded.text, SENTENCE_END, 0, len(folded.text)):
        names = _names(_as_sent(text, folded, start, end))
        sentence = folded.text[start:end]
        before = before if not names and _PRONOUN.match(sentence) else names
        if not _may_date(folded.text, start, end):
            continue
        has_one = len({match[1] for match in _YEAR.finditer(sentence)}) == 1
        clauses = [(start, end)] if has_one else _pieces(folded.text, _CLAUSE_END, start, end)
        for first, last in clauses:
            clause = folded.text[first:last]
            years = {match[1] for match in _YEAR.finditer(clause)}
            deeds = frozenset(deed for deed, _ in _deeds(clause)) if years else frozenset[int]()
            words = words_in(clause) if years else frozenset[str]()
            for year in years:
                is_sure = dated[year] == every[year]
                found[year].append(_Given(deeds if is_sure else frozenset(), before, words))
    return found


def _may_date(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence may hold a year: most hold no figure at all."""
    return _FIGURE.search(text, start, end) is not None


def _names(text: str) -> frozenset[str]:
    """Return the words of the full names of a text."""
    found = (word for name in _NAME.findall(text) for word in re.split("[ -]", name))
    return frozenset(found) - _NO_NAMES


def _as_sent(text: str, folded: Folded, start: int, end: int) -> str:
    if start == end:
        return ""
    span = folded.span(start, end)
    return text[span.start : span.end]


def _pieces(text: str, ends: re.Pattern[str], start: int, end: int) -> Iterator[_Place]:
    for found in ends.finditer(text, start, end):
        yield start, found.start()
        start = found.start()
    yield start, end
