"""Content as it is sent in and out."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from api.schemas.base import Answer, Body, Instant, Telling, Truth, Url, Word, with_example
from domain.content import ContentItem, Image
from domain.language import Language

ContentId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,64}$")]


class ImageIn(Body):
    """An image, and what is known of the right to use it."""

    url: Url
    alt: Annotated[str, Field(max_length=1_000)] | None = None
    rights: Annotated[str, Field(max_length=500)] | None = None
    people_agreed: Truth | None = None


class ContentIn(Body):
    """Content to keep; the same id again replaces it."""

    model_config = with_example(
        {
            "title": "Two sensors, one leak",
            "text": "On cast iron, two sensors 180 m apart hear a leak of 0.5 m³/h.",
            "language": "en",
            "url": "https://www.tessonde.example/en/two-sensors",
            "tags": ["acoustics"],
            "published_at": "2026-03-01T09:00:00Z",
        }
    )

    id: ContentId | None = None
    title: Annotated[str, Field(min_length=1, max_length=1_000), Telling]
    text: Annotated[str, Field(min_length=1, max_length=200_000), Telling]
    language: Language
    url: Url | None = None
    summary: Annotated[str, Field(max_length=5_000)] | None = None
    authors: Annotated[tuple[Word, ...], Field(max_length=20)] = ()
    tags: Annotated[tuple[Word, ...], Field(max_length=50)] = ()
    images: Annotated[tuple[ImageIn, ...], Field(max_length=20)] = ()
    published_at: Instant | None = None
    embargo_until: Instant | None = None
    expires_at: Instant | None = None
    campaign: Word | None = None


class ContentOut(Answer):
    """Content as it is kept."""

    content_id: str
    title: str
    text: str
    language: Language
    url: str | None
    source: str
    summary: str | None
    authors: list[str]
    tags: list[str]
    images: list[ImageIn]
    published_at: datetime | None
    embargo_until: datetime | None
    expires_at: datetime | None
    campaign: str | None

    @classmethod
    def of(cls, item: ContentItem) -> "ContentOut":
        """Return content as it is sent."""
        return cls(
            content_id=item.content_id,
            title=item.title,
            text=item.text,
            language=item.language,
            url=item.url,
            source=item.source,
            summary=item.summary,
            authors=list(item.authors),
            tags=list(item.tags),
            images=[_image(image) for image in item.images],
            published_at=item.published_at,
            embargo_until=item.embargo_until,
            expires_at=item.expires_at,
            campaign=item.campaign,
        )


class ContentPage(Answer):
    """Some contents, newest first, and how many there are in all."""

    items: list[ContentOut]
    total: int
    limit: int
    offset: int


def _image(image: Image) -> ImageIn:
    return ImageIn.model_construct(
        url=image.url, alt=image.alt, rights=image.rights, people_agreed=image.people_agreed
    )
