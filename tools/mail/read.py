"""From a mail to its finding: the embedded reader, which asks nobody and keeps nothing."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tools.mail import classes, details, hours
from tools.mail.company import company_of
from tools.mail.finding import Finding, Meeting
from tools.mail.invitation import Invitation, read_invitation
from tools.mail.mail import Mail
from tools.mail.title import requisition_of, title_of
from tools.mail.words.meetings import CANCELS, MOVES


def read(mail: Mail, zone: ZoneInfo | None = None) -> Finding:
    """What a mail says about an application. `zone`: the person's, meant by hours without one. Raises on no mail."""
    home = hours.home_zone(mail.sent_at, zone)
    invited = next((found for data in mail.calendar if (found := read_invitation(data, home))), None)
    text = f"{mail.text}\n{invited.summary}\n{invited.text}" if invited else mail.text
    seen = classes.seen(mail.subject, text, mail.sender)
    verdict = classes.decide(seen, outgoing=mail.outgoing, invited=invited is not None)
    if verdict.status == "not_job":
        return Finding("not_job", confidence=verdict.confidence, sure=verdict.sure, decided_by=verdict.decided_by)
    return _finding(mail, seen, verdict, invited, home)


def _finding(
    mail: Mail, seen: classes.Seen, verdict: classes.Verdict, invited: Invitation | None, home: ZoneInfo
) -> Finding:
    title = title_of(seen.sentences, None)
    company = company_of(mail, seen.sentences, title)
    name, address = details.contact_of(mail, seen.sentences, company)
    meeting = _meeting(seen, verdict.status, invited)
    meets = verdict.status == "interview" or meeting == "cancelled"
    return Finding(
        status=verdict.status,
        company=company,
        title=title_of(seen.sentences, company) if company else title,
        requisition=requisition_of(seen.sentences),
        interview_at=_at(mail, seen, invited, home) if meets else None,
        interview_kind=details.kind_of_interview(seen.sentences) if meets else None,
        duration_minutes=(invited.minutes if invited else hours.length_of(seen.sentences)) if meets else None,
        meeting=meeting,
        link=(invited.link if invited else None) or details.link_of(mail, verdict.status),
        contact_name=name or (invited.organizer_name if invited else None),
        contact_email=address or (invited.organizer_email if invited else None),
        evidence=details.telling_line(seen, verdict.status),
        confidence=verdict.confidence,
        sure=verdict.sure,
        decided_by=verdict.decided_by,
        agency=details.for_hidden_employer(seen.sentences),
    )


def _at(mail: Mail, seen: classes.Seen, invited: Invitation | None, home: ZoneInfo) -> datetime | None:
    if invited:
        return invited.starts_at
    return hours.meeting_time(seen.sentences, mail.sent_at, home, seen.languages)


def _meeting(seen: classes.Seen, status: str, invited: Invitation | None) -> Meeting | None:
    """What becomes of the interview, where there is one."""
    if status not in ("interview", "update"):
        return None
    if (invited and invited.meeting == "cancelled") or any(CANCELS.search(s.low) for s in seen.sentences):
        return "cancelled"
    if status == "update":
        return None
    moved = any(MOVES.search(s.low) for s in seen.sentences)
    return "moved" if moved or (invited and invited.meeting == "moved") else "set"
