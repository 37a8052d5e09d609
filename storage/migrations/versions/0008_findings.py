"""What mails said, and what corrections of it taught."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

Wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
At = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "findings",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("message_id", sa.String(200), nullable=False),
        sa.Column("thread", sa.String(200)),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("at", At, nullable=False),
        sa.Column("found_at", At, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("company", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("requisition", sa.Text()),
        sa.Column("interview_at", At),
        sa.Column("interview_zone", sa.String(64)),
        sa.Column("interview_kind", sa.String(20)),
        sa.Column("duration_minutes", sa.Integer()),
        sa.Column("meeting", sa.String(10)),
        sa.Column("link", sa.Text()),
        sa.Column("contact_name", sa.Text()),
        sa.Column("contact_email", sa.Text()),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.String(8), nullable=False),
        sa.Column("agency", sa.Boolean(), nullable=False),
        sa.Column("suspicious", sa.Boolean(), nullable=False),
        sa.Column("application_id", Wide),
        sa.Column("outcome", sa.Text()),
        sa.Column("step_id", Wide),
        sa.Column("told_at", At),
        sa.UniqueConstraint("user_id", "message_id", name="uq_findings_user_id_message_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_findings_user_id_state", "findings", ["user_id", "state"])
    op.create_index("ix_findings_user_id_application_id", "findings", ["user_id", "application_id"])
    op.create_index("ix_findings_user_id_fingerprint", "findings", ["user_id", "fingerprint"])
    op.create_table(
        "aliases",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        sa.Column("user_id", Wide, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("said", sa.String(200), nullable=False),
        sa.Column("company_key", sa.Text(), nullable=False),
        sa.UniqueConstraint("user_id", "kind", "said", name="uq_aliases_user_id_kind_said"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("aliases")
    op.drop_table("findings")
