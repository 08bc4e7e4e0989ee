"""From every released schema to the newest, with data in it: nothing is lost on the way."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from domain.addresses import page_key
from domain.errors import StorageUnavailable
from domain.purposes import Purpose
from domain.roles import Role
from storage.access import Access
from storage.contents import Contents
from storage.database import Database
from storage.migration import migrate, newest_revision
from storage.models import Base
from storage.people import People
from storage.reservations import ReservationBook

RELEASED = ("0001",)
"""The schemas of released versions; each stays here for good."""

KEY = b"k" * 32
THEN = datetime(2026, 3, 1, 9, tzinfo=UTC)
ROWS: dict[str, dict[str, Any]] = {
    "ambassadors": {
        "ambassador_id": "amb_1",
        "owner_token": "owner",
        "created_at": THEN,
        "version": 3,
        "name": "Léa",
        "organization": "Tessonde",
        "profile": {"expert": 1.0},
        "languages": ["fr"],
        "topics": ["acoustique"],
        "never": ["politique"],
        "posts": ["Un vieux post."],
    },
    "contents": {
        "content_id": "c_1",
        "digest": "d",
        "title": "Un titre",
        "text": "Un texte.",
        "language": "fr",
        "url": "https://www.a.example/lettre?utm_source=1",
        "source": "test",
        "authors": ["Tom"],
        "tags": [],
        "images": [],
        "imported_at": THEN,
    },
    "embeddings": {"content_id": "c_1", "encoder": "e", "digest": "d", "vector": b"1234"},
    "purposes": {
        "ambassador_id": "amb_1",
        "purpose": "profile",
        "is_on": True,
        "changed_at": THEN,
    },
    "reservations": {
        "reservation_id": "d_1",
        "content_key": "c_1",
        "angle": "figure:0",
        "shingles": b"",
        "embedding": b"",
        "owner_token": "owner",
        "ends_at": datetime(2099, 1, 1, tzinfo=UTC),
    },
    "api_keys": {
        "key_id": "key_1",
        "digest": "e9cee71ab932fde863338d08be4de9dfe39ea049bdafb342ce659ec5450b69ae",
        "role": "employee",
        "created_at": THEN,
        "ambassador_id": "amb_1",
    },
    "erasures": {"tombstone": "t", "asked_at": THEN, "finished_at": THEN},
}


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=[pytest.mark.postgres])])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Give a database without any schema."""
    if request.param == "sqlite":
        opened = Database.open(f"sqlite:///{tmp_path / 'old.db'}")
    else:
        opened = Database.open(request.getfixturevalue("postgres_url"))
        _drop_all(opened)
    yield opened
    if request.param == "postgres":
        _drop_all(opened)
        migrate(opened)
    opened.close()


@pytest.mark.xdist_group("postgres")
@pytest.mark.parametrize("schema", RELEASED)
def test_a_database_of_a_released_version_is_brought_forward_with_its_data(
    empty: Database, schema: str
) -> None:
    upgrade(empty, schema)
    fill(empty)
    migrate(empty)
    person = People(empty, KEY).get("amb_1")
    assert person.ambassador.topics == ("acoustique",)
    assert person.ambassador.posts == ("Un vieux post.",)
    assert person.purposes[Purpose.PROFILE]
    (content,) = Contents(empty).all()
    assert (content.title, content.authors) == ("Un titre", ("Tom",))
    assert Contents(empty).at_page(page_key("http://a.example/lettre/") or "") == [content]
    assert Contents(empty).vectors("e") == {"c_1": b"1234"}
    assert [one.reservation_id for one in ReservationBook(empty, KEY).live("c_1")] == ["d_1"]
    caller = Access(empty).caller_with_key("abcd1234")
    assert caller is not None
    assert (caller.role, caller.ambassador_id) == (Role.EMPLOYEE, "amb_1")
    assert_newest(empty)


def test_the_newest_schema_is_the_one_that_the_files_lead_to() -> None:
    scripts = ScriptDirectory.from_config(config_of_migrations())
    assert newest_revision() == scripts.get_current_head()
    assert all(Path(one.path).name.startswith(one.revision) for one in scripts.walk_revisions())


def test_migrating_twice_changes_nothing(empty: Database) -> None:
    migrate(empty)
    migrate(empty)
    assert_newest(empty)


def test_a_database_of_a_newer_version_is_left_as_it_is(empty: Database) -> None:
    migrate(empty)
    with empty.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageUnavailable, match="9999"):
        migrate(empty)


def config_of_migrations() -> Config:
    config = Config()
    config.set_main_option("script_location", "storage/migrations")
    return config


def upgrade(database: Database, schema: str) -> None:
    config = config_of_migrations()
    with database.engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, schema)


def fill(database: Database) -> None:
    for table, row in ROWS.items():
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        values = {
            name: json.dumps(value) if isinstance(value, list | dict) else _plain(database, value)
            for name, value in row.items()
        }
        with database.write() as session:
            session.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), values)  # noqa: S608 - names of the test


def _plain(database: Database, value: object) -> object:
    if isinstance(value, datetime) and database.is_sqlite:
        return value.replace(tzinfo=None).isoformat(" ")
    return value


def assert_newest(database: Database) -> None:
    there = set(inspect(database.engine).get_table_names()) - {"alembic_version"}
    assert there == set(Base.metadata.tables)


def _drop_all(database: Database) -> None:
    with database.write() as session:
        session.execute(text("DROP SCHEMA public CASCADE"))
        session.execute(text("CREATE SCHEMA public"))
