"""Makes up a job search of any size in the export form, the same each time for the same day; knows no database."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.sample_table import FIRST_NAMES, LAST_NAMES, NAMES, NOTES, PLACES, SOURCES, WALKS, Job, Walk

ZONE = ZoneInfo("America/New_York")
OLDEST = 180  # days
SATURDAY = 5
Step = tuple[str, int, int]  # a status, and how many days it takes at least and at most
SCREENING, ASSESSMENT, INTERVIEW = ("screening", 3, 12), ("assessment", 3, 8), ("interview", 5, 12)
REJECTED = ("rejected", 2, 14)
# How searches go, and how often.
STORIES: tuple[tuple[int, tuple[Step, ...]], ...] = (
    (12, ()),
    (10, (("applied", 0, 0),)),
    (24, (("applied", 0, 0), ("ghosted", 31, 44))),
    (20, (("applied", 0, 0), ("rejected", 2, 21))),
    (9, (("applied", 0, 0), SCREENING, REJECTED)),
    (6, (("applied", 0, 0), SCREENING, ASSESSMENT, REJECTED)),
    (8, (("applied", 0, 0), SCREENING, INTERVIEW, REJECTED)),
    (4, (("applied", 0, 0), INTERVIEW, ("ghosted", 31, 40))),
    (3, (("applied", 0, 0), SCREENING, ("withdrawn", 2, 9))),
    (3, (("applied", 0, 0), SCREENING, INTERVIEW, ("offer", 3, 9), ("declined", 3, 7))),
    (1, (("applied", 0, 0), SCREENING, ASSESSMENT, INTERVIEW, ("offer", 3, 9), ("accepted", 2, 6))),
)
# Of each twenty, these stand at something that is worth a look.
LIVE = {4: "interview", 11: "screening", 16: "offer"}


@dataclass
class _Course:
    """How one application went: its entries (status and local instant), its interviews, and its last day."""

    entries: list[tuple[str, datetime]] = field(default_factory=list)
    meetings: list[datetime] = field(default_factory=list)

    @property
    def status(self) -> str:
        return self.entries[-1][0]


def form(number: int, today: date) -> dict[str, Any]:
    """An export form with that many applications, as a person in New York would have it on `today`.

    The first of a longer one are those of a shorter one; no two have the same company, title and day.
    """
    seen: set[tuple[str, str, str | None]] = set()
    applications: list[dict[str, Any]] = []
    reminders: list[dict[str, Any]] = []
    for index in range(number):
        dice = random.Random(index)  # noqa: S311 - sample data, not a secret
        live = LIVE.get(index % 20, "")
        made = _application(dice, today, live)
        while (made["company"], made["title"], made["applied_on"]) in seen:
            made = _application(dice, today, live)
        seen.add((made["company"], made["title"], made["applied_on"]))
        applications.append({"id": index + 1, **made})
        reminders += _reminders(dice, index + 1, made, today)
    return {"version": 1, "user": {"timezone": ZONE.key}, "applications": applications, "reminders": reminders}


def _application(dice: random.Random, today: date, live: str) -> dict[str, Any]:
    walk: Walk = dice.choice(WALKS)
    job = dice.choice(walk.jobs)
    place = dice.choice(PLACES)
    company = dice.choice(walk.employers).format(place=place.split(",")[0], name=dice.choice(NAMES))
    course = _live_course(dice, today, live) if live else _course(dice, today, *_story(dice))
    applied = next((at.date() for status, at in course.entries if status == "applied"), None)
    people = [_contact(dice, company)] if len(course.entries) > 1 and dice.random() < 0.7 else []
    ended = course.status in ("rejected", "ghosted", "withdrawn", "declined", "accepted")
    return {
        "company": company,
        "title": job.title,
        "status": course.status,
        "applied_on": applied.isoformat() if applied else None,
        "source": dice.choice(SOURCES),
        "location": place,
        "work_mode": dice.choice(walk.modes),
        "employment_type": dice.choice(walk.types),
        **_pay(dice, job),
        "url": f"https://jobs.{_host(company)}/{dice.randint(1000, 99999)}" if dice.random() < 0.5 else None,
        "deadline_on": _deadline(dice, course, today),
        "favorite": dice.random() < 0.08,
        "archived": ended and course.entries[-1][1].date() < today - timedelta(days=75),
        "tags": sorted({dice.choice(walk.tags)} if dice.random() < 0.6 else set()),
        "notes": _notes(dice, walk, course),
        "history": [
            {"status": status, "at": _instant(at), "source": "user", "note": None} for status, at in course.entries
        ],
        "interviews": [_interview(dice, at, people, place) for at in course.meetings],
        "contacts": people,
    }


def _live_course(dice: random.Random, today: date, live: str) -> _Course:
    """One that goes well and stands at `live` today, at an interview with the talk still ahead."""
    while True:
        course = _course(dice, today, STORIES[-1][1], dice.randint(8, 45))
        if course.status == live and (live != "interview" or course.meetings[-1].date() > today):
            return course


def _story(dice: random.Random) -> tuple[tuple[Step, ...], int]:
    """How it goes, and how many days ago it began."""
    (story,) = dice.choices([steps for _, steps in STORIES], [weight for weight, _ in STORIES])
    return story, 1 + int((OLDEST - 1) * dice.random() ** 1.4)


def _course(dice: random.Random, today: date, story: tuple[Step, ...], days: int) -> _Course:
    """A story walked through from its first day until today."""
    day = today - timedelta(days=days)
    course = _Course()
    if not story or dice.random() < 0.15:
        course.entries.append(("saved", _local(dice, day - timedelta(days=dice.randint(1, 5)))))
    for status, least, most in story:
        told = day
        day = _working_day(day + timedelta(days=dice.randint(least, most))) if least else day
        if status == "interview":
            # It is set some days ahead; one that would be today is tomorrow's.
            told = _working_day(max(told + timedelta(days=1), day - timedelta(days=dice.randint(3, 9))))
            day = _working_day(today + timedelta(days=1)) if day == today else max(day, told)
        else:
            told = day
        if told >= today:
            break
        course.entries.append((status, _local(dice, told)))
        if status == "interview":
            course.meetings.append(_local(dice, day, dice.choice((9, 10, 11, 13, 14, 15, 16))))
    return course


def _working_day(day: date) -> date:
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def _local(dice: random.Random, day: date, hour: int | None = None) -> datetime:
    minute = dice.choice((0, 30)) if hour is not None else dice.choice(range(0, 60, 5))
    return datetime.combine(day, time(dice.randint(8, 19) if hour is None else hour, minute), ZONE)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _pay(dice: random.Random, job: Job) -> dict[str, Any]:
    if dice.random() < 0.3:
        return {}
    unit = 1000 if job.high > 10_000 else 10 if job.high > 100 else 0.5
    middle = (job.low + job.high) / 2
    low = unit * round(dice.uniform(job.low, middle) / unit)
    high = unit * round(dice.uniform(middle, job.high) / unit)
    return {"salary_min": low, "salary_max": high, "salary_currency": "USD", "salary_period": job.period}


def _deadline(dice: random.Random, course: _Course, today: date) -> str | None:
    """A saved posting closes, and an offer has to be decided on, in the days to come."""
    if course.status == "saved" and dice.random() < 0.6:
        return (today + timedelta(days=dice.randint(2, 25))).isoformat()
    return (today + timedelta(days=dice.randint(1, 9))).isoformat() if course.status == "offer" else None


def _notes(dice: random.Random, walk: Walk, course: _Course) -> list[dict[str, Any]]:
    texts = dice.sample((*NOTES, *walk.notes), dice.choice((0, 0, 0, 1, 1, 2)))
    instants = sorted(dice.choice(course.entries)[1] + timedelta(minutes=5 + number) for number in range(len(texts)))
    return [{"at": _instant(at), "text": text} for at, text in zip(instants, texts, strict=True)]


def _contact(dice: random.Random, company: str) -> dict[str, Any]:
    first, last = dice.choice(FIRST_NAMES), dice.choice(LAST_NAMES)
    return {
        "name": f"{first} {last}",
        "role": dice.choice(("recruiter", "hiring manager", "team lead", "owner", "office manager")),
        "email": f"{first}.{last}@{_host(company)}".lower() if dice.random() < 0.7 else None,
        "phone": f"+1 555 01{dice.randint(0, 99):02d}" if dice.random() < 0.4 else None,
    }


def _host(company: str) -> str:
    """A host name that can belong to nobody."""
    return re.sub(r"[^a-z]+", "-", company.casefold().replace("é", "e")).strip("-") + ".example"


def _interview(dice: random.Random, at: datetime, people: list[dict[str, Any]], place: str) -> dict[str, Any]:
    kind = dice.choice(("phone", "video", "onsite", "onsite", "panel", "technical"))
    return {
        "starts_at": _instant(at),
        "kind": kind,
        "duration_minutes": dice.choice((30, 45, 60, 60, 90)),
        "with": people[0]["name"] if people else None,
        "location": place if kind in ("onsite", "panel") else None,
    }


def _reminders(dice: random.Random, number: int, made: dict[str, Any], today: date) -> list[dict[str, Any]]:
    """Now and then a reminder of the person's own about an application that is still open."""
    if made["status"] not in ("applied", "screening", "interview") or dice.random() > 0.15:
        return []
    who = made["contacts"][0]["name"] if made["contacts"] else made["company"]
    due = _local(dice, today + timedelta(days=dice.randint(1, 12)), 10)
    text = dice.choice((f"Call {who}", f"Write to {who}", f"Ask {who} about the start date"))
    return [{"application_id": number, "kind": "custom", "due_at": _instant(due), "text": text, "status": "pending"}]
