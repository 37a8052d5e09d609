"""The figures read a person's history from an index alone."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NAME = "ix_history_user_id_application_id_status_at"


def upgrade() -> None:
    op.create_index(NAME, "history", ["user_id", "application_id", "status", "at"])
    op.drop_index("ix_history_application_id", "history")


def downgrade() -> None:
    op.create_index("ix_history_application_id", "history", ["application_id"])
    op.drop_index(NAME, "history")
