"""Which characters the bytes of a file stand for: UTF-8 first, then what old programs write."""

import codecs
from dataclasses import dataclass
from typing import IO

from domain.errors import ImportFailed

_MARKS = (
    # UTF-32 first: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1024 * 1024
_SAMPLE = 64 * 1024
_CONTEXT = 1024
# What French and English files come in; free guessing takes half of them for Central European.
_OLD = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
_WIDE = {
    (True, False, True, False): "utf-16-be",
    (False, True, False, True): "utf-16-le",
    (True, True, True, False): "utf-32-be",
    (False, True, True, True): "utf-32-le",
}
_ARCHIVE = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Encoding:
    """How to decode a file; `old` is for bytes that are not in UTF-8, None when all are."""

    name: str = "utf-8"
    old: str | None = None

    @property
    def is_wide(self) -> bool:
        """Tell whether a line end takes more than one byte."""
        return self.name.startswith(("utf-16", "utf-32"))

    def decode(self, data: bytes) -> str:
        """Return the text; a byte that stands for nothing is marked with U+FFFD."""
        try:
            return data.decode(self.name)
        except UnicodeDecodeError:
            marked = data.decode(self.name, errors="replace")
        broken = marked.count("\ufffd")
        sound = sum(not char.isascii() for char in marked) - broken
        # More sound characters than broken ones: UTF-8 that was damaged, not another encoding.
        is_damaged = self.old is None or sound > broken
        return marked if is_damaged else data.decode(str(self.old), errors="replace")


def find_encoding(stream: IO[bytes], name: str) -> Encoding:
    """Return the encoding of a whole file, which is left at its beginning.

    Raises ImportFailed for what is no text at all.
    """
    stream.seek(0)
    head = stream.read(_SAMPLE)
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
    codec = marked or _unmarked_wide(head, name)
    old = None if codec else _old_encoding(stream)
    stream.seek(0)
    return Encoding(codec or "utf-8", old)


def _unmarked_wide(head: bytes, name: str) -> str | None:
    if b"\0" not in head:
        return None
    if head.startswith(_ARCHIVE):
        raise _no_text(name)
    # Latin letters leave zeros in all bytes of a character but its lowest.
    zeros = tuple(head[place::4].count(0) * 8 > len(head[place::4]) * 5 for place in range(4))
    if zeros in _WIDE:
        return _WIDE[zeros]
    # A stray NUL in a line is the line's affair; a file full of them is a picture or a program.
    if head.count(0) > len(head) // 100:
        raise _no_text(name)
    return None


def _no_text(name: str) -> ImportFailed:
    return ImportFailed(
        f"{name} is not text: a spreadsheet goes in when it is saved as CSV (UTF-8), a document"
        " when it is saved as Markdown."
    )


def _old_encoding(stream: IO[bytes]) -> str | None:
    sample = _undecodable(stream)
    if not sample:
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most files are UTF-8

    # It looks at a few pieces only, so it is shown the lines that matter.
    telling = b"\n".join(line for line in sample.splitlines() if not line.isascii())
    best = from_bytes(telling, cp_isolation=_OLD).best()
    return "cp1252" if best is None else best.encoding


def _undecodable(stream: IO[bytes]) -> bytes:
    decoder = codecs.getincrementaldecoder("utf-8")()
    stream.seek(0)
    chunk, last = stream.read(_CHUNK), b""
    try:
        while chunk:
            decoder.decode(chunk)
            chunk, last = stream.read(_CHUNK), chunk
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        piece = error.object if chunk else last[-_SAMPLE:]
        beginning = max(0, error.start - _CONTEXT) if chunk else 0
        return bytes(piece[beginning : beginning + _SAMPLE])
    return b""
