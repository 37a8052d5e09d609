"""Makes what a finding comes to: moves the status, sets the interview, keeps the event; asks nothing."""

from __future__ import annotations

import json
from typing import Any

from storage import applications, findings, interviews, progress, reminders
from storage.findings import APPLIED, BY_MAIL, Found
from storage.journal import Journal
from storage.records import Application, Entry
from storage.status import ENDED, Source, Status
from tools.context import Context
from tools.findings.books import Books
from tools.findings.planning import Meeting, Plan, plan
from tools.findings.words import by_system, sender_words
from tools.mail.change import TARGETS
from tools.meetings import clash, describe
from tools.result import application_ref
from tools.words import day_words, moment_words, name_of

KINDS = frozenset(("phone", "video", "onsite", "technical", "behavioral", "panel"))
MEETING_HOSTS = ("zoom.us", "meet.google.com", "teams.microsoft.com", "teams.live.com", "webex.com", "whereby.com")
LONGEST_LINK = 300
NO_TIME = "It names no time: once you know it, say “{company} interview Tuesday at 3pm”."
LOGGED = "Logged from"


def apply(ctx: Context, journal: Journal, found: Found, planned: Plan) -> tuple[str, tuple[str, ...]]:
    """Make a planned change; gives what was done in words, and what it is about. The finding is applied by it."""
    if planned.application is None:
        a, lines = _created(ctx, journal, found, _status_of(found))
    else:
        a, lines = planned.application, _moved(ctx, journal, found, planned)
    lines += _met(ctx, journal, found, a, planned.meeting)
    findings.settle(journal, found.id, APPLIED, application_id=a.id)
    if not lines:
        _noted(journal, found, a)
        lines = [f"{name_of(a.company, a.title)}: noted {_a(found)}; it stands at {a.status}."]
    return "\n".join(lines), (application_ref(a.id), finding_ref(found))


def finding_ref(found: Found) -> str:
    """How a finding is named between the floors."""
    return f"finding:{found.id}"


def by_itself(ctx: Context, found: Found, books: Books) -> Plan:
    """Make, as a step of its own, what a finding may do without the person's word; gives what it came to."""
    planned = plan(ctx, found, books)
    journal = Journal(ctx.db, ctx.user.id)
    if planned.alone and (planned.application is not None or planned.creates):
        words, _ = apply(ctx, journal, found, planned)
        _close(ctx, journal, found, words)
    elif planned.application is not None and found.sure and planned.change.asks:
        # What it may not do goes on record all the same. It is no step: the person's word takes it away or makes it so.
        _noted(journal, found, planned.application)
        reminders.refresh(ctx.db, ctx.user, journal.touched_applications, ctx.now)
    return planned


def _close(ctx: Context, journal: Journal, found: Found, words: str) -> None:
    summary = words.split("\n")[0]
    step = journal.close(ctx.now, BY_MAIL, None, [], summary, [(BY_MAIL, {"finding": found.id}, "done", summary)])
    reminders.refresh(ctx.db, ctx.user, journal.touched_applications, ctx.now)
    findings.note_outcome(ctx.db, ctx.user.id, found.id, words, step)


def create(ctx: Context, journal: Journal, found: Found, status: Status) -> tuple[str, tuple[str, ...]]:
    """Add the application that a finding is about, and settle the finding with it."""
    a, lines = _created(ctx, journal, found, status)
    lines += _met(ctx, journal, found, a, Meeting("add") if _names_meeting(found) else None)
    findings.settle(journal, found.id, APPLIED, application_id=a.id)
    return "\n".join(lines), (application_ref(a.id), finding_ref(found))


def _status_of(found: Found) -> Status:
    return TARGETS.get(found.status, Status.APPLIED)


def _names_meeting(found: Found) -> bool:
    return found.interview_at is not None and found.meeting != "cancelled" and found.status in ("interview", "update")


def logged(found: Found) -> str:
    """How the line of a new application begins."""
    return f"{LOGGED} {_a(found)}:"


def _a(found: Found) -> str:
    return f"what {sender_words(found)} said" if by_system(found) else "a mail"


def entry_of(found: Found, status: Status) -> Entry:
    """The entry of the history that a mail makes, with its evidence."""
    proof: dict[str, Any] = {"finding": found.id, "message_id": found.message_id, "line": found.evidence[:400]}
    if found.raw:
        proof["raw"] = json.loads(found.raw)
    return Entry(status, found.at, Source(found.source), evidence=json.dumps(proof, ensure_ascii=False))


def _created(ctx: Context, journal: Journal, found: Found, status: Status) -> tuple[Application, list[str]]:
    day = found.at.astimezone(ctx.user.zone).date()
    applied_on = day if status is Status.APPLIED else None
    company = found.company or found.sender.rpartition("@")[2] or "Unknown company"
    a = applications.add(journal, company, status, ctx.now, entries=[entry_of(found, status)], title=found.title,
                         applied_on=applied_on)  # fmt: skip
    when = f" {day_words(day, ctx.today)}" if applied_on else ""
    return a, [f"{logged(found)} {name_of(a.company, a.title)} · {a.status}{when}"]


def _moved(ctx: Context, journal: Journal, found: Found, planned: Plan) -> list[str]:
    """The new status, and the role where the mail is the first to name it."""
    a = planned.application
    assert a is not None
    if found.title and not a.title:
        applications.change(journal, a.id, ctx.now, title=found.title)
    target = planned.change.status
    if target is None:
        return []
    day = found.at.astimezone(ctx.user.zone).date() if target is Status.APPLIED else None
    progress.set_status(journal, a.id, entry_of(found, target), applied_on=day, now=ctx.now)
    title = a.title or found.title
    return [f"{name_of(a.company, title)}: {a.status} → {target}"]


def _met(ctx: Context, journal: Journal, found: Found, a: Application, meeting: Meeting | None) -> list[str]:
    """The interview, set, moved or cancelled; where the mail names no time, the person is asked for it."""
    if meeting is None:
        open_ = found.status == "interview" and found.interview_at is None and found.meeting != "cancelled"
        return [NO_TIME.format(company=a.company)] if open_ and a.status not in ENDED else []
    if meeting.kind == "cancel":
        assert meeting.interview is not None
        interviews.cancel_interview(journal, meeting.interview.id, found.at)
        return [f"Interview cancelled: {describe(ctx, a, meeting.interview)}"]
    fields = _fields(found)
    assert found.interview_at is not None
    if meeting.interview is not None:
        changed = interviews.change_interview(
            journal,
            meeting.interview.id,
            ctx.now,
            starts_at=found.interview_at,
            timezone=found.interview_zone,
            **fields,
        )
        was = moment_words(meeting.interview.starts_at, ctx.user.zone, ctx.today)
        return [f"Interview changed: {describe(ctx, a, changed)} (it was {was})"]
    added = interviews.add_interview(
        journal, a.id, found.interview_at, ctx.now, timezone=found.interview_zone, **{"kind": "other", **fields}
    )
    return [f"Interview set: {describe(ctx, a, added)}", *clash(ctx, added)]


def _fields(found: Found) -> dict[str, Any]:
    """What the mail tells of an interview besides its time."""
    given = {
        "kind": found.interview_kind if found.interview_kind in KINDS else None,
        "duration_minutes": found.duration_minutes if found.duration_minutes and found.duration_minutes > 0 else None,
        "with_": found.contact_name,
        "location": found.link if found.link and _is_meeting_link(found.link) else None,
    }
    return {name: value for name, value in given.items() if value is not None}


def _is_meeting_link(link: str) -> bool:
    """Whether a link is one of a well-known service for calls: no other one is kept from a mail."""
    scheme, _, rest = link.partition("://")
    host = rest.partition("/")[0].casefold()
    known = any(host == one or host.endswith(f".{one}") for one in MEETING_HOSTS)
    return scheme == "https" and known and len(link) <= LONGEST_LINK


def _noted(journal: Journal, found: Found, a: Application) -> None:
    kind = "ats" if by_system(found) else "mail"
    progress.record_activity(journal, a.id, kind, found.at, note=found.evidence[:400], evidence=evidence_of(found))


def evidence_of(found: Found) -> str:
    """The mark by which an event names the mail that it comes from."""
    return f"finding:{found.id}"
