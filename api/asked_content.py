"""The content a request is about: one of the catalogue, or one that came with it."""

from datetime import UTC, datetime
from hashlib import blake2b
from typing import Final

from api.schemas.checks import TextIn
from api.schemas.drafts import DraftsIn, InlineContent
from api.wiring import Services
from domain.addresses import page_key
from domain.content import INLINE, ContentItem, Image
from domain.errors import NotFound, RequestInvalid
from domain.review import Source
from domain.roles import Caller, Role
from recommender.catalogue.addresses import absolute_url, canonical_url, content_id

_KEEPERS: Final = frozenset({Role.COMMS, Role.ADMIN})


def content_key(services: Services, url: str | None, text: str) -> str:
    """Name content that came inline: by its address, else by its text; nothing can be read back.

    What the catalogue holds at the same address is the same content, under any id it has there.
    """
    kept = _kept_at(services, url)
    return kept.content_id if kept else _digest(url, text)


def _digest(url: str | None, text: str) -> str:
    whole = absolute_url(url or "")
    if whole is not None:
        return content_id(canonical_url(whole))
    return f"inline_{blake2b(text.encode(), digest_size=16).hexdigest()}"


def _kept_at(services: Services, url: str | None) -> ContentItem | None:
    """Return what the catalogue holds at the page of an address: one that is live, if any is."""
    key = page_key(absolute_url(url or ""))
    now = datetime.now(UTC)
    found = services.contents.at_page(key) if key else []
    return min(found, key=lambda item: not item.is_live(now), default=None)


def content_asked(services: Services, asked: DraftsIn) -> ContentItem:
    """Return the content to write about.

    Raises RequestInvalid unless exactly one is given, NotFound where none may be spoken about now.
    """
    if (asked.content_id is None) == (asked.content is None):
        raise RequestInvalid("give exactly one of content_id and content", field="content_id")
    if asked.content is not None:
        return _inline(services, asked.content)
    item = services.contents.get(asked.content_id or "")
    refuse_hidden(item)
    return item


def refuse_hidden(item: ContentItem) -> None:
    """Raise NotFound for a content under embargo or past its end, as for one that is not there."""
    if not item.is_live(datetime.now(UTC)):
        raise NotFound(f"there is no content {item.content_id!r} to speak about now")


def content_checked(services: Services, caller: Caller, asked: TextIn) -> ContentItem | None:
    """Return the content of the catalogue that a text is checked against, None where none is told.

    Raises NotFound for one that is not there; but for whoever keeps the catalogue, one under
    embargo is not there.
    """
    if not asked.content_id:
        return None
    item = services.contents.get(asked.content_id)
    if item.is_under_embargo(datetime.now(UTC)) and caller.role not in _KEEPERS:
        raise NotFound(f"there is no content {item.content_id!r}")
    return item


def _inline(services: Services, content: InlineContent) -> ContentItem:
    """Return content that came inline.

    Where the catalogue holds it, it is one content with that: its angles and drafts, what its
    campaign gives to authors, its embargo and its end. Raises NotFound outside of these two, and
    for the title or the words of a content under embargo at any other address, or at none.
    """
    kept, now = _kept_at(services, content.url), datetime.now(UTC)
    waits = services.organization.unpublished.holds(
        now, url=absolute_url(content.url or ""), title=content.title, text=content.text
    )
    if waits or (kept is not None and not kept.is_live(now)):
        # Not by its id, which nobody outside is told before its day; nor whether it is one.
        raise NotFound("there is no content at this address to speak about now")
    key = kept.content_id if kept else _digest(content.url, content.text)
    return ContentItem(
        content_id=key,
        title=content.title,
        text=content.text,
        language=content.language,
        digest=key,
        source=INLINE,
        url=content.url,
        images=tuple(Image(**image.model_dump()) for image in content.images),
        campaign=kept.campaign if kept else None,
    )


def source_asked(
    services: Services, item: ContentItem | None, asked: TextIn
) -> tuple[Source | None, str | None]:
    """Return the source a text is checked against and the key of its content, None for neither."""
    if item is not None:
        is_public = item.is_live(datetime.now(UTC))
        return (
            Source(item.text, item.title, item.url, item.authors, is_public=is_public),
            item.content_id,
        )
    if asked.source is None:
        return None, None
    return asked.source.as_source(), content_key(services, asked.source.url, asked.source.text)
