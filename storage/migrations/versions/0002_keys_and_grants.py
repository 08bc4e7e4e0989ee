"""Scopes and rotation of keys, grants to platforms, and who among staff a session is."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("api_keys", sa.Column("scopes", sa.JSON(), nullable=True))
    op.add_column("api_keys", sa.Column("previous_digest", sa.String(length=64), nullable=True))
    op.add_column(
        "api_keys", sa.Column("previous_ends_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.create_index(
        op.f("ix_api_keys_previous_digest"), "api_keys", ["previous_digest"], unique=False
    )
    op.add_column("sessions", sa.Column("staff", sa.String(length=64), nullable=True))
    op.create_table(
        "grants",
        sa.Column("ambassador_id", sa.String(length=64), nullable=False),
        sa.Column("key_id", sa.String(length=32), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["ambassador_id"],
            ["ambassadors.ambassador_id"],
            name=op.f("fk_grants_ambassador_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["key_id"],
            ["api_keys.key_id"],
            name=op.f("fk_grants_key_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("ambassador_id", "key_id", name=op.f("pk_grants")),
    )
