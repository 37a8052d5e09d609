"""The tables that the house needs: steps, buttons, inbox, talks, pairing codes, audit, usage, leases; no rules."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from storage.columns import WideInteger, Words, instant, key, metadata, owner

steps = Table(
    "steps",
    metadata,
    key(),
    owner(),
    instant("at"),
    Column("origin", String(20), nullable=False),
    Column("event_id", String(200)),
    Column("calls", JSON, nullable=False),
    Column("summary", Words(), nullable=False),
    instant("undone_at", nullable=True),
    Index(None, "user_id", "undone_at", "id"),
    sqlite_autoincrement=True,
)

changes = Table(
    "changes",
    metadata,
    key(),
    Column("step_id", WideInteger, ForeignKey("steps.id", ondelete="CASCADE"), nullable=False),
    Column("table_name", String(40), nullable=False),
    Column("row_id", WideInteger, nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Index(None, "step_id"),
    sqlite_autoincrement=True,
)

actions = Table(
    "actions",
    metadata,
    Column("id", String(16), primary_key=True),
    owner(),
    Column("conversation_id", WideInteger, ForeignKey("conversations.id", ondelete="SET NULL")),
    Column("card_id", String(16), nullable=False),
    Column("card_kind", String(12), nullable=False),
    Column("position", Integer, nullable=False),
    Column("label", Words(), nullable=False),
    Column("calls", JSON, nullable=False),
    Column("consumes", Boolean, nullable=False),
    Column("state", String(5), nullable=False, default="open"),
    instant("created_at"),
    instant("used_at", nullable=True),
    Column("outcome", Words()),
    Index(None, "user_id", "card_id"),
    Index(None, "conversation_id", "state", "created_at"),
)

events = Table(
    "events",
    metadata,
    key(),
    Column("channel", String(20), nullable=False),
    Column("event_id", String(200), nullable=False),
    Column("conversation", String(200), nullable=False),
    Column("payload", JSON, nullable=False),
    instant("received_at"),
    Column("state", String(8), nullable=False, default="new"),
    instant("claimed_at", nullable=True),
    Column("worker", String(80)),
    instant("finished_at", nullable=True),
    Column("reply", JSON(none_as_null=True)),
    Column("attempts", Integer, nullable=False, default=0, server_default="0"),
    UniqueConstraint("channel", "event_id"),
    Index(None, "state", "id"),
    Index(None, "channel", "conversation", "state", "id"),
    sqlite_autoincrement=True,
)

conversations = Table(
    "conversations",
    metadata,
    key(),
    owner(),
    Column("channel", String(20), nullable=False),
    Column("key", String(200), nullable=False),
    Column("focus", JSON, nullable=False, default={}),
    instant("last_used_at"),
    UniqueConstraint("user_id", "channel", "key"),
    sqlite_autoincrement=True,
)

turns = Table(
    "turns",
    metadata,
    key(),
    Column("conversation_id", WideInteger, ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    Column("role", String(10), nullable=False),
    Column("content", JSON, nullable=False),
    instant("at"),
    Index(None, "conversation_id", "id"),
    sqlite_autoincrement=True,
)

pairings = Table(
    "pairings",
    metadata,
    key(),
    Column("digest", String(64), nullable=False),
    Column("user_id", WideInteger, ForeignKey("users.id", ondelete="CASCADE")),
    instant("created_at"),
    instant("expires_at"),
    instant("used_at", nullable=True),
    UniqueConstraint("digest"),
    sqlite_autoincrement=True,
)

audit = Table(
    "audit",
    metadata,
    key(),
    owner(),
    instant("at"),
    Column("tool", String(60), nullable=False),
    Column("args", JSON, nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("detail", Words()),
    Column("step_id", WideInteger),
    Index(None, "user_id", "id"),
    sqlite_autoincrement=True,
)

claims = Table(
    "claims",
    metadata,
    Column("user_id", WideInteger, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("token", String(40), nullable=False),
    instant("leased_until"),
)

model_usage = Table(
    "model_usage",
    metadata,
    key(),
    owner(),
    instant("at"),
    Column("path", String(10), nullable=False),
    Column("model", String(200), nullable=False),
    Column("calls", Integer, nullable=False),
    Column("tokens_in", Integer, nullable=False),
    Column("tokens_cached", Integer, nullable=False),
    Column("tokens_out", Integer, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("cost", Float),
    Index(None, "user_id", "at"),
    sqlite_autoincrement=True,
)
