"""Stage 5d: the times of a meeting: bare hours beside a day, the old time and the new, how much later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from agent.offline.entities import Mention
from tools import when


@dataclass(frozen=True)
class Time:
    """Words that name a day, an hour or both."""

    text: str
    start: int
    end: int
    day: bool
    hour: bool


HOUR = r"(?P<hour>\d{1,2}(?:[:.h]\d{2})?)(?P<mark>\s?(?:am|pm|h|uhr)\b)?"
# What a number must not go on with: then it counts or measures something.
NO_COUNT = (
    r"(?![\w:/%$€£-]|[.,]\d|\s*(?:min|hour|hr|people|ppl|person|pax|leute|interviewer|manager|"
    r"round|stage|week|month|day|year|question|other|of\b|"
    r"more|interview|call|job|app|role|position|k\b|x\b|°|st\b|nd\b|rd\b|th\b|am\b|pm\b))"
)
RANGE = r"(?:\s*(?:to|-|till|til|until|bis|a|à)\s*\d{1,2}(?:[:.]\d{2})?\b)?"
AFTER_DAY = re.compile(rf"^\s*,?\s*(?:at\s+|@\s*|um\s+|a las?\s+|à\s+|kl\s+)?{HOUR}{RANGE}{NO_COUNT}", re.I)
HOURS_SAID = re.compile(r"^(?P<hour>[7-9]|1\d|20)\s+hours?$", re.I)
ALONE = re.compile(
    r"(?<![\w:.,/$€£#-])(?:(?P<cue>at|@|to|from|til|till|until|not|instead of|rather than|now|it's|its|is|"
    r"make (?:it|that)|"
    r"meant?|do|um|auf|statt|von|a las?|de las?|en vez de(?: las?)?|à|de|au lieu de|pas|sondern|no)\s+(?:at\s+)?)"
    rf"{HOUR}{NO_COUNT}(?!\s*(?:-|to)\s*\d|\s+(?-i:[A-ZÀ-Þ]))",
    re.I,
)
BESIDE_NOT = re.compile(
    rf"(?<![\w:.,/$€£#-]){HOUR}(?=\s*,?\s+(?:not|instead|rather|statt|y no|et pas|nicht|works|suits|"
    rf"is (?:fine|good|ok|better))\b)",
    re.I,
)
OLD = re.compile(
    r"(?:\b(?:from|instead of|rather than|not|isn't|isnt|wasn't|statt|anstatt|von|vom|en vez de|"
    r"en lugar de|del?|de las?|"
    r"au lieu de|au lieu du|à la place de|du|pas|nicht|no|was|used to be|originally|supposed to be|"
    r"can't (?:do|make)|cant (?:do|make)|cannot (?:do|make)|couldn't (?:do|make)|"
    r"were meant to be|war|era|était)\s+(?:on\s+|at\s+|the\s+|for\s+|am\s+|um\s+|el\s+|le\s+|a las?\s+)*)$",
    re.I,
)
NOUN = (
    r"(?:interview|call|chat|meeting|slot|one|round|panel|session|screen|screening|trial|shift|appointment|"
    r"onsite|zoom|thing)"
)
NAMES_ONE = re.compile(rf"^(?:'s)?\s+(?:(?!(?:and|und|y|et|then|plus)\b)\w+\s+)?{NOUN}\b", re.I)
NAMED_BEFORE = re.compile(
    r"\b(?:interview|call|meeting|one|entretien|entrevista|cita|\w*gespräch|termin|rendez-vous|"
    r"rdv)\s+(?:de|du|del|vom|am|on|of|for)?\s*"
    r"(?:the|el|le|la)?\s*$",
    re.I,
)
GONE = re.compile(
    r"^\s*(?:slot\s+)?(?:anymore|any more|no longer|ya no|nicht mehr|doesn't work|didn't work|is off|"
    r"n'est plus)",
    re.I,
)
NOW = re.compile(r"^\s*(?:is|'s|are|will be)?\s*(?:now|jetzt|ahora|maintenant)\b", re.I)
MOVED_BETWEEN = re.compile(
    r"\b(?:to|now|moved|pushed|shifted|changed|rescheduled|becomes?|instead|but|actually|auf|jetzt|verschoben|verlegt|"
    r"sondern|al?|para|ahora|pasa|sino|à|au|maintenant|passe|décalé\w*|reporté\w*|mais)\b",
    re.I,
)


def times(text: str, mentions: Sequence[Mention]) -> list[Time]:
    """The times of a clause in order; the bare hours are those of someone who speaks of a meeting."""
    found = [_of(m) for m in mentions if m.kind == "when"]
    found = [_with_hour(t, text, mentions) if t.day and not t.hour else t for t in found]
    plain = [m for m in mentions if m.kind != "when" and not (m.kind == "money" and re.fullmatch(r"[\d.:]+", m.text))]
    taken = [(t.start, t.end) for t in found] + [(m.start, m.end) for m in plain]
    for pattern in (ALONE, BESIDE_NOT):
        for match in pattern.finditer(text):
            start, end = match.start("hour"), match.end()
            if all(end <= s or start >= e for s, e in taken):
                found.append(Time(_said(match), start, end, False, True))
                taken.append((start, end))
    return sorted(found, key=lambda t: t.start)


SPAN = re.compile(
    r"\b(?:from|between|von|zwischen|de|desde|entre)\s+(?:las\s+|"
    r"la\s+)?(?P<first>\d{1,2})(?:[:.h](?P<past>\d{2}))?\s*(?P<mark>am|pm)?(?:h|uhr)?\s*"
    r"(?:to|till|until|and|-|bis|und|à|a|y|et|hasta)\s*(?:las\s+|"
    r"la\s+)?(?P<last>\d{1,2})(?:[:.h](?P<over>\d{2}))?\s*(?P<end>am|pm)?(?:h|uhr)?\b",
    re.I,
)


def span(text: str) -> tuple[Time, int] | None:
    """When a meeting begins that lasts "from 8 to 12", and for how many minutes; not for what is moved."""
    match = SPAN.search(text)
    if match is None:
        return None
    first, last = int(match["first"]), int(match["last"])
    minutes = (last - first) * 60 + int(match["over"] or 0) - int(match["past"] or 0)
    minutes += 12 * 60 if minutes <= 0 else 0
    mark = match["mark"] or (match["end"] if match["end"] and first < last and last != 12 else "") or ""
    words = f"at {first}:{match['past'] or '00'}{mark}"
    return (
        (Time(words, match.start(), match.end(), False, True), minutes) if first <= 24 and 0 < minutes <= 720 else None
    )


LONE = re.compile(rf"\W*(?:(?:it's|at|um|a las?|à|make it|make that)\s+)?{HOUR}\W*", re.I)


DENIAL = re.compile(r"^\W*(?:no|nope|nein|non)\W+", re.I)


def lone(text: str) -> str | None:
    """The hour that is all that the words say ("4.30")."""
    match = LONE.fullmatch(text)
    return _said(match) if match else spoken(DENIAL.sub("", text))


def spoken(text: str) -> str | None:
    """An hour that is one only where nothing else is said: "half 2", "ten thirty", "3"."""
    found = when.find(words := f"at {text.strip(' .!')}")
    return words if len(found) == 1 and found[0].has_time and found[0].end >= len(words) - 1 else None


def _of(mention: Mention) -> Time:
    return Time(mention.text, mention.start, mention.end, mention.value == "day", has_hour(mention.text))


@lru_cache(maxsize=1024)
def has_hour(words: str) -> bool:
    """Whether words name an hour."""
    return any(found.has_time for found in when.find(words))


def _with_hour(time: Time, text: str, mentions: Sequence[Mention]) -> Time:
    """ "Sat 11" before a meeting is eleven o'clock; with an hour behind it, it is the eleventh."""
    behind = next((m for m in mentions if m.kind == "duration" and text[time.end : m.start].isspace()), None)
    spoken = HOURS_SAID.match(behind.text) if behind else None
    if behind and spoken:  # "Friday 10 hour"
        return Time(f"{time.text} at {spoken.group('hour')}:00", time.start, behind.end, True, True)
    match = AFTER_DAY.match(text[time.end :])
    if not match:
        return time
    end = time.end + match.end()
    later = [m for m in mentions if m.kind == "when" and m.start >= time.end]
    clash = any(time.end <= m.start < end for m in mentions) or any(
        has_hour(m.text) and m.value == "time" for m in later
    )
    return time if clash else Time(f"{time.text} {_said(match)}", time.start, end, True, True)


def _said(match: re.Match[str]) -> str:
    """The hour as the reader of times knows it."""
    return f"at {match.group('hour').replace('.', ':')}{match.group('mark') or ''}"


def old_and_new(text: str, found: Sequence[Time]) -> tuple[str | None, str | None]:
    """The time that was and the time that shall be, as words; None for what is not said."""
    olds = [t for t in found if _is_old(text, t)]
    news = [t for t in found if t not in olds]
    if not olds and len(news) > 1 and _leads_over(text, news):
        olds, news = news[:1], news[1:]
    return joined(olds), joined(news)


def names_one(text: str, time: Time) -> bool:
    """Whether a time tells which interview is meant: "my Friday interview", "l'entretien de vendredi"."""
    return NAMES_ONE.match(text[time.end :]) is not None or NAMED_BEFORE.search(text[: time.start]) is not None


def _is_old(text: str, time: Time) -> bool:
    before, after = text[: time.start], text[time.end :]
    lead = f"{before}{time.text.split()[0]} " if re.match(r"(?:from|del?|du|von|vom)\b", time.text, re.I) else before
    return bool(OLD.search(lead) or NAMES_ONE.match(after) or GONE.match(after))


def _leads_over(text: str, news: Sequence[Time]) -> bool:
    """Whether two times of one sort stand on both sides of a word of moving: "it was Tuesday, now it's Friday"."""
    first, second = news[:2]
    between = text[first.end : second.start]
    alike = (first.day and second.day) or (not first.day and not second.day)
    return (alike and MOVED_BETWEEN.search(between) is not None) or NOW.match(between) is not None


def joined(found: Sequence[Time]) -> str | None:
    """The words of one day and one hour, the day first."""
    if not found:
        return None
    # "They rang this morning, come in tomorrow at 2": the day that has its hour is the one of the meeting.
    day = next((t for t in found if t.day and t.hour), None) or next((t for t in found if t.day), None)
    hour = next((t for t in found if t.hour and not t.day), None)
    if day is None or day.hour or hour is None:
        return (day or found[0]).text
    return f"{day.text} {hour.text}"


def replaced(before: str, new: str, now: datetime) -> str:
    """The new time; a day alone keeps the hour that was said before, an hour alone the day. `now`: when it was said."""
    said = when.find(new)
    try:
        old = when.read_moment(before, now, "future", default_time=None)
    except when.Unclear:
        return new if any(f.has_day for f in said) else _on_its_day(before, new, now)
    if not any(f.has_day for f in said):
        return f"{old.local:%Y-%m-%d} {new}"
    return new if any(f.has_time for f in said) else f"{new} at {old.local:%H:%M}"


def _on_its_day(before: str, hour: str, now: datetime) -> str:
    """An hour, on the day that was said before without one."""
    try:
        return f"{when.read_day(before, now, 'future')} {hour}"
    except when.Unclear:
        return hour
