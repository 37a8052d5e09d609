"""The tables of postings, as employers published them, and of the watch over them; no queries, no rules."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, Index, Integer, String, Table, UniqueConstraint

from storage.columns import Money, WideInteger, Words, belongs, instant, key, metadata, owner

postings = Table(
    "postings",
    metadata,
    key(),
    owner(),
    Column("application_id", WideInteger),
    Column("link_key", Words(), nullable=False),
    Column("url", Words(), nullable=False),
    Column("platform", String(40)),
    instant("read_at"),
    Column("company", Words()),
    Column("title", Words()),
    Column("location", Words()),
    Column("work_mode", String(20)),
    Column("employment_type", String(20)),
    Column("salary_min", Money()),
    Column("salary_max", Money()),
    Column("salary_currency", String(3)),
    Column("salary_period", String(10)),
    Column("posted_on", Date),
    Column("deadline_on", Date),
    Column("requisition", Words()),
    Column("skills", JSON, nullable=False, default=[]),
    Column("description", Words()),
    UniqueConstraint("user_id", "id"),
    belongs("application_id", "applications"),
    Index(None, "user_id", "link_key"),
    Index(None, "application_id"),
    sqlite_autoincrement=True,
)

checks = Table(
    "checks",
    metadata,
    key(),
    owner(),
    Column("application_id", WideInteger, nullable=False),
    Column("url", Words(), nullable=False),
    Column("etag", Words()),
    Column("state", String(10), nullable=False, default="unknown"),
    Column("seen_closed", Integer, nullable=False, default=0),
    instant("closed_seen_at", nullable=True),
    Column("pay", Words()),
    Column("deadline_on", Date),
    Column("failures", Integer, nullable=False, default=0),
    Column("trouble", Words()),
    instant("checked_at", nullable=True),
    instant("next_check_at"),
    Column("token", String(40)),
    instant("leased_until", nullable=True),
    UniqueConstraint("user_id", "application_id"),
    belongs("application_id", "applications"),
    Index(None, "application_id"),
    Index(None, "next_check_at"),
    sqlite_autoincrement=True,
)
