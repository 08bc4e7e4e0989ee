"""How Alembic reaches the tables; `storage.migration` hands it the connection."""

from alembic import context
from sqlalchemy import Connection

from storage.models import Base


def _run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


_run(context.config.attributes["connection"])
