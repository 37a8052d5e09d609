"""Setting, moving and cancelling interviews; what they owe in reminders follows from the rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from storage import interviews
from storage.records import Application, Interview
from storage.status import ENDED, ORDER, Status
from tools import when as reader
from tools.calendars import for_calendar
from tools.context import Context
from tools.fields import PLAIN, InterviewKind, Minutes, Name, Text
from tools.meetings import (
    Nothing,
    besides,
    by_length,
    clash,
    describe,
    held_at,
    interview_ref,
    lacks_hour,
    meant,
    moved,
)
from tools.receipts import offer_add
from tools.result import Button, Receipt, Refusal, Result, Said, Wanted, application_ref
from tools.status import move
from tools.tool import tool
from tools.which import again, one
from tools.words import clipped, clock_words, moment_words, name_of

EXAMPLE = "For example “Tuesday at 3pm”."


# Which there are stands in the schema of `schedule` already.
SaidKind = Annotated[InterviewKind, PLAIN]


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
    a = one(ctx, company, title, offer_add(company, title, target, ctx.call, label=_with_interview(ctx, company, when)))
    fields = _fields(kind, minutes, people, location)
    ahead = [i for i in interviews.get_interviews(ctx.db, ctx.user.id, a.id) if i.starts_at > ctx.now]
    if not held and when is None and len(ahead) == 1:
        return _known(ctx, a, ahead[0], fields)
    if not held and (when is None or lacks_hour(ctx, when)):
        return _asked(ctx, a, target, when)
    moment = _moment(ctx, a, when, held)
    same = next((i for i in interviews.get_interviews(ctx.db, ctx.user.id, a.id) if _same(i, moment, held)), None)
    if same:
        return _known(ctx, a, same, fields)
    fields.setdefault("kind", "phone" if screening else "other")
    added = interviews.add_interview(ctx.journal, a.id, moment.at, ctx.now, timezone=moment.zone, **fields)
    lines = [("Interview kept: " if held else "Interview set: ") + describe(ctx, a, added), *_risen(ctx, a, target)]
    lines += [] if held else clash(ctx, added)
    stays, drop = ([], ()) if held or len(ahead) != 1 else besides(ctx, a, ahead[0])
    refs = (application_ref(a.id), interview_ref(added))
    buttons = () if held else (*drop, *for_calendar(a))
    return Receipt(text="\n".join([*lines, *stays]), refs=refs, buttons=buttons)


def _with_interview(ctx: Context, company: str | None, when: str | None) -> str:
    """What the button says that adds an unknown employer together with its interview."""
    try:
        moment = reader.read_moment(when or "", ctx.said, "future", default_time=ctx.now.time())
    except reader.Unclear:
        return f"Add {clipped(company or '', 30)} and the interview"
    hour = f", {clock_words(moment.local)}" if moment.time_given else ""
    return f"Add {clipped(company or '', 30)}, interview {moment.local:%a} {moment.local.day} {moment.local:%b}{hour}"


def _fields(kind: str | None, minutes: int | None, people: str | None, location: str | None) -> dict[str, Any]:
    """The columns of what was said of an interview."""
    given = {"kind": kind, "duration_minutes": minutes, "with_": people, "location": location}
    return {name: value for name, value in given.items() if value is not None}


def _asked(ctx: Context, a: Application, target: Status, when: str | None) -> Result:
    """The status as far as it is known, and the question for the time; the answer sets the interview."""
    question = f"At what time is it on {_day_words(ctx, when)}?" if when else f"When is it? {EXAMPLE}"
    wanted = Wanted(call=again(ctx.call, company=f"#{a.id}", title=None), param="when")
    lines = _risen(ctx, a, target) or [f"Interview with {name_of(a.company, a.title)}"]
    return Receipt(text="\n".join([*lines, question]), refs=(application_ref(a.id),), wanted=wanted)


def _day_words(ctx: Context, when: str) -> str:
    moment = reader.read_moment(when, ctx.said, "future", default_time=ctx.now.time())
    return f"{moment.local:%A} {moment.local.day} {moment.local:%B}"


def _moment(ctx: Context, a: Application, when: str | None, held: bool) -> reader.Moment:
    refs = (application_ref(a.id),)
    try:
        moment = held_at(ctx, when) if held else reader.read_moment(when or "", ctx.said, "future", default_time=None)
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


def _same(interview: Interview, moment: reader.Moment, held: bool) -> bool:
    """Whether an interview is the one said: at that instant, or, held without an hour, on that day."""
    on_day = interview.starts_at.astimezone(moment.local.tzinfo).date() == moment.local.date()
    return interview.starts_at == moment.at or (held and not moment.time_given and on_day)


def _known(ctx: Context, a: Application, same: Interview, fields: dict[str, Any]) -> Result:
    """An interview that is there already, with what is told of it now."""
    refs = (application_ref(a.id), interview_ref(same))
    new = {name: value for name, value in fields.items() if getattr(same, name) != value}
    if not new:
        return Said(text=f"That interview is there already: {describe(ctx, a, same)}", refs=refs)
    changed = interviews.change_interview(ctx.journal, same.id, ctx.now, **new)
    return Receipt(text=f"Interview changed: {describe(ctx, a, changed)}", refs=refs, buttons=_ahead(ctx, a, changed))


def _risen(ctx: Context, a: Application, target: Status) -> list[str]:
    """Move an earlier status up to the interview's; a later or ended one stays."""
    if a.status in ENDED and a.status != Status.GHOSTED:
        return [f"{a.company} stands at {a.status}; I left that as it is."]
    if a.status in ORDER and ORDER.index(a.status) >= ORDER.index(target):
        return []
    return [move(ctx, a, target, None)]


@tool("reschedule", examples=("/reschedule Stripe, Thursday 4pm", "/reschedule Stripe, cancel=yes"))
def reschedule(
    ctx: Context,
    company: Name | None = None,
    when: Text | None = None,
    title: Name | None = None,
    was: Text | None = None,
    kind: SaidKind | None = None,
    minutes: Minutes | None = None,
    people: Name | None = None,
    location: Name | None = None,
    cancel: bool = False,
) -> Result:
    """Move (also "1 hour later"), correct or cancel an interview; `was` is its old time where there are several."""
    given: dict[str, Any] = {"kind": kind, "minutes": minutes, "people": people, "location": location}
    try:
        a, interview = meant(ctx, company, title, was)
    except Nothing as nothing:
        if cancel:
            raise
        return _instead(ctx, nothing, when, given)
    refs = (application_ref(a.id), interview_ref(interview))
    if cancel:
        interviews.cancel_interview(ctx.journal, interview.id, ctx.now)
        words = f"Interview cancelled: {describe(ctx, a, interview)}"
        return Receipt(text=words, refs=refs, buttons=_ahead(ctx, a, interview))
    fields = _fields(**given)
    if when:
        moment = moved(ctx, interview, when)
        fields |= {"starts_at": moment.at, "timezone": moment.zone}
    if not fields:
        raise Refusal(f"To when should I move it? It is {describe(ctx, a, interview)}.", field="when", refs=refs)
    changed = interviews.change_interview(ctx.journal, interview.id, ctx.now, **fields)
    before = moment_words(interview.starts_at, ctx.user.zone, ctx.today) if when else ""
    text = f"Interview changed: {describe(ctx, a, changed)}" + (f" (it was {before})" if before else "")
    return Receipt(text=text, refs=refs, buttons=_ahead(ctx, a, changed))


def _ahead(ctx: Context, a: Application, interview: Interview) -> tuple[Button, ...]:
    """The button for the calendar, of an interview that lies ahead."""
    return for_calendar(a) if interview.starts_at > ctx.now else ()


def _instead(ctx: Context, nothing: Nothing, when: str | None, given: dict[str, Any]) -> Result:
    """No interview is on record: one is set for the new time, or its time is asked for."""
    company = f"#{nothing.application.id}"
    kept = {k: v for k, v in ctx.call.args.items() if k not in ("was", "when", "title")}
    call = ctx.call.model_copy(update={"name": "schedule", "args": {**kept, "company": company}})
    if when is None or by_length(when):
        wanted = Wanted(call=call, param="when")
        return Said(text=f"{nothing.text} When is it? {EXAMPLE}", refs=nothing.refs, wanted=wanted)
    return schedule(replace(ctx, call=again(call, when=when)), company, when, **given)
