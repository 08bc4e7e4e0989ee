"""The hosts that the links of a text lead to, read as a browser reads them.

The text is read as sent: folding would turn a look-alike letter of a stranger's host into the
letter of ours. Names are compared as IDNA 2008 with the mapping of UTS #46 writes them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import regex  # type: ignore[import-untyped]  # it ships no types

from domain.addresses import page_key
from domain.review import Span
from guardrails.platform_rules import TOP_LEVELS

_LABEL = r"[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}])?"
# Of those that shorten links, the ones whose ending says too little of itself: "end.in" is a slip.
_SHORTENERS = (
    r"lnkd\.in|amzn\.to|forms\.gle|is\.gd|v\.gd|rb\.gy|shorturl\.at|trib\.al|dub\.sh|hubs\.la"
)
_LINK = regex.compile(
    rf"(?:https?:[/\\]{{1,3}}|(?<![\w+.-])[a-z][a-z0-9+-]{{1,19}}:[/\\]{{1,3}}|(?<![\w:/\\.])[/\\]{{2}}(?=[\w\[])|(?<![\w.@-])www\.)"
    rf"[^\s<>\"»”)\]}}]{{1,2000}}|(?<![\w@./:#-])(?:{_LABEL}[.。．｡]){{1,8}}(?:{TOP_LEVELS})(?![\w@-]|[.。．｡]\w)"
    r"(?::\d{2,5})?(?:[/?#][^\s<>\"»”)\]}]{0,2000})?"
    rf"|(?<![\w@./:#-])(?:{_SHORTENERS})/[^\s<>\"»”)\]}}]{{1,2000}}",
    regex.IGNORECASE,
)
# It stands in every link, and in few words.
_SIGN = re.compile(r"[.。．｡:/\\](?:(?<=[.。．｡])[^\W_]|(?<=[wW]{2}\.)|(?<=[:/\\])[/\\])")
_RUN = regex.compile(r"\S+")
_SCHEME = regex.compile(r"(?:[a-z][a-z0-9+-]{1,19}:)?[/\\]{1,3}", regex.IGNORECASE)
_AUTHORITY_END = regex.compile(r"[/\\?#]")
_ADDRESSED = regex.compile(r"[/\\?#:]|^www\.", regex.IGNORECASE)
_BEHIND = ".,;:!?…'’"


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a text; `host` is None where none can be read.

    `is_bare` says that a name stands there alone, as "cloud.example" may: without scheme, `www.`,
    port or path.
    """

    span: Span
    host: str | None
    is_bare: bool


def links_in(text: str) -> Iterator[Link]:
    """Yield the links of a text as sent, those without a scheme included."""
    for match in _links(text):
        written = match[0].rstrip(_BEHIND)
        scheme = _SCHEME.match(written)
        rest = written[scheme.end() :] if scheme else written
        is_bare = scheme is None and _ADDRESSED.search(rest) is None
        span = Span(match.start(), match.start() + len(written))
        yield Link(span, _host(rest), is_bare)


def _links(text: str) -> Iterator[Any]:
    """Yield each match, looked for where a sign of a link stands between white space."""
    if not any(dot in text for dot in ".。．｡:") or _SIGN.search(text) is None:
        return
    for run in _RUN.finditer(text):
        if _SIGN.search(text, run.start(), run.end()) is not None:
            yield from _LINK.finditer(text, run.start(), run.end())


def pages_in(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the links of a text that lead to a page of a site, each with its `page_key`."""
    for link in links_in(text):
        written = text[link.span.start : link.span.end]
        scheme = _SCHEME.match(written)
        page = page_key(f"https://{written[scheme.end() :] if scheme else written}")
        # A site alone is named by whoever names the company.
        if page and not link.is_bare:
            yield link.span, page


def plain_host(host: str) -> str | None:
    """Return the one spelling of a host's name, without `www.`; None for what is no name."""
    import idna  # noqa: PLC0415 - its tables take a while to read, and few texts hold a link

    try:
        name = idna.encode(unquote(host).strip("."), uts46=True).decode()
    except (idna.IDNAError, UnicodeError):
        return None
    return name.lower().removeprefix("www.") or None


def _host(rest: str) -> str | None:
    end = _AUTHORITY_END.search(rest)
    authority = rest[: end.start()] if end else rest
    name = authority.rpartition("@")[2]
    return plain_host(name.partition(":")[0]) if name and name[0] != "[" else None
