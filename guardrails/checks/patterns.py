"""Patterns: regular expressions written by whoever maintains the charter.

They run on RE2, whose time is linear in the text whatever the pattern; what RE2 cannot
promise (look-around, back-references) is refused when the charter is loaded.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Protocol

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.reading import Reading, fold

_LONGEST = 1_000
_UNPLAIN = re.compile(r"[^\x00-\x7f]")
_ESCAPED_BRACKET = re.compile(r"\\[\[\]]")
_ESCAPED = re.compile(r"\\[pP]\{[^}]*\}|\\.")
# A class that holds small letters as well, as [A-Za-z] does, means letters.
_CAPITALS = re.compile(
    r"\[(?![^\]]*[a-z]-[a-z])[^\]]*[A-Z]-[A-Z]|\\p\{?L[ut]\}?|\\P\{Ll\}|\[:upper:\]|\(\?-i"
)
_TOGETHER = 100
ROOM, AMPLE_ROOM = 8, 64


class Match(Protocol):
    """Where a pattern matched."""

    def start(self) -> int:
        """Return the offset of its first character."""
        ...

    def end(self) -> int:
        """Return the offset behind its last character."""
        ...


class Matcher(Protocol):
    """A compiled pattern; RE2's own objects carry no types."""

    def finditer(self, text: str | bytes) -> Iterator[Match]:
        """Yield each match in order; in UTF-8 its places are those of bytes."""
        ...

    def search(self, text: str | bytes, pos: int = 0) -> Match | None:
        """Return the first match from a place on, if any; in UTF-8 places are those of bytes."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    r"""Report each place of the folded text (lower case, accents kept) a pattern matches.

    A pattern is read without regard to case, and its typographic signs as texts' are folded, so
    that "Projet X\d+" and "l’équipe" match what they say.
    """

    kind: ClassVar[str] = "patterns"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    patterns: tuple[str, ...]

    def __post_init__(self) -> None:
        for pattern in self.patterns:
            _refuse_unusable(pattern)

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per match."""
        folded = reading.folded
        for pattern in self._found_in(folded.text):
            for match in compiled(pattern).finditer(folded.text):
                if match.end() > match.start():
                    span = folded.span(match.start(), match.end())
                    yield self._finding(span, reading.slice(span))

    def _found_in(self, text: str) -> Iterator[str]:
        """Yield the patterns that may match; most texts match none, and one look tells so."""
        for group in batched(_folded(self.patterns)):
            if together(group).search(text) is not None:
                yield from group

    def _finding(self, span: Span, piece: str) -> Finding:
        message = Bilingual(
            fr=f"La charte ne permet pas « {piece} ».",
            en=f"The charter does not allow “{piece}”.",
        )
        return Finding(
            rule=self.clause, check=self.kind, severity=self.severity, message=message, span=span
        )


@lru_cache(maxsize=64)
def _folded(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Read patterns as texts are read: in lower case, with plain quotation marks and dashes."""
    return tuple(_folded_pattern(pattern) for pattern in patterns)


def _folded_pattern(pattern: str) -> str:
    plain = _UNPLAIN.sub(_folded_sign, pattern)
    has_capital = any(sign.isupper() for sign in _ESCAPED.sub("", plain))
    return f"(?i){plain}" if has_capital else plain


def _folded_sign(match: re.Match[str]) -> str:
    # Escaped, so that a dash of a class stays a sign and makes no range.
    folded = fold(match[0], accents=True).text
    if len(folded) != 1:
        return match[0]
    return folded if folded.isalnum() or folded == " " else re.escape(folded)


def batched(patterns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield patterns in groups small enough to be run as one."""
    for start in range(0, len(patterns), _TOGETHER):
        yield patterns[start : start + _TOGETHER]


@lru_cache(maxsize=64)
def together(patterns: tuple[str, ...]) -> Matcher:
    """Compile patterns that can be run as one, which matches where any of them does."""
    return compiled("|".join(f"(?:{pattern})" for pattern in patterns))


@lru_cache(maxsize=1024)
def compiled(pattern: str, *, room: int = ROOM) -> Matcher:
    """Compile a pattern on RE2, and keep it among those last used.

    Raises ValueError for what RE2 cannot run in linear time.
    """
    return matcher(pattern, room=room)


class Finder(Protocol):
    """Many compiled patterns that are looked for at once."""

    def Match(self, text: bytes) -> list[int] | None:  # noqa: N802 - as RE2 calls it
        """Return which of them stand in a text; None if none does, or there was no room."""
        ...


def all_of(patterns: Iterable[str]) -> Finder:
    """Compile patterns to be told which of them a text matches, for callers who keep them."""
    import re2  # noqa: PLC0415 - see `matcher`

    options = re2.Options()
    options.log_errors = False
    options.max_mem = AMPLE_ROOM << 20
    found = re2.Set.SearchSet(options)
    for pattern in patterns:
        found.Add(pattern)
    found.Compile()
    finder: Finder = found
    return finder


def matcher(pattern: str, *, room: int = ROOM) -> Matcher:
    """Compile a pattern on RE2, for callers who keep it themselves.

    `room` is how many MB RE2 may remember of what it has read. One made of hundreds of phrases
    wants `AMPLE_ROOM`: where its automaton has no place it is run without one, a hundred times
    slower. Raises ValueError for what RE2 cannot run in linear time.
    """
    import re2  # noqa: PLC0415 - a charter without patterns does not need it

    options = re2.Options()
    options.log_errors = False
    options.max_mem = room << 20
    try:
        found: Matcher = re2.compile(pattern, options)
    except re2.error as error:
        told = error.args[0].decode() if isinstance(error.args[0], bytes) else error
        raise ValueError(f"the pattern {pattern!r} is not one RE2 can run: {told}") from error
    return found


def _refuse_unusable(pattern: str) -> None:
    if len(pattern) > _LONGEST:
        raise ValueError(f"a pattern is longer than {_LONGEST} characters; split it")
    compiled(_folded_pattern(pattern))
    if (class_of := _CAPITALS.search(_ESCAPED_BRACKET.sub("", pattern))) is not None:
        raise ValueError(
            f"the pattern {pattern!r} asks for capitals ({class_of[0]}), but texts are read in "
            "lower case, so it would match any letters or none; name the words themselves"
        )
    if compiled(pattern).search("") is not None:
        raise ValueError(
            f"the pattern {pattern!r} matches an empty text, so it would match everywhere"
        )
