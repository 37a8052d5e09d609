"""Argument types that read a person's words: days, moments, money, statuses; they know the clock, not the database."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from storage.status import Status
from tools import money, vocabulary, when
from tools.context import Reading
from tools.words import day_words, without_credentials

MAX_NAME = 500  # characters of a company, a title or a person; the import takes such companies, and longer titles
MAX_MINUTES = 24 * 60
PLAIN = WithJsonSchema({"type": "string"})


def _reading(info: ValidationInfo) -> Reading:
    reading = (info.context or {}).get("reading")
    assert isinstance(reading, Reading)
    return reading


class Roughly(date):
    """The middle day of a stretch that was said ("last week"), where no single day was."""


def _day(direction: when.Direction) -> BeforeValidator:
    def read(value: Any, info: ValidationInfo) -> date:
        if isinstance(value, date):
            return value
        try:
            found = when.read_day(str(value), _reading(info).now, direction)
            return _over(found, _reading(info).now) if direction == "past" else found
        except when.Unclear as unclear:
            between = unclear.between
            if direction != "past" or between is None or between.first is None or between.last is None:
                raise
            middle = between.first + (min(between.last, _reading(info).now.date()) - between.first) // 2
            return Roughly(middle.year, middle.month, middle.day)

    return BeforeValidator(read)


def _over(day: date, now: datetime) -> date:
    """A day that is over, or today. Who has named no time zone may be a day ahead of UTC."""
    last = now.date() + timedelta(days=1 if getattr(now.tzinfo, "key", "") == "UTC" else 0)
    if day > last:
        raise ValueError(f"{day_words(day, now.date())} is still to come: say the day on which it happened.")
    return day


def _moment(direction: when.Direction) -> BeforeValidator:
    def read(value: Any, info: ValidationInfo) -> when.Moment:
        if isinstance(value, when.Moment):
            return value
        return when.read_moment(str(value), _reading(info).now, direction, default_time=None)

    return BeforeValidator(read)


def _range(value: Any, info: ValidationInfo) -> when.DateRange:
    return value if isinstance(value, when.DateRange) else when.read_range(str(value), _reading(info).now)


def past_range(value: Any, info: ValidationInfo) -> when.DateRange:
    """Reads days that are over or running; raises Unclear."""
    if isinstance(value, when.DateRange):
        return value
    return when.read_range(str(value), _reading(info).now, direction="past")


def _line(value: Any) -> str:
    """One line of plain text: control characters gone, blanks folded, at most MAX_NAME characters."""
    text = " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())
    if not text:
        raise ValueError("That is empty.")
    if len(text) > MAX_NAME:
        raise ValueError(
            f"That is too long for a name: it has {len(text)} characters, and {MAX_NAME} fit. Please shorten it."
        )
    return text


def _text(value: Any) -> str:
    text = "".join(c if c.isprintable() or c == "\n" else " " for c in str(value)).strip()
    if not text:
        raise ValueError("That is empty.")
    return text


def _choice(kind: str, names: dict[str, str]) -> BeforeValidator:
    def read(value: Any) -> str:
        said = str(value).strip().casefold()
        found = names.get(said) or names.get(re.sub(r"[\s_-]+", " ", said))
        if found is None:
            raise ValueError(f"“{value}” is no {kind} I know: {', '.join(dict.fromkeys(names.values()))}.")
        return found

    return BeforeValidator(read)


def _url(value: Any) -> str:
    """A link without user name and password, which must never be kept."""
    text = str(value).strip().strip("<>").rstrip(".,;")
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host = (parts.hostname or "") + (f":{parts.port}" if parts.port else "")
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or not parts.hostname or "." not in parts.hostname:
        raise ValueError(f"“{without_credentials(text)[:80]}” is no web address; one begins with https://.")
    return parts._replace(netloc=host).geturl()


def _minutes(value: Any) -> int:
    text = str(value).strip()
    minutes = int(text) if re.fullmatch(r"-?\d{1,9}", text) else when.read_duration(text)
    if not 0 < minutes <= MAX_MINUTES:
        raise ValueError("An interview takes from one minute to a day.")
    return minutes


def _email(value: Any) -> str:
    text = str(value).strip().strip("<>").removeprefix("mailto:")
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", text):
        raise ValueError(f"“{text[:80]}” is no e-mail address.")
    return text


def _money(value: Any) -> money.Money:
    return value if isinstance(value, money.Money) else money.read(str(value))


def _names(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list | tuple) else str(value).split(",")
    return tuple(_line(str(part).strip().lstrip("#")) for part in parts if str(part).strip())


def _refs(value: Any) -> tuple[str, ...]:
    """Several applications, by name or "#12"."""
    parts = value if isinstance(value, list | tuple) else str(value).split(",")
    return tuple(_line(part) for part in parts if str(part).strip())


def _status(value: Any) -> Status:
    found = vocabulary.STATUSES.get(str(value).strip().casefold().replace("_", " "))
    if found is None:
        raise ValueError(f"“{value}” is no status I know: {', '.join(Status)}.")
    return Status(found)


def between(lowest: int, highest: int) -> BeforeValidator:
    """Reads a whole number and holds it between bounds."""

    def read(value: Any) -> int:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not re.fullmatch(r"[+-]?\d{1,30}", str(value).strip()):
            raise ValueError(f"“{str(value)[:40]}” is no whole number.")
        return max(lowest, min(int(value), highest))

    return BeforeValidator(read)


def _enum(values: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": [str(v) for v in values]})


Name = Annotated[str, BeforeValidator(_line), PLAIN]
Text = Annotated[str, BeforeValidator(_text), PLAIN]
Names = Annotated[tuple[str, ...], BeforeValidator(_names), PLAIN]
Refs = Annotated[tuple[str, ...], BeforeValidator(_refs), PLAIN]
Url = Annotated[str, BeforeValidator(_url), PLAIN]
Email = Annotated[str, BeforeValidator(_email), PLAIN]
Pay = Annotated[money.Money, BeforeValidator(_money), PLAIN]
PastDay = Annotated[date, _day("past"), PLAIN]
FutureDay = Annotated[date, _day("future"), PLAIN]
FutureMoment = Annotated[when.Moment, _moment("future"), PLAIN]
Range = Annotated[when.DateRange, BeforeValidator(_range), PLAIN]
PastRange = Annotated[when.DateRange, BeforeValidator(past_range), PLAIN]
StatusName = Annotated[Status, BeforeValidator(_status), _enum(Status)]
WorkMode = Annotated[str, _choice("way of working", vocabulary.WORK_MODES), _enum(("remote", "hybrid", "onsite"))]
EmploymentType = Annotated[
    str,
    _choice("type of employment", vocabulary.EMPLOYMENT_TYPES),
    _enum(("full_time", "part_time", "contract", "internship", "temporary")),
]
InterviewKind = Annotated[
    str,
    _choice("kind of interview", vocabulary.INTERVIEW_KINDS),
    _enum(("phone", "video", "onsite", "technical", "behavioral", "panel", "other")),
]
Minutes = Annotated[
    int,
    BeforeValidator(_minutes),
    PLAIN,
]
# The number by which the house names a kept mail.
MailNumber = Annotated[int, between(0, 2**63 - 1), PLAIN]
