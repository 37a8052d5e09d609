"""What is kept of one mail: who wrote what and when; knows not how it was read and not what it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a mail: the words that a person sees, and where it leads."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail, decoded. `id` is the Message-ID without its angle brackets, or the one that was handed in; `thread` the
    first message of its conversation, None where it starts one.

    `sender`, `recipients` and `reply_to` are bare addresses in lower case; `sent_at` is aware, in the sender's zone.
    `text` is what a person reads: quoted history, footers and hidden parts are gone. `calendar` holds iCalendar parts
    as bytes. `authentication` is the receiving server's own line about SPF, DKIM and DMARC.
    """

    id: str
    subject: str
    text: str
    thread: str | None = None
    sender: str = ""
    sender_name: str = ""
    recipients: tuple[str, ...] = ()
    sent_at: datetime | None = None
    calendar: tuple[bytes, ...] = ()
    links: tuple[Link, ...] = ()
    outgoing: bool = False
    reply_to: str | None = None
    list_unsubscribe: bool = False
    authentication: str | None = None
