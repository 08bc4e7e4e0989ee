"""Quotations: what stands between quotation marks and is longer than a term."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Each begins with its mark, so that the engine leaps from one such mark to the next.
# Single marks are apostrophes as well: they open before a word, close behind one, and have none
# of both sides inside, nor a link, behind which the next mark may be anybody's. An elided opening
# ("'tis", "'95") quotes nobody.
_SINGLE = (
    r"‘(?<!\w‘)(?=\S)([^‘’\n/]{1,400}(?:(?<=\w)’(?=\w)[^‘’\n/]{0,400}){0,20})(?<=\S)’(?!\w)",
    (
        r"'(?<![\w'’]')(?!(?:tis|twas|em|cause|til|n|\d\ds?)\b)(?=\w)"
        r"([^'\n/]{1,400}(?:(?<=\w)'(?=\w)[^'\n/]{0,400}){0,20})(?<=\S)'(?![\w'])"
    ),
)
_MARKED = re.compile(
    "|".join(
        (
            r"«([^«»]{2,2000})»",
            r"“([^“”]{2,2000})”",
            r"\"([^\"\n]{2,2000})\"",
            r"„([^„“”]{2,2000})[“”]",
            r"‹([^‹›]{2,2000})›",
            r"<<([^<>]{2,2000})>>",
            *_SINGLE,
        )
    )
)
_WORD = re.compile(r"\w+")
SAYS: Final = (
    "explique|raconte|confie|resume|affirme|souligne|conclut|precise|repond|estime|juge|ecrit|dit"
    "|insiste|ajoute|lance|says?|said|explains?|explained|adds?|added|writes?|wrote|notes?|noted"
    "|argues?|argued|concludes?|concluded|insists?|insisted"
)
"""The verbs that most often give a quotation to somebody."""


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
        inside = match[match.lastindex or 0]
        quotation = Quotation(inside, *match.span())
        if quotation.word_count >= at_least and "://" not in inside:
            yield quotation
