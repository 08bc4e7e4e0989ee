"""Optimistic concurrency: what was read has an ETag, and a change may name what it changes.

A change without `If-Match` is made as ever; with one, it is refused (412) when somebody else was
first. A new charter must say which one it replaces (428).
"""

import re
from typing import Annotated, Final

from fastapi import Header, Response
from pydantic.json_schema import SkipJsonSchema

from domain.errors import RequestInvalid

# An entity tag, several with commas, or any (RFC 9110); told in the document, read below.
_TAG: Final = re.compile(r'(W/)?"([^"]*)"')
_TAGS: Final = r'^\s*(\*|(W/)?"[^"]*"(\s*,\s*(W/)?"[^"]*")*)\s*$'

IfMatch = Annotated[
    str | SkipJsonSchema[None],
    Header(
        max_length=1_000,
        json_schema_extra={"pattern": _TAGS},
        description="The ETag of what was read; the change is refused if it is another one now.",
    ),
]


def expected(if_match: str | None) -> frozenset[str] | None:
    """Return the versions a change may replace, None for any.

    Raises RequestInvalid for a header that holds no ETag. A weak one never matches.
    """
    if if_match is None or if_match.strip() == "*":
        return None
    if re.fullmatch(_TAGS, if_match) is None:
        raise RequestInvalid('give ETags as they were sent, in quotes: "…"', field="If-Match")
    return frozenset(tag for weak, tag in _TAG.findall(if_match) if not weak)


def tagged(response: Response, version: str) -> None:
    """Name the version of what is sent."""
    response.headers["ETag"] = f'"{version}"'
