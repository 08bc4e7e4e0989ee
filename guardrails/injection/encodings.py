"""Words that are there but not as words: the ways to write them so that only a machine reads them.

Each way is a pattern for where it may stand and a reader that gives its words back, or None. The
patterns are bounded, so that a flood costs no more than its length.
"""

import base64
import binascii
import codecs
import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

_WORDS = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 3
_HEX_PAIR = re.compile(r"(?:\\x|\\u|0x)([0-9a-fA-F]+)")
_WIDE = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to write words out of sight.

    A text without `needs` cannot hold it. `is_line` says that what is found only shows on which
    line to look. `is_suspect` says that readable words written so are suspect whatever they say;
    of the other ways, which articles show or pages use, only an order is.
    """

    where: re.Pattern[str]
    read: Callable[[str], str | None]
    is_suspect: bool = False
    is_line: bool = False
    needs: str = ""

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each place to read, in order and apart."""
        behind = 0
        for match in self.where.finditer(text) if self.needs in text else ():
            start, end = match.span()
            if self.is_line:
                start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
                end = line_end if line_end >= 0 else len(text)
            if start >= behind:
                yield start, end
                behind = end


def encoded_in(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Yield start, end and words of each place that spells some, and whether that alone tells."""
    for way in _WAYS:
        for start, end in way.places(text):
            said = way.read(text[start:end])
            if said is not None and _is_readable(said):
                yield start, end, said, way.is_suspect


def _is_readable(said: str) -> bool:
    letters = sum(character.isalpha() or character.isspace() for character in said)
    return len(_WORDS.findall(said)) >= _LEAST_WORDS and letters >= 0.8 * len(said)


def _from_base64(piece: str) -> str | None:
    plain = piece.replace("-", "+").replace("_", "/").rstrip("=")
    return _decoded(lambda: base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True))


def _from_base32(piece: str) -> str | None:
    plain = piece.rstrip("=")
    return _decoded(lambda: base64.b32decode(plain + "=" * (-len(plain) % 8)))


def _from_hex(piece: str) -> str | None:
    return _decoded(lambda: bytes.fromhex("".join(piece.split())))


def _from_bits(piece: str) -> str | None:
    return _decoded(lambda: bytes(int(octet, 2) for octet in re.findall("[01]{8}", piece)))


def _from_escapes(piece: str) -> str | None:
    codes = [int(pair, 16) for pair in _HEX_PAIR.findall(piece)]
    if max(codes) < 256:  # noqa: PLR2004 - bytes
        return _decoded(lambda: bytes(codes))
    return "".join(map(chr, codes)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _from_selectors(piece: str) -> str | None:
    return _decoded(lambda: bytes(ord(one) - 0xE0100 + 16 for one in piece))


def _from_letters_apart(piece: str) -> str:
    words = _WIDE.split(piece)
    return " ".join(word.replace(" ", "") for word in words)


def _turned(piece: str) -> str:
    return piece.strip("\u202e\u202c")[::-1]


def _decoded(read: Callable[[], bytes]) -> str | None:
    try:
        return read().decode()
    except (binascii.Error, ValueError):
        return None


_WAYS = (
    Way(
        re.compile(
            r"(?<![\w+/])(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9_-]{4}){5,2000}[A-Za-z0-9+/_-]{0,3}={0,2}"
        ),
        _from_base64,
        is_suspect=True,
    ),
    Way(re.compile(r"(?<!\w)(?:[0-9a-fA-F]{2}\s?){16,4000}(?!\w)"), _from_hex, is_suspect=True),
    Way(re.compile(r"(?<!\w)[A-Z2-7]{24,4000}={0,6}(?![\w=])"), _from_base32, is_suspect=True),
    Way(re.compile("[\U000e0100-\U000e01ef]{4,4000}"), _from_selectors, is_suspect=True),
    Way(re.compile(r"(?<!\d)(?:[01]{8}\s?){8,4000}(?!\d)"), _from_bits),
    Way(
        re.compile(r"(?:\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|0x[0-9a-fA-F]{2}[ ,]{0,2}){8,4000}"),
        _from_escapes,
    ),
    Way(re.compile(r"(?:&#(?:x[0-9a-fA-F]{2,5}|\d{2,6});\s?){8,4000}"), html.unescape, needs="&#"),
    Way(
        re.compile(r"(?:[\w.,'-]{0,40}%[0-9a-fA-F]{2}){3,400}[\w.,'-]{0,40}"), unquote, needs="%20"
    ),
    Way(re.compile(r"(?<!\w)(?:\w {1,3}){8,1000}\w(?!\w)"), _from_letters_apart),
    Way(re.compile("\u202e[^\u202c\n]{4,2000}"), _turned, needs="\u202e"),
    Way(
        re.compile(r"\b(?:erongi|dragersid|snoitcurtsni|sengisnoc|tpmorp)\b", re.IGNORECASE),
        _turned,
        is_line=True,
    ),
    Way(
        re.compile(r"\b(?:vtaber|vafgehpgvbaf?|cebzcg|pbafvtarf|qvfertneq)\b", re.IGNORECASE),
        lambda line: codecs.decode(line, "rot13"),
        is_line=True,
    ),
)
