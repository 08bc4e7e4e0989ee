"""Where a text hides words from its readers: comments, invisible characters, encodings."""

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from domain.review import Span


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
_BASE64 = re.compile(
    r"(?<![\w+/])(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9_-]{4}){5,2000}[A-Za-z0-9+/_-]{0,3}={0,2}"
)
_HEX = re.compile(r"(?<!\w)(?:[0-9a-fA-F]{2}\s?){16,4000}(?!\w)")
_PERCENT = re.compile(r"(?:[\w.,'-]{0,40}%[0-9a-fA-F]{2}){3,400}[\w.,'-]{0,40}")
_ROTATED = re.compile(r"\b(?:vtaber|vafgehpgvbaf?|cebzcg|pbafvtarf|qvfertneq)\b", re.IGNORECASE)
_LINE = re.compile(r"[^\n]+")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 3
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
    yield from _encoded(text)


def _encoded(text: str) -> Iterator[Hidden]:
    for pattern, decode in ((_BASE64, _from_base64), (_HEX, _from_hex)):
        for match in pattern.finditer(text):
            said = decode(match.group())
            if said is not None and _is_readable(said):
                yield _found(match, Carrier.ENCODED, said, is_suspect=True)
    if "%20" in text:
        for match in _PERCENT.finditer(text):
            yield _found(match, Carrier.ENCODED, unquote(match.group()))
    if _ROTATED.search(text):
        for match in _LINE.finditer(text):
            if _ROTATED.search(match.group()):
                yield _found(match, Carrier.ENCODED, codecs.decode(match.group(), "rot13"))


def _found(
    match: re.Match[str], carrier: Carrier, words: str, *, is_suspect: bool = False
) -> Hidden:
    return Hidden(Span(*match.span()), carrier, words.strip(), is_suspect)


def _from_base64(piece: str) -> str | None:
    plain = piece.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode()
    except (binascii.Error, ValueError):
        return None


def _from_hex(piece: str) -> str | None:
    try:
        return bytes.fromhex("".join(piece.split())).decode()
    except ValueError:
        return None


def _is_readable(said: str) -> bool:
    letters = sum(character.isalpha() or character.isspace() for character in said)
    return len(_WORDS.findall(said)) >= _LEAST_WORDS and letters >= 0.8 * len(said)
