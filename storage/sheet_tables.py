"""The tables of a connected Google sheet: which one it is, and what was last written into its rows; no rules."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.columns import WideInteger, Words, instant, key, metadata, owner

sheets = Table(
    "sheets",
    metadata,
    key(),
    owner(),
    Column("spreadsheet", Words()),
    Column("tab", WideInteger),
    Column("scope", String(10), nullable=False),
    Column("credential_id", WideInteger, ForeignKey("credentials.id", ondelete="SET NULL")),
    Column("state", String(10), nullable=False),
    Column("reason", Words()),
    Column("seen_step", WideInteger, nullable=False, default=0),
    instant("seen_at", nullable=True),
    instant("created_at"),
    instant("due_at", nullable=True),
    instant("asked_at", nullable=True),
    instant("looked_at", nullable=True),
    Column("failures", Integer, nullable=False, default=0),
    Column("lease", String(40)),
    instant("leased_until", nullable=True),
    UniqueConstraint("user_id"),
    Index(None, "due_at"),
    sqlite_autoincrement=True,
)

# `number` is an application's, which may be deleted by now: the row in the sheet is still there then.
sheet_rows = Table(
    "sheet_rows",
    metadata,
    owner(),
    Column("sheet_id", WideInteger, ForeignKey("sheets.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", WideInteger, primary_key=True, autoincrement=False),
    Column("state", String(10), nullable=False),
    Column("cells", JSON, nullable=False, default={}),
    Column("open", JSON, nullable=False, default={}),
    Index(None, "user_id"),
)
