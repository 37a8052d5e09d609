"""Which of a person's applications a finding is about: by thread, requisition, company and role, and dates; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from rapidfuzz import fuzz

from storage.companies import company_key, decide
from storage.status import ACTIVE, Status
from tools.mail.finding import Finding
from tools.mail.senders import domain_of, is_name, is_shared, registrable

# A mail may be a little older than the day of application as the person has it: time zones, a day misremembered.
EARLY = timedelta(days=2)
ALMOST = 88  # of 100: titles that are written nearly alike
MOST = 6
NOISE = re.compile(
    r"\([^)]*\)|\b(?:m\s*/\s*[wf]\s*/\s*[dx]|[wf]\s*/\s*m\s*/\s*[dx]|all genders|h\s*/\s*f|f\s*/\s*h|role|position|job|"
    r"full[- ]time|part[- ]time|remote|hybrid)\b",
    re.I,
)
SHORT = {"sr": "senior", "jr": "junior", "eng": "engineer", "dev": "developer", "mgr": "manager", "swe": "engineer",
         "asst": "assistant", "rep": "representative", "ii": "2", "iii": "3", "iv": "4"}  # fmt: skip

By = Literal["thread", "requisition", "company", "sender", "title", "nothing"]


@dataclass(frozen=True, slots=True)
class Known:
    """An application as far as it tells whose a mail is; `ended_on`: the day of its last event, if it has ended."""

    id: int
    company: str
    title: str | None
    status: Status
    applied_on: date | None = None
    ended_on: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Trails:
    """What earlier mails and corrections taught: thread and requisition -> application; a name's key and a sender's
    domain -> the key of the company."""

    threads: Mapping[str, int] = field(default_factory=dict)
    requisitions: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    domains: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class News:
    """A finding with what its mail tells of where it belongs; `day` is the mail's day for the person."""

    finding: Finding
    thread: str | None
    sender: str
    day: date


@dataclass(frozen=True, slots=True)
class Match:
    """`one` application is meant (act), `several` may be (ask), or `none`; `ids` are best first.

    `by`: what gave it away. `another`: one of the company's is there, and this is none of them.
    """

    kind: Literal["one", "several", "none"]
    ids: tuple[int, ...] = ()
    by: By = "nothing"
    another: bool = False


def match(news: News, known: Sequence[Known], trails: Trails) -> Match:
    """The application that the news are about; siblings at one company are never guessed."""
    possible = [one for one in known if _could_be(one, news)]
    here, by = _at_company(news, possible, trails)
    traced = _traced(news, possible, here, trails)
    if traced is not None:
        return traced
    if not here:
        return _by_title(news, possible)
    if by == "nothing":
        return Match("several", _ids(here))
    return _among(news, here, by)


def same_role(one: str, other: str) -> bool:
    """Whether two titles are the same role, but for how they are written."""
    return _words(one) == _words(other) or fuzz.token_sort_ratio(_plain(one), _plain(other)) >= ALMOST


def _could_be(one: Known, news: News) -> bool:
    """Whether the dates allow it: the mail is not older than the application, and no receipt for one that has ended."""
    if one.applied_on is not None and news.day < one.applied_on - EARLY:
        return False
    ended = one.ended_on is not None and one.status is not Status.GHOSTED
    return not (ended and news.finding.status == "applied" and one.ended_on is not None and news.day > one.ended_on)


def _traced(news: News, possible: Sequence[Known], here: Sequence[Known], trails: Trails) -> Match | None:
    """The application of the same requisition or thread, unless the mail itself speaks of another."""
    by_id = {one.id: one for one in possible}
    number = (news.finding.requisition or "").strip()
    found = by_id.get(trails.requisitions.get(number.casefold(), 0)) if number else None
    urls = [one for one in possible if number and len(number) > 3 and _in_url(number, one.url)]
    found = found or (urls[0] if len(urls) == 1 else None)
    if found is not None and (not news.finding.company or found in here):
        return Match("one", (found.id,), "requisition")
    found = by_id.get(trails.threads.get(news.thread or "", 0))
    if found is None or (news.finding.company and found not in here) or not _fits(news.finding.title, found):
        return None
    return Match("one", (found.id,), "thread")


def _in_url(number: str, url: str | None) -> bool:
    return re.search(rf"(?<![0-9A-Za-z]){re.escape(number)}(?![0-9A-Za-z])", url or "", re.I) is not None


def _at_company(news: News, possible: Sequence[Known], trails: Trails) -> tuple[list[Known], By]:
    """The applications at the company that the mail names, or that its sender's domain names; `nothing`: perhaps."""
    name = news.finding.company
    domain = registrable(domain_of(news.sender))
    meant = trails.names.get(company_key(name)) if name else None
    meant = meant or trails.domains.get(domain)
    if meant is not None and (found := [one for one in possible if company_key(one.company) == meant]):
        return found, "company"
    if name:
        return _named(name, possible)
    if not domain or is_shared(domain) or news.finding.agency:
        return [], "nothing"
    return [one for one in possible if is_name(domain.partition(".")[0], one.company)], "sender"


def _named(name: str, possible: Sequence[Known]) -> tuple[list[Known], By]:
    key = company_key(name)
    if same := [one for one in possible if company_key(one.company) == key]:
        return same, "company"
    decision = decide(name, tuple(dict.fromkeys(one.company for one in possible)))
    sure = {m.name for m in decision.matches if m.how in ("exact", "alias") and m.sure}
    if decision.kind == "one" and sure:
        return [one for one in possible if one.company in sure], "company"
    near = {m.name for m in decision.matches}
    return [one for one in possible if one.company in near], "nothing"


def _among(news: News, here: Sequence[Known], by: By) -> Match:
    """Which of the applications at one company; the only one that still runs, if the mail names no role."""
    title = news.finding.title
    if not title:
        living = [one for one in here if one.status in ACTIVE]
        chosen = here if len(here) == 1 else living
        return Match("one", (chosen[0].id,), by) if len(chosen) == 1 else Match("several", _ids(here), by)
    same = [one for one in here if one.title and same_role(title, one.title)]
    if len(same) > 1:
        living = [one for one in same if one.status in ACTIVE]
        same = living if len(living) == 1 else same
    if len(same) == 1 or (len(here) == 1 and _fits(title, here[0])):
        return Match("one", ((same or here)[0].id,), by)
    return Match("several", _ids(here), by, another=not same and all(one.title for one in here))


def _by_title(news: News, possible: Sequence[Known]) -> Match:
    """Nobody knows the company: those of the same role may be meant, where the mail does not name another company."""
    title = news.finding.title
    if not title or (news.finding.company and not news.finding.agency):
        return Match("none")
    close = [one for one in possible if one.title and one.status in ACTIVE and same_role(title, one.title)]
    return Match("several", _ids(close), "title") if close else Match("none")


def _fits(title: str | None, one: Known) -> bool:
    """Whether a title is an application's, where there is no other it could be: part of it is enough."""
    if not title or not one.title:
        return True
    said, have = _words(title), _words(one.title)
    return same_role(title, one.title) or bool(said and have and (said <= have or have <= said))


def _words(title: str) -> frozenset[str]:
    return frozenset(SHORT.get(word, word) for word in re.findall(r"[^\W_]+", _plain(title)))


def _plain(title: str) -> str:
    cleaned = NOISE.sub(" ", title).casefold()
    return " ".join((cleaned.strip(" -–,") or title.casefold()).split())


def _ids(found: Sequence[Known]) -> tuple[int, ...]:
    order = sorted(found, key=lambda one: one.status not in ACTIVE)
    return tuple(one.id for one in order)[:MOST]
