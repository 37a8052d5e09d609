"""Random histories of applications, drawn for the tests of figures, and kept for a new person; counts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert

from storage import models
from storage.database import Database
from storage.names.key import company_key
from storage.status import Status
from storage.users import User, ensure_user
from tests.storage import by_hand
from tests.storage.by_hand import KEYS, Job

ZONES = [
    "UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Africa/Casablanca", "America/St_Johns",
    "Australia/Lord_Howe", "Pacific/Kiritimati", "Europe/London", "Africa/Cairo", "America/Havana", "America/Nuuk",
]  # fmt: skip
# There the clocks turn at midnight, so that a wrong hour before (Havana), after (Nuuk) or both is a wrong day.
AT_MIDNIGHT = ["Africa/Cairo", "America/Havana", "America/Nuuk"]
NUMBERS = count()
DAY = timedelta(days=1)
FIRST, LAST = date(2025, 9, 1), date(2026, 11, 25)
DAYS = st.dates(FIRST, LAST)
START = datetime(2025, 9, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=456)).map(lambda after: START + after)
TITLES = [
    None, "Nurse", "Night Nurse", "NIGHT nurse night", "cook of the house", "Cook, C++/C#", "Pflege-Kraft 2", "🙂",
    "Ärztin", "ÄRZTIN", "x" * 500,
]  # fmt: skip
# Most applications wait or fall silent: the rules about silence need enough of them.
STANDS = st.sampled_from([*Status, *[Status.APPLIED] * 6, Status.GHOSTED])
AMOUNTS = st.none() | st.integers(1, 90).map(lambda n: n * 500.0)
# From a day to those on which rules turn: neighbours, weeks, thirty days of silence, sixty until all is over.
AWAY = (-61, -60, -59, -31, -30, -29, -14, -8, -7, -6, -1, 0, 1, 7, 14)
MIDNIGHT = timedelta(0)
CLOCKS = st.sampled_from([*[MIDNIGHT] * 4, timedelta(seconds=-1), timedelta(microseconds=-1), timedelta(hours=12)])
MINUTES = st.integers(0, 1499).map(lambda minutes: timedelta(minutes=minutes))
AROUND = st.sampled_from([timedelta(minutes=minutes) for minutes in (-60, -30, 0, 1, 30, 59)])


@dataclass(frozen=True)
class Asked:
    """A history, and who asks when about which of its days."""

    jobs: list[Job]
    first: date | None
    last: date | None
    zone: ZoneInfo
    now: datetime

    @property
    def mine(self) -> list[Job]:
        """The submitted ones of the days asked about."""
        return by_hand.chosen(self.jobs, self.first, self.last)


@dataclass(frozen=True)
class Kept:
    """Whose they are, and the numbers under which the jobs are kept, in their order."""

    user: User
    ids: list[int]

    @property
    def id(self) -> int:
        """The person's number."""
        return self.user.id


def _pay(ends: tuple[float | None, float | None]) -> tuple[float | None, float | None]:
    """The lower end first."""
    low, high = ends
    return ends if low is None or high is None else (min(low, high), max(low, high))


def _turns(zone: str) -> dict[date, datetime]:
    """The days on which the clocks of a zone change, each with the first instant of the new time."""
    days = [FIRST + number * DAY for number in range((LAST - FIRST).days)]
    ahead = [datetime.combine(day, time(), ZoneInfo(zone)).utcoffset() for day in [*days, LAST]]
    turned = [day for day, at, after in zip(days, ahead, ahead[1:], strict=False) if at != after]
    return {day: _turn(_midnight(day, zone), ZoneInfo(zone)) for day in turned}


def _turn(begin: datetime, zone: ZoneInfo) -> datetime:
    # Where there is no midnight, the new time begins in its place.
    quarters = [begin + timedelta(minutes=15 * number) for number in range(-1, 101)]
    ahead = [at.astimezone(zone).utcoffset() for at in quarters]
    return next(at for at, one, before in zip(quarters[1:], ahead[1:], ahead, strict=False) if one != before)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


TURNS = {zone: _turns(zone) for zone in ZONES}


def jobs(days: st.SearchStrategy[date], instants: st.SearchStrategy[datetime]) -> st.SearchStrategy[Job]:
    """One application with its history."""
    return st.builds(
        Job,
        applied_on=st.integers(0, 5).flatmap(lambda number: days if number else st.none()),
        entries=st.lists(st.tuples(STANDS, instants), min_size=1, max_size=5).map(tuple),
        title=st.sampled_from(TITLES),
        source=st.sampled_from([None, "linkedin", "LinkedIn", "indeed"]),
        location=st.sampled_from([None, "Leeds", "leeds", "São Paulo", "SÃO PAULO"]),
        work_mode=st.sampled_from([None, "remote", "onsite"]),
        pay=st.tuples(AMOUNTS, AMOUNTS).map(_pay),
        currency=st.sampled_from([None, "GBP", "EUR"]),
        period=st.sampled_from([None, "year", "hour"]),
        company=st.sampled_from(list(KEYS)),
        employment_type=st.sampled_from([None, "full_time", "part_time"]),
        tag=st.sampled_from([None, None, "bank", "dream job"]),
        archived=st.booleans(),
        talks=st.lists(st.tuples(instants, st.sampled_from(["scheduled", "cancelled"])), max_size=1).map(tuple),
    )


@st.composite
def asked(draw: st.DrawFn, numbers: Sequence[int] = (0, 1, 2, 5, 8, 14)) -> Asked:
    """A history around a day: days, ends and midnights meet there, where the clocks change as often as not."""
    zone = draw(st.sampled_from(ZONES) | st.sampled_from(AT_MIDNIGHT))
    centre = draw(st.sampled_from([*TURNS[zone]] or [LAST]) | DAYS)
    month = centre.replace(day=1)
    days = st.sampled_from([*(centre + away * DAY for away in AWAY), month, month - DAY, draw(DAYS), draw(DAYS)])

    def instants(days: st.SearchStrategy[date]) -> st.SearchStrategy[datetime]:
        return st.builds(lambda day, clock: _midnight(day, zone) + clock, days, st.one_of(CLOCKS, CLOCKS, MINUTES))

    turned = AROUND.map(TURNS[zone][centre].__add__) if centre in TURNS[zone] else instants(days)
    number = draw(st.sampled_from(numbers))
    found = draw(st.lists(jobs(days, instants(days) | instants(days) | turned), min_size=number, max_size=number))
    sent = [j.applied_on for j in found if j.applied_on] or [centre]
    ends = draw(st.tuples(*[st.one_of(st.none(), days, st.sampled_from(sent))] * 2))
    first, last = sorted(ends) if None not in ends else ends
    today = draw(st.one_of(*map(st.sampled_from, _todays(by_hand.chosen(found, first, last), centre, ZoneInfo(zone)))))
    return Asked(found, first, last, ZoneInfo(zone), draw(instants(st.just(today))))


def _todays(mine: list[Job], centre: date, zone: ZoneInfo) -> list[list[date]]:
    """Days to ask on: as silence begins to count (from midnight, or not), as all is over, in the same week or next."""
    quiet = [j for j in mine if j.status == "applied"]
    days = [by_hand.newest(j, zone) for j in quiet] or [centre]
    latest = [max(at for _, at in j.entries) for j in quiet]
    sharp = [day for at, day in zip(latest, days, strict=False) if at == _midnight(day, zone.key)]
    sent = [j.applied_on for j in mine if j.applied_on] or [centre]
    over, later = ([day + away * DAY for day in sent for away in those] for those in ((59, 60), (0, 1, 7)))
    return [*([day + away * DAY for day in those for away in (29, 30)] for those in (sharp or days, days)), over, later]


def keep(database: Database, drawn: Sequence[Job]) -> Kept:
    """A new person with these applications."""
    with database.write() as db:
        user = ensure_user(db, "test", f"u{next(NUMBERS)}", START)
        ids = _keep_jobs(db, user.id, drawn) if drawn else []
        pairs = list(zip(ids, drawn, strict=True))
        entries = [
            {"status": str(status), "at": at, "source": "user", "application_id": number}
            for number, j in pairs
            for status, at in j.entries
        ]
        tagged = [{"tag": j.tag, "application_id": number} for number, j in pairs if j.tag]
        talks = [
            {"starts_at": at, "state": state, "application_id": number} for number, j in pairs for at, state in j.talks
        ]
        for table, rows in ((models.history, entries), (models.tags, tagged), (models.interviews, talks)):
            if rows:
                db.execute(insert(table), [{**row, "user_id": user.id} for row in rows])
    return Kept(user, ids)


def _keep_jobs(db: Connection, user_id: int, drawn: Sequence[Job]) -> list[int]:
    rows: list[dict[str, Any]] = [
        {
            "user_id": user_id, "company": j.company, "company_key": company_key(j.company), "title": j.title,
            "status": j.status, "applied_on": j.applied_on, "source": j.source, "location": j.location,
            "work_mode": j.work_mode, "employment_type": j.employment_type, "salary_min": j.pay[0],
            "salary_max": j.pay[1], "salary_currency": j.currency, "salary_period": j.period, "archived": j.archived,
            "created_at": START, "updated_at": START, "last_event_at": max(at for _, at in j.entries),
        }
        for j in drawn
    ]  # fmt: skip
    a = models.applications
    return list(db.scalars(insert(a).returning(a.c.id, sort_by_parameter_order=True), rows))


# A failing history is short enough to be read as it is: making it smaller takes minutes on a real database.
EXAMPLES = settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    # A busy machine, and histories that do not fit a question, are no faults.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
ASKED = asked()
MANY = asked((8, 14))
