"""Quotations: what stands between quotation marks and is longer than a term."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKED = re.compile(r"«([^«»]{2,2000})»|“([^“”]{2,2000})”|\"([^\"\n]{2,2000})\"")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation; offsets are those as sent and include the marks."""

    text: str
    start: int
    end: int

    @property
    def word_count(self) -> int:
        """How many words it has."""
        return len(_WORD.findall(self.text))


def quotations(text: str, *, at_least: int) -> Iterator[Quotation]:
    """Yield the quotations of a text as sent that have at least so many words.

    Fewer words between marks are a term or an ironical use, which quotes nobody.
    """
    for match in _MARKED.finditer(text):
        inside = match[1] or match[2] or match[3] or ""
        quotation = Quotation(inside, *match.span())
        if quotation.word_count >= at_least and "://" not in inside:
            yield quotation
