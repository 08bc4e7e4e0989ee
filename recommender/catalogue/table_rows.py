"""The rows of a CSV file with their true line numbers; a broken row costs no other row."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from recommender.catalogue.limits import MAX_LINE_BYTES
from recommender.catalogue.lines import Line


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row and the line it begins on; `cells` is None where it is broken."""

    line: int
    cells: tuple[str, ...] | None
    problem: str = ""


@dataclass(slots=True)
class Table:
    """Reads rows one by one, so that each may span lines and the next begins where it ends.

    A row whose quotes never close would swallow all that follows; it is given up, and reading
    goes on with the line after its first.
    """

    lines: Iterator[Line]
    delimiter: str = ","
    _returned: deque[Line] = field(default_factory=deque)

    def rows(self) -> Iterator[TableRow]:
        """Yield every row that is not blank."""
        # The library's own limit is below the longest text an item may have.
        csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE_BYTES))
        while (line := self.next_line()) is not None:
            row = self._row(line)
            if row.cells is None or any(cell.strip() for cell in row.cells):
                yield row

    def next_line(self) -> Line | None:
        """Take the next line, None at the end."""
        return self._returned.popleft() if self._returned else next(self.lines, None)

    def give_back(self, lines: list[Line]) -> None:
        """Put lines back, to be taken again."""
        self._returned.extendleft(reversed(lines))

    def _row(self, first: Line) -> TableRow:
        if first.text is None:
            return TableRow(first.number, None, TOO_LONG)
        taken = [first]
        try:
            cells = next(csv.reader(self._texts(taken), delimiter=self.delimiter, strict=True))
        except csv.Error as error:
            self.give_back(taken[1:])
            return TableRow(first.number, None, _PROBLEM.format(error))
        return TableRow(first.number, tuple(cells))

    def _texts(self, taken: list[Line]) -> Iterator[str]:
        size = 0
        line: Line | None = taken[0]
        while line is not None and line.text is not None and size <= MAX_LINE_BYTES:
            yield line.text
            size += len(line.text)
            line = self.next_line()
            taken.extend([line] if line else [])


TOO_LONG = f"it is longer than {MAX_LINE_BYTES // 1024**2} MB: split it, or leave it out"
_PROBLEM = (
    "its quotes do not match ({}): put a cell that holds quotes or line ends in quotes, and double"
    " the quotes inside it"
)
