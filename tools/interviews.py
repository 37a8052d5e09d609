"""Setting, moving and cancelling interviews; what they owe in reminders follows from the rows."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage import applications, interviews
from storage.records import Application
from storage.records import Interview
from storage.status import ENDED, ORDER, Status
from tools import when as reader
from tools.context import Context
from tools.fields import InterviewKind, Minutes, Name, Text
from tools.receipts import offer_add
from tools.result import Button, Receipt, Refusal, Result, Said, application_ref
from tools.status import move
from tools.tool import tool
from tools.which import again, one
from tools.words import clock_words, moment_words, name_of


def interview_ref(interview: Interview) -> str:
    """How an interview is named between the floors."""
    return f"interview:{interview.id}"


@tool("schedule", examples=("/schedule Stripe, next Tuesday at 3pm, kind=video",))
def schedule(
    ctx: Context,
    company: Name | None = None,
    when: Text | None = None,
    title: Name | None = None,
    kind: InterviewKind | None = None,
    minutes: Minutes | None = None,
    people: Name | None = None,
    location: Name | None = None,
    screening: bool = False,
    held: bool = False,
) -> Result:
    """Set an interview (day and time as said); screening for a recruiter's first call, held if it is over."""
    target = Status.SCREENING if screening else Status.INTERVIEW
    a = one(ctx, company, title, offer_add(company, title, target, ctx.call))
    moment = _moment(ctx, a, when, held)
    same = [i for i in interviews.get_interviews(ctx.db, ctx.user.id, a.id) if i.starts_at == moment.at]
    if same:
        text = f"That interview is there already: {describe(ctx, a, same[0])}"
        return Said(text=text, refs=(application_ref(a.id), interview_ref(same[0])))
    added = interviews.add_interview(
        ctx.journal, a.id, moment.at, ctx.now, kind=kind or ("phone" if screening else "other"), timezone=moment.zone,
        duration_minutes=minutes, with_=people, location=location,
    )  # fmt: skip
    lines = [("Interview kept: " if held else "Interview set: ") + describe(ctx, a, added), *_risen(ctx, a, target)]
    lines += [] if held else _clash(ctx, added)
    return Receipt(text="\n".join(lines), refs=(application_ref(a.id), interview_ref(added)))


def _moment(ctx: Context, a: Application, when: str | None, held: bool) -> reader.Moment:
    refs = (application_ref(a.id),)
    if not when:
        raise Refusal(f"When is the interview with {a.company}? For example “Tuesday at 3pm”.", field="when", refs=refs)
    try:
        moment = reader.read_moment(when, ctx.said, "past" if held else "future", default_time=None)
    except reader.Unclear as unclear:
        raise Refusal(f"Interview with {a.company}: {unclear}", field="when", refs=refs) from None
    if not held and moment.at <= ctx.now:
        held_then = again(ctx.call, company=f"#{a.id}", held=True)
        words = moment_words(moment.at, ctx.user.zone, ctx.today, moment.zone)
        raise Refusal(
            f"{words} is in the past, so I set no interview with {a.company}. Say the day and time again, "
            "or tell me that it has been held.",
            Button(label="It was held then", calls=(held_then,)),
            field="when",
            refs=refs,
        )
    return moment


def _risen(ctx: Context, a: Application, target: Status) -> list[str]:
    """Move an earlier status up to the interview's; a later or ended one stays."""
    if a.status in ENDED and a.status != Status.GHOSTED:
        return [f"{a.company} stands at {a.status}; I left that as it is."]
    if a.status in ORDER and ORDER.index(a.status) >= ORDER.index(target):
        return []
    return [move(ctx, a, target, None)]


def _clash(ctx: Context, added: Interview) -> list[str]:
    length = timedelta(minutes=added.duration_minutes or 60)
    first, last = added.starts_at - timedelta(minutes=59), added.starts_at + length
    near = interviews.find_interviews(ctx.db, ctx.user.id, first=first, last=last)
    others = [i for i in near if i.id != added.id]
    if not others:
        return []
    other = applications.get(ctx.db, ctx.user.id, others[0].application_id)
    at = clock_words(others[0].starts_at.astimezone(ctx.user.zone))
    return [f"Mind: you also have {name_of(other.company, other.title)} at {at} that day."]


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


@tool("reschedule", examples=("/reschedule Stripe, Thursday 4pm", "/reschedule Stripe, cancel=yes"))
def reschedule(
    ctx: Context,
    company: Name | None = None,
    when: Text | None = None,
    title: Name | None = None,
    was: Text | None = None,
    kind: InterviewKind | None = None,
    minutes: Minutes | None = None,
    people: Name | None = None,
    location: Name | None = None,
    cancel: bool = False,
) -> Result:
    """Move, correct or cancel an interview; `was` is its old day where there are several."""
    a, interview = _meant(ctx, company, title, was)
    refs = (application_ref(a.id), interview_ref(interview))
    if cancel:
        interviews.cancel_interview(ctx.journal, interview.id, ctx.now)
        return Receipt(text=f"Interview cancelled: {describe(ctx, a, interview)}", refs=refs)
    given = {"kind": kind, "duration_minutes": minutes, "with_": people, "location": location}
    fields: dict[str, object] = {name: value for name, value in given.items() if value is not None}
    if when:
        moment = moved(ctx, interview, when)
        fields |= {"starts_at": moment.at, "timezone": moment.zone}
    if not fields:
        raise Refusal(f"To when should I move it? It is {describe(ctx, a, interview)}.", field="when", refs=refs)
    changed = interviews.change_interview(ctx.journal, interview.id, ctx.now, **fields)
    before = moment_words(interview.starts_at, ctx.user.zone, ctx.today) if when else ""
    text = f"Interview changed: {describe(ctx, a, changed)}" + (f" (it was {before})" if before else "")
    return Receipt(text=text, refs=refs)


def moved(ctx: Context, interview: Interview, words: str) -> reader.Moment:
    """The new instant; a day alone keeps the old time, a time alone the old day. Raises Refusal for the past."""
    local = interview.starts_at.astimezone(ctx.user.zone)
    found = reader.find(words)
    if found and not any(f.has_day for f in found):
        words = f"{local:%Y-%m-%d} {words}"
    try:
        moment = reader.read_moment(words, ctx.said, "future", default_time=local.time())
    except reader.Unclear as unclear:
        raise Refusal(str(unclear), field="when") from None
    if moment.at <= ctx.now:
        raise Refusal(
            f"{moment_words(moment.at, ctx.user.zone, ctx.today)} is in the past, so I left the interview as it is.",
            field="when",
        )
    return moment


def _meant(
    ctx: Context, company: str | None, title: str | None, was: str | None
) -> tuple[Application, Interview]:
    """The interview meant: the one ahead at that application, or the one on the old day."""
    if company is None:
        ahead = interviews.find_interviews(ctx.db, ctx.user.id, first=ctx.now)
    else:
        a = one(ctx, company, title)
        mine = interviews.get_interviews(ctx.db, ctx.user.id, a.id)
        ahead = [i for i in mine if i.starts_at >= ctx.now - timedelta(days=1)] or mine[-1:]
        if not ahead:
            raise Refusal(f"There is no interview at {name_of(a.company, a.title)}.", refs=(application_ref(a.id),))
    ahead = _on_day(ctx, ahead, was) if was and len(ahead) > 1 else ahead
    if len(ahead) == 1:
        return applications.get(ctx.db, ctx.user.id, ahead[0].application_id), ahead[0]
    raise _which(ctx, ahead)


def _which(ctx: Context, ahead: list[Interview]) -> Refusal:
    if not ahead:
        return Refusal("There is no interview ahead.")
    buttons = []
    for interview in ahead[:6]:
        a = applications.get(ctx.db, ctx.user.id, interview.application_id)
        local: datetime = interview.starts_at.astimezone(ctx.user.zone)
        call = again(ctx.call, company=f"#{a.id}", was=f"{local:%Y-%m-%d}")
        label = f"{a.company} {local:%a} {local.day} {local:%b}, {clock_words(local)}"
        buttons.append(Button(label=label, calls=(call,)))
    return Refusal("Which interview do you mean?", *buttons)


def _on_day(ctx: Context, ahead: list[Interview], was: str) -> list[Interview]:
    try:
        day = reader.read_day(was, ctx.said, "any")
    except reader.Unclear:
        return ahead
    hits = [i for i in ahead if i.starts_at.astimezone(ctx.user.zone).date() == day]
    hits = hits or [i for i in ahead if i.starts_at.astimezone(ctx.user.zone).weekday() == day.weekday()]
    return hits or ahead
