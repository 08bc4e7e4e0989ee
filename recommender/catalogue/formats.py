"""The forms content comes in, told by what a file holds first, and by its name after that."""

import json
import re
from enum import StrEnum
from pathlib import PurePath


class Format(StrEnum):
    """A form that can be read; a Markdown folder is read file by file."""

    RSS = "rss"
    ATOM = "atom"
    JSON_FEED = "json_feed"
    CSV = "csv"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    WEB_PAGE = "web_page"


_SUFFIXES = {
    ".rss": Format.RSS,
    ".rdf": Format.RSS,
    ".xml": Format.RSS,
    ".atom": Format.ATOM,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".json": Format.JSON_FEED,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.WEB_PAGE,
    ".htm": Format.WEB_PAGE,
    ".xhtml": Format.WEB_PAGE,
}
_MEDIA_TYPES = {
    "application/rss+xml": Format.RSS,
    "application/rdf+xml": Format.RSS,
    "application/xml": Format.RSS,
    "text/xml": Format.RSS,
    "application/atom+xml": Format.ATOM,
    "application/feed+json": Format.JSON_FEED,
    "application/x-ndjson": Format.JSONL,
    "application/jsonl": Format.JSONL,
    "text/csv": Format.CSV,
    "text/tab-separated-values": Format.CSV,
    "text/markdown": Format.MARKDOWN,
    "text/html": Format.WEB_PAGE,
    "application/xhtml+xml": Format.WEB_PAGE,
}
# Possessive: a file of nothing but comments is read once, not once for every split of them.
_SKIPPED = r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?!\s+html)[^>\[]*(?>\[.*?\]\s*)?>)*+"
_PAGE = re.compile(_SKIPPED + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(_SKIPPED + r"<(?:[\w.-]+:)?(rss|feed|rdf|channel)\b", re.IGNORECASE | re.DOTALL)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[ \t]*\n")


def is_readable(path: PurePath) -> bool:
    """Tell whether a file of a folder has the name of something that can be read."""
    return path.suffix.lower() in _SUFFIXES.keys() - {".html", ".htm", ".xhtml"}


def detect_format(head: str, name: str, media_type: str | None = None) -> Format | None:
    """Return the format of a file from its beginning, else its name, else its media type."""
    return (
        _from_content(head.lstrip("\ufeff"), PurePath(name).suffix.lower())
        or _SUFFIXES.get(PurePath(name).suffix.lower())
        or _MEDIA_TYPES.get((media_type or "").partition(";")[0].strip().lower())
    )


def _from_content(head: str, suffix: str) -> Format | None:
    start = head.lstrip()
    if start.startswith("<"):
        return _markup(start)
    if start.startswith("{") and suffix not in {".csv", ".md", ".markdown"}:
        return Format.JSON_FEED if _JSON_FEED.search(head) else _json_lines(start)
    if _FRONT_MATTER.match(start) and suffix not in {".csv", ".tsv"}:
        return Format.MARKDOWN
    return None


def _markup(start: str) -> Format | None:
    if _PAGE.match(start):
        return Format.WEB_PAGE
    root = _FEED.match(start)
    if root is None:
        return None
    return Format.ATOM if root[1].lower() == "feed" else Format.RSS


def _json_lines(start: str) -> Format | None:
    first, _, rest = start.partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        # A first line longer than the head cannot be parsed, and is one all the same.
        return Format.JSONL if not rest else None
    return Format.JSONL
