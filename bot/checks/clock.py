"""Time: the machine's clock against the database's, and the data of the world's time zones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, func, select

from bot import app
from bot.checks.finding import Finding, Patient, bad, note, ok
from storage import migrations
from storage.database import Database
from storage.house import audit
from storage.models import users
from storage.problems import DatabaseProblem

# Before this program was made, and longer than anybody will run it.
YEARS = range(2026, 2100)
APART = timedelta(minutes=1)
AHEAD = timedelta(minutes=10)
SET_IT = "Set the clock; most systems do it themselves: timedatectl set-ntp true"
# Summer time in one half of the year, another one in the other, and none at all.
SAMPLE_ZONES = ("America/New_York", "Europe/Berlin", "Australia/Sydney", "Asia/Kolkata")
OLD_ZONES = 3  # years


def check_clock(patient: Patient) -> Iterator[Finding]:
    """A plausible year, the database's clock beside ours, and nothing in the data that is still ahead."""
    now = patient.now.astimezone(UTC)
    if now.year not in YEARS:
        yield bad(f"clock: this machine says that it is {now:%d %B %Y}. {SET_IT}")
        return
    yield from _against_data(patient) or [ok(f"clock: {now:%d %B %Y, %H:%M} UTC, this machine's zone is {_zone(now)}")]


def _zone(now: datetime) -> str:
    here = now.astimezone()
    return f"{here.tzname()} ({here:%z})"


def _against_data(patient: Patient) -> list[Finding]:
    """What is wrong beside the database; nothing where that cannot be asked, for another check says so."""
    try:
        database = app.open_data(patient.settings)
        try:
            return list(_beside(database, patient.now))
        finally:
            database.close()
    except DatabaseProblem:
        return []


def _beside(database: Database, now: datetime) -> Iterator[Finding]:
    with database.read() as db:
        if db.dialect.name == "postgresql":
            theirs = db.scalar(select(func.clock_timestamp())) or now
            if abs(theirs - now) > APART:
                apart = _length(abs(theirs - now))
                yield bad(f"clock: this machine and the database server are {apart} apart; set both. {SET_IT}")
        newest = db.scalar(select(func.max(audit.c.at))) if migrations.revision(db) == migrations.HEAD else None
    if newest is not None and newest > now + AHEAD:
        yield bad(
            f"clock: the newest entry was made on {newest:%d %B %Y, %H:%M} UTC, which is still ahead: "
            f"the clock is wrong, or was then. {SET_IT}"
        )


def _length(time: timedelta) -> str:
    minutes = round(time.total_seconds() / 60)
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours"


def check_zones(patient: Patient) -> Iterator[Finding]:
    """The zones of the world and of the people here can be loaded, and the data about them is not too old."""
    missing = [name for name in SAMPLE_ZONES if not _loads(name)]
    if missing:
        yield bad(f"time zones: {', '.join(missing)} cannot be loaded. Set jobbot up anew: make clean install")
        return
    unknown = [name for name in _of_people(patient) if not _loads(name)]
    if unknown:
        yield bad(f"time zones: {', '.join(unknown)[:200]}, the zone of a person here, is not known. Update jobbot.")
    yield _age(patient.now)


def _loads(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _of_people(patient: Patient) -> list[str]:
    try:
        database = app.open_data(patient.settings)
        try:
            with database.read() as db:
                return _zones(db)
        finally:
            database.close()
    except DatabaseProblem:
        return []


def _zones(db: Connection) -> list[str]:
    if migrations.revision(db) is None:
        return []
    return [str(name) for name in db.scalars(select(users.c.timezone).distinct().order_by(users.c.timezone))]


def _age(now: datetime) -> Finding:
    """How old the zone data is that comes with the program; a system's own may be newer."""
    try:
        made = version("tzdata")
    except PackageNotFoundError:
        return bad("time zones: the package tzdata is missing. Set jobbot up anew: make clean install")
    year = made.split(".")[0]
    if year.isdecimal() and now.year - int(year) >= OLD_ZONES:
        return note(f"time zones: the data is of {year}; governments have changed some since. Update jobbot.")
    return ok(f"time zones: data of version {made}")
