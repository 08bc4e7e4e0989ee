"""The content a request is about: one of the catalogue, or one that came with it."""

from datetime import UTC, datetime
from hashlib import blake2b

from api.schemas.checks import TextIn
from api.schemas.drafts import DraftsIn, InlineContent
from api.wiring import Services
from domain.content import ContentItem, Image
from domain.errors import NotFound, RequestInvalid
from domain.review import Source


def content_key(url: str | None, text: str) -> str:
    """Name content that came inline: by its address, else by its text; nothing can be read back."""
    return f"inline_{blake2b((url or text).encode(), digest_size=16).hexdigest()}"


def content_asked(services: Services, asked: DraftsIn) -> ContentItem:
    """Return the content to write about.

    Raises RequestInvalid unless exactly one is given, NotFound where none may be spoken about now.
    """
    if (asked.content_id is None) == (asked.content is None):
        raise RequestInvalid("give exactly one of content_id and content", field="content_id")
    if asked.content is not None:
        return _inline(asked.content)
    item = services.contents.get(asked.content_id or "")
    refuse_hidden(item)
    return item


def refuse_hidden(item: ContentItem) -> None:
    """Raise NotFound for a content under embargo or past its end, as for one that is not there."""
    if not item.is_live(datetime.now(UTC)):
        raise NotFound(f"there is no content {item.content_id!r} to speak about now")


def _inline(content: InlineContent) -> ContentItem:
    key = content_key(content.url, content.text)
    return ContentItem(
        content_id=key,
        title=content.title,
        text=content.text,
        language=content.language,
        digest=key,
        source="request",
        url=content.url,
        images=tuple(Image(**image.model_dump()) for image in content.images),
    )


def source_asked(item: ContentItem | None, asked: TextIn) -> tuple[Source | None, str | None]:
    """Return the source a text is checked against and the key of its content, None for neither."""
    if item is not None:
        return Source(item.text, item.title, item.url, item.authors), item.content_id
    if asked.source is None:
        return None, None
    return asked.source.as_source(), content_key(asked.source.url, asked.source.text)
