"""The person's settings: time zone, hours, digest, pause, goal; one place that shows and changes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from pydantic import BeforeValidator
from rapidfuzz import process

from storage import users
from tools import sent, when, zones
from tools.context import Context
from tools.fields import PLAIN, Name, Names, Text
from tools.meetings import carried_over
from tools.result import Receipt, Refusal, Result, Said
from tools.sent import WEEKDAYS
from tools.tool import tool
from tools.when.lexicon import fold
from tools.words import clipped, joined

WEEKDAY_NAMES = (
    "monday montag lunes lundi", "tuesday dienstag martes mardi", "wednesday mittwoch miercoles mercredi",
    "thursday donnerstag jueves jeudi", "friday freitag viernes vendredi", "saturday samstag sonnabend sabado samedi",
    "sunday sonntag domingo dimanche",
)  # fmt: skip


def clock(value: Any) -> str:
    """A time of day as "HH:MM": "9", "9am", "21:30", "half past eight". Raise Unclear for words that are none."""
    text = str(value).strip()
    if re.fullmatch(r"\d{1,2}", text):
        text += ":00"
    reference = datetime(2026, 1, 5, tzinfo=UTC)
    try:
        moment = when.read_moment(f"2026-01-06 {text}", reference, "future", default_time=None)
    except when.Unclear:
        # Its own words would speak of the day that was put before.
        raise when.Unclear(f"“{clipped(text, 40)}” is no time of day. Say it like 21:30 or 9 pm.") from None
    return f"{moment.local:%H:%M}"


UNTIL = "Until which day shall I hold the reminders? Say it like “until Monday” or “until 1 December”."
Clock = Annotated[str, BeforeValidator(clock), PLAIN]


@tool("settings", examples=("/settings timezone=Europe/Berlin", "/settings quiet_from=22:00, quiet_to=07:00"))
def settings(
    ctx: Context,
    timezone: Name | None = None,
    morning: Clock | None = None,
    quiet_from: Clock | None = None,
    quiet_to: Clock | None = None,
    digest: Literal["off", "weekly", "daily"] | None = None,
    digest_day: Name | None = None,
    follow_up_days: Names = (),
    pause_until: Text | None = None,
    resume: bool = False,
    weekly_goal: int | None = None,
    name: Name | None = None,
    offline: bool | None = None,
    reminders_to: Literal["last", "telegram", "slack"] | None = None,
) -> Result:
    """Show or change settings: zone or city, hours, digest, follow-up days ("5,10,30"), pause, goal, no model."""
    given: dict[str, Any] = {
        "timezone": zone_named(timezone) if timezone else None,
        "morning": morning,
        "quiet_from": quiet_from,
        "quiet_to": quiet_to,
        "digest": digest,
        "digest_weekday": weekday(digest_day) if digest_day else None,
        "follow_up_days": _days(follow_up_days) if follow_up_days else None,
        "weekly_goal": _goal(weekly_goal),
        "name": name,
        "offline": offline,
        "paused_until": _pause(ctx, pause_until) if pause_until else None,
        "reminders_to": _channel(ctx, reminders_to) if reminders_to else None,
    }
    changed = {key: value for key, value in given.items() if value is not None}
    changed |= {"paused_until": None} if resume else {}
    changed |= {"weekly_goal": None} if weekly_goal == 0 else {}
    if not changed:
        return Said(text=_shown(ctx.user, ctx), buttons=sent.buttons(ctx))
    before = ctx.user.settings
    after = users.change_settings(ctx.journal, ctx.user, **changed)
    differ = [key for key in changed if getattr(before, key) != getattr(after.settings, key)]
    if not differ:
        already = [f"{LABELS[key]}: {_word(before, key, ctx)} already" for key in changed]
        return Said(text="\n".join([*already, *_means(changed, before)]))
    lines = [f"{LABELS[key]}: {_word(before, key, ctx)} → {_word(after.settings, key, ctx)}" for key in differ]
    if "timezone" in differ and before.timezone == "UTC":
        lines += carried_over(ctx, after.zone)
    return Receipt(text="\n".join([*lines, *_means(changed, after.settings)]))


def _means(changed: dict[str, Any], after: users.Settings) -> list[str]:
    """What a change means for the messages to come, where its words alone do not say it."""
    if changed.get("paused_until"):
        return ["Of interviews I still remind you; all else waits until then."]
    if {"quiet_from", "quiet_to"} & changed.keys() and after.quiet_from == after.quiet_to:
        return ["There are no quiet hours now: a message may come at any hour of the day or night."]
    return []


LABELS = {
    "timezone": "Time zone",
    "morning": "Morning hour",
    "quiet_from": "Quiet from",
    "quiet_to": "Quiet until",
    "digest": "Digest",
    "digest_weekday": "Day of the digest",
    "follow_up_days": "Follow-ups after days without news",
    "weekly_goal": "Weekly goal",
    "name": "Name",
    "offline": "Stay offline",
    "paused_until": "Reminders paused until",
    "reminders_to": "Reminders go to",
}


def zone_named(words: str) -> str:
    """The IANA zone that a zone's name, a city or an abbreviation means; raise Refusal with near ones."""
    text = words.strip()
    by_name = {zone.casefold(): zone for zone in available_timezones()}
    found = by_name.get(text.casefold().replace(" ", "_")) or zones.named(text)
    if found:
        return found
    near = [match[0] for match in process.extract(text, sorted(available_timezones()), limit=2, score_cutoff=70)]
    hint = f" Did you mean {joined(near, 'or')}?" if near else " Say a city, or a name like Europe/Berlin."
    raise Refusal(f"“{text[:60]}” is no time zone I know.{hint}", field="timezone")


def weekday(words: str) -> int:
    """The number of a weekday (Monday is 0) by its name or the beginning of it, in four languages; raise Refusal."""
    said = fold(words).strip(" .").removesuffix("s")
    for number, names in enumerate(WEEKDAY_NAMES):
        if len(said) > 1 and any(name.startswith(said) for name in names.split()):
            return number
    raise Refusal(f"“{words[:40]}” is no day of the week.", field="digest_day")


def _days(words: tuple[str, ...]) -> tuple[int, int, int]:
    """The days of the first, the second and the last follow-up; from one alone the others as they were or later."""
    numbers = [int(word) for word in words if re.fullmatch(r"\d{1,3}", word)]
    if len(numbers) == 1:
        numbers = [numbers[0], max(14, numbers[0] * 2), max(30, numbers[0] * 3)]
    if len(numbers) != 3 or not 0 < numbers[0] < numbers[1] < numbers[2] <= 365:
        raise Refusal("The days of the follow-ups grow, from 1 to at most 365: like 7, 14, 30.", field="follow_up_days")
    return numbers[0], numbers[1], numbers[2]


def _goal(number: int | None) -> int | None:
    if number is not None and not 0 <= number <= 1000:
        raise Refusal("A weekly goal is a number from 1 to 1000; 0 is none.", field="weekly_goal")
    return number or None


def _channel(ctx: Context, said: str) -> str:
    """The channel that reminders go to, empty for the one used last; raise Refusal for one without the person."""
    if said == "last":
        return ""
    if said not in sent.channels(ctx):
        words = f"I do not know you on {said.capitalize()} yet. Say /link here, and send the code to me there."
        raise Refusal(words, field="reminders_to")
    return said


def _pause(ctx: Context, words: str) -> datetime:
    try:
        return datetime.combine(_first_day(ctx, words), time(), ctx.user.zone)
    except when.Unclear:
        raise Refusal(UNTIL, field="pause_until") from None


def _first_day(ctx: Context, words: str) -> date:
    """The day on which reminders begin again: the one said, or the one after "this week". Raises Unclear."""
    if words.casefold().startswith(("this ", "today", "tonight")):
        last = when.read_range(words, ctx.said).last
        return (last or ctx.today) + timedelta(days=1)
    return when.read_day(words, ctx.said, "future")


def _word(settings_: users.Settings, key: str, ctx: Context) -> str:
    value = getattr(settings_, key)
    if key == "digest_weekday":
        return WEEKDAYS[value]
    if key == "reminders_to":
        return sent.place(value)
    if key == "follow_up_days":
        return joined([str(day) for day in value])
    if isinstance(value, datetime):
        return f"{value.astimezone(ctx.user.zone):%a %d %b %Y}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)


def _shown(user: users.User, ctx: Context) -> str:
    s = user.settings
    lines = [f"{LABELS[key]}: {_word(s, key, ctx)}" for key in ("timezone", "weekly_goal", "name") if getattr(s, key)]
    return "\n".join([*lines, *sent.lines(ctx)])
