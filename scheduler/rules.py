"""When a reminder that is due may be sent, and which go into one message: pure rules, no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from storage.localtime import next_clock
from storage.owed import Kind
from storage.records import Reminder
from storage.settings import Settings

# So many follow-ups at one instant come one by one; more of them are one message.
MOST_SINGLE = 3
# What a person may have asked for just now, with "check my mail".
ASKED = (Kind.MAIL, Kind.MAILBOX, Kind.SHEET)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is told in one message."""

    reminders: tuple[Reminder, ...]

    @property
    def kind(self) -> str:
        """What the message is about: of several kinds together, a follow-up."""
        kinds = {one.kind for one in self.reminders}
        return kinds.pop() if len(kinds) == 1 else str(Kind.FOLLOW_UP)

    @property
    def ids(self) -> tuple[int, ...]:
        """The reminders' ids."""
        return tuple(one.id for one in self.reminders)


def held_until(reminder: Reminder, settings: Settings, now: datetime) -> datetime | None:
    """Until when a due reminder must wait, as an instant (UTC) after `now`; None: it may be sent.

    A pause holds all but interviews and what the person asked for just now; quiet hours let pass, too, what they wanted
    at a named hour.
    """
    if reminder.kind == Kind.INTERVIEW or (reminder.kind in ASKED and reminder.named_hour):
        return None
    if settings.paused_until is not None and now < settings.paused_until:
        return settings.paused_until
    if reminder.kind == Kind.CUSTOM and reminder.named_hour:
        return None
    return quiet_until(settings, now)


def quiet_until(settings: Settings, now: datetime) -> datetime | None:
    """When the quiet hours that hold `now` end; None outside of them."""
    zone = ZoneInfo(settings.timezone)
    start, end = time.fromisoformat(settings.quiet_from), time.fromisoformat(settings.quiet_to)
    clock = now.astimezone(zone).time()
    inside = start <= clock < end if start <= end else clock >= start or clock < end
    return next_clock(now, end, zone) if inside else None


def parcels(ready: Sequence[Reminder]) -> list[Parcel]:
    """The messages that reminders become, in the order in which they fell due.

    More than three follow-ups are one message, and so is all that had been due before it was known of.
    """
    follow_ups = [one for one in ready if one.kind == Kind.FOLLOW_UP]
    if len(follow_ups) > MOST_SINGLE:
        together = [one for one in ready if one.kind == Kind.FOLLOW_UP or one.catch_up]
    else:
        together = [one for one in ready if one.catch_up]
    found: list[Parcel] = []
    for one in ready:
        if one not in together:
            found.append(Parcel((one,)))
        elif one is together[0]:
            found.append(Parcel(tuple(together)))
    return found
