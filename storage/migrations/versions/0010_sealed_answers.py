"""First answers are sealed from now on; those of the last day that can be read are let go."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM first_answers")
