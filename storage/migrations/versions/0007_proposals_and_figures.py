"""Proposals, this week's counting, published figures, and outcomes."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "figures",
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("measure", sa.String(length=20), nullable=False),
        sa.Column("counted", sa.String(length=128), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("week", "measure", "counted", name=op.f("pk_figures")),
    )
    op.create_table(
        "outcomes",
        sa.Column("outcome_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("content_id", sa.String(length=64), nullable=True),
        sa.Column("campaign_id", sa.String(length=100), nullable=True),
        sa.Column("first_week", sa.Date(), nullable=False),
        sa.Column("last_week", sa.Date(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("reach", sa.Integer(), nullable=True),
        sa.Column("engagements", sa.Integer(), nullable=True),
        sa.Column("clicks", sa.Integer(), nullable=True),
        sa.Column("conversions", sa.Integer(), nullable=True),
        sa.Column("counted", sa.String(length=10), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("outcome_id", name=op.f("pk_outcomes")),
    )
    with op.batch_alter_table("outcomes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcomes_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcomes_content_id"), ["content_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcomes_counted"), ["counted"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcomes_entry"), ["entry"], unique=False)

    op.create_table(
        "published_weeks",
        sa.Column("week", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("week", name=op.f("pk_published_weeks")),
    )
    op.create_table(
        "proposals",
        sa.Column("proposal_id", sa.String(length=64), nullable=False),
        sa.Column("owner_token", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("images", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("content_id", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["content_id"],
            ["contents.content_id"],
            name=op.f("fk_proposals_content_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_proposals")),
    )
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposals_owner_token"), ["owner_token"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposals_state"), ["state"], unique=False)

    op.create_table(
        "tallies",
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("ambassador_id", sa.String(length=64), nullable=False),
        sa.Column("measure", sa.String(length=20), nullable=False),
        sa.Column("counted", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["ambassador_id"],
            ["ambassadors.ambassador_id"],
            name=op.f("fk_tallies_ambassador_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "week", "ambassador_id", "measure", "counted", name=op.f("pk_tallies")
        ),
    )
    with op.batch_alter_table("tallies", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_tallies_ambassador_id"), ["ambassador_id"], unique=False
        )

    op.add_column(
        "catalogue", sa.Column("removals", sa.Integer(), nullable=False, server_default="0")
    )
