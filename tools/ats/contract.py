"""What every system for applicants comes down to: a key, applications with their raw words, and what can go wrong."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from storage.status import Status
from tools.clients.trouble import AccessLost, Busy, MailTrouble, Unreachable
from tools.postings.posting import Fetched, Get

# So many answers are asked for in one look, and so many applications are taken from it.
MOST_ASKED = 200
MOST_APPLICATIONS = 500


class KeyRefused(AccessLost):
    """The key is not taken: another one is needed."""


class NoRight(AccessLost):
    """The key is right and may not see this: whoever made it has to allow more."""


class Slow(Busy):
    """The system asks for patience: `pause` in seconds, where it named one."""


class Unreadable(Unreachable):
    """An answer that is cut off, of another shape, or a refusal of what was asked: nothing follows from it."""


@dataclass(frozen=True, slots=True)
class Key:
    """What opens a system: its platform, whose system it is, the account where one is part of the address, the secret
    words in the platform's order, and for reports the names of their columns."""

    platform: str
    company: str
    account: str = ""
    words: tuple[str, ...] = field(default=(), repr=False)
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the raw words say that an application stands; None where they say nothing that is known. `sure`: they can
    mean nothing else."""

    status: Status | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class RemoteApplication:
    """One application as a system tells of it. The raw words stand beside what they were taken for.

    `changed_at`: since when it stands there, None where nobody says; `updated_at`: when anything at it last changed;
    both in UTC. `requisition` is a number that the posting's link may hold, `url` a link for the person.
    """

    external_id: str
    company: str
    title: str | None
    raw_status: str
    stand: Stand
    raw_stage: str = ""
    raw_reason: str = ""
    requisition: str | None = None
    url: str | None = None
    changed_at: datetime | None = None
    updated_at: datetime | None = None


# A reader yields what it wants fetched, is sent what came back, and returns the applications of one e-mail address
# that changed since an instant. It raises the troubles above.
Reading = Generator[Get, Fetched, list[RemoteApplication]]


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform: its name for people; the account that its address needs, in words, with `account` to read it out of
    what was said ("" for none); what its key is, in words, with the number of its parts; and how it is asked."""

    name: str
    title: str
    list_applications: Callable[[Key, str, datetime | None], Reading]
    secret: str
    parts: tuple[int, ...] = (1,)
    ask_account: str = ""
    account: Callable[[str], str] = str.strip


__all__ = [
    "AccessLost", "Busy", "Fetched", "Get", "Key", "KeyRefused", "MailTrouble", "NoRight", "Platform", "Reading",
    "RemoteApplication", "Slow", "Stand", "Unreachable", "Unreadable",
]  # fmt: skip
