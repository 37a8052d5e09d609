"""Mails for tests: made from a few words, put into files, or taken in as a look into a mailbox would."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from storage import users
from storage.journal import Journal
from tests.talk import NOON, Heard
from tools import inbox
from tools.context import Context
from tools.findings.letters import letters
from tools.inbox import Taken
from tools.mail.parse import mail_of
from tools.result import Call

if TYPE_CHECKING:
    from tests.house import House

BACKGROUND = "the mailbox me@mail.example"
DAY = timedelta(days=1)


def mail(
    body: str, *, sender: str = "careers@stripe.com", subject: str = "Your application", at: datetime = NOON - DAY,
    number: str = "", head: Sequence[str] = (), kind: str = "text/plain",
) -> bytes:  # fmt: skip
    """A mail as it stands in a file. `number` names it, by default its contents do."""
    name = number or sha256(f"{subject}{body}{at}".encode()).hexdigest()[:16]
    heads = [
        f"From: {sender}", "To: me@mail.example", f"Subject: {subject}", f"Message-ID: <{name}@post.example>",
        f"Date: {format_datetime(at)}", "MIME-Version: 1.0", f"Content-Type: {kind}; charset=utf-8", *head,
    ]  # fmt: skip
    return "\r\n".join([*heads, "", body, ""]).encode()


def applied(company: str, role: str = "Backend Engineer") -> str:
    """A receipt."""
    return (
        f"Hi Anna,\n\nThank you for applying to {company}. We have received your application for the {role} position.\n"
        "Our team will review it and get back to you.\n\nBest regards,\nThe recruiting team"
    )


def rejected(company: str, role: str = "Backend Engineer") -> str:
    """A rejection."""
    return (
        f"Hi Anna,\n\nThank you for your interest in the {role} position at {company}.\n"
        "Unfortunately, we will not be moving forward with your application at this time.\n\nBest wishes,\nRecruiting"
    )


def invited(company: str, when: str, role: str = "Backend Engineer") -> str:
    """An invitation to an interview."""
    return (
        f"Hi Anna,\n\nWe would like to invite you to an interview for the {role} position at {company}.\n"
        f"The interview is scheduled for {when}.\n\nBest regards,\nJane Roe"
    )


def offered(company: str, role: str = "Backend Engineer") -> str:
    """An offer."""
    return f"Dear Anna,\n\nWe are delighted to offer you the position of {role} at {company}.\n\nKind regards"


def hand_in(house: House, *mails: bytes, text: str = "", user: str | None = None) -> Heard:
    """Hand in mails as files; several as one mbox."""
    folder = Path(house.settings.data_dir)
    if len(mails) == 1:
        path = folder / f"{sha256(mails[0]).hexdigest()[:12]}.eml"
        path.write_bytes(mails[0])
    else:
        path = folder / "all.mbox"
        path.write_bytes(b"".join(b"From x@y Thu Jan  1 00:00:00 2026\n" + one.replace(b"\r\n", b"\n") + b"\n"
                                  for one in mails))  # fmt: skip
    return house.say(text, user=user, files=[str(path)])


def look(house: House, *mails: bytes, hold: bool = False, user: str = "u1") -> Taken:
    """What a look into a mailbox finds, without a word to the person."""
    with house.app.database.write() as db:
        found = users.find_user(db, "stdio", user)
        assert found is not None
        ctx = Context(
            user=found, now=house.now.astimezone(found.zone), db=db, call=Call(name="look"),
            catalog=house.app.toolbox.catalog, writes=Journal(db, found.id),
        )  # fmt: skip
        read = letters([mail_of(one) for one in mails], found.zone)
        return inbox.take(ctx, BACKGROUND, read, hold=hold)


def in_utc(words: str) -> datetime:
    """An instant."""
    return datetime.fromisoformat(words).replace(tzinfo=UTC)
