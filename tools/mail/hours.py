"""When a mail says that an interview takes place, in words: the day, the hour, the zone and the length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tools.mail.sentences import Sentence
from tools.mail.words.meetings import (
    LABELLED,
    LASTS,
    LENGTH,
    MEETS,
    MOVES,
    NO_SUCH_WEEKDAY,
    NOON,
    ODD_ZONES,
    OTHERWISE,
    PORTUGUESE,
    PT,
    PT_HOUR,
)
from tools.when import Unclear, find, read_duration, read_moment

LONGEST = 400
FURTHEST = timedelta(days=400)
MOST_SENTENCES = 40
_DASHES = str.maketrans("–—", "--")


def home_zone(sent_at: datetime | None, zone: ZoneInfo | None) -> ZoneInfo:
    """The zone that is meant where a mail names none: the person's, else the one that it was sent in."""
    if zone is not None:
        return zone
    offset = sent_at.utcoffset() if sent_at else None
    minutes = int(offset.total_seconds() // 60) if offset else 0
    hours = minutes // 60
    name = ODD_ZONES.get(minutes) or ("UTC" if minutes % 60 or not hours else f"Etc/GMT{-hours:+d}")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def meeting_time(
    found: Sequence[Sentence], sent_at: datetime | None, zone: ZoneInfo, languages: Sequence[str]
) -> datetime | None:
    """The instant of the interview, in the zone that the mail means; None for none, and for a choice of several."""
    times: dict[datetime, float] = {}
    for weight, words in _spans(found, "pt" in languages):
        at = _read(words, sent_at, zone)
        if at is not None:
            times[at] = max(weight, times.get(at, 0.0))
    if not times:
        return None
    best = max(times.values())
    first = [at for at, weight in times.items() if weight == best]
    if len(first) > 1 and not _moved(found):
        return None  # a choice of slots is no appointment
    # Of a move both times may be named: the new one comes last.
    return first[-1]


def _moved(found: Sequence[Sentence]) -> bool:
    return any(MOVES.search(sentence.low) for sentence in found)


def _spans(found: Sequence[Sentence], portuguese: bool) -> Iterator[tuple[float, str]]:
    """Expressions with a day and an hour, the likelier ones with more weight."""
    day = ""
    for sentence in found[:MOST_SENTENCES]:
        text = sentence.text[:LONGEST].translate(_DASHES)
        if not any(sign.isdigit() for sign in text) and not NOON.search(text):
            continue
        text = _in_spanish(text) if portuguese else text
        labelled = LABELLED.match(text) is not None
        weight = 3.0 if labelled else 2.0 if MEETS.search(text) else 1.0
        for each in find(text):
            if OTHERWISE.search(text[max(0, each.start - 30) : each.end]) and not labelled:
                continue
            if each.has_day and each.has_time:
                yield weight + 0.5, each.text
            elif each.has_day:
                day = each.text
            elif each.has_time and day and not each.is_duration:
                yield weight, f"{day} {each.text}"


def _in_spanish(text: str) -> str:
    text = PT_HOUR.sub(lambda m: f"{m.group(1)}:{m.group(2) or '00'}", text)
    return PT.sub(lambda m: PORTUGUESE[m.group(0).casefold()], text)


def _read(words: str, sent_at: datetime | None, zone: ZoneInfo) -> datetime | None:
    year = re.search(r"\b20\d\d\b", words)
    if sent_at is None and year is None:
        return None
    now = sent_at.astimezone(zone) if sent_at else datetime(int(year.group(0)) if year else 2000, 1, 1, tzinfo=zone)
    for tried in (words, NO_SUCH_WEEKDAY.sub("", words)):
        try:
            local = read_moment(tried, now, "future", default_time=None).local
        except (Unclear, ValueError, OverflowError):
            continue
        return local if sent_at is None or abs(local - now) < FURTHEST else None
    return None


def length_of(found: Sequence[Sentence]) -> int | None:
    """How many minutes the meeting takes, if the mail says so."""
    for sentence in found[:MOST_SENTENCES]:
        match = LENGTH.search(sentence.text)
        if match and (MEETS.search(sentence.text) or LASTS.search(sentence.low)):
            try:
                minutes = read_duration(match.group(0).replace("-", " "))
            except Unclear:
                continue
            if 5 <= minutes <= 600:
                return minutes
    return None
