"""A file line by line, in bounded memory, whatever its encoding and however long a line is."""

import codecs
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from recommender.catalogue.encodings import Encoding
from recommender.catalogue.limits import MAX_LINE_BYTES

_CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its end; `text` is None when it was too long to be read."""

    number: int
    text: str | None


def read_lines(
    stream: IO[bytes], encoding: Encoding, *, limit: int = MAX_LINE_BYTES
) -> Iterator[Line]:
    """Yield every line of a file; of one over the limit nothing is kept in memory."""
    decode = Encoding().decode if encoding.is_wide else encoding.decode
    chunks = _with_line_feeds(_chunks(stream, encoding))
    for number, data in enumerate(_split(chunks, limit), start=1):
        yield Line(number, None if data is None else decode(data))


def _chunks(stream: IO[bytes], encoding: Encoding) -> Iterator[bytes]:
    if not encoding.is_wide:
        yield from iter(lambda: stream.read(_CHUNK), b"")
        return
    decoder = codecs.getincrementaldecoder(encoding.name)(errors="replace")
    while chunk := stream.read(_CHUNK):
        yield decoder.decode(chunk).encode("utf-8", "replace")


def _with_line_feeds(chunks: Iterator[bytes]) -> Iterator[bytes]:
    first = next(chunks, b"")
    # Old spreadsheets for the Mac end their lines with a carriage return alone.
    is_mac = b"\r" in first and b"\n" not in first
    for chunk in itertools.chain([first], chunks):
        yield chunk.replace(b"\r", b"\n") if is_mac else chunk


def _split(chunks: Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    held, is_dropping = b"", False
    for chunk in chunks:
        *lines, rest = (held + chunk).split(b"\n")
        for line in lines:
            yield None if is_dropping or len(line) > limit else line + b"\n"
            is_dropping = False
        is_dropping = is_dropping or len(rest) > limit
        held = b"" if is_dropping else rest
    if held or is_dropping:
        yield None if is_dropping else held
