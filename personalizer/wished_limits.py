"""Limits that an author sets a draft: "en 3 lignes max", "100 words max", "two sentences".

A line is one that is not empty; a link, hashtags and what is to be filled in count for nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Self

from domain.language import Bilingual
from domain.placeholders import placeholder_bounds
from domain.segmentation import sentences
from personalizer.habits import HASHTAG, LINK

_SPELLED: Final = MappingProxyType(
    {
        name: at
        for row in (
            "un deux trois quatre cinq six sept huit neuf dix",
            "une two three four five six seven eight nine ten",
        )
        for at, name in enumerate(row.split(), start=1)
    }
    | {"one": 1}
)
_UNITS: Final = MappingProxyType(
    {
        "mot": "word",
        "word": "word",
        "ligne": "line",
        "line": "line",
        "phrase": "sentence",
        "sentence": "sentence",
        "paragraphe": "paragraph",
        "paragraph": "paragraph",
        "caractère": "character",
        "character": "character",
        "signe": "character",
    }
)
_NUMBER: Final = rf"(?:\d{{1,4}}|{'|'.join(_SPELLED)})"
_UNIT: Final = rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
# "In a word", "en deux mots" say how somebody puts it.
_NO_IDIOM: Final = r"(?!(?:une?|one|1|deux|two|trois|three)[ ](?:mot|word)s?\b)"
_COUNTED: Final = rf"{_NO_IDIOM}{_NUMBER}[ ]{_UNIT}s?"
_UP_TO: Final = r"""(?:(?:moins[ ]de|pas[ ]plus[ ]de|fewer[ ]than|less[ ]than|no[ ]more[ ]than
    |not[ ]more[ ]than|at[ ]most|up[ ]to|under|within|max(?:imum)?\.?|au[ ]plus
    |keep[ ]it[ ](?:to|under|within|below)|limite-toi[ ]à)[ ])"""
IN: Final = r"(?:(?:en|in|sur|environ|about|around|only|fais|faites|make[ ]it|juste|just)[ ])"
_AT_MOST: Final = r"""(?:[ ](?:max(?:imum)?\.?|au[ ]plus|au[ ]maximum|at[ ]most|at[ ]the[ ]most
    |or[ ]less|or[ ]fewer|ou[ ]moins|tops|grand[ ]max|pas[ ]plus|no[ ]more|only|seulement))"""
# In the grammar of orders, where white space is told as "[ ]".
LIMIT: Final = rf"(?:{IN}{{0,2}}{_UP_TO}?{_COUNTED}{_AT_MOST}?)"
# What is said to be the most: nobody tells that of what they wrote.
BOUND: Final = rf"(?:{_UP_TO}{_COUNTED}|{_COUNTED}{_AT_MOST})"
_LIMIT: Final = re.compile(
    rf"(?<![\w-]){_NO_IDIOM}(?P<count>{_NUMBER})[ ](?P<unit>{_UNIT})s?(?![\w-])",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED: Final = MappingProxyType(
    {
        "word": Bilingual("mot", "word"),
        "line": Bilingual("ligne", "line"),
        "sentence": Bilingual("phrase", "sentence"),
        "paragraph": Bilingual("paragraphe", "paragraph"),
        "character": Bilingual("caractère", "character"),
    }
)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many of a unit."""

    most: int
    unit: str

    @classmethod
    def of(cls, found: re.Match[str]) -> Self:
        """Read a limit as it was typed."""
        count, unit = found["count"].casefold(), found["unit"].casefold()
        return cls(_SPELLED.get(count) or int(count), _UNITS[unit])

    def holds(self, text: str) -> bool:
        """Tell whether a text keeps within it."""
        return _COUNTS[self.unit](_said(text)) <= self.most

    @property
    def named(self) -> Bilingual:
        """The limit in words."""
        unit, plural = _NAMED[self.unit], "s" if self.most > 1 else ""
        return Bilingual(
            f"{self.most} {unit.fr}{plural} au plus", f"at most {self.most} {unit.en}{plural}"
        )


def limits_in(wishes: Iterable[str]) -> tuple[Limit, ...]:
    """Return the limits that somebody's orders set."""
    return tuple(_limits(wishes))


def _limits(wishes: Iterable[str]) -> Iterator[Limit]:
    for wish in wishes:
        yield from (Limit.of(found) for found in _LIMIT.finditer(" ".join(wish.split())))


def _said(text: str) -> str:
    """Return what a text says without its link line, hashtags and marks to fill."""
    for start, end in reversed([*placeholder_bounds(text)]):
        text = text[:start] + text[end:]
    lines = text.splitlines()
    kept = (HASHTAG.sub("", line) for line in lines if not LINK.search(line))
    return "\n".join(kept).strip()


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


_COUNTS: Final[MappingProxyType[str, Callable[[str], int]]] = MappingProxyType(
    {
        "word": lambda text: len(text.split()),
        "line": lambda text: len(_lines(text)),
        "paragraph": lambda text: len(_lines(text)),
        "sentence": lambda text: len(sentences(text)),
        "character": len,
    }
)
