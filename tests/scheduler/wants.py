"""What a person wants of their reminders: hours, a holiday, another zone, a digest, silence, one of their own."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from storage import applications, reminders
from storage.localtime import local_day, local_instant
from storage.users import change_settings
from tests.scheduler.model import DAY, Own, clock
from tests.scheduler.person import Person

# Nobody travels further than some hours, nor at night: what moves then is still to come.
NEAR = {
    "America/New_York": "America/Denver",
    "Europe/Berlin": "Europe/London",
    "Asia/Kolkata": "Asia/Dubai",
    "Australia/Sydney": "Australia/Adelaide",
    "America/Sao_Paulo": "America/Manaus",
    "Australia/Lord_Howe": "Australia/Brisbane",
}
# The second ones hold what is due in the morning, the third ones end as they begin in the night.
HOURS = ((21, 8), (22, 11), (0, 6))
# Of the nights in which clocks change, the hours that are left out or come twice are among these.
NIGHTLY = (1.5, 2, 2.5, 22)
YEAR = 366


class Wants(Person):
    """What is set, on both sides."""

    def set(self, now: datetime, **settings: object) -> None:
        """Change settings in the program."""
        with self.search.message(now) as journal:
            self.search.user = change_settings(journal, self.search.user, **settings)

    def travel(self, now: datetime, choice: int) -> None:
        """To the next zone, or home; what is held would be due at another hour, so not then."""
        if self.model.held(now):
            return
        zone = self.home if self.away else NEAR[self.home]
        self.away = not self.away
        self.set(now, timezone=zone)
        self.model.zone = ZoneInfo(zone)
        self.last_told = None

    def hours(self, now: datetime, choice: int) -> None:
        """Other quiet hours."""
        first, last = HOURS[choice % len(HOURS)]
        self.set(now, quiet_from=f"{first:02}:00", quiet_to=f"{last:02}:00")
        self.model.quiet_hours = (first, last)

    def holiday(self, now: datetime, choice: int) -> None:
        """Nothing for some days."""
        until = clock(local_day(now, self.search.user.zone) + DAY * (1 + choice), 8 + choice, self.search.user.zone)
        self.set(now, paused_until=until)
        self.model.paused_until = until

    def digest(self, now: datetime, choice: int) -> None:
        """Each week, each day, or none."""
        often = "off" if self.model.held(now) else ("weekly", "daily", "off")[choice % 3]
        self.set(now, digest=often)
        self.model.digest = None if often == "off" else (often, now)

    def mute(self, now: datetime, choice: int) -> None:
        """No word of one application any more but of its interviews."""
        job = self.active(choice)
        if job is not None and not job.muted:
            with self.search.message(now) as journal:
                applications.change(journal, job.number, now, muted=True)
            job.muted = True

    def remind(self, now: datetime, choice: int) -> None:
        """One of the person's own: for a day, or for an hour of the night in which the clocks change next."""
        zone = self.search.user.zone
        named = choice % 3 > 0
        day = local_day(now, zone) + DAY * (1 + choice)
        hour = NIGHTLY[choice % len(NIGHTLY)] if named else 9.0
        if choice % 3 > 1:
            day, hour = self._next_change(now) or day, NIGHTLY[len(self.model.own) % 3]
        job = self.active(choice) if choice % 2 else None
        at = local_instant(day, time(int(hour), int(hour % 1 * 60)), zone)
        own = Own(f"own {len(self.model.own)}", clock(day, hour, zone), named, job.number if job else 0)
        with self.search.message(now) as journal:
            reminders.set_custom(
                journal, own.name, at, now, application_id=own.job or None, timezone=str(zone), named_hour=named
            )
        self.model.own.append(own)

    def _next_change(self, now: datetime) -> date | None:
        """The day on which the clocks change next."""
        zone, day = self.search.user.zone, local_day(now, self.search.user.zone)
        offsets = [datetime.combine(day + DAY * n, time(), zone).utcoffset() for n in range(YEAR)]
        return next((day + DAY * n for n in range(1, YEAR - 1) if offsets[n] != offsets[n + 1]), None)
