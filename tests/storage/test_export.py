"""What is kept of somebody can be written down as JSON, whichever column of theirs is filled."""

import json
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Table, insert

from storage.database import Database
from storage.export import Export
from storage.models import Base
from storage.models.base import Instant
from storage.people import People
from storage.seats import SeatBook

KEY = bytes(32)
VALUES: dict[type, Any] = {
    str: "x",
    int: 1,
    float: 0.5,
    bool: True,
    bytes: b"\x00\xff",
    date: date(2026, 11, 30),
    datetime: datetime(2026, 11, 30, 9, tzinfo=UTC),
}
"""One value of each type of column; a new type fails here, before it fails a person."""

THERE_ALREADY = {"ambassadors", "catalogue"}


def _filled(column: Column[Any], owner: dict[str, str]) -> Any:
    if column.name in owner:
        return owner[column.name]
    if isinstance(column.type, JSON):
        return []
    return VALUES[datetime if isinstance(column.type, Instant) else column.type.python_type]


def _row_of(table: Table, owner: dict[str, str]) -> dict[str, Any]:
    return {column.name: _filled(column, owner) for column in table.columns}


def test_every_column_of_theirs_can_be_written_as_json(sqlite: Database) -> None:
    people = People(sqlite, KEY)
    ambassador_id = people.create()
    owner = {
        "ambassador_id": ambassador_id,
        "owner_token": people.get(ambassador_id).owner_token,
    }
    with sqlite.write() as session:
        for table in Base.metadata.sorted_tables:
            if table.name not in THERE_ALREADY:
                session.execute(insert(table).values(_row_of(table, owner)))
    kept = Export(sqlite, SeatBook(sqlite, KEY)).of(ambassador_id)
    written = json.loads(json.dumps(kept))
    assert all(written["kept"].values())
    assert written["kept"]["tallies"][0]["week"] == "2026-11-30"
