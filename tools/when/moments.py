"""From an expression to an instant: the day, the hour, the zone and the changes of the clocks put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tools.when import nodes
from tools.when.days import resolve
from tools.when.errors import Unclear
from tools.when.frame import Frame, shift, spoken
from tools.when.hours import PART_HOURS, hour_of, is_bare
from tools.when.local import at_local, zone_of
from tools.when.model import Moment
from tools.when.stretches import PERIODS, stretch
from tools.when.zones import resolve as resolve_zone


def home_of(now: datetime) -> str:
    """The IANA name of the zone of an aware instant; "Etc/UTC" for a plain offset of zero."""
    if now.tzinfo is None:
        raise TypeError("now must be aware")
    name = getattr(now.tzinfo, "key", None)
    return str(name) if name else "Etc/UTC"


def _is_elapsed(node: nodes.Shift) -> bool:
    """ "In 2 hours", and "now"; "in 2 days" has no hour of its own."""
    return bool(node.length.minutes) or node.length == nodes.Length()


@dataclass(frozen=True, slots=True)
class _Hour:
    at: time
    given: bool
    next_day: bool = False


def moment(expr: nodes.Expr, frame: Frame, default_time: time | None) -> Moment:
    """The instant that the expression names."""
    home = home_of(frame.now)
    if isinstance(expr.day, nodes.Instant):
        return _at(expr.day.at.astimezone(frame.now.tzinfo), home, given=True)
    if (
        isinstance(expr.day, nodes.Shift)
        and expr.day.anchor is None
        and not (expr.clock or expr.part)
        and _is_elapsed(expr.day)
    ):
        return _elapsed(expr.day, frame, home)
    name = resolve_zone(expr.clock.zone, home) if expr.clock and expr.clock.zone else home
    zone = zone_of(name) if name != home or frame.now.tzinfo is None else frame.now.tzinfo
    if not isinstance(zone, ZoneInfo):
        zone = zone_of(name)
    there = replace(frame, now=frame.now.astimezone(zone))
    hour = _hour(expr, there, default_time)
    day = _day(expr, there, hour, zone)
    return _at(at_local(day + timedelta(days=hour.next_day), hour.at, zone), name, given=hour.given)


def _at(local: datetime, zone: str, *, given: bool) -> Moment:
    return Moment(local.astimezone(UTC), local, zone, given)


def _elapsed(node: nodes.Shift, frame: Frame, home: str) -> Moment:
    """So many hours and minutes from now, elapsed ones."""
    days = shift(frame.today, node.length, node.sign) - frame.today
    local = at_local(frame.today + days, frame.now.time(), zone_of(home)) if days else frame.now
    at = local.astimezone(UTC) + timedelta(minutes=node.sign * node.length.minutes)
    at = at.replace(second=0, microsecond=0)
    return _at(at.astimezone(frame.now.tzinfo), home, given=True)


def _hour(expr: nodes.Expr, frame: Frame, default_time: time | None) -> _Hour:
    if expr.clock is not None:
        return _said_hour(expr, expr.clock)
    if expr.part == "eod":
        return _Hour(PART_HOURS["eod"], False)
    if default_time is None:
        raise Unclear(f"At what time{_on_day(expr, frame)}? Say for example: tomorrow at 3 pm.")
    return _Hour(PART_HOURS.get(expr.part or "", default_time), False)


def _on_day(expr: nodes.Expr, frame: Frame) -> str:
    """The day for the question; a day that is wrong or unclear itself says so first."""
    if expr.day is None or isinstance(expr.day, PERIODS):
        return ""
    return f" on {spoken(resolve(expr.day, frame))}"


def _said_hour(expr: nodes.Expr, clock: nodes.Clock) -> _Hour:
    if clock.window:
        raise Unclear("That is some time between two hours. At what time exactly? Say for example: at 2:30 pm.")
    part = clock.part or expr.part
    if part == "night" and clock.mark == "bare" and clock.hour == 12 and clock.minute == 0:
        return _Hour(time(0), True, next_day=expr.day is not None)
    if clock.mark == "midnight" or (clock.hour == 24 and clock.mark in ("bare", "24")):
        tonight = part == "night" or (isinstance(expr.day, nodes.Today) and expr.day.days == 0)
        if clock.mark == "midnight" and expr.day is not None and not tonight:
            raise Unclear("Midnight at the start or at the end of that day? Say for example: Friday at 23:59.")
        return _Hour(time(0), True, next_day=expr.day is not None)
    return _Hour(hour_of(clock, expr.part), True)


def _day(expr: nodes.Expr, frame: Frame, hour: _Hour, zone: ZoneInfo) -> date:
    def still_ahead(day: date) -> bool:
        return at_local(day, hour.at, zone) > frame.now

    node = expr.day
    if node is None:
        return _next_or_last(expr.clock, frame, hour, zone)
    if isinstance(node, PERIODS):
        return _first_of(node, frame, hour)
    return resolve(node, replace(frame, still_ahead=still_ahead if hour.given else None))


def _first_of(node: nodes.PeriodNode, frame: Frame, hour: _Hour) -> date:
    """A reminder for "next week" is for its first day; no hour of a stretch of days can be told."""
    days = stretch(node, frame)
    if hour.given or days.first is None or days.first <= frame.today or frame.direction != "future":
        raise Unclear("On which day? Say for example: on Tuesday at 3 pm.", between=days)
    return days.first


def _next_or_last(clock: nodes.Clock | None, frame: Frame, hour: _Hour, zone: ZoneInfo) -> date:
    """An hour without a day: the next such time, looking back the last one."""
    today = frame.today
    at = at_local(today, hour.at, zone)
    if frame.direction == "past":
        return today if at <= frame.now else today - timedelta(days=1)
    if at > frame.now:
        return today
    if clock is not None and is_bare(clock) and hour.at.hour < 12:
        evening = at_local(today, time(hour.at.hour + 12, hour.at.minute), zone)
        if evening > frame.now:
            said = f"{clock.hour}:{clock.minute:02d}"
            raise Unclear(f"{said} this morning has passed. Say {said} pm, or tomorrow at {said}.")
    return today + timedelta(days=1)
