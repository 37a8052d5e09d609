"""The tables of people and their applications."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
At = sa.DateTime(timezone=True)
Money = sa.Numeric(14, 2)


def upgrade() -> None:
    for make in (_users, _accounts, _applications, _activities, _contacts, _history, _notes, _tags):
        make()


def downgrade() -> None:
    for table in ("tags", "notes", "history", "contacts", "activities", "applications", "accounts", "users"):
        op.drop_table(table)


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("created_at", At, nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("timezone", sa.String(64), nullable=False),
        sa.Column("morning", sa.String(5), nullable=False),
        sa.Column("quiet_from", sa.String(5), nullable=False),
        sa.Column("quiet_to", sa.String(5), nullable=False),
        sa.Column("digest", sa.String(10), nullable=False),
        sa.Column("digest_weekday", sa.Integer(), nullable=False),
        sa.Column("follow_up_days", sa.JSON(), nullable=False),
        sa.Column("working_days_after", sa.Integer(), nullable=False),
        sa.Column("paused_until", At),
        sa.Column("weekly_goal", sa.Integer()),
        sa.Column("offline", sa.Boolean(), nullable=False),
        sqlite_autoincrement=True,
    )


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("account", sa.String(200), nullable=False),
        sa.Column("chat_id", sa.String(200)),
        sa.Column("last_used_at", At, nullable=False),
        sa.Column("dead_reason", sa.Text()),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.UniqueConstraint("channel", "account"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_accounts_user_id", "accounts", ["user_id"])


def _applications() -> None:
    op.create_table(
        "applications",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("company_key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("applied_on", sa.Date()),
        sa.Column("source", sa.Text()),
        sa.Column("location", sa.Text()),
        sa.Column("work_mode", sa.String(20)),
        sa.Column("employment_type", sa.String(20)),
        sa.Column("salary_min", Money),
        sa.Column("salary_max", Money),
        sa.Column("salary_currency", sa.String(3)),
        sa.Column("salary_period", sa.String(10)),
        sa.Column("url", sa.Text()),
        sa.Column("deadline_on", sa.Date()),
        sa.Column("favorite", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("created_at", At, nullable=False),
        sa.Column("updated_at", At, nullable=False),
        sa.Column("last_event_at", At, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.UniqueConstraint("user_id", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_applications_user_id_applied_on", "applications", ["user_id", "applied_on"])
    op.create_index("ix_applications_user_id_company_key", "applications", ["user_id", "company_key"])
    op.create_index("ix_applications_user_id_status", "applications", ["user_id", "status"])


def _activities() -> None:
    op.create_table(
        "activities",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("application_id", Wide, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("at", At, nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("evidence", sa.Text()),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["user_id", "application_id"],
            ["applications.user_id", "applications.id"],
            name="fk_applications_owner",
            ondelete="CASCADE",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activities_application_id", "activities", ["application_id"])


def _contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("application_id", Wide, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text()),
        sa.Column("email", sa.Text()),
        sa.Column("phone", sa.Text()),
        sa.ForeignKeyConstraint(
            ["user_id", "application_id"],
            ["applications.user_id", "applications.id"],
            name="fk_applications_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contacts_application_id", "contacts", ["application_id"])


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("application_id", Wide, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("at", At, nullable=False),
        sa.Column("source", sa.String(10), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("evidence", sa.Text()),
        sa.ForeignKeyConstraint(
            ["user_id", "application_id"],
            ["applications.user_id", "applications.id"],
            name="fk_applications_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_history_application_id", "history", ["application_id"])


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("application_id", Wide, nullable=False),
        sa.Column("at", At, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "application_id"],
            ["applications.user_id", "applications.id"],
            name="fk_applications_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notes_application_id", "notes", ["application_id"])


def _tags() -> None:
    op.create_table(
        "tags",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("application_id", Wide, nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "application_id"],
            ["applications.user_id", "applications.id"],
            name="fk_applications_owner",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.UniqueConstraint("application_id", "tag"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tags_user_id_tag", "tags", ["user_id", "tag"])
