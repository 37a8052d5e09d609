"""What mails said, once for each person and message, and what corrections taught; knows no mail and no rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, delete, func, or_, select, update

from storage.columns import clean_text
from storage.finding_tables import LONGEST_ID, aliases, findings
from storage.house import changes, steps
from storage.journal import Journal
from storage.models import interviews, reminders
from storage.owed import Kind
from storage.records import plain
from storage.rows import add_row, fetch

OPEN, APPLIED, REFUSED, UNDONE = "open", "applied", "refused", "undone"
NAME, DOMAIN = "name", "domain"
# The origin of the steps that a mail makes by itself.
BY_MAIL = "mail"
F, A, R = findings.c, aliases.c, reminders.c


@dataclass(frozen=True, slots=True)
class Found:
    """What one mail, or one answer of a system for applicants, said. `state`: open (waits for the person), applied,
    refused, undone; `at` is when it was sent; `outcome` is the line that told what it changed, `step_id` its step;
    `told_at`: when the person was told; `source`: email or ats; `raw`: what a system said in its own words, as JSON."""

    id: int
    message_id: str
    thread: str | None
    fingerprint: str
    mailbox: str
    sender: str
    subject: str
    at: datetime
    found_at: datetime
    state: str
    status: str
    company: str | None
    title: str | None
    requisition: str | None
    interview_at: datetime | None
    interview_zone: str | None
    interview_kind: str | None
    duration_minutes: int | None
    meeting: str | None
    link: str | None
    contact_name: str | None
    contact_email: str | None
    evidence: str
    confidence: float
    sure: bool
    decided_by: str
    agency: bool
    suspicious: bool
    application_id: int | None
    outcome: str | None
    step_id: int | None
    told_at: datetime | None
    source: str
    raw: str | None


def message_key(message_id: str) -> str:
    """A message id as it is kept: an overlong one by its hash."""
    cleaned = clean_text(message_id.strip())
    return cleaned if len(cleaned) <= LONGEST_ID else sha256(cleaned.encode()).hexdigest()


def keep(db: Connection, user_id: int, values: Mapping[str, Any]) -> Found:
    """Keeps a finding as open; `message_id` must be new for this person (see `known`)."""
    return get(db, user_id, add_row(db, findings, {**values, "user_id": user_id, "state": OPEN}))


def reread(db: Connection, user_id: int, finding_id: int, values: Mapping[str, Any]) -> Found:
    """Replaces what an open finding says by a better reading of the same mail. Raises NotThere."""
    mine = (F.user_id == user_id, F.id == finding_id, F.state == OPEN)
    db.execute(update(findings).where(*mine).values(dict(values)))
    return get(db, user_id, finding_id)


def known(db: Connection, user_id: int, message_ids: Sequence[str]) -> dict[str, Found]:
    """Those of these messages (keys) that were found before, by key."""
    query = select(findings).where(F.user_id == user_id, F.message_id.in_(message_ids))
    return {one.message_id: one for one in _all(db, query)}


def alike(db: Connection, user_id: int, fingerprint: str, first: datetime, last: datetime) -> list[Found]:
    """Findings of the same words, sent between two instants."""
    mine = (F.user_id == user_id, F.fingerprint == fingerprint, F.at >= first, F.at <= last)
    return _all(db, select(findings).where(*mine).order_by(F.id))


def get(db: Connection, user_id: int, finding_id: int) -> Found:
    """One finding. Raises NotThere."""
    row = fetch(db, user_id, findings, finding_id)
    return Found(**{name: value for name, value in row.items() if name != "user_id"})


def waiting(db: Connection, user_id: int) -> list[Found]:
    """What waits for the person's word, the oldest mail first."""
    return _all(db, select(findings).where(F.user_id == user_id, F.state == OPEN).order_by(F.at, F.id))


def untold(db: Connection, user_id: int) -> list[Found]:
    """What the person was not told of yet, the oldest mail first; what was taken back or refused needs no telling."""
    mine = (F.user_id == user_id, F.told_at.is_(None), F.state.in_((OPEN, APPLIED)))
    return _all(db, select(findings).where(*mine).order_by(F.at, F.id))


def of_application(db: Connection, user_id: int, application_id: int, *, limit: int = 20) -> list[Found]:
    """What mails did to an application, the newest first."""
    mine = (F.user_id == user_id, F.application_id == application_id, F.state == APPLIED)
    return _all(db, select(findings).where(*mine).order_by(F.at.desc(), F.id.desc()).limit(limit))


def steps_from(db: Connection, user_id: int, mailbox: str, *, limit: int = 50) -> list[int]:
    """The steps that mails of a mailbox made and that stand, the newest first."""
    mine = (F.user_id == user_id, F.mailbox == mailbox, F.state == APPLIED, F.step_id.is_not(None))
    return [int(step) for step in db.scalars(select(F.step_id).where(*mine).order_by(F.step_id.desc()).limit(limit))]


def latest(db: Connection, user_id: int) -> Found | None:
    """The finding of which the person was told last."""
    mine = (F.user_id == user_id, F.told_at.is_not(None))
    found = _all(db, select(findings).where(*mine).order_by(F.told_at.desc(), F.id.desc()).limit(1))
    return found[0] if found else None


def trails(db: Connection, user_id: int) -> list[tuple[int, str | None, str | None, str]]:
    """Application, thread, requisition and sender of each applied finding, the oldest mail first."""
    query = select(F.application_id, F.thread, F.requisition, F.sender)
    mine = (F.user_id == user_id, F.state == APPLIED, F.application_id.is_not(None))
    return [tuple(row) for row in db.execute(query.where(*mine).order_by(F.at, F.id))]


def settle(journal: Journal, finding_id: int, state: str, *, application_id: int | None = None) -> None:
    """Moves a finding to another state, for an application; undone with the step. Raises NotThere."""
    journal.update(findings, finding_id, state=state, application_id=application_id)


def let_go(db: Connection, user_id: int, finding_id: int, application_id: int | None) -> None:
    """Counts an open finding as applied that changes nothing, not even the record."""
    mine = (F.user_id == user_id, F.id == finding_id, F.state == OPEN)
    db.execute(update(findings).where(*mine).values(state=APPLIED, application_id=application_id))


def drop(db: Connection, user_id: int, finding_id: int) -> None:
    """Forgets an open finding that turned out to be none."""
    db.execute(delete(findings).where(F.user_id == user_id, F.id == finding_id, F.state == OPEN))


def note_outcome(db: Connection, user_id: int, finding_id: int, outcome: str, step_id: int | None) -> None:
    """Keeps what was changed, in words, and the step that takes it back."""
    mine = (F.user_id == user_id, F.id == finding_id)
    db.execute(update(findings).where(*mine).values(outcome=outcome, step_id=step_id))


def mark_told(db: Connection, user_id: int, finding_ids: Sequence[int], at: datetime) -> None:
    """Marks findings as told; those told before keep their instant."""
    mine = (F.user_id == user_id, F.id.in_(finding_ids), F.told_at.is_(None))
    db.execute(update(findings).where(*mine).values(told_at=at))


def mark_undone(db: Connection, user_id: int, step_ids: Sequence[int]) -> None:
    """After an undo: the findings that these steps had applied are never applied again; a refusal is open again."""
    mine = (changes.c.step_id == steps.c.id, steps.c.user_id == user_id, steps.c.id.in_(step_ids))
    query = select(changes.c.row_id, changes.c.after).where(*mine, changes.c.table_name == findings.name)
    made = [row.row_id for row in db.execute(query) if (row.after or {}).get("state") == APPLIED]
    if made:
        db.execute(update(findings).where(F.user_id == user_id, F.id.in_(made)).values(state=UNDONE))


def owe_telling(db: Connection, user_id: int, at: datetime) -> None:
    """Owes the person one message about what they were not told of yet; there is at most one at a time."""
    mine = (R.user_id == user_id, R.kind == Kind.MAIL, R.status == "pending")
    if db.scalar(select(R.id).where(*mine).limit(1)) is None:
        add_row(db, reminders, {"user_id": user_id, "kind": str(Kind.MAIL), "created_at": at, "due_at": at})


def meeting_known_since(db: Connection, user_id: int, interview_id: int) -> datetime | None:
    """When an interview was last set or moved: by the person at the time of it, by a mail when that was sent."""
    c, s, i = changes.c, steps.c, interviews.c
    mine = (s.user_id == user_id, s.undone_at.is_(None), c.table_name == interviews.name, c.row_id == interview_id)
    person = select(func.max(s.at)).select_from(changes.join(steps, c.step_id == s.id))
    by_person = db.scalar(person.where(*mine, s.origin != BY_MAIL))
    said = (F.user_id == user_id, F.state == APPLIED, or_(F.meeting.is_not(None), F.interview_at.is_not(None)))
    of_it = select(i.application_id).where(i.user_id == user_id, i.id == interview_id).scalar_subquery()
    by_mail = db.scalar(select(func.max(F.at)).where(*said, F.application_id == of_it))
    return max((one for one in (by_person, by_mail) if one is not None), default=None)


def learn(journal: Journal, kind: str, said: str, company_key: str) -> None:
    """Keeps that a name or a sender's domain (`kind`) means a company; a later correction replaces it."""
    word = message_key(said)
    row = select(A.id).where(A.user_id == journal.user_id, A.kind == kind, A.said == word)
    alias_id = journal.db.scalar(row)
    if alias_id is None:
        journal.insert(aliases, kind=kind, said=word, company_key=company_key)
    else:
        journal.update(aliases, alias_id, company_key=company_key)


def learnt(db: Connection, user_id: int, kind: str) -> dict[str, str]:
    """What corrections taught: a name's key or a domain -> the key of the company that is meant."""
    query = select(A.said, A.company_key).where(A.user_id == user_id, A.kind == kind)
    return {row.said: row.company_key for row in db.execute(query)}


def _all(db: Connection, query: Select[Any]) -> list[Found]:
    return [plain(Found, row) for row in db.execute(query).mappings()]
