"""How long a check takes: the default charter on 1,300 characters, on one core.

The charter is loaded as a busy company would: 500 confidential terms and 200 patterns of its
own; 100,000 fingerprints lie in the database, and the 50 of the content at hand are compared.
Each circumstance is timed with the learned scorers and the encoder and without them, on texts
met for the first time and on the same again: no text is looked at before its row, and of a source
read before only what a colleague's draft told was. Presidio's pattern recognisers, which look for
personal data alone, run on some of the same texts.
"""

import tempfile
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table
from sqlalchemy import insert

from benchmarks.busy import PATTERNS, TERMS, circumstances, guard
from benchmarks.material import items
from benchmarks.quality.presidio import presidio
from benchmarks.timing import timed
from domain.content import ContentItem
from domain.drafts import Draft
from domain.review import Circumstances, Fingerprint, Source, Verdict
from guardrails.guard import Guard
from storage.database import Database
from storage.fingerprints import StoredFingerprints
from storage.migration import migrate
from storage.models import ReservationRow
from storage.reservations import ReservationBook

_LENGTH = 1_300
_KEPT, _COLLEAGUES = 100_000, 50
_TEXTS = 55
_Calls = list[Callable[[], Verdict]]


@dataclass(frozen=True, slots=True)
class _Material:
    """Whole posts in a repeatable order, and colleagues' drafts by which guard compares them."""

    posts: tuple[ContentItem, ...]
    colleagues: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class _Setting:
    """One guard, and what stands around the drafts it reviews."""

    guard: Guard
    has_source: bool = False
    is_source_read: bool = False
    colleagues: Sequence[Fingerprint] = ()
    book: ReservationBook | None = None

    def calls(self, posts: Sequence[ContentItem]) -> _Calls:
        """Return a check for each post, whose beginning is the draft and which is the source."""
        around = [self._around(post) for post in posts]
        if self.is_source_read:
            for one, post in zip(around, posts, strict=True):
                self.guard.inspect(_of_a_colleague(post), one)
        return [self._call(*one) for one in zip(range(len(posts)), posts, around, strict=True)]

    def _around(self, post: ContentItem) -> Circumstances:
        source = Source(post.text) if self.has_source else None
        return replace(circumstances(), source=source, neighbours=self.colleagues)

    def _call(self, number: int, post: ContentItem, around: Circumstances) -> Callable[[], Verdict]:
        draft = Draft(post.text[:_LENGTH], post.language)

        def check() -> Verdict:
            if self.book is None:
                return self.guard.inspect(draft, around)
            others = self.book.fingerprints(f"c_{number}")
            return self.guard.inspect(draft, replace(around, neighbours=others))

        return check


def main() -> None:
    """Print p50 and p95 of a whole check in ever more of its circumstances."""
    material = _material()
    table = Table("check of 1,300 characters", "texts", "ms p50", "p95", "again p50", "p95")
    posts = iter(_slices(material.posts))
    # What any service has met within a minute: common words of both languages.
    for call in _Setting(guard(with_scorers=True)).calls(next(posts)):
        call()
    for with_scorers in (False, True):
        busy = guard(with_scorers=with_scorers)
        colleagues = tuple(
            busy.comparer.fingerprint(one, circumstances()) for one in material.colleagues
        )
        table.add_row("with scorers and encoder" if with_scorers else "deterministic checks alone")
        with _stored(colleagues) as book:
            for name, setting in _settings(busy, colleagues, book):
                _add(table, f"  {name}", setting.calls(next(posts)))
    _add(table, "Presidio, personal data alone", _presidio(material))
    Console().print(table)
    print(f"{TERMS} confidential terms, {PATTERNS} patterns of the company's own, in every row;")
    print("milliseconds of one processor, which a busy machine tells nearly like a quiet one")


def _settings(
    busy: Guard, colleagues: tuple[Fingerprint, ...], book: ReservationBook
) -> Iterator[tuple[str, _Setting]]:
    alone = _Setting(busy)
    yield "without a source", alone
    yield "with its source, met for the first time", replace(alone, has_source=True)
    read = replace(alone, has_source=True, is_source_read=True)
    yield "with its source, read before", read
    many = replace(read, colleagues=StoredFingerprints([*map(_packed, colleagues)]))
    yield f"… and {_COLLEAGUES} colleagues' drafts", many
    yield f"… fetched among {_KEPT:,} in the database", replace(read, book=book)


def _of_a_colleague(post: ContentItem) -> Draft:
    """Return another draft on a post: what no draft tells of a source is never read of it."""
    return Draft(post.text[_LENGTH:][-_LENGTH:].strip() or ".", post.language)


def _packed(one: Fingerprint) -> tuple[bytes, bytes]:
    """Return a fingerprint as the database has it."""
    return array("Q", one.shingles).tobytes(), one.embedding


def _add(table: Table, name: str, calls: Sequence[Callable[[], object]]) -> None:
    first, again = (timed(calls, clock=time.thread_time) for _ in range(2))
    figures = (first.p50, first.p95, again.p50, again.p95)
    table.add_row(name, str(len(calls)), *(f"{one:.2f}" for one in figures))


def _slices(posts: Sequence[ContentItem]) -> Iterator[Sequence[ContentItem]]:
    """Yield other posts each time; the same ones again where there are too few."""
    at = 0
    while True:
        yield [posts[(at + number) % len(posts)] for number in range(min(_TEXTS, len(posts)))]
        at += _TEXTS


def _presidio(material: _Material) -> list[Callable[[], object]]:
    analyser = presidio()
    texts = [post.text[:_LENGTH] for post in material.posts[:_TEXTS]]
    return [partial(analyser.analyze, text, language="en") for text in texts]


@cache
def _material() -> _Material:
    posts = [one for one in items() if len(one.text) >= _LENGTH]
    Random(5).shuffle(posts)  # noqa: S311 - a repeatable order
    others = [Draft(one.text[:_LENGTH], one.language) for one in posts[-_COLLEAGUES:]]
    return _Material(tuple(posts[:-_COLLEAGUES] or posts), tuple(others))


@contextmanager
def _stored(fingerprints: tuple[Fingerprint, ...]) -> Iterator[ReservationBook]:
    """Yield a book of so many reservations, on as many contents as that makes."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(f"sqlite:///{Path(folder) / 'bench.db'}")
        migrate(database)
        with database.write() as session:
            for content in range(_KEPT // _COLLEAGUES):
                session.execute(insert(ReservationRow), _rows_of(content, fingerprints))
        yield ReservationBook(database, b"benchmark")
        database.close()


def _rows_of(content: int, fingerprints: tuple[Fingerprint, ...]) -> list[dict[str, object]]:
    return [
        {
            "reservation_id": f"r_{content}_{number}",
            "content_key": f"c_{content}",
            "angle": "fact",
            "shingles": _packed(one)[0],
            "embedding": one.embedding,
            "owner_token": f"o_{content}_{number}",
            "ends_at": datetime.now(UTC) + timedelta(days=1),
        }
        for number, one in enumerate(fingerprints)
    ]
