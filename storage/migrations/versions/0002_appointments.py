"""The tables of interviews and reminders."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
At = sa.DateTime(timezone=True)


def upgrade() -> None:
    for make in (_interviews, _reminders):
        make()


def downgrade() -> None:
    for table in ("reminders", "interviews"):
        op.drop_table(table)


def _interviews() -> None:
    op.create_table(
        "interviews",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("application_id", Wide, nullable=False),
        sa.Column("starts_at", At, nullable=False),
        sa.Column("timezone", sa.String(64)),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("duration_minutes", sa.Integer()),
        sa.Column("with_", sa.Text()),
        sa.Column("location", sa.Text()),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("note", sa.Text()),
        sa.ForeignKeyConstraint(
            ["user_id", "application_id"],
            ["applications.user_id", "applications.id"],
            name="fk_applications_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.UniqueConstraint("user_id", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interviews_application_id", "interviews", ["application_id"])
    op.create_index("ix_interviews_user_id_starts_at", "interviews", ["user_id", "starts_at"])


def _reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("application_id", Wide),
        sa.Column("interview_id", Wide),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("episode", sa.String(120)),
        sa.Column("step", sa.String(10)),
        sa.Column("created_at", At, nullable=False),
        sa.Column("due_at", At, nullable=False),
        sa.Column("timezone", sa.String(64)),
        sa.Column("local_time", sa.String(16)),
        sa.Column("text", sa.Text()),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("named_hour", sa.Boolean(), nullable=False),
        sa.Column("snoozed", sa.Boolean(), nullable=False),
        sa.Column("catch_up", sa.Boolean(), nullable=False),
        sa.Column("hidden_until", At),
        sa.Column("sent_at", At),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "application_id"],
            ["applications.user_id", "applications.id"],
            name="fk_applications_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "interview_id"],
            ["interviews.user_id", "interviews.id"],
            name="fk_interviews_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.UniqueConstraint("user_id", "episode"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminders_application_id", "reminders", ["application_id"])
    op.create_index("ix_reminders_interview_id", "reminders", ["interview_id"])
    op.create_index("ix_reminders_status_due_at", "reminders", ["status", "due_at"])
