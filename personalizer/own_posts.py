"""Somebody's own posts out of what they bring: their LinkedIn archive, a file of it, or text.

LinkedIn gives each member their data as a zip; the posts stand in `Shares.csv`. Nothing is
unpacked to disk, nothing but that file is read, and never more of it than can be posts.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from domain.errors import RequestInvalid

MOST_POSTS: Final = 50
LONGEST_POST: Final = 5_000
LARGEST_ARCHIVE: Final = 200_000_000
_LARGEST_FILE: Final = 20_000_000
_MOST_ENTRIES: Final = 20_000
_CHUNK: Final = 65_536
_SHARES: Final = re.compile(r"(?:^|/)(?:shares|partages)(?:_\d+)?\.csv$", re.IGNORECASE)
_TEXT_COLUMNS: Final = (
    "sharecommentary",
    "commentary",
    "commentaire du partage",
    "commentaire",
    "text",
    "texte",
    "post",
)
_DATE_COLUMNS: Final = ("date", "created", "créé le")
# A password is a RuntimeError to the library, an unknown method a NotImplementedError.
_DAMAGES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    EOFError,
    OSError,
)
# The archive wraps every line of a post in quotation marks of its own.
_LINE_BREAK: Final = re.compile(r"\"?[^\S\n]*\r?\n[^\S\n]*\"?")
_SEPARATOR: Final = re.compile(r"\n\s*(?:-{3,}|\*{3,}|_{3,})\s*\n")


def posts_from_archive(data: bytes) -> tuple[str, ...]:
    """Return the posts of a LinkedIn archive, or of its Shares.csv alone, the newest first.

    Posts without words of the member's own are left out, as are repetitions. Raises
    RequestInvalid for a file that is neither, is locked, or is larger than posts can be.
    """
    if len(data) > LARGEST_ARCHIVE:
        raise _refused("it is larger than an archive of posts can be")
    table = _shares_in(data) if zipfile.is_zipfile(io.BytesIO(data)) else data
    return _posts(_decoded(table))


def posts_from_text(text: str) -> tuple[str, ...]:
    """Return pasted posts, which lines of three dashes or more stand between."""
    return _kept(_SEPARATOR.split(f"\n{text}\n"))


def _shares_in(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES:
                raise _refused("it holds too many files")
            found = next((one for one in entries if _SHARES.search(one.filename)), None)
            if found is None:
                raise _refused("there is no Shares.csv in it")
            return _bounded(archive, found)
    except _DAMAGES as error:
        raise _refused("the archive is damaged, or locked with a password") from error


def _bounded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read an entry up to what posts can take; what its header claims is not believed."""
    read = bytearray()
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            read += chunk
            if len(read) > _LARGEST_FILE:
                raise _refused("its Shares.csv is larger than posts can be")
    return bytes(read)


def _decoded(table: bytes) -> str:
    if len(table) > _LARGEST_FILE:
        raise _refused("its Shares.csv is larger than posts can be")
    try:
        return table.decode("utf-8-sig")
    except UnicodeDecodeError:
        return table.decode("cp1252", errors="replace")


def _posts(table: str) -> tuple[str, ...]:
    rows = csv.reader(io.StringIO(table, newline=""), strict=False)
    try:
        header = [name.strip().casefold() for name in next(rows, [])]
        at = next((header.index(name) for name in _TEXT_COLUMNS if name in header), None)
        if at is None:
            raise _refused("no column of it holds posts (ShareCommentary)")
        dated = next((header.index(name) for name in _DATE_COLUMNS if name in header), None)
        read = [row for row in rows if len(row) > at]
    except csv.Error as error:
        raise _refused("it is no table that can be read") from error
    if dated is not None:
        read.sort(key=lambda row: row[dated] if len(row) > dated else "", reverse=True)
    return _kept(_LINE_BREAK.sub("\n", row[at]) for row in read)


def _kept(texts: Iterator[str] | list[str]) -> tuple[str, ...]:
    cleaned = (text.strip().strip("\ufeff\x00")[:LONGEST_POST].strip() for text in texts)
    own = dict.fromkeys(text for text in cleaned if any(letter.isalpha() for letter in text))
    return tuple(own)[:MOST_POSTS]


def _refused(why: str) -> RequestInvalid:
    return RequestInvalid(f"these posts cannot be read: {why}", field="posts")
