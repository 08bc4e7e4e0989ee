"""From what a source gives to content: checked, in one language, with an id and a digest."""

import json
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b
from typing import Literal

from domain.content import ContentItem, Image
from domain.language import Language
from recommender.catalogue.addresses import absolute_url, canonical_url, content_id
from recommender.catalogue.dates import instant
from recommender.catalogue.languages import language_of
from recommender.catalogue.limits import MAX_TEXT_CHARACTERS, MAX_TITLE_CHARACTERS
from recommender.catalogue.plain_text import clean, clean_line, first_words
from recommender.catalogue.rows import Accepted, Record, Rejected, Unusable


def accept(
    record: Record, *, known_language: Language | None = None, campaign: str | None = None
) -> Accepted | Rejected:
    """Return the content of a record, or why it cannot be content; `campaign` where it has none."""
    try:
        item = _item(record, known_language, campaign)
    except Unusable as unusable:
        return Rejected.at(record.place, unusable.reason, field=unusable.field)
    return Accepted(item, str(record.place), _lacking(record))


def _lacking(record: Record) -> Literal["", "title", "text"]:
    title = clean_line(record.title)
    if not title:
        return "title"
    text = clean(record.text) or clean(record.summary)
    return "" if text and text != title else "text"


def _item(record: Record, known: Language | None, campaign: str | None) -> ContentItem:
    record = _cleaned(record)
    language = language_of(record, known=known)
    item = ContentItem(
        content_id="",
        digest="",
        title=record.title,
        text=record.text,
        summary=record.summary or None,
        language=language,
        source=record.source,
        url=_url(record),
        authors=record.authors,
        tags=record.tags,
        images=record.images,
        published_at=instant(record.published, field="published_at", language=language),
        embargo_until=instant(record.embargo, field="embargo_until", language=language),
        expires_at=instant(record.expires, field="expires_at", language=language),
    )
    item = replace(item, content_id=content_id(_identity(item, record.key)))
    item = replace(item, campaign=record.campaign or campaign)
    return replace(item, digest=digest(item))


def digest(item: ContentItem) -> str:
    """Return a hash of everything a reader sees of an item, and of the campaign it is for."""
    seen = (
        item.title,
        item.text,
        item.summary,
        item.language,
        item.url,
        item.authors,
        item.tags,
        [(image.url, image.alt, image.rights, image.people_agreed) for image in item.images],
        [_written(date) for date in (item.published_at, item.embargo_until, item.expires_at)],
        item.campaign,
    )
    return blake2b(json.dumps(seen).encode(), digest_size=16).hexdigest()


def _cleaned(record: Record) -> Record:
    title, summary = clean_line(record.title), clean(record.summary)
    text = clean(record.text) or summary or title
    if not text:
        raise Unusable("it has neither a title nor a text; give one of them", field="text")
    _refuse_length("title", title, MAX_TITLE_CHARACTERS)
    _refuse_length("summary", summary, MAX_TEXT_CHARACTERS)
    _refuse_length("text", text, MAX_TEXT_CHARACTERS)
    return replace(
        record,
        title=title or first_words(text),
        text=text,
        summary="" if summary == text else summary,
        source=clean_line(record.source),
        authors=_each_once(record.authors),
        tags=_each_once(record.tags),
        images=_images(record.images),
        campaign=clean_line(record.campaign or "") or None,
    )


def _refuse_length(field: str, text: str, limit: int) -> None:
    if len(text) > limit:
        raise Unusable(
            f"its {field} has {len(text):,} characters, and one item holds at most {limit:,}:"
            " shorten it, or split the item",
            field=field,
        )


def _url(record: Record) -> str | None:
    if record.url is None or not record.url.strip():
        return None
    url = absolute_url(clean(record.url), record.base)
    if url is None:
        raise Unusable(
            "its address is not a whole web address: write it from https:// on", field="url"
        )
    return url


def _identity(item: ContentItem, key: str | None) -> str:
    if item.url is not None:
        return canonical_url(item.url)
    key = clean_line(key or "")
    # Between source and key stands what neither can hold.
    return f"{item.source}\n{key}" if key else digest(item)


def _each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(clean_line, values))))


def _images(images: tuple[Image, ...]) -> tuple[Image, ...]:
    cleaned = [
        replace(
            image,
            alt=clean_line(image.alt or "") or None,
            rights=clean_line(image.rights or "") or None,
        )
        for image in images
    ]
    # Of one image named twice, what says most of the right to use it.
    best = {image.url: image for image in sorted(cleaned, key=_knowledge)}
    return tuple(best[url] for url in dict.fromkeys(image.url for image in cleaned))


def _knowledge(image: Image) -> int:
    return sum(fact is not None for fact in (image.alt, image.rights, image.people_agreed))


def _written(date: datetime | None) -> str | None:
    return date.isoformat() if date else None
