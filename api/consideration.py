"""What authors receive for posting, as the campaigns of the contents that they tell of say."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Final

from api.schemas.checks import TextIn
from api.wiring import Services
from domain.addresses import page_key
from domain.content import ContentItem
from guardrails.hosts import pages_in
from recommender.catalogue.addresses import absolute_url

_MOST_PAGES: Final = 50
"""No post links to more; each is looked up."""


def consideration_of(services: Services, content: ContentItem) -> str | None:
    """Return what authors receive for posting about a content, as its campaign says."""
    campaign = services.campaigns.called(content.campaign) if content.campaign else None
    return campaign.consideration if campaign else None


def consideration_told(services: Services, item: ContentItem | None, asked: TextIn) -> str | None:
    """Return what authors receive for a text: for its content, or one that its links lead to."""
    items = chain([item] if item else [], _named(services, asked))
    given = (consideration_of(services, one) for one in items)
    return next(filter(None, given), None)


def _named(services: Services, asked: TextIn) -> Iterator[ContentItem]:
    """Yield the contents of the catalogue that a text or its source names by their address.

    Of one under embargo nothing is told, not even that somebody is paid for it.
    """
    now = datetime.now(UTC)
    source = page_key(absolute_url((asked.source and asked.source.url) or ""))
    linked = (page for _, page in pages_in(asked.text))
    pages = dict.fromkeys(chain([source] if source else [], linked))
    for page in islice(pages, _MOST_PAGES):
        there = services.contents.at_page(page)
        yield from (one for one in there if not one.is_under_embargo(now))
