"""Evidence: everything a source and an author's notes state, ready to be compared with a draft."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property, reduce
from typing import TypeVar, cast

from guardrails.facts.counted import stem
from guardrails.facts.dates import Day, Moment, moments
from guardrails.facts.digits import matches_at
from guardrails.facts.figures import Figure, figures, possible_figures
from guardrails.facts.grouping import Facts, Stated, grouped
from guardrails.facts.links import unstated
from guardrails.facts.names import names
from guardrails.facts.passage import Passage
from guardrails.facts.rates import rates_in, spans_in
from guardrails.facts.units import PERCENT, is_measure

Reader = Callable[[Passage, bytearray], tuple[Figure, ...]]
View = TypeVar("View")

_WORD = re.compile(r"\w+")
CODE = re.compile(
    r"(?<![\w#@])(?:[a-z]{1,12}-?\d\w*(?:[.-]\w+)*|\d+[a-z]+\d\w*|\d+(?P<tail>[a-z]+)(?!\w))"
)
_LETTERS = re.compile(r"[a-z]{1,12}-?$")
_MOST_LETTERS = 13  # with the hyphen
_ORDINALS = frozenset("er ere re e eme st nd rd th s".split())
_MULTIPLIER = re.compile(r"x\d+")


class Told:
    """The facts of passages, read when a draft first has one to compare; then these may go."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._unread = passages
        self._facts: Facts | None = None

    @property
    def facts(self) -> "Facts":
        """What they state together."""
        unread = self._unread  # before it is known whether they were: another thread may read too
        if self._facts is None:
            facts = [stated(passage, read=possible_figures) for passage in unread]
            self._facts = grouped(unread, facts)
            self._unread = ()
        return self._facts


@dataclass(frozen=True)
class Evidence:
    """What texts say together.

    `words` is the texts word by word, bare, between spaces, so that a phrase is looked up by
    its own words between spaces; `vocabulary` is each of them once. `told` are the facts of those
    gathered together. `originals` are the texts as they came; `joined` are those, gathered apart,
    that this evidence is made of.
    """

    words: str
    vocabulary: frozenset[str]
    told: tuple[Told, ...]
    originals: tuple[str, ...]
    joined: "tuple[Evidence, ...]" = ()

    @cached_property
    def facts(self) -> Facts:
        """What they state."""
        return reduce(Facts.with_those, (one.facts for one in self.told))

    @property
    def figures(self) -> Mapping[Fraction, tuple[Figure, ...]]:
        """Their figures, by value."""
        return self.facts.figures

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Their dates and times."""
        return self.facts.moments

    @property
    def parts(self) -> "tuple[Evidence, ...]":
        """What was gathered apart: a source is read once, notes anew each time."""
        return self.joined or (self,)

    def view(self, kind: "Callable[[Evidence], View]") -> View:
        """Return the one view of this kind, made when a draft first asks for it."""
        if kind not in self._views:
            self._views[kind] = kind(self)
        return cast("View", self._views[kind])

    @cached_property
    def _views(self) -> dict[object, object]:
        return {}

    # What few drafts ask for is made out when the first one does.

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words."""
        return frozenset(map(stem, self.vocabulary))

    @cached_property
    def shares(self) -> frozenset[Fraction]:
        """The parts of a whole they tell, as ratios or in percent."""
        found = ((value, one) for value, others in self.figures.items() for one in others)
        return frozenset(
            value / (one.out_of if one.out_of is not None else 100)
            for value, one in found
            if one.out_of is not None or one.unit == PERCENT
        )

    @cached_property
    def rates(self) -> frozenset[str]:
        """The times by which they tell anything at all: "day" for "each day" and "daily"."""
        told = {one.per for others in self.figures.values() for one in others if one.per}
        return frozenset(told | set(rates_in(self.words)))

    @cached_property
    def spans(self) -> frozenset[str]:
        """The times within which they tell anything: "month" for "in the first month"."""
        return self.rates | frozenset(spans_in(self.words))

    @cached_property
    def days(self) -> frozenset[Day]:
        """The days, months and years they tell."""
        return frozenset(day for moment in self.moments for days in moment.told for day in days)

    @cached_property
    def weekdays(self) -> frozenset[int]:
        """The days of the week they name or date, Monday 0."""
        named = {moment.weekday for moment in self.moments if moment.weekday is not None}
        return frozenset(named | {date(*day).weekday() for day in self.days if all(day)})

    @cached_property
    def full_names(self) -> frozenset[str]:
        """The names of the texts, at their full length and without common words behind them."""
        return frozenset(
            phrase
            for text in self.originals
            for one in names(text)
            for phrase in (one.phrase, " ".join(one.whole))
        )

    def says(self, phrase: str) -> bool:
        """Tell whether these bare words stand in the texts, one after the other."""
        # Most of what is looked up is one word, or holds one that stands nowhere.
        parts = phrase.split()
        if not self.vocabulary.issuperset(parts):
            return False
        return len(parts) == 1 or f" {phrase} " in self.words

    def says_in_order(self, phrases: Sequence[str]) -> bool:
        """Tell whether these phrases stand in the texts, each behind the one before it."""
        if not all(self.says(phrase) for phrase in phrases):
            return False
        at = 0
        for phrase in phrases if len(phrases) > 1 else ():
            found = self.words.find(f" {phrase} ", at)
            if found < 0:
                return False
            at = found + len(phrase) + 1
        return True

    def __or__(self, other: "Evidence") -> "Evidence":
        return Evidence(
            words=self.words + other.words,
            vocabulary=self.vocabulary | other.vocabulary,
            told=self.told + other.told,
            originals=self.originals + other.originals,
            joined=self.parts + other.parts,
        )


def stated(passage: Passage, *, read: Reader = figures) -> Stated:
    """Read the facts of one text: dates first, then codes, then figures in what is left.

    `read` says how figures are read. They are read once, whoever asks.
    """
    if read not in passage.views:
        passage.views[read] = _stated(passage, read)
    return cast("Stated", passage.views[read])


def _stated(passage: Passage, read: Reader) -> Stated:
    text = passage.text
    taken = bytearray(len(text))
    _take(taken, unstated(text, is_published=read is possible_figures))
    when = tuple(one for one in moments(passage) if not any(taken[one.start : one.end]))
    # What is known is read in every way: of "nine o'clock" nine is a number as well.
    is_known = read is possible_figures
    _take(taken, ((one.start, one.end) for one in when if not (one.is_spoken and is_known)))
    codes = tuple(_codes(passage, taken))
    _take(taken, ((start, end) for _, start, end in codes))
    return Stated(when, read(passage, taken), codes)


def evidence(passages: Sequence[Passage]) -> Evidence:
    """Gather what texts state."""
    words = [word for passage in passages for word in ("|", *_words_of(passage))]
    return Evidence(
        words=f" {' '.join(words)} ",
        vocabulary=frozenset(words),
        told=(Told(passages),),
        originals=tuple(passage.original for passage in passages),
    )


def _words_of(passage: Passage) -> list[str]:
    is_plain = passage.bare.is_plain and "_" not in passage.text
    return passage.bare.tokens if is_plain else _WORD.findall(passage.text)


def bare_words(text: str) -> str:
    """Return the words of a bare folded text between single spaces."""
    return " ".join(_WORD.findall(text))


def _codes(passage: Passage, taken: bytearray) -> Iterator[tuple[str, int, int]]:
    for match in matches_at(CODE, passage.text, code_starts(passage)):
        if any(taken[match.start() : match.end()]) or _MULTIPLIER.fullmatch(match.group()):
            continue
        if match["tail"] is None or not (is_measure(match["tail"]) or match["tail"] in _ORDINALS):
            yield match.group(), *match.span()


def code_starts(passage: Passage) -> Iterator[int]:
    """Yield where a code may begin: at digits, or at the letters right before them."""
    text = passage.text
    for start in passage.digits:
        if text[start - 1 : start] == "-" or text[start - 1 : start].isalpha():
            letters = _LETTERS.search(text, max(0, start - _MOST_LETTERS), start)
            yield from () if letters is None else (letters.start(),)
        yield start


def _take(taken: bytearray, places: Iterable[tuple[int, int]]) -> None:
    for start, end in places:
        taken[start:end] = b"\1" * (end - start)
