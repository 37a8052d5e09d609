"""From mails that were read to findings that are kept, each message once whatever way it came; changes nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

from storage import findings
from storage.companies import company_key
from storage.findings import Found, message_key
from tools.context import Context
from tools.findings.letters import Letter
from tools.findings.words import quoted
from tools.mail.finding import Finding
from tools.mail.mail import Mail
from tools.mail.senders import Trust, trust
from tools.surprise import surprise
from tools.words import clipped, storable

# Copies of one mail, handed in without their message id, are told by their words within so many days.
AROUND = timedelta(days=3)
LONGEST = 300
FIRST_YEAR = 1990
# An interview that a mail speaks of lies around the day on which it was sent.
BEFORE, AHEAD = timedelta(days=60), timedelta(days=730)
TELLING = 20  # characters of a line that two different mails will hardly share
ZONE = 64


@dataclass
class Gathered:
    """What came of mails: `new` findings, those `known` before, mails that were `unclear` to the rules (with the
    finding kept for them, if any), the last `other` mail, and how many were looked at, and could not be read.

    `named`: the company that the person named beside them.
    """

    new: list[Found] = field(default_factory=list)
    known: list[Found] = field(default_factory=list)
    unclear: list[tuple[Mail, Found | None]] = field(default_factory=list)
    other: Mail | None = None
    named: str | None = None
    looked: int = 0
    broken: int = 0


def gather(ctx: Context, mailbox: str, letters: Iterable[Letter], named: str | None = None) -> Gathered:
    """Keep what mails say as open findings; `named`: the company, where a mail does not say it."""
    gathered = Gathered(named=named)
    letters = list(letters)
    keys = [message_key(letter.mail.id) for letter in letters]
    before = findings.known(ctx.db, ctx.user.id, keys)
    for key, letter in zip(keys, letters, strict=True):
        gathered.looked += 1
        if key in before:
            gathered.known.append(before[key])
            continue
        try:
            with ctx.db.begin_nested():
                found = _gather_one(ctx, mailbox, letter, gathered)
        except Exception as error:
            # One mail that cannot be kept must not keep all others out.
            surprise(error, ["mail"])
            gathered.broken += 1
            continue
        if found is not None:
            before[key] = found
    return gathered


def _gather_one(ctx: Context, mailbox: str, letter: Letter, gathered: Gathered) -> Found | None:
    mail, finding = letter.mail, letter.finding
    if finding is None:
        gathered.broken += 1
        return None
    if mail.outgoing and finding.status != "withdrawn":
        return None
    if finding.status == "not_job":
        gathered.other = mail
        if letter.unclear:
            gathered.unclear.append((mail, None))
        return None
    return keep(ctx, mailbox, letter, gathered)


def keep(ctx: Context, mailbox: str, letter: Letter, gathered: Gathered) -> Found | None:
    """Keep what a mail says, unless a copy of it is known; gives it where it is new."""
    mail, finding = letter.mail, letter.finding
    assert finding is not None
    values = values_of(ctx, mailbox, mail, replace(finding, company=finding.company or gathered.named))
    copy = _copy(ctx, values)
    if copy is not None:
        gathered.known.append(copy)
        return None
    found = findings.keep(ctx.db, ctx.user.id, values)
    gathered.new.append(found)
    if letter.unclear:
        gathered.unclear.append((mail, found))
    return found


def _copy(ctx: Context, values: Mapping[str, Any]) -> Found | None:
    """The finding of the same mail under another id: one of the two came without its message id."""
    if len(values["evidence"]) < TELLING:
        return None
    around = findings.alike(ctx.db, ctx.user.id, values["fingerprint"], values["at"] - AROUND, values["at"] + AROUND)
    own = "@" in values["message_id"]
    return next((one for one in around if not own or "@" not in one.message_id), None)


def values_of(ctx: Context, mailbox: str, mail: Mail, finding: Finding) -> dict[str, Any]:
    """A finding as it is kept; a mail of no day that there was mail counts as sent now."""
    at = min(mail.sent_at, ctx.now) if mail.sent_at and mail.sent_at.year >= FIRST_YEAR else ctx.now
    meets = finding.interview_at
    if meets is not None and not at - BEFORE < meets < at + AHEAD:
        finding = replace(finding, interview_at=None)
    zone = getattr(finding.interview_at.tzinfo, "key", None) if finding.interview_at else None
    return {
        "message_id": message_key(mail.id), "thread": message_key(mail.thread) if mail.thread else None,
        "mailbox": mailbox, "sender": _line(mail.sender) or "", "subject": _line(mail.subject) or "",
        "at": at, "found_at": ctx.now, **said_by(finding),
        "interview_zone": zone if zone and len(zone) <= ZONE else None,
        "suspicious": _trust(mail, finding) is Trust.SUSPICIOUS,
        "fingerprint": _fingerprint(finding),
    }  # fmt: skip


def _trust(mail: Mail, finding: Finding) -> Trust:
    return trust(mail.sender, finding.company, mail.authentication, mail.sender_name)


def said_by(finding: Finding) -> dict[str, Any]:
    """The columns of what a mail says, its words as short lines."""
    minutes = finding.duration_minutes
    return {
        "status": finding.status, "company": _name(finding.company), "title": _name(finding.title),
        "requisition": _line(finding.requisition), "interview_at": finding.interview_at,
        "interview_kind": (finding.interview_kind or "")[:20] or None,
        "duration_minutes": minutes if minutes and 0 < minutes <= 24 * 60 else None,
        "meeting": finding.meeting, "link": _line(finding.link, 1000), "contact_name": _name(finding.contact_name),
        "contact_email": _line(finding.contact_email), "evidence": _line(finding.evidence, 500) or "",
        "confidence": finding.confidence, "sure": finding.sure, "decided_by": finding.decided_by,
        "agency": finding.agency,
    }  # fmt: skip


def _fingerprint(finding: Finding) -> str:
    words = "".join(re.findall(r"\w", finding.evidence.casefold()))
    company = company_key(finding.company) if finding.company else ""
    return sha256(f"{finding.status}/{company}/{words}".encode()).hexdigest()


def _name(text: str | None) -> str | None:
    """A name as it may stand among the person's own, where nothing of a mail's may act."""
    return quoted(text, LONGEST) or None if text else None


def _line(text: str | None, length: int = LONGEST) -> str | None:
    seen = "".join(c if c.isprintable() else " " for c in storable(text[: length * 4])) if text else ""
    return clipped(seen, length) or None
