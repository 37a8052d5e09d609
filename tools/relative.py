"""The instant of a reminder that is said by what it comes before: "2 hours before the interview", "the day before"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, time, timedelta

from storage import applications, interviews
from storage.filters import Filter
from storage.records import Application, Interview
from storage.status import Status
from tools import when as reader
from tools.context import Context
from tools.result import Button, Refusal
from tools.which import again
from tools.words import clipped, name_of

UNIT = r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|evening|night)"
LENGTH = (
    r"(?:(?:an?|one|1) (?:hour|day) and a half|(?:one|two|three|\d) and a half (?:hours?|hrs?)|\d[.,]5 ?(?:hours?|"
    r"hrs?|h\b)|"
    rf"(?:(?:the|an?|one|two|three|four|five|six|half an?|(?:a )?couple of|\d{{1,3}})\s*)(?:(?:full|whole)\s+)?{UNIT})"
)
BEFORE = re.compile(rf"(?P<length>{LENGTH})\s+(?:before|prior to|ahead of|earlier)\b(?P<rest>.*)", re.I | re.S)
DEADLINE = re.compile(r"\b(?:deadline|clos(?:es|ing)|decision|due date)\b", re.I)
EVENING = re.compile(r"(?:the|an?|one)\s+(?:evening|night)", re.I)
AT = re.compile(r"\b(?:at|by|around)\s+(?P<clock>\d.*|noon)$", re.I)
DAY, EVENING_HOUR = 24 * 60, time(19)


@dataclass(frozen=True, slots=True)
class Before:
    """What a reminder comes before: the application, its interview if that is it, and the words of both."""

    application: Application
    interview: Interview | None
    text: str


def said(words: str) -> bool:
    """Whether words name an instant by what it comes before; "2 days before the 30th" is a day by itself."""
    words = words.strip()
    found = BEFORE.fullmatch(words)
    if found is None or not found["rest"].strip():
        return found is not None
    return not any(day.start == 0 and day.end == len(words) for day in reader.find(words))


def meant(ctx: Context, words: str, application: Application | None) -> Before:
    """The interview or deadline ahead that is meant. Raises Refusal for none, and for several with a button each."""
    found = _candidates(ctx, application)
    deadline = DEADLINE.search(words) is not None
    wanted = [one for one in found if (one.interview is None) == deadline]
    if not wanted and not re.search(r"\binterview|\bcall\b|\bmeeting", words, re.I) and not deadline:
        wanted = found
    if len({one.application.id for one in wanted}) == 1:
        return wanted[0]
    what = "deadline" if deadline else "interview"
    where = f" at {application.company}" if application else ""
    if not wanted:
        raise Refusal(f"I know of no {what} ahead{where}. Tell me the day and hour instead.", field="when")
    each = {one.application.id: one.application for one in wanted[:6]}
    buttons = [
        Button(label=clipped(name_of(a.company, a.title), 60), calls=(again(ctx.call, company=f"#{a.id}"),))
        for a in each.values()
    ]
    raise Refusal(f"Before which {what}?", *buttons)


def _candidates(ctx: Context, application: Application | None) -> list[Before]:
    """The interviews and deadlines ahead, of one application or of all, interviews first."""
    found = []
    for one in interviews.find_interviews(ctx.db, ctx.user.id, first=ctx.now):
        a = applications.get(ctx.db, ctx.user.id, one.application_id)
        found.append(Before(a, one, f"Interview: {name_of(a.company, a.title)}"))
    wanted = Filter(active=True, deadline_from=ctx.today, has_deadline=True, sort="deadline", limit=None)
    for a in applications.find(ctx.db, ctx.user.id, wanted).items:
        what = "Decide on the offer" if a.status == Status.OFFER else "Deadline"
        found.append(Before(a, None, f"{what}: {name_of(a.company, a.title)}"))
    return [one for one in found if application is None or one.application.id == application.id]


def moment(ctx: Context, words: str, before: Before, *, bare: bool = False) -> reader.Moment:
    """The instant: hours and minutes as they pass; days on the calendar, at the hour said, else in the morning.

    `bare`: nothing is to be said but that the interview comes; then a day before it means its own hour. Raises Unclear
    for a length that is none."""
    match = BEFORE.fullmatch(words.strip())
    assert match is not None
    clock, evening = AT.search(match["rest"].strip()), EVENING.fullmatch(match["length"].strip())
    length = DAY if evening else reader.read_duration(re.sub(r"^the\s+", "a ", match["length"].strip(), flags=re.I))
    zone = ctx.user.zone
    if length % DAY:
        if before.interview is None:
            raise reader.Unclear("A deadline has no hour. Say the day: “the day before the deadline at 6pm”.")
        at = before.interview.starts_at - timedelta(minutes=length)
        return reader.Moment(at, at.astimezone(zone), zone.key, True)
    starts = before.interview.starts_at.astimezone(zone) if before.interview else None
    day = (starts.date() if starts else before.application.deadline_on or ctx.today) - timedelta(days=length // DAY)
    if clock:
        late = " pm" if evening and re.fullmatch(r"0?[1-9]|1[01]", clock["clock"]) else ""
        return reader.read_moment(f"{day.isoformat()} {clock['clock']}{late}", ctx.said, "any", default_time=None)
    own = starts.time() if starts and bare and length == DAY else None
    hour = EVENING_HOUR if evening else own or time.fromisoformat(ctx.user.settings.morning)
    local = reader.at_local(day, hour, zone)
    return reader.Moment(local.astimezone(UTC), local, zone.key, own is not None or evening is not None)
