"""How long a check takes: the default charter on 1,300 characters, on one core.

The charter is loaded as a busy company would: 500 confidential terms and 200 patterns of its
own; 100,000 fingerprints lie in the database, and the 50 of the content at hand are compared.
Presidio's pattern recognisers, which look for personal data alone, run on the same texts.
"""

import tempfile
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table
from sqlalchemy import insert

from api.organization import load_organization
from api.personas import FOLDER
from benchmarks.material import items
from benchmarks.quality.presidio import presidio
from benchmarks.timing import timed
from domain.content import ContentItem
from domain.drafts import Draft
from domain.organization import Organization
from domain.review import Circumstances, Fingerprint, Source, Verdict
from guardrails.charter import CharterFile, CheckSpec, load_charter
from guardrails.guard import Guard
from storage.database import Database
from storage.migration import migrate
from storage.models import ReservationRow
from storage.reservations import ReservationBook

_LENGTH = 1_300
_TERMS, _PATTERNS = 500, 200
_KEPT, _COLLEAGUES = 100_000, 50
_TEXTS = 100


@dataclass(frozen=True, slots=True)
class _Material:
    """A guard, the drafts it reviews, their whole posts as sources, and colleagues' drafts."""

    guard: Guard
    drafts: tuple[Draft, ...]
    posts: tuple[ContentItem, ...]
    colleagues: tuple[Fingerprint, ...]


def main() -> None:
    """Print p50 and p95 of a whole check in ever more of its circumstances."""
    material = _material()
    table = Table("check of 1,300 characters", "texts", "p50 ms", "p95 ms")
    # Both languages' patterns are met once, as by any service that has run for a minute.
    timed(next(_rows(material))[1])
    for name, calls in _rows(material):
        _add(table, name, calls)
    with _stored(material) as book:
        calls = [_with_storage(material, number, book) for number in range(len(material.drafts))]
        _add(table, f"… fetched among {_KEPT:,} in the database", calls)
    _add(table, "Presidio, personal data alone", _presidio(material))
    Console().print(table)
    print(f"{_TERMS} confidential terms, {_PATTERNS} patterns of the company's own, in every row;")
    print("milliseconds of one processor, which a busy machine tells nearly like a quiet one")


def _rows(material: _Material) -> Iterator[tuple[str, list[Callable[[], Verdict]]]]:
    numbers = range(len(material.drafts))
    yield "without a source", [_call(material, n, has_source=False) for n in numbers]
    yield "with its source, met for the first time", [_call(material, n) for n in numbers]
    yield "with its source, read before", [_call(material, n) for n in numbers]
    many = f"with its source and {_COLLEAGUES} colleagues' drafts"
    yield many, [_call(material, n, others=material.colleagues) for n in numbers]


def _add(table: Table, name: str, calls: Sequence[Callable[[], object]]) -> None:
    timing = timed(calls, clock=time.thread_time)
    table.add_row(name, str(len(calls)), f"{timing.p50:.2f}", f"{timing.p95:.2f}")


def _call(
    material: _Material,
    number: int,
    *,
    has_source: bool = True,
    others: tuple[Fingerprint, ...] = (),
) -> Callable[[], Verdict]:
    source = Source(material.posts[number].text) if has_source else None
    circumstances = replace(_circumstances(), source=source, neighbours=others)
    draft = material.drafts[number]
    return lambda: material.guard.inspect(draft, circumstances)


def _with_storage(material: _Material, number: int, book: ReservationBook) -> Callable[[], Verdict]:
    source = Source(material.posts[number].text)
    draft = material.drafts[number]

    def check() -> Verdict:
        others = tuple(one.fingerprint for one in book.live(f"c_{number}"))
        circumstances = replace(_circumstances(), source=source, neighbours=others)
        return material.guard.inspect(draft, circumstances)

    return check


def _presidio(material: _Material) -> list[Callable[[], object]]:
    analyser = presidio()
    return [
        lambda text=draft.text: analyser.analyze(text, language="en") for draft in material.drafts
    ]


@cache
def _material() -> _Material:
    guard = Guard.of(_busy_charter(), key=b"benchmark")
    posts = [one for one in items() if len(one.text) >= _LENGTH]
    Random(5).shuffle(posts)  # noqa: S311 - a repeatable order
    drafts = tuple(Draft(one.text[:_LENGTH], one.language) for one in posts)
    others = drafts[_TEXTS : _TEXTS + _COLLEAGUES] or drafts
    colleagues = tuple(guard.comparer.fingerprint(one, _circumstances()) for one in others)
    return _Material(guard, drafts[:_TEXTS], tuple(posts[:_TEXTS]), colleagues)


def _busy_charter() -> CharterFile:
    """Return the default charter with a company's own patterns in a clause of their own."""
    shipped = load_charter()
    patterns = tuple(_pattern(word) for word in _invented(_PATTERNS, seed=2))
    spec = CheckSpec(kind="patterns", parameters={"patterns": patterns})
    last = shipped.charter.clauses[-1]
    own = last.model_copy(update={"id": "CH-99", "checks": (spec,), "examples": ()})
    clauses = (*shipped.charter.clauses, own)
    charter = shipped.charter.model_copy(update={"clauses": clauses})
    return shipped.model_copy(update={"charter": charter})


def _pattern(word: str) -> str:
    return rf"\b{word}(?:s|es)?[ -]\d{{2,4}}\b|\bprojet[ -]{word}\w*"


@cache
def _circumstances() -> Circumstances:
    demo = load_organization(FOLDER / "organization.yaml")
    terms = tuple(name.capitalize() for name in _invented(_TERMS, seed=1))
    return Circumstances(now=datetime.now(UTC), organization=_busy(demo, terms))


def _busy(demo: Organization, terms: tuple[str, ...]) -> Organization:
    return replace(demo, confidential_terms=(*demo.confidential_terms, *terms))


def _invented(count: int, *, seed: int) -> list[str]:
    """Return so many words that no text holds."""
    chance = Random(seed)  # noqa: S311 - a repeatable choice
    syllables = ("ka", "ro", "mi", "zu", "te", "lon", "var", "dis", "pel", "qui", "gor", "nax")
    return ["".join(chance.choices(syllables, k=4)) for _ in range(count)]


@contextmanager
def _stored(material: _Material) -> Iterator[ReservationBook]:
    """Yield a book of so many reservations, on as many contents as that makes."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(f"sqlite:///{Path(folder) / 'bench.db'}")
        migrate(database)
        with database.write() as session:
            for content in range(_KEPT // _COLLEAGUES):
                session.execute(insert(ReservationRow), _rows_of(content, material.colleagues))
        yield ReservationBook(database, b"benchmark")
        database.close()


def _rows_of(content: int, fingerprints: tuple[Fingerprint, ...]) -> list[dict[str, object]]:
    return [
        {
            "reservation_id": f"r_{content}_{number}",
            "content_key": f"c_{content}",
            "angle": "fact",
            "shingles": array("Q", one.shingles).tobytes(),
            "embedding": b"",
            "owner_token": f"o_{content}_{number}",
            "ends_at": datetime.now(UTC) + timedelta(days=1),
        }
        for number, one in enumerate(fingerprints)
    ]
