"""Reading one web page as one item, and finding the feed a page offers."""

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from domain.content import Image
from recommender.catalogue.addresses import absolute_url
from recommender.catalogue.documents import Document
from recommender.catalogue.markup import is_unseen, read_html
from recommender.catalogue.plain_text import clean
from recommender.catalogue.rows import Place, Record, Records
from recommender.catalogue.values import without_address

_FEED_TYPES = {
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
}
_COMMENTS = re.compile(r"comment(?:s|aires?)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself beside its text."""

    title: str = ""
    text: str = ""
    summary: str = ""
    author: str = ""
    tags: tuple[str, ...] = ()
    image: str = ""
    date: str | None = None
    site: str = ""


def linked_feed(document: Document) -> str | None:
    """Return the address of the feed a page offers, None for an article or a page without."""
    root = _tree(document)
    if root.xpath("//meta[@property='og:type' and @content='article']"):
        return None
    base = absolute_url(next(iter(root.xpath("//base/@href")), ""), document.url) or document.url
    for link in root.xpath("//link[@href][contains(@rel, 'alternate')]"):
        named = f"{link.get('title', '')} {link.get('href')}"
        if link.get("type", "").lower() in _FEED_TYPES and not _COMMENTS.search(named):
            return absolute_url(link.get("href"), base)
    return None


def read_page(document: Document) -> Records:
    """Yield the one item of a web page."""
    root = _tree(document)
    language = root.get("lang")
    facts = _facts(root, document)
    image = absolute_url(facts.image, document.url)
    yield Record(
        place=Place(document.name),
        source=facts.site or document.source,
        title=facts.title,
        # Where trafilatura finds no article, everything the page shows.
        text=facts.text or read_html(document.text(), base=document.url).text,
        summary=facts.summary,
        url=document.url,
        key=document.key,
        usual_language=language,
        authors=tuple(map(without_address, facts.author.split(";"))),
        tags=tuple(tag for tags in facts.tags for tag in tags.split(",")),
        images=(Image(url=image),) if image else (),
        published=facts.date,
    )


def _tree(document: Document) -> Any:  # noqa: ANN401 - lxml carries no types
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        text = clean(document.text()).encode()
        return html.document_fromstring(text, parser=parser, ensure_head_body=True)
    except etree.ParserError:
        # Nothing but white space and comments.
        return html.document_fromstring("<html></html>", ensure_head_body=True)


def _facts(root: Any, document: Document) -> PageFacts:  # noqa: ANN401 - lxml carries no types
    import trafilatura  # noqa: PLC0415 - takes 350 ms, and pages are rare beside feeds

    for element in root.xpath("//body//*[@hidden or @style]"):
        if is_unseen(element) and element.getparent() is not None:
            element.drop_tree()
    page = trafilatura.bare_extraction(
        root, url=document.url, with_metadata=True, include_comments=False, favor_recall=True
    )
    if page is None or isinstance(page, dict):
        return PageFacts(title=str(root.findtext(".//title") or ""))
    title = page.title or ""
    return PageFacts(
        title=title,
        text=_paragraphs(page.text or "", title),
        summary=page.description or "",
        author=page.author or "",
        tags=tuple(page.tags or ()),
        image=page.image or "",
        date=page.date,
        site=page.sitename or "",
    )


def _paragraphs(text: str, title: str) -> str:
    # One line is one paragraph there, and the first often repeats the title.
    return text.removeprefix(f"{title}\n" if title else "").replace("\n", "\n\n")
