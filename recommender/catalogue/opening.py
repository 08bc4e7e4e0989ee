"""Opening whatever somebody points at (a file, a folder, an address) and reading it as content.

A row that cannot be used is a row of the answer, never an exception; ImportFailed is raised
only when a whole location gives nothing at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from domain.errors import ImportFailed
from domain.language import Language
from recommender.catalogue.documents import Document, Fetch, open_file, path_is
from recommender.catalogue.folders import look_into
from recommender.catalogue.formats import Format
from recommender.catalogue.rows import Accepted, Noted, Rejected, Row
from recommender.catalogue.walk import Progress, Wishes, rows_of

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+):", re.IGNORECASE)


@dataclass(slots=True)
class OpenSource:
    """The rows of a location, read while they are taken, once."""

    _rows: Iterator[Row]
    _progress: Progress

    def __iter__(self) -> Iterator[Row]:
        return self._rows

    @property
    def total(self) -> int:
        """Return how much there is to read: entries, bytes or files, whatever is known first."""
        return self._progress.total

    @property
    def done(self) -> int:
        """Return how much of `total` has been read."""
        return self._progress.done


def open_source(
    location: str | Path,
    *,
    as_format: Format | None = None,
    fetch: Fetch | None = None,
    known_language: Language | None = None,
    campaign: str | None = None,
) -> OpenSource:
    """Open a file, a folder or an address for reading.

    `as_format` overrules what the content and the name say. `known_language` is that of the
    rows which name none; without it each is detected. `campaign` is that of the rows which
    name none. Without `fetch`, addresses inside private networks are refused.

    Raises ImportFailed when there is nothing in it that could ever be content.
    """
    wishes = Wishes(as_format, fetch or _fetch, known_language, campaign)
    progress = Progress()
    scheme = _SCHEME.match(str(location))
    path = Path(location)
    if path_is(path.is_dir):
        rows = _folder(path, wishes, progress)
    elif scheme and not path_is(path.exists):
        document = _fetched(str(location), scheme[1].lower(), wishes.fetch)
        rows = rows_of(document, wishes, progress)
    else:
        rows = rows_of(open_file(path), wishes, progress)
    return OpenSource(_with_repeats_noted(_begun(rows)), progress)


def _fetch(url: str, *, linked_from: str | None = None) -> Document:
    from recommender.catalogue.fetch import Fetcher  # noqa: PLC0415 - httpx takes 100 ms

    return Fetcher()(url, linked_from=linked_from)


def _fetched(location: str, scheme: str, fetch: Fetch) -> Document:
    if scheme in {"http", "https"}:
        return fetch(location)
    raise ImportFailed(f"{location} cannot be fetched: give a path, or an http or https address.")


def _folder(root: Path, wishes: Wishes, progress: Progress) -> Iterator[Row]:
    folder = look_into(root)
    if not folder.files:
        raise ImportFailed(
            f"{root} holds no Markdown, feed, CSV or JSON Lines file: check the path, or name the"
            " file."
        )
    progress.total = len(folder.files)
    if folder.remark():
        yield Noted(str(root), folder.remark())
    for path in folder.files:
        try:
            yield from rows_of(open_file(path, root=root), wishes, Progress())
        except ImportFailed as error:
            yield Rejected(str(path), None, str(error))
        progress.done += 1


def _begun(rows: Iterator[Row]) -> Iterator[Row]:
    # Up to the first row that is more than a remark, so that a location which gives nothing
    # fails here, and not while somebody draws a progress bar.
    held = [next(rows)]
    while isinstance(held[-1], Noted):
        held.append(next(rows))
    return chain(held, rows)


def _with_repeats_noted(rows: Iterator[Row]) -> Iterator[Row]:
    seen: dict[str, str] = {}
    for row in rows:
        if isinstance(row, Accepted):
            first = seen.setdefault(row.item.content_id, row.where)
            if first != row.where:
                yield Noted(row.where, f"the same content as {first}: this one is kept")
                seen[row.item.content_id] = row.where
        yield row
