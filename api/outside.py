"""Texts from outside are data: what speaks to a machine in them is taken out before use.

Each text keeps its length, so that a place in what is left is the same place in the original.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from domain.addresses import untracked
from domain.content import ContentItem
from domain.people import Ambassador
from guardrails.injection import scan_article, scan_words, without

# An apostrophe within a word closes no single marks.
_QUOTED: Final = re.compile(
    r"«[^»]*»|“[^”]*”|\"[^\"]*\"|‘(?:[^‘’]|(?<=\w)’(?=\w))*’"
    r"|(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){1,200}'(?!\w)"
)
_NOTHING_LEFT: Final = "…"  # a title is never empty


def harmless_content(item: ContentItem) -> ContentItem:
    """Return a content without the passages that speak to a machine, or what tracks its readers."""
    return replace(
        item,
        url=untracked(item.url),
        title=_harmless_words(item.title),
        text=harmless_article(item.text),
        summary=_harmless_words(item.summary) if item.summary else item.summary,
        authors=_harmless_terms(item.authors),
        tags=_harmless_terms(item.tags),
    )


def is_held(item: ContentItem) -> bool:
    """Tell whether a content is orders to a machine above all: there is nothing in it to share.

    So it is where its title gives them, or where what is left of its text is less than half. A
    title that only quotes an order is about orders.
    """
    if scan_words(_QUOTED.sub(" ", item.title)):
        return True
    left = len(harmless_article(item.text).split())
    return 2 * left < len(item.text.split())


def harmless_ambassador(person: Ambassador) -> Ambassador:
    """Return a person without the posts, the name or the employer that speak to a machine."""
    posts = tuple(post for post in person.posts if not scan_words(post))
    name = None if person.name and scan_words(person.name) else person.name
    employer = person.organization
    organization = None if employer and scan_words(employer) else employer
    return replace(person, posts=posts, name=name, organization=organization)


def suspect_passages(item: ContentItem) -> int:
    """Return how many passages of a content speak to a machine."""
    words = (item.title, item.summary or "", *item.authors, *item.tags)
    return len(scan_article(item.text)) + sum(len(scan_words(one)) for one in words)


@lru_cache(maxsize=256)
def harmless_article(text: str) -> str:
    """Return an article without the passages that speak to a machine."""
    return without(text, scan_article(text))


def _harmless_terms(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(term for term in terms if not scan_words(term))


def _harmless_words(text: str) -> str:
    suspicions = scan_words(text)
    return without(text, suspicions).strip() or _NOTHING_LEFT if suspicions else text
