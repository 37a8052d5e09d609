"""The tables of the house: steps, buttons, inbox, conversations, audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
At = sa.DateTime(timezone=True)


def upgrade() -> None:
    for make in (_events, _audit, _conversations, _steps, _actions, _changes, _turns):
        make()


def downgrade() -> None:
    for table in ("turns", "changes", "actions", "steps", "conversations", "audit", "events"):
        op.drop_table(table)


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("event_id", sa.String(200), nullable=False),
        sa.Column("conversation", sa.String(200), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("received_at", At, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("claimed_at", At),
        sa.Column("worker", sa.String(80)),
        sa.Column("finished_at", At),
        sa.Column("reply", sa.JSON(none_as_null=True)),
        sa.UniqueConstraint("channel", "event_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_channel_conversation_state_id", "events", ["channel", "conversation", "state", "id"])
    op.create_index("ix_events_state_id", "events", ["state", "id"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("at", At, nullable=False),
        sa.Column("tool", sa.String(60), nullable=False),
        sa.Column("args", sa.JSON(), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("detail", sa.Text()),
        sa.Column("step_id", Wide),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_user_id_id", "audit", ["user_id", "id"])


def _conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("focus", sa.JSON(), nullable=False),
        sa.Column("last_used_at", At, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.UniqueConstraint("user_id", "channel", "key"),
        sqlite_autoincrement=True,
    )


def _steps() -> None:
    op.create_table(
        "steps",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("at", At, nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("event_id", sa.String(200)),
        sa.Column("calls", sa.JSON(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("undone_at", At),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_steps_user_id_undone_at_id", "steps", ["user_id", "undone_at", "id"])


def _actions() -> None:
    op.create_table(
        "actions",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("user_id", Wide, nullable=False),
        sa.Column("conversation_id", Wide),
        sa.Column("card_id", sa.String(16), nullable=False),
        sa.Column("card_kind", sa.String(12), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("calls", sa.JSON(), nullable=False),
        sa.Column("consumes", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(5), nullable=False),
        sa.Column("created_at", At, nullable=False),
        sa.Column("used_at", At),
        sa.Column("outcome", sa.Text()),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
    )
    op.create_index(
        "ix_actions_conversation_id_state_created_at", "actions", ["conversation_id", "state", "created_at"]
    )
    op.create_index("ix_actions_user_id_card_id", "actions", ["user_id", "card_id"])


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("step_id", Wide, nullable=False),
        sa.Column("table_name", sa.String(40), nullable=False),
        sa.Column("row_id", Wide, nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True)),
        sa.Column("after", sa.JSON(none_as_null=True)),
        sa.ForeignKeyConstraint(["step_id"], ["steps.id"], ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_changes_step_id", "changes", ["step_id"])


def _turns() -> None:
    op.create_table(
        "turns",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("conversation_id", Wide, nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("at", At, nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_turns_conversation_id_id", "turns", ["conversation_id", "id"])
