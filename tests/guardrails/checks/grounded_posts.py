"""Good posts about invented sources, and the errors planted in them: one fact changed at a time."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from domain.language import Language

FR, EN = Language.FRENCH, Language.ENGLISH


@dataclass(frozen=True, slots=True)
class Told:
    """A source, good posts about it, and the names the posts use."""

    language: Language
    source: str
    posts: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """A post with one error, and what the error is."""

    told: Told
    text: str
    error: str


def _read() -> tuple[Told, ...]:
    written = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(
        Told(Language(one["language"]), one["source"], tuple(one["posts"]), tuple(one["names"]))
        for one in written["told"]
    )


TOLD = _read()

_OTHER_NAMES = {
    FR: ("Solène Guérard", "Perpignan", "Novacier"),
    EN: ("Judith Okafor", "Aberdeen", "Novasteel"),
}
_OTHER_UNITS = (
    (" %", " points"), ("%", " points"), (" pour cent", " points"), (" percent", " points"),
    (" per cent", " points"), ("minutes", "heures"), ("minutes", "hours"), (" heures", " jours"),
    (" hours", " days"), ("M€", "Md€"), ("£2.4m", "£2.4bn"), (" M€", " M$"), ("£", "€"),
    ("mois", "semaines"), ("months", "weeks"), ("semaines", "mois"), ("weeks", "months"),
    (" MW", " kW"), (" m²", " hectares"), ("points", "%"), ("48k", "48M"), (" euros", " dollars"),
)  # fmt: skip
_OTHER_DATES = (
    ("mars", "juin"), ("février", "mai"), ("avril", "octobre"), ("septembre", "novembre"),
    ("March", "June"), ("February", "May"), ("April", "October"), ("September", "November"),
    ("jeudi", "mardi"), ("Thursday", "Tuesday"), ("T3", "T1"), ("Q3", "Q1"),
)  # fmt: skip
_OTHER_WORDS = (
    ("dix-huit", "vingt-huit"), ("quatorze", "seize"), ("Trente", "Quarante"),
    ("douze", "quinze"), ("Quatre", "Six"), ("trois lignes", "cinq lignes"),
    ("huit pays", "onze pays"), ("sur cinq", "sur trois"), ("eighteen", "twenty-eight"),
    ("fourteen", "sixteen"), ("Thirty", "Forty"), ("twelve", "fifteen"), ("Four", "Six"),
    ("three lines", "five lines"), ("eight countries", "eleven countries"),
    ("in five", "in three"), ("feuille accrochée", "feuille oubliée"),
    ("gagne du terrain", "perd du terrain"), ("sheet pinned", "sheet glued"),
    ("gaining ground", "losing ground"),
)  # fmt: skip
_DIGITS = re.compile(r"(?<![\w.,/])\d+(?:[ ,]\d{3})*(?:[.,]\d+)?(?![\w/]|[.,]\d)")


def planted() -> Iterator[Planted]:
    """Yield every good post with one error after the other."""
    for told in TOLD:
        for post in told.posts:
            for error, text in _errors(told, post):
                if text != post:
                    yield Planted(told, text, error)


def _errors(told: Told, post: str) -> Iterator[tuple[str, str]]:
    for name in told.names:
        for other in _OTHER_NAMES[told.language]:
            yield f"{name} -> {other}", post.replace(name, other)
    for right, wrong in (*_OTHER_UNITS, *_OTHER_DATES, *_OTHER_WORDS):
        yield f"{right} -> {wrong}", post.replace(right, wrong, 1)
    for match in _DIGITS.finditer(post):
        if not post[: match.start()].endswith("\n"):
            before, after = post[: match.start()], post[match.end() :]
            for wrong in _other_numbers(match.group()):
                yield f"{match.group()} -> {wrong}", before + wrong + after


def _other_numbers(number: str) -> Iterator[str]:
    """Yield wrong numbers: one digit changed, ten times as much, digits swapped."""
    yield str((int(number[0]) + 4) % 9 + 1) + number[1:]
    yield number + "0" if number.isdigit() else "3" + number
    if number[-1] != number[0] and number.isdigit():
        yield number[::-1] if number[-1] != "0" else number[:-1] + "7"
