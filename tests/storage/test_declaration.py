"""Each column says what it tells of a person, and the migrations agree with the tables."""

from collections.abc import Callable

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Table

from domain.purposes import Purpose
from storage.database import Database
from storage.declaration import ACCOUNT, PROPOSAL, is_declared, owner_column, personal_columns
from storage.models import Base

TABLES = Base.metadata.sorted_tables
COLUMNS = [column for table in TABLES for column in table.columns]


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_every_column_says_what_it_tells_of_a_person(column: Column[object]) -> None:
    assert is_declared(column)


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_a_table_with_personal_columns_leads_to_their_owner(table: Table) -> None:
    personal = list(personal_columns(table))
    assert (owner_column(table) is not None) == bool(personal)


def test_every_purpose_named_is_one_a_person_can_turn_off() -> None:
    named = {declared.purpose for table in TABLES for _, declared in personal_columns(table)}
    assert named - {ACCOUNT, PROPOSAL} <= {purpose.value for purpose in Purpose}


def test_the_migrations_make_exactly_the_tables(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": _is_of(connection.dialect.name)}
        )
        assert compare_metadata(context, Base.metadata) == []


def _is_of(dialect: str) -> Callable[..., bool]:
    """Return what leaves out the index that another kind of database has, and nothing else."""
    return lambda one, *_: getattr(one, "info", {}).get("dialect", dialect) == dialect
