"""Bringing a database to the schema of this version, forward only."""

from pathlib import Path

from filelock import FileLock
from sqlalchemy import inspect, text

from domain.errors import StorageUnavailable
from storage.database import Database, mapped_errors
from storage.models import Base

_FOLDER = Path(__file__).parent / "migrations"
_ADVISORY_LOCK = 0x706F727465766F78  # "portevox", so that two processes do not migrate at once


def migrate(database: Database) -> None:
    """Upgrade to the newest schema; nothing happens when it is there already.

    Raises StorageUnavailable when the database is away, or newer than this version of the product.
    """
    with mapped_errors():
        _migrate(database)


def _migrate(database: Database) -> None:
    if _revision(database) == newest_revision():
        return
    if database.is_sqlite and database.engine.url.database:
        with FileLock(f"{database.engine.url.database}.migrating"):
            _upgrade(database)
        Path(f"{database.engine.url.database}.migrating").unlink(missing_ok=True)
    else:
        _upgrade(database)


def create_tables(database: Database) -> None:
    """Make every table of this version in an empty database that is in no file."""
    Base.metadata.create_all(database.engine.execution_options(writes=True))


def newest_revision() -> str:
    """Return the schema of this version: what the name of the newest file begins with."""
    names = (path.name for path in (_FOLDER / "versions").glob("*_*.py"))
    return max(names).partition("_")[0]


def _upgrade(database: Database) -> None:
    from alembic import command  # noqa: PLC0415 - a fifth of a second, for a change alone
    from alembic.config import Config  # noqa: PLC0415 - a fifth of a second, for a change alone
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - a fifth of a second, for a change alone

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    scripts = ScriptDirectory.from_config(config)
    revision = _revision(database)
    known = {script.revision for script in scripts.walk_revisions()}
    if revision is not None and revision not in known:
        raise StorageUnavailable(
            f"the database has the schema {revision!r}, which this version does not know: "
            "install the version that wrote it, or a newer one"
        )
    with database.engine.execution_options(writes=True).begin() as connection:
        if not database.is_sqlite:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(database: Database) -> str | None:
    with database.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return revision
