"""Random histories of applications, drawn for the tests of figures, and kept for a new person; counts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from storage import models
from storage.database import Database
from storage.names.key import company_key
from storage.status import Status
from storage.users import User, ensure_user
from tests.storage.by_hand import KEYS, Job

ZONES = [
    "UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Africa/Casablanca", "America/St_Johns",
    "Australia/Lord_Howe", "Pacific/Kiritimati", "Europe/London",
]  # fmt: skip
NUMBERS = count()
DAYS = st.dates(date(2025, 9, 1), date(2026, 11, 25))
START = datetime(2025, 9, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=456)).map(lambda after: START + after)
TITLES = st.sampled_from(
    [None, "Nurse", "Night Nurse", "cook of the house", "Cook, C++/C#", "Pflege-Kraft 2", "🙂", "x" * 500]
)
AMOUNTS = st.none() | st.integers(1, 90).map(lambda n: n * 500.0)


@st.composite
def jobs(draw: st.DrawFn) -> Job:
    entries = draw(st.lists(st.tuples(st.sampled_from(list(Status)), INSTANTS), min_size=1, max_size=5))
    low, high = draw(st.tuples(AMOUNTS, AMOUNTS))
    return Job(
        draw(st.none() | DAYS),
        tuple(entries),
        draw(TITLES),
        draw(st.sampled_from([None, "linkedin", "LinkedIn", "indeed"])),
        draw(st.sampled_from([None, "Leeds", "leeds", "São Paulo"])),
        draw(st.sampled_from([None, "remote", "onsite"])),
        (min(low, high), max(low, high)) if low is not None and high is not None else (low, high),
        draw(st.sampled_from([None, "GBP", "EUR"])),
        draw(st.sampled_from([None, "year", "hour"])),
        draw(st.sampled_from(list(KEYS))),
        draw(st.sampled_from([None, "full_time", "part_time"])),
        draw(st.sampled_from([None, None, "bank", "dream job"])),
    )


def keep(database: Database, drawn: Sequence[Job]) -> User:
    """A new person with these applications."""
    at = START
    with database.write() as db:
        user = ensure_user(db, "test", f"u{next(NUMBERS)}", at)
        for j in drawn:
            row: dict[str, Any] = {
                "user_id": user.id, "company": j.company, "company_key": company_key(j.company), "title": j.title,
                "status": j.status, "applied_on": j.applied_on, "source": j.source, "location": j.location,
                "work_mode": j.work_mode, "employment_type": j.employment_type, "salary_min": j.pay[0],
                "salary_max": j.pay[1], "salary_currency": j.currency, "salary_period": j.period,
                "created_at": at, "updated_at": at, "last_event_at": max(at for _, at in j.entries),
            }  # fmt: skip
            number = db.execute(insert(models.applications), row).inserted_primary_key[0]  # type: ignore[index]
            entries = [
                {"user_id": user.id, "application_id": number, "status": str(status), "at": at, "source": "user"}
                for status, at in j.entries
            ]
            db.execute(insert(models.history), entries)
            if j.tag:
                db.execute(insert(models.tags), {"user_id": user.id, "application_id": number, "tag": j.tag})
    return user


# A failing history is short enough to be read as it is: making it smaller takes minutes on a real database.
EXAMPLES = settings(
    max_examples=60,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    # A busy machine, and histories that do not fit a question, are no faults.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
DRAWN = st.lists(jobs(), max_size=14)
RANGE = st.tuples(st.none() | DAYS, st.none() | DAYS)
