"""The figures once more, counted slowly and without the database: what the queries are compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from statistics import fmean, median, quantiles
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from storage.status import Status

ROW = ["saved", "applied", "screening", "assessment", "interview", "offer", "accepted"]
ANSWERED = {"screening", "assessment", "interview", "offer", "accepted", "rejected"}
# Companies as they are spelt, and which of them are one.
KEYS = {
    "Acme": "acme", "ACME Inc.": "acme", "acme": "acme", "Ward Hospital": "ward hospital",
    "WARD HOSPITAL": "ward hospital", "The Grand Hotel Ltd": "grand hotel",
}  # fmt: skip
OVER = {"accepted", "rejected", "withdrawn", "declined", "ghosted"}


@dataclass(frozen=True)
class Job:
    """One application as it was drawn: entries of the history with their instants, in the order of entry."""

    applied_on: date | None
    entries: tuple[tuple[Status, datetime], ...]
    title: str | None
    source: str | None
    location: str | None
    work_mode: str | None
    pay: tuple[float | None, float | None]
    currency: str | None
    period: str | None
    company: str
    employment_type: str | None
    tag: str | None
    archived: bool
    talks: tuple[tuple[datetime, str], ...]

    @property
    def status(self) -> str:
        """Where it stands."""
        return str(self.entries[-1][0])

    @property
    def held(self) -> set[str]:
        """All that it ever stood at."""
        return {str(status) for status, _ in self.entries}

    def came_to(self, status: str) -> bool:
        """Whether it ever held a status or a later one of the row."""
        return bool(self.held & set(ROW[ROW.index(status) :]))


def chosen(jobs: Sequence[Job], first: date | None, last: date | None) -> list[Job]:
    """The submitted ones of a range."""
    return [
        j
        for j in jobs
        if j.applied_on is not None
        and (first is None or j.applied_on >= first)
        and (last is None or j.applied_on <= last)
    ]


def ghosted(j: Job, now: datetime, zone: ZoneInfo) -> bool:
    """Marked so, or applied and nothing for thirty days of the calendar."""
    silent = (now.astimezone(zone).date() - newest(j, zone)).days
    return j.status == "ghosted" or (j.status == "applied" and silent >= 30)


def newest(j: Job, zone: ZoneInfo) -> date:
    """The day of the last that happened."""
    return max(at for _, at in j.entries).astimezone(zone).date()


def waits(jobs: Sequence[Job], zone: ZoneInfo) -> list[int]:
    """Days to the first answer of each that was answered."""
    found = []
    for j in jobs:
        answers = [at for status, at in j.entries if str(status) in ANSWERED]
        if answers and j.applied_on:
            found.append(max((min(answers).astimezone(zone).date() - j.applied_on).days, 0))
    return sorted(found)


def waiting(j: Job) -> bool:
    """Whether it stands at applied and was never answered."""
    return j.status == "applied" and not j.held & ANSWERED


def tenth_from_above(values: Sequence[int]) -> float | None:
    """The 90th percentile, by the standard library."""
    if len(values) < 2:
        return float(values[0]) if values else None
    return quantiles(values, n=10, method="inclusive")[-1]


def middle(values: Sequence[float]) -> float | None:
    """The median, by the standard library."""
    return float(median(values)) if values else None


def groups(jobs: Sequence[Job], facet: str) -> dict[str | None, tuple[int, int, int, int]]:
    """Of each group: submitted, answered, converted, offers."""
    found: dict[str | None, list[Job]] = {}
    for j in jobs:
        for name in _names(j, facet):
            found.setdefault(name, []).append(j)
    return {
        name: (
            len(members),
            sum(1 for j in members if j.held & ANSWERED),
            sum(1 for j in members if j.came_to("screening")),
            sum(1 for j in members if j.came_to("offer")),
        )
        for name, members in found.items()
    }


def _names(j: Job, facet: str) -> set[str | None]:
    if facet == "role":
        small = {"a", "of", "the", "and", "de"}
        return {word for word in words(j) if len(word) > 1 and word not in small and not word.isdigit()}
    if facet == "industry":
        return {industry(j)}
    if facet == "company":
        return {KEYS[j.company]}
    value = getattr(j, facet)
    return {value.lower() if value is not None else None}


def words(j: Job) -> list[str]:
    """The words of its title, in small letters."""
    return re.findall(r"[\w+#]+", (j.title or "").lower())


def called(name: str | None, facet: str) -> str | None:
    """What tells a group from the others: of a company not how it is spelt."""
    return KEYS[name] if facet == "company" and name is not None else name


def industry(j: Job) -> str | None:
    """The line of business that the tag names, else the company, else the title, of those that are drawn."""
    if j.tag == "bank":
        return "finance"
    if "hospital" in KEYS[j.company] or "hotel" in KEYS[j.company]:
        return "healthcare" if "hospital" in KEYS[j.company] else "hospitality"
    words = re.findall(r"[^\W\d_]+", (j.title or "").lower())
    if any(word.startswith(("nurse", "pflege")) for word in words):
        return "healthcare"
    return "hospitality" if "cook" in words else None


def steps(jobs: Sequence[Job], zone: ZoneInfo) -> dict[tuple[str, str], list[int]]:
    """The days of each step from one status to another."""
    found: dict[tuple[str, str], list[int]] = {}
    for j in jobs:
        ordered = sorted(enumerate(j.entries), key=lambda item: (item[1][1], item[0]))
        entries = [entry for _, entry in ordered]
        for (before, then), (after, at) in pairwise(entries):
            if before != after:
                days = (at.astimezone(zone).date() - then.astimezone(zone).date()).days
                found.setdefault((str(before), str(after)), []).append(days)
    return {key: sorted(days) for key, days in found.items()}


def since_applied(jobs: Sequence[Job], zone: ZoneInfo) -> dict[str, list[int]]:
    """The days from the day of application until each status was first reached."""
    found: dict[str, list[int]] = {}
    for j in jobs:
        assert j.applied_on is not None
        for status in {str(status) for status, _ in j.entries} & ANSWERED:
            at = min(at for said, at in j.entries if str(said) == status)
            found.setdefault(status, []).append(max((at.astimezone(zone).date() - j.applied_on).days, 0))
    return {key: sorted(days) for key, days in found.items()}


Pay = dict[tuple[str | None, str | None], tuple[Any, ...]]


def pay(jobs: Sequence[Job]) -> Pay:
    """Of each currency and period: how many, the lowest, the median and the mean of the middles, the highest."""
    known: dict[tuple[str | None, str | None], list[tuple[float, float]]] = {}
    for j in jobs:
        low, high = j.pay
        if low is not None or high is not None:
            ends = (low if low is not None else high, high if high is not None else low)
            known.setdefault((j.currency, j.period), []).append(ends)  # type: ignore[arg-type]
    return {
        key: (
            len(ends),
            min(low for low, _ in ends),
            float(median((low + high) / 2 for low, high in ends)),
            pytest.approx(fmean((low + high) / 2 for low, high in ends)),
            max(high for _, high in ends),
        )
        for key, ends in known.items()
    }


def outcomes(jobs: Sequence[Job], now: datetime, zone: ZoneInfo, reached: str, waited: int) -> tuple[int, int, int]:
    """Of the finished ones that came as far, unanswered as long: how many, with an interview, with an offer."""
    today = now.astimezone(zone).date()
    found = []
    for j in chosen(jobs, None, today):
        took = waits([j], zone)
        as_long = reached != "applied" or not took or took[0] >= waited
        as_far = reached == "applied" or j.came_to(reached)
        assert j.applied_on is not None
        if as_long and as_far and (j.status in OVER or (today - j.applied_on).days >= 60):
            found.append(j)
    return len(found), sum(j.came_to("interview") for j in found), sum(j.came_to("offer") for j in found)
