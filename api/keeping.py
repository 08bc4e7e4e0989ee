"""Keeping content that a person sends: checked and named as any import is."""

from dataclasses import replace as changed

from api.schemas.contents import ContentIn
from api.wiring import Services
from domain.content import ContentItem, Image
from domain.errors import RequestInvalid
from recommender.catalogue.items import accept
from recommender.catalogue.rows import Accepted, Place, Record

_SOURCE = "api"


def keep(services: Services, asked: ContentIn) -> ContentItem:
    """Keep a content and its vector; the same id, or the same address, replaces what was there.

    Raises RequestInvalid, naming the field.
    """
    return _save(services, _item(asked))


def replace(services: Services, content_id: str, asked: ContentIn) -> ContentItem:
    """Replace a content that is there.

    Raises NotFound, or RequestInvalid naming the field.
    """
    services.contents.get(content_id)
    return _save(services, changed(_item(asked), content_id=content_id))


def _save(services: Services, item: ContentItem) -> ContentItem:
    encoder = services.live.encoder.fingerprint
    services.contents.save([item], vectors=services.live.embed([item]), encoder=encoder)
    return item


def _item(asked: ContentIn) -> ContentItem:
    row = accept(_record(asked), known_language=asked.language)
    if not isinstance(row, Accepted):
        raise RequestInvalid(row.reason, field=row.field)
    return changed(row.item, content_id=asked.id) if asked.id else row.item


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
