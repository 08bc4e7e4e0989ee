"""One file or address with its bytes at hand, before anybody knows what they mean."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol
from urllib.parse import unquote, urlsplit

from domain.errors import ImportFailed
from recommender.catalogue.encodings import Encoding, find_encoding
from recommender.catalogue.limits import MAX_DOCUMENT_BYTES, MAX_FILE_BYTES

_HEAD_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes with a name; `url` is where they came from last, None for a local file.

    `name` is for messages, `source` for content. Where a whole file is one item, `folder` is
    its source, and `key` its path in there. Whoever opened a document closes it.
    """

    name: str
    source: str
    folder: str | None = None
    key: str | None = None
    stream: IO[bytes]
    size: int
    url: str | None = None
    media_type: str | None = None

    def head(self) -> str:
        """Return the beginning of its text."""
        encoding = self.encoding()
        text = encoding.decode(self.stream.read(_HEAD_BYTES)[: _HEAD_BYTES // 4 * 4])
        self.stream.seek(0)
        return text

    def encoding(self) -> Encoding:
        """Return how its bytes are written; raises ImportFailed for what is no text."""
        return find_encoding(self.stream, self.name)

    def read(self) -> bytes:
        """Return all its bytes; raises ImportFailed when they are too many to hold."""
        if self.size > MAX_DOCUMENT_BYTES:
            raise too_large(self.name, MAX_DOCUMENT_BYTES)
        self.stream.seek(0)
        return self.stream.read()

    def text(self) -> str:
        """Return all its text; raises ImportFailed when it is too much to hold."""
        encoding = self.encoding()
        return encoding.decode(self.read()).lstrip("\ufeff")


class Fetch(Protocol):
    """Gets what an address holds."""

    def __call__(self, url: str, *, linked_from: str | None = None) -> Document:
        """Return its bytes; `linked_from` is the page that named it, if nobody typed it.

        Raises ImportFailed.
        """
        ...


def open_file(path: Path, *, root: Path | None = None) -> Document:
    """Open a local file, found in the folder `root` or by itself.

    Raises ImportFailed when it is empty, too large or cannot be read.
    """
    if not path_is(path.is_file):
        raise ImportFailed(f"{path} is no file or folder that exists: check the path.")
    try:
        stream = path.open("rb")
    except OSError as error:
        raise ImportFailed(f"{path} cannot be opened: {error.strerror}.") from error
    inside = path.relative_to(root) if root else Path(path.name)
    return checked(
        Document(
            name=str(path),
            source=inside.with_suffix("").as_posix(),
            folder=(root or path.parent).resolve().name,
            key=inside.as_posix(),
            stream=stream,
            size=path.stat().st_size,
        )
    )


def path_is(question: Callable[[], bool]) -> bool:
    """Ask a path about itself; one that no system can have is nothing at all."""
    try:
        return question()
    except OSError:
        return False


def checked(document: Document) -> Document:
    """Return a document that has a usable size, or close it and raise ImportFailed."""
    if 0 < document.size <= MAX_FILE_BYTES:
        return document
    document.stream.close()
    if document.size == 0:
        raise ImportFailed(f"{document.name} is empty: export it again, or leave it out.")
    raise too_large(document.name, MAX_FILE_BYTES)


def source_of(url: str) -> str:
    """Return the name of what an address holds, for content that says nothing better."""
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    return last or parts.hostname or url


def too_large(name: str, limit: int) -> ImportFailed:
    """Return the error for more bytes than are read."""
    return ImportFailed(
        f"{name} is larger than {limit // 1024**2} MB: split it, and import the parts."
    )
