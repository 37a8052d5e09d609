"""Opens the account that a row names: its secret, and the client of its kind; new tokens are kept when it is closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from scheduler import granted
from storage.mailboxes import Kind, Mailbox
from tools.clients import google
from tools.clients.mails import Fetched, Page, Source, Span
from tools.clients.trouble import AccessLost, Unreachable
from tools.toolbox import Toolbox


def open_source(toolbox: Toolbox, box: Mailbox, now: datetime) -> Source:
    """The mailbox, open for reading. Raises MailTrouble."""
    if box.kind == Kind.ATS:
        return _applicants(toolbox, box)
    secret = _secret(toolbox, box)
    if box.kind == Kind.GMAIL:
        return _gmail(toolbox, box, secret, now)
    from tools.clients.imap import Imap, Login

    login = Login(box.host or "", box.port or 0, box.address, str(secret.get("password") or ""))
    return Imap(login, box.folder or "INBOX")


def _secret(toolbox: Toolbox, box: Mailbox) -> dict[str, Any]:
    if toolbox.mail is None:
        raise Unreachable("mailboxes are not read here")
    return granted.secret(toolbox, toolbox.mail, box.user_id, box.credential_id)


class _Gmail:
    """Gmail with its tokens: those that were renewed on the way are kept at the end."""

    def __init__(self, toolbox: Toolbox, box: Mailbox, source: Source, access: Any) -> None:
        self.toolbox, self.box, self.source, self.access = toolbox, box, source, access
        self.before = access.tokens

    def pages(self, cursor: dict[str, Any], span: Span) -> Iterator[Page]:
        """As the client's own."""
        return self.source.pages(cursor, span)

    def fetch(self, names: Sequence[str]) -> list[Fetched]:
        """As the client's own."""
        return self.source.fetch(names)

    def close(self) -> None:
        """Let go of the server, and keep the tokens."""
        self.source.close()
        if self.access.tokens != self.before:
            granted.keep(self.toolbox, self.box.user_id, self.box.credential_id, self.access.tokens)


def _applicants(toolbox: Toolbox, box: Mailbox) -> Source:
    """A system for applicants, by the person's key or by that of the house."""
    from tools.ats import keys
    from tools.ats.source import Applicants

    mail = toolbox.mail
    if mail is None or not box.platform:
        raise Unreachable("systems for applicants are not asked here")
    own = box.credential_id is not None
    kept = _secret(toolbox, box) if own else mail.office.get(box.platform)
    if kept is None:
        raise Unreachable("the office has no key for it any more")
    try:
        return Applicants(keys.unpacked(box.platform, kept), box.address, mail.servers)
    except (KeyError, TypeError, ValueError):
        raise AccessLost("what I had kept to get in is damaged") from None


def _gmail(toolbox: Toolbox, box: Mailbox, secret: dict[str, Any], now: datetime) -> Source:
    from tools.clients.access import Access
    from tools.clients.gmail import Gmail
    from tools.clients.google_line import Line

    app = toolbox.mail.google if toolbox.mail is not None else None
    if app is None:
        raise Unreachable("GOOGLE_CLIENT_ID is not set any more")
    try:
        access = Access(app, google.kept(secret), now)
    except (KeyError, ValueError):
        raise AccessLost("what I had kept to get in is damaged") from None
    return _Gmail(toolbox, box, Gmail(Line(access)), access)
