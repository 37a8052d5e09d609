"""What the interview tools share: which one is meant, to when it moves, how it is told; it changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage import applications, interviews
from storage.records import Application, Interview
from tools import when as reader
from tools.context import Context
from tools.result import Button, Call, Refusal, application_ref
from tools.which import again, one, some
from tools.words import clipped, clock_words, moment_words, name_of

NOON = time(12)
# The zone of everybody who has not said where they are.
UNKNOWN = "UTC"
# "Half an hour later", "a week earlier": how an interview is moved by a length of time.
EARLIER = re.compile(r"^(?P<length>.+?)\s+(?P<way>earlier|later)$", re.I)
DAY = 24 * 60


def interview_ref(interview: Interview) -> str:
    """How an interview is named between the floors."""
    return f"interview:{interview.id}"


def describe(ctx: Context, a: Application, interview: Interview) -> str:
    """An interview in words: whose, when, how, with whom, where."""
    length = f"{interview.duration_minutes} min" if interview.duration_minutes else ""
    parts = (
        name_of(a.company, a.title),
        moment_words(interview.starts_at, ctx.user.zone, ctx.today, interview.timezone),
        interview.kind if interview.kind != "other" else "",
        length,
        f"with {interview.with_}" if interview.with_ else "",
        interview.location or "",
    )
    return " · ".join(part for part in parts if part)


def clash(ctx: Context, added: Interview) -> list[str]:
    """A line that names another interview at the same time."""
    length = timedelta(minutes=added.duration_minutes or 60)
    first, last = added.starts_at - timedelta(minutes=59), added.starts_at + length
    near = interviews.find_interviews(ctx.db, ctx.user.id, first=first, last=last)
    others = [i for i in near if i.id != added.id]
    if not others:
        return []
    other = applications.get(ctx.db, ctx.user.id, others[0].application_id)
    at = clock_words(others[0].starts_at.astimezone(ctx.user.zone))
    return [f"Mind: you also have {name_of(other.company, other.title)} at {at} that day."]


def carried_over(ctx: Context, zone: ZoneInfo) -> list[str]:
    """Interviews told before the person's zone was known: "Tuesday at 10" is ten o'clock there; a line that says so."""
    ahead = interviews.find_interviews(ctx.db, ctx.user.id, first=ctx.now)
    lines = []
    for told in (i for i in ahead if i.timezone == UNKNOWN):
        local = told.starts_at.astimezone(UTC)
        at = reader.at_local(local.date(), local.time(), zone).astimezone(UTC)
        interviews.change_interview(ctx.journal, told.id, ctx.now, starts_at=at, timezone=zone.key)
        a = applications.get(ctx.db, ctx.user.id, told.application_id)
        lines.append(f"{name_of(a.company, a.title)}: interview {moment_words(at, zone, ctx.today)}")
    return ["Interviews keep the hour that you said:", *lines] if lines else []


def besides(ctx: Context, a: Application, known: Interview) -> tuple[list[str], tuple[Button, ...]]:
    """A line about the interview that was set there before, which stays, and the button that drops it."""
    local = known.starts_at.astimezone(ctx.user.zone)
    call = Call(name="reschedule", args={"company": f"#{a.id}", "was": f"{local:%Y-%m-%d %H:%M}", "cancel": True})
    label = f"Drop {local:%a} {local.day} {local:%b}, {clock_words(local)}"
    words = moment_words(known.starts_at, ctx.user.zone, ctx.today)
    return [f"The one on {words} stays too."], (Button(label=label, calls=(call,)),)


def lacks_hour(ctx: Context, words: str) -> bool:
    """Whether words name a day to come, and only its hour is missing."""
    try:
        return not reader.read_moment(words, ctx.said, "future", default_time=NOON).time_given
    except reader.Unclear:
        return False


def held_at(ctx: Context, words: str | None) -> reader.Moment:
    """The instant of an interview that is over: without an hour noon of its day, at the latest now."""
    if not words:
        return reader.Moment(ctx.said, ctx.said, ctx.user.zone.key, False)
    moment = reader.read_moment(words, ctx.said, "past", default_time=NOON)
    if moment.at > ctx.said and not moment.time_given:
        return reader.Moment(ctx.said, ctx.said, ctx.user.zone.key, False)
    return moment


EVENING = 19
BARE_HOUR = re.compile(r"\D*(?:[7-9]|1[01])(?:[:.]\d\d)?\s*")


def moved(ctx: Context, interview: Interview, words: str) -> reader.Moment:
    """The new instant: a day alone keeps the old time, a time alone the old day. Raises Refusal for the past."""
    local = interview.starts_at.astimezone(ctx.user.zone)
    try:
        moment = _by_length(ctx, local, words) or _by_words(ctx, local, words)
    except reader.Unclear as unclear:
        raise Refusal(str(unclear), field="when") from None
    if moment.at <= ctx.now:
        raise Refusal(
            f"{moment_words(moment.at, ctx.user.zone, ctx.today)} is in the past, so I left the interview as it is.",
            field="when",
        )
    return moment


def by_length(words: str) -> re.Match[str] | None:
    """Whether words say how much earlier or later ("half an hour later"); with `length` and `way`."""
    return EARLIER.match(words.strip())


def _by_length(ctx: Context, local: datetime, words: str) -> reader.Moment | None:
    """So much earlier or later: whole days on the calendar, hours and minutes as they pass."""
    match = by_length(words)
    if not match:
        return None
    sign = -1 if match.group("way").casefold() == "earlier" else 1
    days, rest = divmod(reader.read_duration(match.group("length")), DAY)
    at = reader.at_local(local.date() + timedelta(days=sign * days), local.time(), ctx.user.zone)
    at = (at.astimezone(UTC) + timedelta(minutes=sign * rest)).astimezone(ctx.user.zone)
    return reader.Moment(at.astimezone(UTC), at, ctx.user.zone.key, True)


def _by_words(ctx: Context, local: datetime, words: str) -> reader.Moment:
    found = reader.find(words)
    if found and not any(f.has_day for f in found):
        # "At 9" in the place of ten at night is nine at night.
        evening = " pm" if local.hour >= EVENING and BARE_HOUR.fullmatch(words) else ""
        words = f"{local:%Y-%m-%d} {words}{evening}"
    return reader.read_moment(words, ctx.said, "future", default_time=local.time())


def meant(ctx: Context, company: str | None, title: str | None, was: str | None) -> tuple[Application, Interview]:
    """The interview meant: the one ahead at that application, or the one at its old time. Raises Refusal."""
    ahead = interviews.find_interviews(ctx.db, ctx.user.id, first=ctx.now - timedelta(days=1))
    if company is not None:
        ahead = _at_company(ctx, company, title, ahead)
    ahead = _then(ctx, ahead, was) if was and len(ahead) > 1 else ahead
    later = [i for i in ahead if i.starts_at > ctx.now]
    ahead = later if len(later) == 1 else ahead
    if len(ahead) == 1:
        return applications.get(ctx.db, ctx.user.id, ahead[0].application_id), ahead[0]
    raise _which(ctx, ahead)


def _at_company(ctx: Context, company: str, title: str | None, ahead: list[Interview]) -> list[Interview]:
    """Those of the applications at a company that have one: of two roles only one may."""
    mine = {a.id for a in some(ctx, company, title)}
    found = [i for i in ahead if i.application_id in mine]
    if found:
        return found
    a = one(ctx, company, title)
    past = interviews.get_interviews(ctx.db, ctx.user.id, a.id)
    if not past:
        raise Nothing(f"There is no interview at {name_of(a.company, a.title)}.", a)
    return past[-1:]


class Nothing(Refusal):
    """There is no interview at an application."""

    def __init__(self, text: str, application: Application) -> None:
        super().__init__(text, refs=(application_ref(application.id),))
        self.application = application


def _which(ctx: Context, ahead: list[Interview]) -> Refusal:
    if not ahead:
        return Refusal("There is no interview ahead.")
    buttons = []
    for interview in ahead[:6]:
        a = applications.get(ctx.db, ctx.user.id, interview.application_id)
        local: datetime = interview.starts_at.astimezone(ctx.user.zone)
        call = again(ctx.call, company=f"#{a.id}", was=f"{local:%Y-%m-%d %H:%M}")
        label = f"{clipped(name_of(a.company, a.title), 40)} {local:%a} {local.day} {local:%b}, {clock_words(local)}"
        buttons.append(Button(label=label, calls=(call,)))
    refs = tuple(application_ref(i.application_id) for i in ahead[:6])
    return Refusal("Which interview do you mean?", *buttons, refs=tuple(dict.fromkeys(refs)))


def _then(ctx: Context, ahead: list[Interview], was: str) -> list[Interview]:
    """Those at the old time that was said: at that instant, on that day, on that weekday, or at that hour."""
    zone = ctx.user.zone
    days = any(f.has_day for f in reader.find(was))
    # An hour alone is that of any day to come, also where today's has passed.
    words = was if days else f"{ctx.today + timedelta(days=1):%Y-%m-%d} {was}"
    try:
        moment = reader.read_moment(words, ctx.said, "any", default_time=NOON)
    except reader.Unclear:
        return ahead
    tests: tuple[Callable[[datetime], bool], ...] = (
        lambda at: moment.time_given and at == moment.local,
        lambda at: days and at.date() == moment.local.date(),
        lambda at: days and at.weekday() == moment.local.weekday(),
        lambda at: moment.time_given and at.time() == moment.local.time(),
    )
    for test in tests:
        hits = [i for i in ahead if test(i.starts_at.astimezone(zone))]
        if hits:
            return hits
    return ahead
