"""Where a database lies, and who may read it."""

from pathlib import Path

import pytest

from domain.errors import StorageUnavailable
from storage.database import Database
from storage.migration import migrate


def test_a_new_database_and_its_log_are_for_their_owner_alone(tmp_path: Path) -> None:
    opened = Database.open(f"sqlite:///{tmp_path / 'new.db'}")
    migrate(opened)
    assert {path.name for path in tmp_path.iterdir()} >= {"new.db", "new.db-wal"}
    assert [path.name for path in tmp_path.iterdir() if path.stat().st_mode & 0o077] == []
    opened.close()


def test_a_database_that_was_there_keeps_the_mode_its_operator_gave_it(tmp_path: Path) -> None:
    (tmp_path / "old.db").touch(mode=0o640)
    opened = Database.open(f"sqlite:///{tmp_path / 'old.db'}")
    migrate(opened)
    assert (tmp_path / "old.db").stat().st_mode & 0o777 == 0o640
    opened.close()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_makes_no_file(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Database.open(url).close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url", ["sqlite:////nowhere/at/all.db", "postgresql://nobody@127.0.0.1:9/none"]
)
def test_a_database_that_is_away_is_told_as_such(url: str) -> None:
    opened = Database.open(url)
    with pytest.raises(StorageUnavailable):
        migrate(opened)
    opened.close()
