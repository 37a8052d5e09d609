"""Postings as they were read, and the watch over those of active and saved applications."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

Wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "postings",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("application_id", Wide),
        sa.Column("link_key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("platform", sa.String(40)),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("company", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("location", sa.Text()),
        sa.Column("work_mode", sa.String(20)),
        sa.Column("employment_type", sa.String(20)),
        sa.Column("salary_min", sa.Numeric(14, 2)),
        sa.Column("salary_max", sa.Numeric(14, 2)),
        sa.Column("salary_currency", sa.String(3)),
        sa.Column("salary_period", sa.String(10)),
        sa.Column("posted_on", sa.Date()),
        sa.Column("deadline_on", sa.Date()),
        sa.Column("requisition", sa.Text()),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("description", sa.Text()),
        sa.UniqueConstraint("user_id", "id", name="uq_postings_user_id_id"),
        _belongs(),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_postings_user_id_link_key", "postings", ["user_id", "link_key"])
    op.create_index("ix_postings_application_id", "postings", ["application_id"])
    op.create_table(
        "checks",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("application_id", Wide, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text()),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("seen_closed", sa.Integer(), nullable=False),
        sa.Column("closed_seen_at", sa.DateTime(timezone=True)),
        sa.Column("pay", sa.Text()),
        sa.Column("deadline_on", sa.Date()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.Text()),
        sa.Column("checked_at", sa.DateTime(timezone=True)),
        sa.Column("next_check_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("token", sa.String(40)),
        sa.Column("leased_until", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("user_id", "application_id", name="uq_checks_user_id_application_id"),
        _belongs(),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_checks_application_id", "checks", ["application_id"])
    op.create_index("ix_checks_next_check_at", "checks", ["next_check_at"])


def _belongs() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["user_id", "application_id"],
        ["applications.user_id", "applications.id"],
        ondelete="CASCADE",
        name="fk_applications_owner",
    )


def downgrade() -> None:
    op.drop_table("checks")
    op.drop_table("postings")
