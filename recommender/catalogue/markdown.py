"""Reading a Markdown file: its front matter as fields, its text as a reader sees it."""

import re

from recommender.catalogue.addresses import absolute_url
from recommender.catalogue.columns import meaning_of
from recommender.catalogue.documents import Document
from recommender.catalogue.fields import read_fields
from recommender.catalogue.front_matter import split_front_matter
from recommender.catalogue.json_lines import note_unknown
from recommender.catalogue.limits import MAX_TEXT_CHARACTERS
from recommender.catalogue.rows import Noted, Place, Records, Rejected, Unusable

_TITLE = re.compile(r"\s*#[ \t]+([^\n]{1,1000}?)[ \t#]*(?:\n|\Z)")
_SERVED = {"url", "image"}


def read_markdown(document: Document) -> Records:
    """Yield the one item of a Markdown file."""
    place = Place(document.name)
    try:
        fields, body = split_front_matter(document.text())
        yield from note_unknown(fields, set(), place)
        for name in _relative(fields, document.url):
            del fields[name]
            yield Noted(str(place), f"its {name} is relative, and nobody knows to what: left out")
        fields = _with_title(fields, body, document)
        source = document.folder or document.source
        yield read_fields(fields, place, source=source, base=document.url)
    except Unusable as unusable:
        yield Rejected.at(place, unusable.reason, field=unusable.field)


def _relative(fields: dict[str, object], base: str | None) -> list[str]:
    return [
        name
        for name, value in fields.items()
        if meaning_of(name) in _SERVED and isinstance(value, str) and value.strip()
        if absolute_url(value, base) is None
    ]


def _with_title(fields: dict[str, object], body: str, document: Document) -> dict[str, object]:
    said = {meaning_of(name) for name, value in fields.items() if value}
    heading = _TITLE.match(body)
    if "title" not in said and heading is not None:
        fields = {"title": heading[1], **fields}
        body = body[heading.end() :]
    key = {} if "key" in said else {"path": document.key or document.url}
    # Text that front matter calls description or excerpt stays a summary; the body is the text.
    kept = {name: value for name, value in fields.items() if meaning_of(name) != "text"}
    return {**kept, **key, "html": _rendered(body)}


def _rendered(body: str) -> str:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown needs it

    if len(body) > 2 * MAX_TEXT_CHARACTERS:
        raise Unusable(
            f"its text is longer than {MAX_TEXT_CHARACTERS:,} characters: split it", field="text"
        )
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return str(parser.render(body))
