"""Bringing content in: read, embedded and kept in batches, each all or nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from api.outside import suspect_passages
from api.wiring import Services
from domain.content import ContentItem
from recommender.catalogue.rows import Accepted, Noted, Rejected, Row
from storage.content_changes import Changes

_BATCH = 64


@dataclass(slots=True)
class ImportReport:
    """What an import did so far."""

    changes: Changes = field(default_factory=Changes)
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[Noted] = field(default_factory=list)
    strange: set[str] = field(default_factory=set)
    """The campaigns that are nobody's and were remarked on."""


def import_rows(
    services: Services,
    rows: Iterable[Row],
    report: ImportReport,
    *,
    advance: Callable[[], None] = lambda: None,
) -> Changes:
    """Keep the content of these rows and return what changed; the report is added to."""
    came_of_it = Changes()
    for batch in _batched(_accepted(rows, report, advance)):
        changes = keep(services, [row.item for row in batch])
        came_of_it += changes
        report.changes += changes
        # What stays as it is was remarked on when it came.
        came = {*changes.added, *changes.changed}
        report.notes += [
            note for row in batch if row.item.content_id in came for note in _remarks(row)
        ]
        report.notes += _strange_campaigns(services, batch, report.strange)
    services.webhooks.content_imported(came_of_it.added + came_of_it.changed)
    return came_of_it


def _accepted(
    rows: Iterable[Row], report: ImportReport, advance: Callable[[], None]
) -> Iterator[Accepted]:
    for row in rows:
        match row:
            case Accepted():
                yield row
            case Rejected():
                report.rejected.append(row)
            case Noted():
                report.notes.append(row)
        advance()


def _remarks(row: Accepted) -> list[Noted]:
    return [Noted(row.where, told) for told in _told(row)]


def _strange_campaigns(
    services: Services, batch: Iterable[Accepted], known: set[str]
) -> Iterator[Noted]:
    """Yield a remark on each campaign that is not there: made later, or a slip of the pen."""
    for row in batch:
        name = row.item.campaign
        if name is not None and name not in known and services.campaigns.called(name) is None:
            known.add(name)
            yield Noted(row.where, no_campaign(services, name))


def no_campaign(services: Services, name: str) -> str:
    """Say that there is no campaign of a name, and which there are."""
    known = sorted(one.name for one in services.campaigns.all())
    there = f"there are {', '.join(known)}" if known else "there is none"
    return f"there is no campaign {name!r} yet: what it gives to authors is not told; {there}"


def _told(row: Accepted) -> Iterator[str]:
    if count := suspect_passages(row.item):
        yield f"{count} passage(s) speak to a machine, not to readers; no draft is made of them"
    if row.lacks == "text":
        yield "it has a title and no text: a draft finds next to nothing to tell; give it a text"
    if row.lacks == "title":
        yield "it has a text and no title: its first words stand for one; give it a title"


def _batched(rows: Iterable[Accepted]) -> Iterator[list[Accepted]]:
    batch: dict[str, Accepted] = {}
    for row in rows:
        batch[row.item.content_id] = row
        if len(batch) == _BATCH:
            yield list(batch.values())
            batch = {}
    if batch:
        yield list(batch.values())


def keep(services: Services, items: list[ContentItem]) -> Changes:
    """Keep items that are not there yet or have changed, with all that is derived from them."""
    known = services.contents.digests([item.content_id for item in items])
    new = [item for item in items if known.get(item.content_id) != item.digest]
    vectors = services.live.embed(new) if new else {}
    encoder = services.live.encoder.fingerprint
    changes = services.contents.save(items, vectors=vectors, encoder=encoder)
    services.live.read(new)
    return changes
