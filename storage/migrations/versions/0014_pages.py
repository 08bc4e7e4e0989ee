"""Contents found by the page their address leads to, whichever way it is written."""

import sqlalchemy as sa
from alembic import op

from domain.addresses import page_key

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_CONTENTS = sa.table(
    "contents", sa.column("content_id"), sa.column("url"), sa.column("page_key", sa.String)
)


def upgrade() -> None:
    op.add_column("contents", sa.Column("page_key", sa.String(length=32)))
    if op.get_bind().dialect.name == "sqlite":
        op.drop_index("ix_contents_url", "contents")
    _fill(op.get_bind())
    op.create_index(op.f("ix_contents_page_key"), "contents", ["page_key"])


def _fill(connection: sa.Connection) -> None:
    chosen = sa.select(_CONTENTS.c.content_id, _CONTENTS.c.url).where(_CONTENTS.c.url.is_not(None))
    keys = [
        {"named": content_id, "key": page_key(url)}
        for content_id, url in connection.execute(chosen)
    ]
    change = sa.update(_CONTENTS).where(_CONTENTS.c.content_id == sa.bindparam("named"))
    if keys:
        connection.execute(change.values(page_key=sa.bindparam("key")), keys)
