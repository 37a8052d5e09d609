"""From a day or a stretch of days that was said to dates of the calendar, or why there are none. Knows no words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tools.when import dates, nodes
from tools.when.errors import Unclear
from tools.when.frame import FAR, Frame, shift, spoken, week_start

WEEK = timedelta(days=7)


def resolve(node: nodes.DayNode, frame: Frame) -> date:
    """The date of a day."""
    try:
        return RESOLVERS[type(node)](node, frame)
    except OverflowError:
        raise Unclear(FAR) from None


def _weekday(node: nodes.Weekday, frame: Frame) -> date:
    """A bare one is the next, looking back the last; "next Friday" is of the week that begins next Monday."""
    today = frame.today
    ahead = {"next": 1, "after_next": 2}.get(node.rel or "", node.week)
    if ahead is not None:
        return week_start(today) + WEEK * ahead + timedelta(days=node.weekday)
    back = timedelta(days=(today.weekday() - node.weekday) % 7)
    if node.rel in ("last", "past", "before_last"):
        return today - (back or WEEK) - (WEEK if node.rel == "before_last" else timedelta(0))
    if not back:
        return _same_weekday(frame)
    if frame.direction == "past" and node.rel != "coming":
        return today - back
    return today + WEEK - back


def _same_weekday(frame: Frame) -> date:
    """A weekday said on that same day: today only if an hour was said that is to come (looking back: has gone)."""
    today = frame.today
    if frame.direction == "past":
        gone = frame.still_ahead is not None and not frame.still_ahead(today)
        return today if gone else today - WEEK
    ahead = frame.still_ahead is not None and frame.still_ahead(today)
    return today if ahead else today + WEEK


def _shift(node: nodes.Shift, frame: Frame) -> date:
    if node.weekday is not None:
        return _ago_on(node, node.weekday, frame)
    if node.anchor is None and node.length.minutes:
        return (frame.now + timedelta(minutes=node.sign * node.length.minutes)).date()
    if node.length.minutes:
        raise Unclear("I did not understand that length of time. Say for example: in 3 days.")
    return shift(_anchor(node, frame), node.length, node.sign)


def _anchor(node: nodes.Shift, frame: Frame) -> date:
    if node.anchor is None:
        return frame.today
    if node.sign > 0 and isinstance(node.anchor, nodes.Weekday):
        frame = replace(frame, direction="future")  # "a week from Monday" is counted from the Monday to come
    return resolve(node.anchor, frame)


def _ago_on(node: nodes.Shift, weekday: int, frame: Frame) -> date:
    """ "A week ago on Tuesday": a week before the last Tuesday, and the Tuesday of the week a week ago; refused where
    the two differ."""
    today = frame.today
    idiom = shift(today - timedelta(days=(today.weekday() - weekday) % 7 or 7), node.length, -1)
    plain = week_start(shift(today, node.length, -1)) + timedelta(days=weekday)
    if idiom != plain:
        raise Unclear(f"That can be {spoken(idiom)} or {spoken(plain)}. Which one?")
    return idiom


def _vague(node: nodes.Vague, frame: Frame) -> date:
    if node.repeats:
        raise Unclear("I take one day at a time, nothing that repeats. Say for example: next Monday at 9.")
    raise Unclear("I cannot tell which day that is. Say for example: on Tuesday, 3 days ago, or 24 November.")


# `stretches` adds the days that are counted within a stretch.
RESOLVERS: dict[type, Callable[[Any, Frame], date]] = {
    nodes.Today: lambda node, frame: frame.today + timedelta(days=node.days),
    nodes.Weekday: _weekday,
    nodes.MonthDay: dates.month_day,
    nodes.DayOfMonth: dates.day_of_month,
    nodes.Numeric: dates.numeric,
    nodes.Exact: dates.exact,
    nodes.Instant: lambda node, frame: node.at.astimezone(frame.now.tzinfo).date(),
    nodes.Shift: _shift,
    nodes.Vague: _vague,
}
