"""Wordings: phrases that a charter lists in a notation its maintainers can read and write.

A phrase is words. Case, accents and the width of white space do not matter, and a hyphen or a
line break stands for a space. `*` in a word is any letters, the endings of inclusive writing
("fier·e") included; `*` alone is any one word; `…` is up to five words of the same sentence;
`(one|the other)` is either, and an alternative left empty, as in `(all|)`, makes it optional.
A word begins and ends where its letters do, a sign such as "%" or "€" wherever it stands; a comma,
a colon or a question mark that is a word of its own may follow without a space.
All phrases of a list run as one pattern on RE2, whose time is linear in the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import ClassVar, Self

from guardrails.checks.patterns import AMPLE_ROOM, Matcher, compiled, matcher
from guardrails.edges import FIRST, LAST, by_edge
from guardrails.needs import may_stand
from guardrails.notation import apart, group_ways, groups, is_optional
from guardrails.reading import Folded, fold_term

GAP = r"(?:[ \-]+\n?[ \-]*|\n[ \-]*)"
_LETTERS = r"[a-z0-9œæ]*(?:[·•][a-z]{1,5}|\([a-z]{1,5}\)|\.es?\b)?"
_ANY_WORD = r"[^\s.!?,;:]+"
_FEW_WORDS = rf"[,;]?(?:{GAP}[^\s.!?]+){{0,5}}"
_FEWEST_TOGETHER = 24
_A_STEP = 16  # phrases, which take a few milliseconds
_FEW = "..."  # what folding makes of an ellipsis
_MARKS = frozenset(",;:.?!")
_NOTHING = r"[^\x00-\x{10FFFF}]"


@dataclass(frozen=True, slots=True)
class Wordings:
    """The phrases of one list, by language; both languages are looked for in every text.

    A post often mixes the two, and what is not allowed in one is not allowed in the other.
    """

    # A misspelt language in a charter is refused, never ignored.
    __pydantic_config__: ClassVar[Mapping[str, str]] = MappingProxyType({"extra": "forbid"})

    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for phrase in self.fr + self.en:
            _refuse_unusable(phrase)

    def occurrences(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Yield start and end of each phrase in a bare folded text, in order."""
        possible = folded.possible.get(id(self))
        if not possible:
            return occurrences(_any_of(self), folded.text) if possible is None else iter(())
        # A few small patterns say sooner what stands there than the one of the whole list. Of all
        # its phrases, those that stand nowhere would change nothing.
        marks = folded.marks
        near = [one for one in possible if may_stand(one, marks)]
        if len(near) > _FEWEST_TOGETHER:
            return occurrences(_any_of(self), folded.text)
        return _in_turn(near, folded.text) if near else iter(())

    def preparation(self) -> Iterator[Self]:
        """Compile what is otherwise compiled when a text first needs it, some of it a step."""
        _any_of(self)
        yield self
        phrases = self.fr + self.en
        for start in range(0, len(phrases), _A_STEP):
            for phrase in phrases[start : start + _A_STEP]:
                _phrase(phrase)
            yield self

    def occurrences_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each phrase in a piece of bare folded text, in order."""
        return occurrences(_any_of(self), text)

    def occur_in(self, text: str) -> bool:
        """Tell whether any phrase stands in a piece of bare folded text."""
        return next(self.occurrences_in(text), None) is not None


def occurrences(of: Matcher, text: str) -> Iterator[tuple[int, int]]:
    """Return start and end of each match of a pattern in a text, lone surrogates or not."""
    # RE2 reads UTF-8; a question mark keeps the offsets of half a surrogate pair.
    written = text.encode(errors="replace")
    found = ((match.start(), match.end()) for match in of.finditer(written))
    places = ((start, end) for start, end in found if end > start)
    return places if len(written) == len(text) else _in_letters(places, written)


def _in_turn(phrases: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield what one pattern of these phrases would find, without compiling it.

    Where two begin at one place the first phrase counts, and none begins inside another.
    """
    written = text.encode(errors="replace")
    places = _places(phrases, written)
    return places if len(written) == len(text) else _in_letters(places, written)


def _in_letters(places: Iterable[tuple[int, int]], written: bytes) -> Iterator[tuple[int, int]]:
    """Yield places of UTF-8, in order and apart, as those of the text that it writes."""
    read = at = 0
    for start, end in places:
        before = at + len(written[read:start].decode())
        read, at = end, before + len(written[start:end].decode())
        yield before, at


def _places(phrases: Sequence[str], written: bytes) -> Iterator[tuple[int, int]]:
    """Yield the same in UTF-8, whose places are those of bytes: no search counts letters anew."""
    patterns = [_phrase(one) for one in phrases]
    found = [pattern.search(written) for pattern in patterns]
    while standing := [(one.start(), at, one.end()) for at, one in enumerate(found) if one]:
        start, _, end = min(standing)
        yield start, end
        for begins, at, _ in standing:
            if begins < end:
                found[at] = patterns[at].search(written, end)


def literal(term: str) -> str:
    """Return the pattern of one name or term as it is written, as a whole word."""
    written = fold_term(term).replace("-", " ").strip()
    pattern = GAP.join(re.escape(word) for word in written.split())
    # Not around signs: between a space and "#" there is no boundary of words.
    before, after = (r"\b" if one.isalnum() else "" for one in (written[:1], written[-1:]))
    return _bounded(pattern, before=before, after=after)


def either(patterns: Iterable[str]) -> str:
    """Return the pattern of any of these; of none, one that never matches."""
    return f"(?:{'|'.join(patterns) or _NOTHING})"


@lru_cache(maxsize=256)
def any_name(names: tuple[str, ...], *, behind: str = "") -> Matcher:
    """Compile one pattern that finds any of these names, right behind a pattern if one is given."""
    return compiled(behind + either(literal(name) for name in names if fold_term(name)))


@lru_cache(maxsize=256)
def _any_of(phrases: Wordings) -> Matcher:
    every = either(pattern_of(phrase) for phrase in phrases.fr + phrases.en)
    return matcher(every, room=AMPLE_ROOM)


@lru_cache(maxsize=8192)
def _phrase(phrase: str) -> Matcher:
    return matcher(pattern_of(phrase))  # kept here: a charter has more than `compiled` keeps


# A list that is prepared asks twice: for the pattern of all its phrases, and for each one's own.
@lru_cache(maxsize=512)
def pattern_of(phrase: str) -> str:
    """Return the pattern of a phrase, for RE2 and bare folded texts."""
    ways = [
        _bounded(_sequence(way), before="" if opens else r"\b", after="" if closes else _after(way))
        for opens, begun in enumerate(by_edge(fold_term(phrase), FIRST))
        for one in begun
        for closes, ended in enumerate(by_edge(one, LAST))
        for way in ended
    ]
    return ways[0] if len(ways) == 1 else either(ways)


def _after(way: str) -> str:
    return r"\b" if way[-1].isalnum() or way[-1] in "*)." else ""


def _bounded(pattern: str, *, before: str, after: str) -> str:
    return f"{before}(?:{pattern}){after}"


def _sequence(phrase: str) -> str:
    """Write words one behind the other, each optional one with the space that goes with it."""
    pattern, goes_on = "", False
    for word in apart(phrase, " "):
        ways = group_ways(word)
        if word == _FEW:
            # Where nothing stands before it, no word is left out: "… b" says what "b" does.
            pattern += _FEW_WORDS if goes_on else ""
            continue
        said = _spaced(word, ways) if goes_on else _said(word, ways)
        if ways is not None and "" in ways:
            pattern += f"(?:{said})?" if goes_on else f"(?:{said}{GAP})?"
        else:
            pattern, goes_on = pattern + said, True
    return pattern


def _said(word: str, ways: list[str] | None) -> str:
    return _word(word) if ways is None else _either_way(ways)


def _spaced(word: str, ways: list[str] | None) -> str:
    """Write a word with the space before it: a comma has none, nor has an English colon."""
    marks = [way for way in ways or [word] if way in _MARKS]
    if not marks:
        return GAP + _said(word, ways)
    others = [way for way in ways or () if way and way not in _MARKS]
    with_space = [GAP + _either_way(others)] if others else []
    return either([*with_space, f"{GAP}?{either(map(re.escape, marks))}"])


def _word(word: str) -> str:
    """Write one word: letters, stars and groups ("l'(un|autre)", "incapable*")."""
    if word == "*":
        return _ANY_WORD
    pattern, at = "", 0
    for start, end in groups(word):
        ways = apart(word[start + 1 : end - 1], "|")
        pattern += _letters(word[at:start]) + _either_way(ways) + ("?" if "" in ways else "")
        at = end
    return pattern + _letters(word[at:])


def _letters(piece: str) -> str:
    return _LETTERS.join(re.escape(part) for part in piece.split("*"))


def _either_way(ways: list[str]) -> str:
    return f"(?:{'|'.join(_way(way) for way in ways if way)})"


def _way(way: str) -> str:
    """Write one alternative; a space at either end belongs to it, as in "(de |d')"."""
    before, after = GAP if way[0] == " " else "", GAP if way[-1] == " " else ""
    return before + _sequence(way.strip()) + after


@lru_cache(maxsize=16_384)
def _refuse_unusable(phrase: str) -> None:
    depths = list(accumulate((letter == "(") - (letter == ")") for letter in phrase))
    if depths and (min(depths) < 0 or depths[-1] != 0):
        raise ValueError(f"the brackets of the phrase {phrase!r} do not pair up")
    if not any(_is_needed(word) for word in apart(fold_term(phrase), " ")):
        raise ValueError(f"the phrase {phrase!r} is blank or all optional; it would match anywhere")


def _is_needed(word: str) -> bool:
    return bool(word.strip("*.")) and not is_optional(word)
