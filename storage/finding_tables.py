"""The tables of what mails said, and of what corrections of it taught; no queries, no rules."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, UniqueConstraint

from storage.columns import WideInteger, Words, instant, key, metadata, owner

LONGEST_ID = 200

findings = Table(
    "findings",
    metadata,
    key(),
    owner(),
    Column("message_id", String(LONGEST_ID), nullable=False),
    Column("thread", String(LONGEST_ID)),
    Column("fingerprint", String(64), nullable=False),
    Column("mailbox", Words(), nullable=False),
    Column("sender", Words(), nullable=False),
    Column("subject", Words(), nullable=False),
    instant("at"),
    instant("found_at"),
    Column("state", String(8), nullable=False, default="open"),
    Column("source", String(8), nullable=False, default="email", server_default="email"),
    Column("raw", Words()),
    Column("status", String(12), nullable=False),
    Column("company", Words()),
    Column("title", Words()),
    Column("requisition", Words()),
    instant("interview_at", nullable=True),
    Column("interview_zone", String(64)),
    Column("interview_kind", String(20)),
    Column("duration_minutes", Integer),
    Column("meeting", String(10)),
    Column("link", Words()),
    Column("contact_name", Words()),
    Column("contact_email", Words()),
    Column("evidence", Words(), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("sure", Boolean, nullable=False),
    Column("decided_by", String(8), nullable=False),
    Column("agency", Boolean, nullable=False),
    Column("suspicious", Boolean, nullable=False),
    # Without a foreign key: it outlives the application, so that the same mail does not bring a deleted one back.
    Column("application_id", WideInteger),
    Column("outcome", Words()),
    Column("step_id", WideInteger),
    instant("told_at", nullable=True),
    UniqueConstraint("user_id", "message_id"),
    Index(None, "user_id", "state"),
    Index(None, "user_id", "application_id"),
    Index(None, "user_id", "fingerprint"),
    sqlite_autoincrement=True,
)

aliases = Table(
    "aliases",
    metadata,
    key(),
    owner(),
    Column("kind", String(8), nullable=False),
    Column("said", String(LONGEST_ID), nullable=False),
    Column("company_key", Words(), nullable=False),
    UniqueConstraint("user_id", "kind", "said"),
    sqlite_autoincrement=True,
)
