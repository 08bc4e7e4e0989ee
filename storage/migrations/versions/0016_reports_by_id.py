"""Reports of outcomes have an id drawn by chance, by which they are withdrawn."""

from secrets import token_hex

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_OUTCOMES = sa.table("outcomes", sa.column("outcome_id"), sa.column("report_id", sa.String))


def upgrade() -> None:
    op.add_column("outcomes", sa.Column("report_id", sa.String(length=20)))
    _fill(op.get_bind())
    with op.batch_alter_table("outcomes", schema=None) as batch_op:
        batch_op.alter_column("report_id", existing_type=sa.String(length=20), nullable=False)
        batch_op.create_index(op.f("ix_outcomes_report_id"), ["report_id"], unique=True)


def _fill(connection: sa.Connection) -> None:
    rows = connection.execute(sa.select(_OUTCOMES.c.outcome_id)).all()
    ids = [{"numbered": number, "drawn": f"o_{token_hex(8)}"} for (number,) in rows]
    change = sa.update(_OUTCOMES).where(_OUTCOMES.c.outcome_id == sa.bindparam("numbered"))
    if ids:
        connection.execute(change.values(report_id=sa.bindparam("drawn")), ids)
