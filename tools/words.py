"""How facts are put in words for a person: days, instants, money, an application's name; pure."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

# Places whose people say "3 pm" rather than "15:00" (CLDR's preferred hour cycle `h`), by the head of their zone.
TWELVE_HOURS = ("America/", "US/", "Canada/", "Australia/", "Pacific/Auckland", "Asia/Kolkata", "Asia/Manila")
NOT_TWELVE = ("America/Sao_Paulo", "America/Argentina", "America/Fortaleza", "America/Santiago", "America/Lima")
# "https://name:secret@host": what stands between the slashes and the last @ before the path.
CREDENTIALS = re.compile(r"(\b[a-z][a-z0-9+.-]{1,20}://)[^\s/?#<>]*@", re.IGNORECASE)


def day_words(day: date, today: date) -> str:
    """A weekday and date, with the year where it is another one: "Tue 24 Nov"; today and its neighbours by name."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - today).days)
    full = f"{day:%a} {day.day} {day:%b}" + (f" {day.year}" if day.year != today.year else "")
    return f"{full} ({near})" if near else full


def day_and_ago(day: date, today: date, between: str = ", ") -> str:
    """The same with how long ago it is, where the day is not named by its nearness already."""
    words = day_words(day, today)
    return words if words.endswith(")") else f"{words}{between}{ago_words(day, today)}"


def clock_words(local: datetime) -> str:
    """The time of day as people write it in that zone: "3:00 pm" or "15:00"."""
    key = getattr(local.tzinfo, "key", "")
    if key.startswith(TWELVE_HOURS) and not key.startswith(NOT_TWELVE):
        return f"{local.hour % 12 or 12}:{local.minute:02d} {'am' if local.hour < 12 else 'pm'}"
    return f"{local:%H:%M}"


def moment_words(at: datetime, zone: ZoneInfo, today: date, said_zone: str | None = None) -> str:
    """Weekday, date, time and zone of an instant in the person's zone, and in the zone that was said if another."""
    local = at.astimezone(zone)
    text = f"{day_words(local.date(), today)}, {clock_words(local)} ({zone.key})"
    other = at.astimezone(ZoneInfo(said_zone)) if said_zone else local
    if other.utcoffset() != local.utcoffset():
        text += f" = {clock_words(other)} {said_zone}"
    return text


def amount_words(value: float) -> str:
    """An amount without needless decimals: 62000.0 -> "62,000", 13.5 -> "13.50"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def pay_words(low: float | None, high: float | None, currency: str | None, period: str | None) -> str:
    """Pay as a range with its currency and period, empty where nothing is known."""
    if low is None and high is None:
        return ""
    if low is None:
        text = f"up to {amount_words(high or 0)}"
    elif high is None:
        text = f"from {amount_words(low)}"
    else:
        text = amount_words(low) if low == high else f"{amount_words(low)}–{amount_words(high)}"
    one = "an" if period == "hour" else "a"
    return text + (f" {currency}" if currency else "") + (f" {one} {period}" if period else "")


def name_of(company: str, title: str | None) -> str:
    """An application's name in a sentence: "Stripe · Backend Engineer"."""
    return f"{company} · {title}" if title else company


def ago_words(day: date, today: date) -> str:
    """How long ago a day was: "today", "yesterday", "17 days ago"."""
    days = (today - day).days
    if days < 0:
        return f"in {-days} days" if days < -1 else "tomorrow"
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def joined(parts: list[str], last: str = "and") -> str:
    """Items as a person lists them: "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week that holds `day`."""
    first = day - timedelta(days=day.weekday())
    return first, first + timedelta(days=6)


def without_credentials(text: str) -> str:
    """Text whose links hold no user name and password: those must never be kept or said again."""
    return CREDENTIALS.sub(r"\1", text) if "@" in text else text


def storable(text: str) -> str:
    """Text that every database takes: without NUL and halves of surrogate pairs."""
    return text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def clipped(text: str, length: int = 80) -> str:
    """At most `length` characters of one line of text."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
