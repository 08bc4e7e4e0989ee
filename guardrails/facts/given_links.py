"""A link that nobody gave: invented, shortened, or the content's own with a piece missing.

A host alone is a name ("cloud.example"), and a charter says where links may lead. With a path
behind it, it is a link, with a scheme or without. The case of a host says nothing, that of a
path is another page. What only counts visitors, and a place on the page, may be left out.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.review import Span
from guardrails.hosts import links_in

_LINK: Final = re.compile(r"(?:https?://|www\.)[^\s<>«»“”\"]+", re.IGNORECASE)
_SCHEME: Final = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_HOST: Final = re.compile(r"[^/\\?#]*")
_WHOLE: Final = re.compile(r"[^\s<>«»“”\"]+")
_BEHIND: Final = ".,;:!?)]…'’/*_"
_COUNTS_VISITORS: Final = re.compile(
    r"(?:(?:utm|mtm|pk)_\w+|fbclid|gclid|dclid|msclkid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi"
    r"|li_fat_id|trk|xtor)(?:=|$)",
    re.IGNORECASE,
)


def not_given(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text holds a link that stands in nothing it was given."""
    known = "\n".join(given)
    if not known.strip():
        return
    links = {way for link, _ in _links(known) for way in _ways_to(link)}
    yield from (span for link, span in _links(text) if link not in links)


def _ways_to(link: str) -> Iterator[str]:
    """Yield a link as given, and as it may be told: nothing is ever added to it."""
    page, _, query = link.partition("#")[0].partition("?")
    kept = "&".join(one for one in query.split("&") if not _COUNTS_VISITORS.match(one))
    yield from (link, link.partition("#")[0].rstrip(_BEHIND))
    yield f"{page}?{kept}" if kept else page.rstrip(_BEHIND)


def _links(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the links of a text in one spelling, and where they stand."""
    done = 0
    for start in sorted({*_with_a_sign(text), *_without(text)}):
        whole = _WHOLE.match(text, start)
        # What begins in the middle of another one belongs to it.
        if whole is not None and start >= done:
            done = whole.end()
            written = whole[0].rstrip(_BEHIND)
            yield _in_one_spelling(written), Span(start, start + max(1, len(written)))


def _with_a_sign(text: str) -> Iterator[int]:
    return (match.start() for match in _LINK.finditer(text))


def _without(text: str) -> Iterator[int]:
    return (link.span.start for link in links_in(text) if not link.is_bare)


def _in_one_spelling(link: str) -> str:
    told = _SCHEME.sub("", link)
    host = _HOST.match(told)
    end = host.end() if host else 0
    return told[:end].casefold() + told[end:]
