"""The tables of connected mail accounts: secrets, one-time links, mailboxes, mails looked at, each look; no rules."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.columns import WideInteger, Words, instant, key, metadata, owner

credentials = Table(
    "credentials",
    metadata,
    key(),
    owner(),
    Column("sealed", Words(), nullable=False),
    instant("created_at"),
    instant("updated_at"),
    Index(None, "user_id"),
    sqlite_autoincrement=True,
)

oauth_links = Table(
    "oauth_links",
    metadata,
    key(),
    owner(),
    Column("digest", String(64), nullable=False),
    Column("verifier", Words(), nullable=False),
    Column("redirect", Words(), nullable=False),
    Column("wish", Words()),
    instant("created_at"),
    instant("expires_at"),
    instant("used_at", nullable=True),
    UniqueConstraint("digest"),
    Index(None, "user_id"),
    sqlite_autoincrement=True,
)

mailboxes = Table(
    "mailboxes",
    metadata,
    key(),
    owner(),
    Column("kind", String(10), nullable=False),
    Column("address", Words(), nullable=False),
    Column("host", Words()),
    Column("port", Integer),
    Column("folder", Words()),
    Column("platform", String(20)),
    Column("company", Words()),
    Column("credential_id", WideInteger, ForeignKey("credentials.id", ondelete="SET NULL")),
    Column("state", String(12), nullable=False),
    Column("reason", Words()),
    instant("since", nullable=True),
    Column("cursor", JSON, nullable=False, default={}),
    instant("created_at"),
    instant("due_at", nullable=True),
    instant("asked_at", nullable=True),
    instant("looked_at", nullable=True),
    Column("failures", Integer, nullable=False, default=0),
    Column("lease", String(40)),
    instant("leased_until", nullable=True),
    Index(None, "user_id"),
    Index(None, "due_at"),
    sqlite_autoincrement=True,
)

seen_mails = Table(
    "seen_mails",
    metadata,
    owner(),
    Column(
        "mailbox_id", WideInteger, ForeignKey("mailboxes.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
    Column("mail", String(64), primary_key=True),
    Index(None, "user_id"),
)

fetches = Table(
    "fetches",
    metadata,
    key(),
    owner(),
    Column("mailbox_id", WideInteger, ForeignKey("mailboxes.id", ondelete="CASCADE"), nullable=False),
    instant("began_at"),
    instant("ended_at", nullable=True),
    Column("looked", Integer, nullable=False, default=0),
    Column("outcome", String(10), nullable=False),
    Column("detail", Words()),
    Index(None, "user_id"),
    Index(None, "mailbox_id", "id"),
    sqlite_autoincrement=True,
)
