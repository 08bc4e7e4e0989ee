"""Keeping content that a person sends: checked and named as any import is."""

from collections.abc import Collection
from dataclasses import replace as changed
from datetime import UTC, datetime

from api.schemas.contents import ContentIn
from api.wiring import Services
from domain.content import ContentItem, Image
from domain.deeds import Action, Deed
from domain.errors import RequestInvalid
from domain.roles import Caller
from recommender.catalogue.items import accept, digest
from recommender.catalogue.rows import Accepted, Place, Record

_SOURCE = "api"


def keep(services: Services, asked: ContentIn, caller: Caller) -> ContentItem:
    """Keep a content and its vector; the same id, or the same address, replaces what was there.

    Raises RequestInvalid, naming the field.
    """
    item = item_of(services, asked)
    deed = Deed.of(caller, Action.CONTENT_ADDED, item.content_id)
    encoder = services.live.encoder.fingerprint
    vectors = services.live.embed([item])
    services.contents.save([item], vectors=vectors, encoder=encoder, deed=deed)
    services.webhooks.content_imported([item.content_id])
    return item


def add(services: Services, asked: ContentIn, caller: Caller) -> ContentItem:
    """Keep a content that is new, and its vector.

    Raises AlreadyKept for one that is there, and RequestInvalid naming the field.
    """
    item = item_of(services, asked)
    services.contents.add(
        item,
        vector=services.live.embed([item])[item.content_id],
        encoder=services.live.encoder.fingerprint,
        deed=Deed.of(caller, Action.CONTENT_ADDED, item.content_id),
    )
    services.webhooks.content_imported([item.content_id])
    return item


def replace(
    services: Services,
    content_id: str,
    asked: ContentIn,
    caller: Caller,
    *,
    expected: Collection[str] | None = None,
) -> ContentItem:
    """Replace a content that is there.

    Raises NotFound, VersionStale when it is not as `expected`, or RequestInvalid naming the field.
    """
    kept = next(iter(services.contents.some([content_id])), None)
    item = item_of(services, asked, kept=kept)
    return _replaced(services, changed(item, content_id=content_id), caller, expected)


def set_times(  # noqa: PLR0913 - one argument per time, each by its name
    services: Services,
    item: ContentItem,
    caller: Caller,
    *,
    embargo_until: datetime | None,
    expires_at: datetime | None,
    expected: Collection[str],
) -> ContentItem:
    """Say until when a content that is there waits and lives; all else of it stays as it was.

    Raises NotFound, VersionStale when it is not as `expected`, or RequestInvalid naming the field.
    """
    asked = changed(item, embargo_until=embargo_until, expires_at=expires_at)
    if _times(asked) != _times(item):
        _refuse_never(asked)
    return _replaced(services, changed(asked, digest=digest(asked)), caller, expected)


def end(
    services: Services, item: ContentItem, caller: Caller, *, expected: Collection[str]
) -> ContentItem:
    """End a content now, under embargo or not; that it was, its record goes on to say.

    Raises NotFound, or VersionStale when it is not as `expected`.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    item = changed(item, expires_at=min(now, item.expires_at or now))
    return _replaced(services, changed(item, digest=digest(item)), caller, expected)


def _replaced(
    services: Services, item: ContentItem, caller: Caller, expected: Collection[str] | None
) -> ContentItem:
    services.contents.replace(
        item,
        vector=services.live.embed([item])[item.content_id],
        encoder=services.live.encoder.fingerprint,
        expected=expected,
        deed=Deed.of(caller, Action.CONTENT_REPLACED, item.content_id),
    )
    services.webhooks.content_imported([item.content_id])
    return item


def item_of(
    services: Services, asked: ContentIn, *, kept: ContentItem | None = None
) -> ContentItem:
    """Return a content as any import would keep it, of a campaign that is there.

    A campaign and times that it has already, as it is `kept`, are not looked at again: an import
    may have left that one, and what was ended under its embargo has these.

    Raises RequestInvalid, naming the field.
    """
    row = accept(_record(asked), known_language=asked.language)
    if not isinstance(row, Accepted):
        raise RequestInvalid(row.reason, field=row.field)
    if kept is None or _times(row.item) != _times(kept):
        _refuse_never(row.item)
    if kept is None or row.item.campaign != kept.campaign:
        _refuse_strangers(services, row.item.campaign)
    return changed(row.item, content_id=asked.id) if asked.id else row.item


def _times(item: ContentItem) -> tuple[datetime | None, datetime | None]:
    return item.embargo_until, item.expires_at


def _refuse_never(item: ContentItem) -> None:
    """Raise RequestInvalid for a content whose end comes before anybody may speak about it."""
    opens, closes = item.embargo_until, item.expires_at
    if opens is not None and closes is not None and closes <= opens:
        raise RequestInvalid(
            "ends no later than its embargo: nobody could ever speak about it; give a later"
            " expires_at or an earlier embargo_until",
            field="expires_at",
        )


def _refuse_strangers(services: Services, campaign: str | None) -> None:
    """Raise RequestInvalid for a campaign that is nobody's: what it gives would be told nowhere."""
    if campaign is not None and services.campaigns.called(campaign) is None:
        raise RequestInvalid(
            f"there is no campaign {campaign!r}, so what it gives to authors would not be told;"
            " write its id or its name, or make it first",
            field="campaign",
        )


def _record(asked: ContentIn) -> Record:
    return Record(
        place=Place("the request"),
        source=_SOURCE,
        title=asked.title,
        text=asked.text,
        summary=asked.summary or "",
        language=asked.language.value,
        url=asked.url,
        authors=asked.authors,
        tags=asked.tags,
        images=tuple(Image(**image.model_dump()) for image in asked.images),
        published=asked.published_at,
        embargo=asked.embargo_until,
        expires=asked.expires_at,
        campaign=asked.campaign,
    )
