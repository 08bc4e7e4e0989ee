"""Everything the service keeps of one person, as they are entitled to read it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Table, select

from domain.errors import NotFound
from storage.database import Database
from storage.declaration import Owner, owner_column, personal_columns
from storage.models import AmbassadorRow, Base
from storage.seats import SeatBook


@dataclass(frozen=True, slots=True)
class Export:
    """Reads, table by table, the columns declared to concern somebody, and the seats they hold."""

    database: Database
    seats: SeatBook

    def of(self, ambassador_id: str) -> dict[str, Any]:
        """Return everything kept of somebody, with why and for how long, ready for JSON.

        Raises NotFound.
        """
        with self.database.read() as session:
            person = session.get(AmbassadorRow, ambassador_id)
            if person is None:
                raise NotFound(f"there is no ambassador {ambassador_id!r}")
            kept = {
                table.name: [
                    _readable(table, row)
                    for row in session.execute(_own(table, ambassador_id, person.owner_token))
                ]
                for table in Base.metadata.sorted_tables
                if owner_column(table) is not None
            }
            held = self.seats.held(person.owner_token)
        seats = [{"campaign_id": one, "content_id": content} for one, content in held.items()]
        return {
            "ambassador_id": ambassador_id,
            "kept": kept,
            "meaning": _meaning(),
            "seats": seats,
        }


def _own(table: Table, ambassador_id: str, owner_token: str) -> Any:  # noqa: ANN401 - a statement over a table known at run time
    owned = owner_column(table)
    if owned is None:
        raise ValueError(f"{table.name} concerns nobody")
    column, owner = owned
    value = ambassador_id if owner is Owner.AMBASSADOR else owner_token
    return select(*(one for one, _ in personal_columns(table))).where(column == value)


def _readable(table: Table, row: Row[Any]) -> dict[str, Any]:
    names = [column.name for column, _ in personal_columns(table)]
    return {name: _as_json(value) for name, value in zip(names, row, strict=True)}


def _as_json(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if isinstance(value, date):  # an instant is one too
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value


def _meaning() -> dict[str, dict[str, dict[str, str]]]:
    return {
        table.name: {
            column.name: {"purpose": declared.purpose, "retention": declared.retention}
            for column, declared in personal_columns(table)
        }
        for table in Base.metadata.sorted_tables
        if owner_column(table) is not None
    }
