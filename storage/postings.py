"""Postings as they were read, kept for the person who asked: links die; knows no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from storage.models import applications
from storage.openings import postings
from storage.records import plain

P, A = postings.c, applications.c


@dataclass(frozen=True, slots=True)
class Kept:
    """A posting as it was read at `read_at` (UTC); `application_id` is None while nobody has done anything with it."""

    id: int
    application_id: int | None
    link_key: str
    url: str
    platform: str | None
    read_at: datetime
    company: str | None
    title: str | None
    location: str | None
    work_mode: str | None
    employment_type: str | None
    salary_min: float | None
    salary_max: float | None
    salary_currency: str | None
    salary_period: str | None
    posted_on: date | None
    deadline_on: date | None
    requisition: str | None
    skills: Sequence[str]
    description: str | None


def keep(db: Connection, user_id: int, link_key: str, now: datetime, facts: Mapping[str, Any]) -> int:
    """Keeps what was read behind a link, in the place of what was read before and belongs to the same; gives its id."""
    known = db.scalar(select(P.id).where(P.user_id == user_id, P.link_key == link_key).order_by(P.id.desc()).limit(1))
    row = {**facts, "link_key": link_key, "read_at": now}
    if known is not None:
        db.execute(update(postings).where(P.user_id == user_id, P.id == known).values(row))
        return int(known)
    added = db.execute(insert(postings).values({**row, "user_id": user_id})).inserted_primary_key
    assert added is not None, "the table has a key"
    return int(added[0])


def find(db: Connection, user_id: int, link_key: str) -> Kept | None:
    """What was read behind a link last; None where nothing was."""
    query = select(postings).where(P.user_id == user_id, P.link_key == link_key).order_by(P.id.desc()).limit(1)
    row = db.execute(query).mappings().first()
    return None if row is None else plain(Kept, row)


def of_application(db: Connection, user_id: int, application_id: int) -> Kept | None:
    """The posting of an application, as it was read last."""
    query = select(postings).where(P.user_id == user_id, P.application_id == application_id).order_by(P.id.desc())
    row = db.execute(query.limit(1)).mappings().first()
    return None if row is None else plain(Kept, row)


def attach(db: Connection, user_id: int, link_key: str, application_id: int) -> None:
    """Says that a posting is that of an application."""
    mine = (P.user_id == user_id, P.link_key == link_key)
    db.execute(update(postings).where(*mine).values(application_id=application_id))


def with_link(db: Connection, user_id: int, part: str) -> list[tuple[int, str]]:
    """The applications whose link holds these letters, with their links; the latest first."""
    holds = A.url.contains(part, autoescape=True)
    rows = db.execute(select(A.id, A.url).where(A.user_id == user_id, holds).order_by(A.id.desc()).limit(50))
    return [(row.id, row.url) for row in rows]


def asked_skills(db: Connection, user_id: int) -> list[tuple[int, Sequence[str]]]:
    """The skills that the postings of this person's applications ask for, by application."""
    query = select(P.application_id, P.skills).where(P.user_id == user_id, P.application_id.is_not(None))
    return [(row.application_id, row.skills) for row in db.execute(query.order_by(P.id))]


def sweep(db: Connection, before: datetime) -> None:
    """Forgets what was read before an instant and led to nothing."""
    db.execute(delete(postings).where(P.application_id.is_(None), P.read_at < before))
