"""Tables of posts as people have them: LinkedIn's own, or saved again by a spreadsheet.

A spreadsheet may have changed what separates the columns, the encoding, and how dates are written.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

_TEXT_COLUMNS: Final = (
    "sharecommentary",
    "commentary",
    "commentaire du partage",
    "commentaire",
    "text",
    "texte",
    "post",
)
# No other table calls its posts so.
_LINKEDINS_ALONE: Final = frozenset({"sharecommentary", "commentaire du partage"})
_HEAD: Final = 3_000
_DATE_COLUMNS: Final = ("date", "created", "créé le")
_SEPARATORS: Final = ",;\t"
# LinkedIn sets some lines of explanation above the names of the columns of some tables.
_MOST_LINES_ABOVE: Final = 20
_BYTE_ORDER_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
# How accents of an old Macintosh read in the old encoding of Windows: no word is written so.
_MISREAD: Final = re.compile(r"[a-zà-ÿ][Žˆ‰‹]|[Žˆ‰][a-zà-ÿ]")
_BROKEN_LINE: Final = re.compile(r"[^\S\n]*\r?\n[^\S\n]*")
# The archive wraps every line of a post in quotation marks of its own.
_WRAPPED_BREAK: Final = re.compile(r"\"?[^\S\n]*\r?\n[^\S\n]*\"?")
_DATE: Final = re.compile(r"\s*(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(.*)", re.DOTALL)
_MONTHS: Final = 12
_A_YEAR: Final = 1_000

When = tuple[int, int, int, str]


class NoTable(Exception):
    """A file that is no table of posts; the message says why."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the text and the date of a post stand in a row.

    `is_sure` says that no post happens to read like it: it names a date as well, or LinkedIn's.
    """

    text: int
    date: int | None
    is_sure: bool


_Table = tuple[_Columns, list[list[str]]]


def posts_in(table: bytes) -> list[str]:
    """Return the texts of a table of posts, the newest first where it says when.

    Raises NoTable.
    """
    columns, rows = _separated(_decoded(table))
    return [_unwrapped(row[columns.text]) for row in _newest_first(rows, columns.date)]


def is_linkedins(text: str) -> bool:
    """Tell whether a text is LinkedIn's table of posts, by the columns it names, and no post."""
    head = text[:_HEAD]
    if not any(name in head.casefold() for name in _LINKEDINS_ALONE):
        return False
    lines = head.splitlines()[:_MOST_LINES_ABOVE]
    return any(_names_columns(line.split(one)) for one in _SEPARATORS for line in lines)


def _names_columns(cells: Sequence[str]) -> bool:
    named = {cell.strip(' \ufeff"').casefold() for cell in cells}
    return len(cells) > 1 and not named.isdisjoint(_LINKEDINS_ALONE)


def _separated(text: str) -> _Table:
    """Return a table by the separator that surely gives one, or by the first that gives any."""
    first: _Table | None = None
    why = NoTable("these posts cannot be read: no column holds posts; name one ShareCommentary")
    for separator in _SEPARATORS:
        try:
            found = _rows(text, separator)
        except csv.Error:
            why = NoTable(
                "these posts cannot be read: it is no table that can be read;"
                " save it as CSV in UTF-8"
            )
            continue
        if found is not None and found[0].is_sure:
            return found
        first = first or found
    if first is None:
        raise why
    return first


def _decoded(table: bytes) -> str:
    try:
        if table.startswith(_BYTE_ORDER_MARKS):
            return table.decode("utf-16")
        if b"\x00" in table[:200]:
            return table.decode("utf-16-le" if table[1:2] == b"\x00" else "utf-16-be")
        return table.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _of_old_windows(table)


def _of_old_windows(table: bytes) -> str:
    try:
        text = table.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or _MISREAD.search(text):
        raise NoTable(
            "these posts cannot be read: its letters cannot be read; save it as CSV in UTF-8"
        )
    return text


def _rows(text: str, separator: str) -> _Table | None:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    for row in islice(rows, _MOST_LINES_ABOVE):
        columns = _columns(row)
        if columns is not None:
            return columns, [row for row in rows if len(row) > columns.text]
    return None


def _columns(row: Sequence[str]) -> _Columns | None:
    names = [name.strip().casefold() for name in row]
    text = next((names.index(name) for name in _TEXT_COLUMNS if name in names), None)
    if text is None:
        return None
    date = next((names.index(name) for name in _DATE_COLUMNS if name in names), None)
    return _Columns(text, date, date is not None or names[text] == _TEXT_COLUMNS[0])


def _newest_first(rows: list[list[str]], column: int | None) -> list[list[str]]:
    if column is None:
        return rows
    dates = [row[column] if len(row) > column else "" for row in rows]
    month_first = _month_first(dates)
    order = sorted(
        range(len(rows)), key=lambda at: _when(dates[at], month_first=month_first), reverse=True
    )
    return [rows[at] for at in order]


def _month_first(dates: Iterable[str]) -> bool:
    """Tell whether dates are written as in America: only a day is ever beyond twelve."""
    return any(
        int(found[2]) > _MONTHS >= int(found[1])
        for found in map(_DATE.match, dates)
        if found is not None and int(found[1]) < _A_YEAR
    )


def _when(date: str, *, month_first: bool) -> When:
    found = _DATE.match(date)
    if found is None:
        return (0, 0, 0, date)
    first, second, third = (int(number) for number in found.group(1, 2, 3))
    if first >= _A_YEAR:
        return (first, second, third, found[4])
    month, day = (first, second) if month_first else (second, first)
    return (third, month, day, found[4])


def _unwrapped(post: str) -> str:
    first = post.partition("\n")[0].rstrip()
    # A mark that no other of its line opened is the archive's own.
    is_wrapped = first.endswith('"') and first.count('"') % 2 == 1
    return (_WRAPPED_BREAK if is_wrapped else _BROKEN_LINE).sub("\n", post)
