"""The tables of a person's job search and of the house around it; no queries, no rules."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, Index, Integer, String, Table, UniqueConstraint, func, text

from storage.columns import Money, WideInteger, Words, belongs, instant, key, metadata, owner

users = Table(
    "users",
    metadata,
    key(),
    instant("created_at"),
    Column("name", Words()),
    Column("timezone", String(64), nullable=False, default="UTC"),
    Column("morning", String(5), nullable=False, default="09:00"),
    Column("quiet_from", String(5), nullable=False, default="21:00"),
    Column("quiet_to", String(5), nullable=False, default="08:00"),
    Column("digest", String(10), nullable=False, default="weekly"),
    Column("digest_weekday", Integer, nullable=False, default=0),
    Column("follow_up_days", JSON, nullable=False, default=[7, 14, 30]),
    Column("skills", JSON, nullable=False, default=[], server_default="[]"),
    Column("working_days_after", Integer, nullable=False, default=5),
    instant("paused_until", nullable=True),
    Column("weekly_goal", Integer),
    Column("offline", Boolean, nullable=False, default=False),
    Column("reminders_to", String(20), nullable=False, default="", server_default=""),
    sqlite_autoincrement=True,
)

accounts = Table(
    "accounts",
    metadata,
    key(),
    owner(),
    Column("channel", String(20), nullable=False),
    Column("account", String(200), nullable=False),
    Column("chat_id", String(200)),
    instant("last_used_at"),
    Column("dead_reason", Words()),
    UniqueConstraint("channel", "account"),
    Index(None, "user_id"),
    sqlite_autoincrement=True,
)

applications = Table(
    "applications",
    metadata,
    key(),
    owner(),
    Column("company", Words(), nullable=False),
    Column("company_key", Words(), nullable=False),
    Column("title", Words()),
    Column("status", String(20), nullable=False),
    Column("applied_on", Date),
    Column("source", Words()),
    Column("location", Words()),
    Column("work_mode", String(20)),
    Column("employment_type", String(20)),
    Column("salary_min", Money()),
    Column("salary_max", Money()),
    Column("salary_currency", String(3)),
    Column("salary_period", String(10)),
    Column("url", Words()),
    Column("deadline_on", Date),
    Column("favorite", Boolean, nullable=False, default=False),
    Column("archived", Boolean, nullable=False, default=False),
    Column("muted", Boolean, nullable=False, default=False),
    instant("created_at"),
    instant("updated_at"),
    instant("last_event_at"),
    UniqueConstraint("user_id", "id"),
    Index(None, "user_id", "status"),
    Index(None, "user_id", "company_key"),
    Index(None, "user_id", "applied_on"),
    sqlite_autoincrement=True,
)

history = Table(
    "history",
    metadata,
    key(),
    owner(),
    Column("application_id", WideInteger, nullable=False),
    Column("status", String(20), nullable=False),
    instant("at"),
    Column("source", String(10), nullable=False),
    Column("note", Words()),
    Column("evidence", Words()),
    belongs("application_id", "applications"),
    # All that the figures read of it: they walk along this index, one application after the other.
    Index(None, "user_id", "application_id", "status", "at"),
    sqlite_autoincrement=True,
)

activities = Table(
    "activities",
    metadata,
    key(),
    owner(),
    Column("application_id", WideInteger, nullable=False),
    Column("kind", String(20), nullable=False),
    instant("at"),
    Column("note", Words()),
    Column("evidence", Words()),
    belongs("application_id", "applications"),
    Index(None, "application_id"),
    sqlite_autoincrement=True,
)

notes = Table(
    "notes",
    metadata,
    key(),
    owner(),
    Column("application_id", WideInteger, nullable=False),
    instant("at"),
    Column("text", Words(), nullable=False),
    belongs("application_id", "applications"),
    Index(None, "application_id"),
    sqlite_autoincrement=True,
)

documents = Table(
    "documents",
    metadata,
    key(),
    owner(),
    Column("application_id", WideInteger),
    instant("at"),
    Column("name", Words(), nullable=False),
    Column("path", Words(), nullable=False),
    belongs("application_id", "applications"),
    Index(None, "application_id"),
    Index(None, "user_id"),
    sqlite_autoincrement=True,
)

tags = Table(
    "tags",
    metadata,
    key(),
    owner(),
    Column("application_id", WideInteger, nullable=False),
    Column("tag", Words(), nullable=False),
    UniqueConstraint("application_id", "tag"),
    belongs("application_id", "applications"),
    Index(None, "user_id", "tag"),
    sqlite_autoincrement=True,
)

contacts = Table(
    "contacts",
    metadata,
    key(),
    owner(),
    Column("application_id", WideInteger, nullable=False),
    Column("name", Words(), nullable=False),
    Column("role", Words()),
    Column("email", Words()),
    Column("phone", Words()),
    belongs("application_id", "applications"),
    Index(None, "application_id"),
    sqlite_autoincrement=True,
)

interviews = Table(
    "interviews",
    metadata,
    key(),
    owner(),
    Column("application_id", WideInteger, nullable=False),
    instant("starts_at"),
    Column("timezone", String(64)),
    Column("kind", String(20), nullable=False, default="other"),
    Column("duration_minutes", Integer),
    Column("with_", Words()),
    Column("location", Words()),
    Column("state", String(10), nullable=False, default="scheduled"),
    Column("note", Words()),
    UniqueConstraint("user_id", "id"),
    belongs("application_id", "applications"),
    Index(None, "application_id"),
    Index(None, "user_id", "starts_at"),
    sqlite_autoincrement=True,
)

reminders = Table(
    "reminders",
    metadata,
    key(),
    owner(),
    Column("application_id", WideInteger),
    Column("interview_id", WideInteger),
    Column("kind", String(12), nullable=False),
    Column("episode", String(120)),
    Column("step", String(10)),
    instant("created_at"),
    instant("due_at"),
    Column("timezone", String(64)),
    Column("local_time", String(16)),
    Column("text", Words()),
    Column("status", String(10), nullable=False, default="pending"),
    Column("reason", Words()),
    Column("named_hour", Boolean, nullable=False, default=False),
    Column("snoozed", Boolean, nullable=False, default=False),
    Column("catch_up", Boolean, nullable=False, default=False),
    instant("hidden_until", nullable=True),
    instant("sent_at", nullable=True),
    Column("attempts", Integer, nullable=False, default=0),
    instant("held_until", nullable=True),
    Column("channel", String(20)),
    Column("answer", Words()),
    UniqueConstraint("user_id", "episode"),
    belongs("application_id", "applications"),
    belongs("interview_id", "interviews"),
    Index(None, "application_id"),
    Index(None, "interview_id"),
    sqlite_autoincrement=True,
)

# When a pending reminder is next worth a look: the scheduler asks for nothing else.
look_at = func.coalesce(reminders.c.held_until, reminders.c.due_at)
Index(
    "ix_reminders_look",
    look_at,
    sqlite_where=text("status = 'pending'"),
    postgresql_where=text("status = 'pending'"),
)
