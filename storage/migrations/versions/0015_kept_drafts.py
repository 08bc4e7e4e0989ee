"""Drafts are their owners': the team deletes a content, and nobody's draft with it.

A proposal goes on naming the content made of it, so that its author's erasure finds them.
"""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("drafts", "prepared_drafts", "proposals"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_constraint(op.f(f"fk_{table}_content_id"), type_="foreignkey")
