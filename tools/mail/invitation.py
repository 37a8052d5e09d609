"""What a calendar part (iCalendar) says of a meeting: when, how long, where, and whether it still stands."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

MOST_LINES = 400
LONGEST_LINE = 2_000
LONGEST_MEETING = timedelta(days=2)
EVENT = re.compile(r"BEGIN:VEVENT.*?(?:END:VEVENT|\Z)", re.S | re.I)
METHOD = re.compile(r"^METHOD:\s*(\w+)", re.M | re.I)
# What holds other parts, repeats, or belongs to the sender's program is not read.
KEPT = re.compile(r"^(?:SUMMARY|DTSTART|DTEND|DURATION|LOCATION|ORGANIZER|URL|STATUS|SEQUENCE|DESCRIPTION)[;:]", re.I)
URL = re.compile(r"https://[^\s<>\"'\\,;]{6,500}")


@dataclass(frozen=True, slots=True)
class Invitation:
    """One meeting. `starts_at` is aware, in the zone that the invitation names, or in the one handed in."""

    summary: str
    starts_at: datetime
    minutes: int | None
    meeting: Literal["set", "moved", "cancelled"]
    place: str
    link: str | None
    organizer_name: str | None
    organizer_email: str | None
    text: str


def read_invitation(data: bytes, zone: ZoneInfo) -> Invitation | None:
    """The first meeting of a calendar part, or None; `zone` is meant where none is named. Never raises.

    Only a dozen properties of that one event reach the library: no rule is expanded and no zone's own rules are run.
    """
    text = re.sub(r"\r?\n[ \t]", "", data.decode("utf-8", "replace"))
    found = EVENT.search(text)
    if found is None:
        return None
    method = METHOD.search(text[: found.start()])
    try:
        return _invitation(_event(found.group(0)), method.group(1).upper() if method else "", zone)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, IndexError):
        return None


def _event(block: str) -> Any:
    from icalendar import Event

    lines = [line[:LONGEST_LINE] for line in block.splitlines()[:MOST_LINES] if KEPT.match(line)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a guessed zone is better than none
        return Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))


def _invitation(event: Any, method: str, zone: ZoneInfo) -> Invitation | None:
    starts = _instant(event["DTSTART"].dt, zone)
    if starts is None:
        return None
    said = {name: " ".join(str(event.get(name, "")).split()) for name in ("SUMMARY", "LOCATION", "URL", "STATUS")}
    description = str(event.get("DESCRIPTION", ""))[:LONGEST_LINE]
    organizer = event.get("ORGANIZER")
    links = URL.findall(" ".join((said["URL"], said["LOCATION"], description)))
    gone = method == "CANCEL" or said["STATUS"].upper() == "CANCELLED"
    return Invitation(
        summary=said["SUMMARY"][:300],
        starts_at=starts,
        minutes=_minutes(event, starts, zone),
        meeting="cancelled" if gone else "moved" if int(event.get("SEQUENCE", 0)) > 0 else "set",
        place=said["LOCATION"][:300],
        link=links[0] if links else None,
        organizer_name=str(organizer.params.get("CN", "")).strip('" ') or None if organizer else None,
        organizer_email=str(organizer).casefold().removeprefix("mailto:") if organizer else None,
        text=description,
    )


def _instant(said: date | datetime, zone: ZoneInfo) -> datetime | None:
    """A whole day is no meeting."""
    if not isinstance(said, datetime):
        return None
    return said if said.tzinfo else said.replace(tzinfo=zone)


def _minutes(event: Any, starts: datetime, zone: ZoneInfo) -> int | None:
    ends = _instant(event["DTEND"].dt, zone) if "DTEND" in event else None
    length = ends - starts if ends else event["DURATION"].dt if "DURATION" in event else None
    if not isinstance(length, timedelta) or not timedelta(0) < length <= LONGEST_MEETING:
        return None
    return int(length.total_seconds() // 60)
