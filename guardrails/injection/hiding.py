"""Where a text hides words from its readers: comments, invisible characters, encodings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.review import Span
from guardrails.injection.encodings import encoded_in


class Carrier(StrEnum):
    """How words came into a text: in sight, in a comment, invisibly, or encoded."""

    VISIBLE = "visible"
    COMMENT = "comment"
    INVISIBLE = "invisible"
    ENCODED = "encoded"


@dataclass(frozen=True, slots=True)
class Hidden:
    """A place that hides something, and the words there when they can be read.

    `is_suspect` says that nobody hides anything that way without a reason.
    """

    span: Span
    carrier: Carrier
    words: str
    is_suspect: bool


_COMMENT = re.compile(
    r"<!--(.{1,4000}?)-->|^\[//\]: ?# ?[(\"'](.{1,1000}?)[)\"']$", re.DOTALL | re.MULTILINE
)
_UNSEEN_STYLE = re.compile(
    r"<(\w{1,12})\b[^<>]{0,300}(?:display:\s{0,4}none|visibility:\s{0,4}hidden|font-size:\s{0,4}0"
    r"|opacity:\s{0,4}0(?![.\d])|\bhidden\b)[^<>]{0,300}>([^<]{3,2000})</",
    re.IGNORECASE,
)
# Letters of the tag block spell a text nobody sees; behind a black flag they name a region.
_TAGS = re.compile(
    r"(?P<flag>\U0001f3f4[\U000e0030-\U000e007a]{3,6}\U000e007f)|[\U000e0020-\U000e007e]{2,}"
)
_UNSEEN = re.compile(
    "[\u200b-\u200d\u2060-\u2064\ufeff\u180e\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f]{8,}"
)
_TAG_OFFSET = 0xE0000


def hidden_in(text: str) -> Iterator[Hidden]:
    """Yield each place of a text that hides words."""
    for match in _COMMENT.finditer(text):
        yield _found(match, Carrier.COMMENT, match.group(1) or match.group(2) or "")
    for match in _UNSEEN_STYLE.finditer(text):
        yield _found(match, Carrier.COMMENT, match.group(2))
    for match in _TAGS.finditer(text):
        if match["flag"] is None:
            said = "".join(chr(ord(letter) - _TAG_OFFSET) for letter in match.group())
            yield _found(match, Carrier.INVISIBLE, said, is_suspect=True)
    for match in _UNSEEN.finditer(text):
        yield _found(match, Carrier.INVISIBLE, "", is_suspect=True)
    for start, end, said, is_suspect in encoded_in(text):
        yield Hidden(Span(start, end), Carrier.ENCODED, said.strip(), is_suspect)


def _found(
    match: re.Match[str], carrier: Carrier, words: str, *, is_suspect: bool = False
) -> Hidden:
    return Hidden(Span(*match.span()), carrier, words.strip(), is_suspect)
