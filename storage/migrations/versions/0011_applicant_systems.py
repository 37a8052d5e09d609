"""Systems for applicants beside mailboxes; where a finding came from, in its own words; a person's skills."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mailboxes", sa.Column("platform", sa.String(20)))
    op.add_column("mailboxes", sa.Column("company", sa.Text()))
    op.add_column("findings", sa.Column("source", sa.String(8), nullable=False, server_default="email"))
    op.add_column("users", sa.Column("skills", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("findings", sa.Column("raw", sa.Text()))


def downgrade() -> None:
    op.drop_column("findings", "raw")
    op.drop_column("users", "skills")
    op.drop_column("findings", "source")
    op.drop_column("mailboxes", "company")
    op.drop_column("mailboxes", "platform")
