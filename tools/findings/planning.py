"""What a finding would come to as things stand: whose it is, what it changes, and whether the person must be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from storage import applications, findings, interviews
from storage.companies import company_key
from storage.findings import Found
from storage.records import Application, Interview
from storage.status import ENDED, Source
from tools.context import Context
from tools.findings.books import Books, open_books
from tools.mail.change import Change, Standing, change
from tools.mail.finding import Finding
from tools.mail.match import Match, News, match
from tools.mail.senders import Trust, domain_of, registrable, trust

# Where a mail came from when the person handed it in: they vouch for it, as far as it does not look forged.
HANDED_IN = "a file or text of yours"
BY_HAND = "You changed the interview after this mail."
LOOK_ALIKE = "Take care: the sender's address does not fit the company."
NO_CHANGE = Change()
STRANGER = "I do not know this sender's address yet."


@dataclass(frozen=True, slots=True)
class Meeting:
    """What becomes of an interview: `add`, `move` or `cancel` the one that is meant; `why`: for what it is asked."""

    kind: Literal["add", "move", "cancel"]
    interview: Interview | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a finding comes to. `application` is the one meant; none with `creates`: a new one. `alone`: it may be done
    without the person's word, else `why` says why not."""

    match: Match
    application: Application | None = None
    change: Change = NO_CHANGE
    meeting: Meeting | None = None
    creates: bool = False
    alone: bool = False
    why: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing would change but the record."""
        return self.change.status is None and self.meeting is None and not self.creates

    def silent(self, found: Found) -> bool:
        """Whether it is nothing to tell or to ask about."""
        return self.empty and (self.application is not None or found.status == "update")


def plan(ctx: Context, found: Found, books: Books | None = None) -> Plan:
    """What a finding comes to as things stand now, by the books where they are open already."""
    books = books or open_books(ctx)
    matched = match(news_of(ctx, found), list(books.known.values()), books.trails)
    if matched.kind == "one":
        a = books.applications[matched.ids[0]]
        return at(ctx, found, a, matched, _doubt(found, a.company, books))
    creates = matched.kind == "none" and found.status == "applied" and bool(found.company) and not found.agency
    if not creates:
        return Plan(matched, why="" if matched.kind == "several" else "I do not know which application it is about.")
    doubt = _doubt(found, found.company, books) or _unsure(found)
    return Plan(matched, creates=True, alone=not doubt, why=doubt)


def at(ctx: Context, found: Found, a: Application, matched: Match, doubt: str = "") -> Plan:
    """What a finding would change at one application, if it is about that."""
    entries = applications.get_history(ctx.db, ctx.user.id, a.id)
    standing = Standing(a.status, entries[-1].at if entries else None, {entry.status for entry in entries})
    made = change(finding_of(found), standing, found.at)
    meeting = None if a.status in ENDED and made.status is None else _meeting(ctx, found, a)
    why = doubt or made.why or (meeting.why if meeting else "") or _unsure(found)
    return Plan(matched, a, made, meeting, alone=not why, why=why)


def news_of(ctx: Context, found: Found) -> News:
    """A kept finding as the matching reads it."""
    day = found.at.astimezone(ctx.user.zone).date()
    return News(finding_of(found), found.thread, found.sender, day)


def finding_of(found: Found) -> Finding:
    """A kept finding as it was read."""
    names = ("status", "company", "title", "requisition", "interview_at", "interview_kind", "duration_minutes",
             "meeting", "link", "contact_name", "contact_email", "evidence", "confidence", "sure", "decided_by",
             "agency")  # fmt: skip
    values: dict[str, Any] = {name: getattr(found, name) for name in names}
    return Finding(**values)


def _unsure(found: Found) -> str:
    if found.decided_by == "language":
        return "Your language model read this one."
    return "" if found.sure else "I am not sure that I read it right."


def _doubt(found: Found, company: str | None, books: Books) -> str:
    """What speaks against believing the sender; empty for nothing."""
    if found.source == Source.ATS:
        return ""  # whoever has the key has vouched for it
    if found.suspicious:
        return LOOK_ALIKE
    domain = registrable(domain_of(found.sender))
    named = [name for name in (company, found.company) if name]
    if books.trails.domains.get(domain) in {company_key(name) for name in named}:
        return ""
    borne_out = {trust(found.sender, name) for name in named}
    if Trust.OWN in borne_out:
        # The same name under another ending, where the right one is known.
        other = any(known.split(".")[0] == domain.split(".")[0] for known in books.seen - {domain})
        return LOOK_ALIKE if other else ""
    if borne_out & {Trust.SYSTEM, Trust.NONE} or found.mailbox == HANDED_IN or domain in books.seen:
        return ""
    return STRANGER


def _meeting(ctx: Context, found: Found, a: Application) -> Meeting | None:
    """What the mail does to the application's interviews; None for nothing, or where it names no time."""
    held = interviews.get_interviews(ctx.db, ctx.user.id, a.id)
    ahead = [one for one in held if one.starts_at >= found.at - timedelta(hours=1)]
    same = [one for one in ahead if one.starts_at == found.interview_at]
    if found.meeting == "cancelled":
        return _of(ctx, found, "cancel", same or ahead)
    if found.interview_at is None or same or found.status not in ("interview", "assessment", "update"):
        return None
    if found.status == "assessment" and found.meeting is None:
        return None
    told = {one.interview_at for one in findings.of_application(ctx.db, ctx.user.id, a.id)
            if one.thread is not None and one.thread == found.thread}  # fmt: skip
    earlier = ahead if found.meeting == "moved" else [one for one in ahead if one.starts_at in told]
    return _of(ctx, found, "move", earlier) or Meeting("add")


def _of(ctx: Context, found: Found, kind: Literal["move", "cancel"], meant: list[Interview]) -> Meeting | None:
    if not meant:
        return None
    since = findings.meeting_known_since(ctx.db, ctx.user.id, meant[0].id)
    why = BY_HAND if since is not None and found.at < since else ""
    return Meeting(kind, meant[0], "Several interviews lie ahead there." if len(meant) > 1 else why)
