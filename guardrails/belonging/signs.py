"""The signs that an author belongs to the company, as patterns over the letters of classes."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guardrails.belonging.classes import LETTERS

_SIGNS = Path(__file__).parent / "signs.toml"
_PIECE = re.compile(r"[a-z]+(?:_[a-z]+)*")
_ITEM = re.compile("|".join(sorted((*LETTERS, "ANY"), key=len, reverse=True)))
_BRACKET = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_FIRST = min(map(ord, LETTERS.values()))
_WIDER = {
    "STOP": ("STOP", "BREAK"),
    "PAUSE": ("PAUSE", "COLON", "OPEN", "CLOSE"),
    # What a few signs tell apart is, to all others, a word of no class.
    "OTHER": (
        *("OTHER", "MINE", "VACANCY", "FAULT", "BUILT", "INNARD", "BACKLOG", "MATES", "SHIP"),
        *("OUTLET", "USE", "MEET", "ASK", "UNDER", "APOLOGY", "PUBLIC", "MISTAKE"),
    ),
    "ROLE": ("ROLE", "ROLEWORK", "ROLETRADE", "ROLECRAFT", "RECRUITER"),
    "ROLES": ("ROLES", "CREW"),
    "WORK": ("WORK", "ROLEWORK"),
    "TRADE": ("TRADE", "ROLETRADE"),
    "CRAFT": ("CRAFT", "ROLECRAFT"),
    "NUMBER": ("NUMBER", "FIRST"),
    "PROPER": ("PROPER", "GIVEN"),
    "HE": ("HE", "THEY"),
    "ITS": ("ITS", "THEIR"),
    "JOB": ("JOB", "DUTY", "ROTA"),
    "WEAR": ("WEAR", "UNIFORM"),
    "PAYSLIP": ("PAYSLIP", "BILLS"),
    "HR": ("HR", "RH"),
    "TEAM": ("TEAM", "SHOP", "RH", "STAND", "PLANT"),
    "KIND": ("KIND", "SHOP"),
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern, with letters without which it stands nowhere: most texts lack some.

    Sets of letters are bits, as `letters_in` tells: hundreds of patterns are asked of every text.
    """

    of: re.Pattern[str]
    all_of: int
    one_of: tuple[int, ...]

    def may_stand(self, present: int) -> bool:
        """Tell whether a text of these letters holds all it needs, and one of each kind."""
        if self.all_of & ~present:
            return False
        return all(kind & present for kind in self.one_of) if self.one_of else True


@dataclass(frozen=True, slots=True)
class Sign:
    """One kind of sign, and what it weighs.

    One that points back stands apart from the name it tells of; to one said in passing ("X, where
    I weld") it does not matter what its sentence denies.
    """

    name: str
    weight: float
    points_back: bool
    in_passing: bool
    patterns: tuple[Pattern, ...]


@lru_cache(maxsize=1)
def signs() -> tuple[Sign, ...]:
    """Return every sign, as `signs.toml` lists them."""
    told = tomllib.loads(_SIGNS.read_text(encoding="utf-8"))
    pieces = told["pieces"]
    return tuple(
        Sign(
            name,
            fields["weight"],
            fields.get("points_back", False),
            fields.get("in_passing", False),
            tuple(_compiled(line, pieces) for line in fields["patterns"].split()),
        )
        for name, fields in told["signs"].items()
    )


def _compiled(pattern: str, pieces: dict[str, str]) -> Pattern:
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda match: _piece(match[0], pieces), pattern)
    of = re.compile(_ITEM.sub(lambda match: _letter(match[0]), pattern))
    needs = {letters_in("".join(_letters(name))) for name in _needed(pattern)}
    single = {need for need in needs if need.bit_count() == 1}
    return Pattern(of, sum(single), tuple(needs - single))


def letters_in(text: str) -> int:
    """Return the letters of classes that stand in a text, a bit each."""
    return sum(1 << ord(letter) - _FIRST for letter in frozenset(text))


def _needed(pattern: str) -> Iterator[str]:
    """Yield the classes a pattern cannot do without: those outside any bracket, not optional."""
    while _BRACKET.search(pattern):
        pattern = _BRACKET.sub("_", pattern)
    for match in _ITEM.finditer(pattern):
        is_optional = pattern.startswith(("?", "{0"), match.end())
        if match[0] != "ANY" and not is_optional:
            yield match[0]


def _piece(words: str, pieces: dict[str, str]) -> str:
    """Write out pieces that stand one right behind the other, the longest first."""
    for name in sorted(pieces, key=len, reverse=True):
        if words.startswith(name):
            rest = words[len(name) :].removeprefix("_")
            return pieces[name] + (_piece(rest, pieces) if rest else "")
    raise ValueError(f"no piece of a sign is called {words!r}")


def _letter(name: str) -> str:
    return "." if name == "ANY" else f"[{''.join(sorted(_letters(name)))}]"


def _letters(name: str) -> frozenset[str]:
    return frozenset(LETTERS[one] for one in _WIDER.get(name, (name,)))
