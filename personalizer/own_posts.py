"""Somebody's own posts out of what they bring: their LinkedIn archive, a file of it, or text.

LinkedIn gives each member their data as a zip; the posts stand in `Shares.csv`. Nothing is
unpacked to disk, nothing but that file is read, and never more of it than can be posts.
"""

import io
import re
import zipfile
import zlib
from typing import Final

from domain.errors import RequestInvalid
from personalizer.share_tables import NoTable, posts_in

MOST_POSTS: Final = 50
LONGEST_POST: Final = 5_000
LARGEST_ARCHIVE: Final = 200_000_000
_LARGEST_FILE: Final = 20_000_000
_MOST_ENTRIES: Final = 20_000
_CHUNK: Final = 65_536
_SHARES: Final = re.compile(r"(?:^|/)(?:shares|partages)(?:_\d+)?\.csv$", re.IGNORECASE)
# A password is a RuntimeError to the library, an unknown method a NotImplementedError.
_DAMAGES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    EOFError,
    OSError,
)
_SEPARATOR: Final = re.compile(r"\n\s*(?:-{3,}|\*{3,}|_{3,})\s*\n")


def posts_from_archive(data: bytes) -> tuple[str, ...]:
    """Return the posts of a LinkedIn archive, or of its Shares.csv alone, the newest first.

    Posts without words of the member's own are left out, as are repetitions. Raises
    RequestInvalid for a file that is neither, is locked, or is larger than posts can be.
    """
    if len(data) > LARGEST_ARCHIVE:
        raise _refused(
            "these posts cannot be read: the file is larger than an archive of posts can be;"
            " send its Shares.csv alone"
        )
    table = _shares_in(data) if zipfile.is_zipfile(io.BytesIO(data)) else data
    return _posts(table)


def posts_from_text(text: str) -> tuple[str, ...]:
    """Return pasted posts, which lines of three dashes or more stand between."""
    return _kept(_SEPARATOR.split(f"\n{text}\n"))


def _shares_in(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES:
                raise _refused(
                    "these posts cannot be read: the archive holds too many files;"
                    " send its Shares.csv alone"
                )
            found = next((one for one in entries if _SHARES.search(one.filename)), None)
            if found is None:
                raise _refused(
                    "these posts cannot be read: there is no Shares.csv in the archive;"
                    " ask LinkedIn for one with your posts in it"
                )
            return _bounded(archive, found)
    except _DAMAGES as error:
        raise _refused(
            "these posts cannot be read: the archive is damaged, or locked with a password;"
            " download it again, or unlock it"
        ) from error


def _bounded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read an entry up to what posts can take; what its header claims is not believed."""
    read = bytearray()
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            read += chunk
            if len(read) > _LARGEST_FILE:
                raise _refused(
                    "these posts cannot be read: Shares.csv is larger than posts can be;"
                    " cut it in two"
                )
    return bytes(read)


def _posts(table: bytes) -> tuple[str, ...]:
    if len(table) > _LARGEST_FILE:
        raise _refused(
            "these posts cannot be read: Shares.csv is larger than posts can be; cut it in two"
        )
    try:
        return _kept(posts_in(table))
    except NoTable as why:
        raise _refused(str(why)) from why


def _kept(texts: list[str]) -> tuple[str, ...]:
    cleaned = (text.strip().strip("\ufeff\x00")[:LONGEST_POST].strip() for text in texts)
    own = dict.fromkeys(text for text in cleaned if any(letter.isalpha() for letter in text))
    return tuple(own)[:MOST_POSTS]


def _refused(why: str) -> RequestInvalid:
    return RequestInvalid(why, field="posts")
