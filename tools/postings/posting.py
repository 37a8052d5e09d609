"""A posting as values: what was read, what has to be fetched for it, and what came back; knows no connection."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tools.postings.identify import Identified


@dataclass(frozen=True, slots=True)
class Posting:
    """What an employer published. Dates are the publisher's calendar days; pay is in `salary_currency` for each
    `salary_period` (year, month, week, day, hour), low and high where one figure was named.

    `open` is None where nobody said; `source` says how it was read: url, api, json_ld or page.
    """

    url: str
    platform: str | None = None
    identifiers: Mapping[str, str] = field(default_factory=dict)
    company: str | None = None
    title: str | None = None
    location: str | None = None
    work_mode: str | None = None
    employment_type: str | None = None
    salary_min: float | None = None
    salary_max: float | None = None
    salary_currency: str | None = None
    salary_period: str | None = None
    posted_on: date | None = None
    deadline_on: date | None = None
    open: bool | None = None
    source: str | None = None
    requisition: str | None = None
    skills: tuple[str, ...] = ()
    description: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether it holds enough to be told from another."""
        return bool(self.title)


@dataclass(frozen=True, slots=True)
class Get:
    """A page to be fetched. `platform` is whose it is: the operator may have set another server for it.

    `etag`: what the last answer was marked with; the same again need not be sent. `offered`: the platform offers this
    address to programs, so that its rules for crawlers do not concern us. With `headers` - a key is among them - no
    redirect is followed.
    """

    url: str
    platform: str | None = None
    json: bool = True
    etag: str | None = None
    offered: bool = False
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: the status and the body of an answer, or in `trouble` why there is none, in a few words.

    `url` is where the answer came from in the end, `etag` its mark; `retry_after` in seconds, where it asks to wait;
    `said`: what its head tells of the next page and of a refusal, by lower-case names.
    """

    status: int = 0
    body: str = ""
    url: str = ""
    kind: str = ""
    etag: str | None = None
    trouble: str = ""
    retry_after: float | None = None
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether this is an answer with something in it."""
        return not self.trouble and self.status == 200


@dataclass(frozen=True, slots=True)
class ReadPosting:
    """What came of reading: the posting, or what is known of it without the network; why it was not read, in words
    for the person, empty where it was; and the last answer's mark.

    `closed` is set where the platform says, by the very signal that means it, that the posting is gone; `wait`: so
    many seconds it asks us to stay away.
    """

    posting: Posting
    trouble: str = ""
    closed: bool = False
    etag: str | None = None
    unchanged: bool = False
    wait: float | None = None


# What a reader is: it yields what it wants fetched, is sent what came back, and returns what it read.
Reading = Generator[Get, Fetched, ReadPosting]


def from_url(found: Identified) -> Posting:
    """What the link alone says."""
    return Posting(found.url, found.platform, dict(found.identifiers), source="url" if found.platform else None)


LINE = (
    "company", "title", "location", "work_mode", "employment_type", "salary_min", "salary_max", "salary_currency",
    "salary_period", "posted_on", "deadline_on", "open", "source",
)  # fmt: skip


def as_line(posting: Posting) -> dict[str, Any]:
    """The posting as other programs get it: a line of JSON, dates as ISO days."""
    named = {"url": posting.url, "platform": posting.platform, "identifiers": dict(posting.identifiers)}
    return named | {key: _plain(getattr(posting, key)) for key in LINE}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value
