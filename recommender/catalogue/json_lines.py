"""Reading JSON Lines: one object a line."""

import json
from collections.abc import Mapping

from recommender.catalogue.columns import unknown
from recommender.catalogue.documents import Document
from recommender.catalogue.fields import read_fields
from recommender.catalogue.limits import MAX_LINE_BYTES
from recommender.catalogue.lines import Line, read_lines
from recommender.catalogue.rows import Noted, Place, Records, Rejected, Unusable

LINE_TOO_LONG = f"it is longer than {MAX_LINE_BYTES // 1024**2} MB: split it, or leave it out"


def read_json_lines(document: Document) -> Records:
    """Yield what each line gives; a bad one is refused with its number."""
    encoding = document.encoding()
    if encoding.old is not None:
        yield Noted(document.name, f"it is not in UTF-8, and was read as {encoding.old}")
    reported: set[str] = set()
    for line in read_lines(document.stream, encoding):
        if line.text is not None and not line.text.strip():
            continue
        place = Place(document.name, line=line.number)
        try:
            row = _object(line)
            yield from note_unknown(row, reported, place)
            yield read_fields(row, place, source=document.source, base=document.url)
        except Unusable as unusable:
            yield Rejected.at(place, unusable.reason, field=unusable.field)


def note_unknown(row: Mapping[str, object], reported: set[str], place: Place) -> list[Noted]:
    """Return a note on the columns that mean nothing here, once for each in a file."""
    fresh = [column for column in unknown(row) if column.strip() and column not in reported]
    reported.update(fresh)
    if not fresh:
        return []
    listed = ", ".join(repr(column[:40]) for column in fresh[:20])
    return [Noted(str(place), f"columns that are not used: {listed}")]


def _object(line: Line) -> dict[str, object]:
    if line.text is None:
        raise Unusable(LINE_TOO_LONG)
    try:
        value: object = json.loads(line.text)
    except json.JSONDecodeError as error:
        raise Unusable(f"it is not JSON, from column {error.colno} on: {error.msg}") from None
    except (ValueError, RecursionError):
        raise Unusable("it holds a number too long or lists too deep to be content") from None
    if not isinstance(value, dict):
        raise Unusable('it is not an object: write {"title": …, "text": …} on one line')
    return value
