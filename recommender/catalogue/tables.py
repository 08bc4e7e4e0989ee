"""Reading CSV: a header in French or English, then one item a row."""

import csv
import re

from domain.errors import ImportFailed
from recommender.catalogue.columns import meaning_of
from recommender.catalogue.documents import Document
from recommender.catalogue.fields import read_fields
from recommender.catalogue.json_lines import note_unknown
from recommender.catalogue.lines import Line, read_lines
from recommender.catalogue.rows import Noted, Place, Records, Rejected, Unusable
from recommender.catalogue.table_rows import Table, TableRow

_DELIMITERS = ",;\t|"
_NEEDED = {"title", "text", "html", "summary"}
_DECLARED = re.compile(r"sep=(.)\s*", re.IGNORECASE)


def read_table(document: Document) -> Records:
    """Yield what each row gives; a bad one is refused with the line it begins on.

    Raises ImportFailed when the first row names no column that content needs.
    """
    encoding = document.encoding()
    if encoding.old is not None:
        yield Noted(document.name, f"it is not in UTF-8, and was read as {encoding.old}")
    table = Table(read_lines(document.stream, encoding))
    header = _header(table, document.name)
    names = tuple(name.strip() for name in header.cells or ())
    yield from note_unknown(dict.fromkeys(names), set(), Place(document.name, header.line))
    for row in table.rows():
        place = Place(document.name, line=row.line)
        try:
            fields = _fields(row, names, table.delimiter)
            yield read_fields(fields, place, source=document.source, base=document.url)
        except Unusable as unusable:
            yield Rejected.at(place, unusable.reason, field=unusable.field)


def _header(table: Table, name: str) -> TableRow:
    first = _first_line(table)
    if first is not None and first.text is not None:
        declared = _DECLARED.fullmatch(first.text)
        table.delimiter = declared[1] if declared else _delimiter(first.text)
        table.give_back([] if declared else [first])
    header = next(table.rows(), None)
    known = {meaning_of(cell) for cell in header.cells or ()} if header else set()
    if header is None or not known & _NEEDED:
        raise ImportFailed(
            f"{name} names neither a title nor a text in its first line: add a line such as"
            " title,text,url,language (or titre;texte;lien;langue)."
        )
    return header


def _first_line(table: Table) -> Line | None:
    while (line := table.next_line()) is not None:
        if line.text is None or line.text.strip():
            return line
    return None


def _delimiter(header: str) -> str:
    def known(delimiter: str) -> tuple[int, int]:
        try:
            cells = next(csv.reader([header], delimiter=delimiter))
        except csv.Error:
            return 0, 0
        return sum(meaning_of(cell) is not None for cell in cells), len(cells)

    return max(_DELIMITERS, key=known)


def _fields(row: TableRow, names: tuple[str, ...], delimiter: str) -> dict[str, object]:
    if row.cells is None:
        raise Unusable(row.problem)
    if any(cell.strip() for cell in row.cells[len(names) :]):
        raise Unusable(
            f"it has {len(row.cells)} cells where the first line names {len(names)}: put a cell"
            f" that holds {delimiter!r} in quotes"
        )
    # Of two columns of one name, the one that is filled.
    filled = [(name, cell) for name, cell in zip(names, row.cells, strict=False) if cell.strip()]
    return dict(reversed(filled))
