"""Drafts people find again, their signals, the card of a voice, the month of a sign-in."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("draft_id", sa.String(length=64), nullable=False),
        sa.Column("ambassador_id", sa.String(length=64), nullable=False),
        sa.Column("content_id", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("angle", sa.Text(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["ambassador_id"],
            ["ambassadors.ambassador_id"],
            name=op.f("fk_drafts_ambassador_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["content_id"],
            ["contents.content_id"],
            name=op.f("fk_drafts_content_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("draft_id", name=op.f("pk_drafts")),
    )
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_drafts_ambassador_id"), ["ambassador_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_drafts_content_id"), ["content_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_drafts_ends_at"), ["ends_at"], unique=False)

    op.create_table(
        "prepared_drafts",
        sa.Column("draft_id", sa.String(length=64), nullable=False),
        sa.Column("ambassador_id", sa.String(length=64), nullable=False),
        sa.Column("content_id", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("angle", sa.Text(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["ambassador_id"],
            ["ambassadors.ambassador_id"],
            name=op.f("fk_prepared_drafts_ambassador_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["content_id"],
            ["contents.content_id"],
            name=op.f("fk_prepared_drafts_content_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("draft_id", name=op.f("pk_prepared_drafts")),
    )
    with op.batch_alter_table("prepared_drafts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_prepared_drafts_ambassador_id"), ["ambassador_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_prepared_drafts_content_id"), ["content_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_prepared_drafts_ends_at"), ["ends_at"], unique=False)

    op.create_table(
        "signals",
        sa.Column("ambassador_id", sa.String(length=64), nullable=False),
        sa.Column("content_id", sa.String(length=64), nullable=False),
        sa.Column("signal", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["ambassador_id"],
            ["ambassadors.ambassador_id"],
            name=op.f("fk_signals_ambassador_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["content_id"],
            ["contents.content_id"],
            name=op.f("fk_signals_content_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("ambassador_id", "content_id", name=op.f("pk_signals")),
    )
    with op.batch_alter_table("signals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signals_content_id"), ["content_id"], unique=False)

    # Columns are added where the table stands: SQLite would make it anew otherwise, and dropping
    # the old one takes along every row that refers to it.
    op.add_column(
        "ambassadors", sa.Column("voice_cards", sa.JSON(), nullable=False, server_default="[]")
    )
    # Nobody's year without a sign-in begins before it was ever noted.
    this_month = f"{datetime.now(UTC):%Y-%m}"
    op.add_column(
        "ambassadors",
        sa.Column(
            "signed_in_month", sa.String(length=7), nullable=False, server_default=this_month
        ),
    )
