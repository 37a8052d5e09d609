"""A person may choose the channel that reminders go to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("users", sa.Column("reminders_to", sa.String(20), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("users", "reminders_to")
