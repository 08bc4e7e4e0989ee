"""HTML as a reader sees it: plain text in paragraphs, and the images in it.

For pieces of HTML, which are content from end to end; trafilatura, which looks for the content
of a whole page, drops one word in twenty of them.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree, html

from domain.content import Image
from recommender.catalogue.addresses import absolute_url
from recommender.catalogue.paragraphs import Paragraphs
from recommender.catalogue.plain_text import clean, clean_line

_PARAGRAPHS = frozenset(
    "address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul".split()
)
_LINES = frozenset({"br", "tr", "caption"})
_UNSEEN = frozenset(
    "script style head template noscript iframe object embed svg math canvas audio video"
    " button select textarea datalist".split()
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
# A caption that only says whose picture it is belongs to the image, not to the text.
_CREDIT = re.compile(
    r"\s*(?:photos?|photographie|illustration|image|infographie|cr[ée]dits?|credits?|source)"
    r"(?:\s+by\b|\s*[:/])|\s*©",
    re.IGNORECASE,
)
_TAG = re.compile(r"</(?:p|div|a|li|ul|ol|strong|em|b|i|span|h[1-6])>|<br ?/?>", re.IGNORECASE)
_WHOLE = re.compile(r"<(?:p|div|h[1-6]|ul|ol|article|section|figure|table)\b", re.IGNORECASE)


@dataclass(slots=True)
class Shown:
    """What a piece of HTML shows."""

    text: str = ""
    images: list[Image] = field(default_factory=list)


def read_html(source: str, *, base: str | None = None) -> Shown:
    """Return what HTML shows; HTML that was escaped once too often is read once more."""
    # Cleaned first: a NUL or a lone surrogate would end the parsing there.
    source = clean(source)
    shown = _walk(_parse(source), base)
    if "<" not in source and _TAG.search(shown.text):
        return _walk(_parse(shown.text), base)
    return shown


def is_html(text: str) -> bool:
    """Tell whether a text is HTML from end to end, not a text that speaks of HTML."""
    stripped = text.strip()
    return bool(_WHOLE.match(stripped) and stripped.endswith(">") and _TAG.search(stripped))


def _parse(source: str) -> Any:  # noqa: ANN401 - lxml carries no types
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # Never empty, and never with a head made up for it.
    return html.document_fromstring(f"<body><p></p>{source}".encode(), parser=parser)


def _walk(root: Any, base: str | None) -> Shown:  # noqa: ANN401 - lxml carries no types
    text, images, verbatim = Paragraphs(), list[Image](), 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        verbatim += {"start": 1, "end": -1}[event] * (element.tag == "pre")
        if event == "end":
            _break(text, element.tag)
            text.add(element.tail, verbatim=verbatim > 0)
        elif is_unseen(element) or _is_credit(element):
            images[-1:] = [_credited(image, element) for image in images[-1:]]
            walk.skip_subtree()
        else:
            _break(text, element.tag)
            text.begin_item() if element.tag == "li" else None
            text.add(element.text, verbatim=verbatim > 0)
            images.extend(_images(element, base))
    return Shown(clean(str(text)), images)


def _break(text: Paragraphs, tag: str) -> None:
    if tag in _PARAGRAPHS:
        text.end_line(2)
    elif tag in _LINES:
        text.end_line()
    elif tag in {"td", "th"}:
        text.add(" ")


def is_unseen(element: Any) -> bool:  # noqa: ANN401 - lxml carries no types
    """Tell whether a reader does not see an element, nor anything in it."""
    hidden = "hidden" in element.attrib or _HIDING.search(element.get("style", ""))
    return element.tag in _UNSEEN or bool(hidden)


def _is_credit(element: Any) -> bool:  # noqa: ANN401 - lxml carries no types
    return element.tag == "figcaption" and bool(_CREDIT.match(element.text_content()))


def _credited(image: Image, caption: Any) -> Image:  # noqa: ANN401 - lxml carries no types
    if image.rights or not _is_credit(caption):
        return image
    return replace(image, rights=clean_line(caption.text_content()))


def _images(element: Any, base: str | None) -> list[Image]:  # noqa: ANN401 - lxml carries no types
    if element.tag != "img" or {element.get("width"), element.get("height")} & {"0", "1"}:
        return []
    # Pages that load images late keep the address aside.
    addresses = (absolute_url(element.get(name, ""), base) for name in ("src", "data-src"))
    alt = clean_line(element.get("alt", "")) or None
    return [Image(url=url, alt=alt) for url in addresses if url][:1]
