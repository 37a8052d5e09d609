"""Connected mail accounts: sealed secrets, one-time links to Google, mailboxes, mails looked at, and each look."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

Wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _key() -> sa.Column[int]:
    return sa.Column("id", Wide, primary_key=True, autoincrement=True)


def _owner() -> sa.Column[int]:
    return sa.Column("user_id", Wide, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False)


def _instant(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "credentials",
        _key(),
        _owner(),
        sa.Column("sealed", sa.Text(), nullable=False),
        _instant("created_at"),
        _instant("updated_at"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "oauth_links",
        _key(),
        _owner(),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        sa.Column("redirect", sa.Text(), nullable=False),
        _instant("created_at"),
        _instant("expires_at"),
        _instant("used_at", True),
        sa.UniqueConstraint("digest", name="uq_oauth_links_digest"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "mailboxes",
        _key(),
        _owner(),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("host", sa.Text()),
        sa.Column("port", sa.Integer()),
        sa.Column("folder", sa.Text()),
        sa.Column("credential_id", Wide, sa.ForeignKey("credentials.id", ondelete="SET NULL")),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("reason", sa.Text()),
        _instant("since", True),
        sa.Column("cursor", sa.JSON(), nullable=False),
        _instant("created_at"),
        _instant("due_at", True),
        _instant("asked_at", True),
        _instant("looked_at", True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("lease", sa.String(40)),
        _instant("leased_until", True),
        sqlite_autoincrement=True,
    )
    mailbox = sa.ForeignKey("mailboxes.id", ondelete="CASCADE")
    op.create_table(
        "seen_mails",
        _owner(),
        sa.Column("mailbox_id", Wide, mailbox, primary_key=True, autoincrement=False),
        sa.Column("mail", sa.String(64), primary_key=True),
    )
    op.create_table(
        "fetches",
        _key(),
        _owner(),
        sa.Column("mailbox_id", Wide, sa.ForeignKey("mailboxes.id", ondelete="CASCADE"), nullable=False),
        _instant("began_at"),
        _instant("ended_at", True),
        sa.Column("looked", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(10), nullable=False),
        sa.Column("detail", sa.Text()),
        sqlite_autoincrement=True,
    )
    for table in ("credentials", "oauth_links", "mailboxes", "seen_mails", "fetches"):
        op.create_index(f"ix_{table}_user_id", table, ["user_id"])
    op.create_index("ix_mailboxes_due_at", "mailboxes", ["due_at"])
    op.create_index("ix_fetches_mailbox_id_id", "fetches", ["mailbox_id", "id"])


def downgrade() -> None:
    for table in ("fetches", "seen_mails", "mailboxes", "oauth_links", "credentials"):
        op.drop_table(table)
