"""Reminders of the person's own, and the answers to any reminder: done, later, never; sending is not done here."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Literal

from rapidfuzz import fuzz

from storage import applications, interviews, reminders
from storage.journal import NotThere
from storage.records import Reminder
from storage.status import Status
from tools import relative
from tools import when as reader
from tools.context import Context
from tools.fields import Name, PastDay, Text
from tools.receipts import event_instant, offer_add
from tools.result import Button, Receipt, Refusal, Result, Said, application_ref
from tools.tool import tool
from tools.which import again, one
from tools.words import clipped, day_words, moment_words, name_of

# So long "done" and "later" may mean a reminder that was told.
LATELY = timedelta(days=1)
KINDS = {
    "follow_up": "Follow up",
    "interview": "Interview",
    "thank_you": "Say thank you",
    "deadline": "Deadline",
    "digest": "Digest",
}
LEADS = {timedelta(days=1): ", 1 day before", timedelta(hours=1): ", 1 hour before"}


def reminder_ref(reminder: Reminder) -> str:
    """How a reminder is named between the floors."""
    return f"reminder:{reminder.id}"


def describe(ctx: Context, r: Reminder) -> str:
    """A reminder in words: what, for which application, when."""
    about = ""
    if r.application_id is not None:
        a = applications.get(ctx.db, ctx.user.id, r.application_id)
        about = name_of(a.company, a.title)
    what = r.text or f"{KINDS.get(r.kind, r.kind)}{_how_long_before(ctx, r)}"
    if r.kind == "custom" and about and about.casefold().split(" ·")[0] in what.casefold():
        about = ""
    words = moment_words(r.due_at, ctx.user.zone, ctx.today, r.timezone)
    return " · ".join(part for part in (clipped(what, 200), about, words) if part)


def _how_long_before(ctx: Context, r: Reminder) -> str:
    """How long before its interview a reminder comes, where it comes when such ones do."""
    if r.kind != "interview" or r.interview_id is None:
        return ""
    ahead = interviews.get_interview(ctx.db, ctx.user.id, r.interview_id).starts_at - r.due_at
    return LEADS.get(ahead, "")


@tool("remind", examples=("/remind call Jane, tomorrow at 10am", "/remind iron a shirt, 2 hours before the interview"))
def remind(
    ctx: Context,
    text: Text | None = None,
    when: Text | None = None,
    company: Name | None = None,
    title: Name | None = None,
) -> Result:
    """Set a reminder for a time, in the user's words; with company where it concerns an application."""
    a = one(ctx, company, title, offer_add(company, title, Status.APPLIED, ctx.call)) if company else None
    before = relative.meant(ctx, when, a) if when and relative.said(when) else None
    if not text and before is None:
        raise Refusal("What shall I remind you of?", field="text")
    if not when:
        raise Refusal(f"When shall I remind you: {clipped(text or '', 100)}?", field="when")
    moment = _ahead(ctx, when, before, bare=not text)
    a = before.application if before else a
    same = _by_itself(ctx, before, moment.at) if not text and before else None
    if same is not None:
        return Said(text=f"I do that by myself: {describe(ctx, same)}", refs=(reminder_ref(same),))
    kept = reminders.set_custom(
        ctx.journal, text or (before.text if before else ""), moment.at, ctx.now,
        application_id=a.id if a else None, timezone=moment.zone, named_hour=moment.time_given,
    )  # fmt: skip
    refs = (reminder_ref(kept), *((application_ref(a.id),) if a else ()))
    stays = "\nIf the interview moves, this one stays where it is." if before and before.interview else ""
    return Receipt(text=f"I will remind you: {describe(ctx, kept)}{stays}", refs=refs)


def _by_itself(ctx: Context, before: relative.Before, at: datetime) -> Reminder | None:
    """The reminder that is owed at that instant anyway."""
    number = before.application.id
    found = reminders.find(ctx.db, ctx.user.id, ctx.now, application_id=number, kinds=("interview", "deadline"))
    return next((one for one in found if one.due_at == at), None)


def _ahead(ctx: Context, words: str, before: relative.Before | None, *, bare: bool) -> reader.Moment:
    morning = time.fromisoformat(ctx.user.settings.morning)
    try:
        if before is not None:
            moment = relative.moment(ctx, words, before, bare=bare)
        else:
            moment = reader.read_moment(words, ctx.said, "future", default_time=morning)
    except reader.Unclear as unclear:
        raise Refusal(str(unclear), field="when") from None
    if moment.at <= ctx.now:
        said = moment_words(moment.at, ctx.user.zone, ctx.today, moment.zone)
        raise Refusal(f"{said} is in the past, so I set no reminder. When should it be?", field="when")
    return moment


@tool("change_reminder", examples=("/change_reminder done, call Jane", "/change_reminder snooze, Stripe, until=Friday"))
def change_reminder(
    ctx: Context,
    action: Literal["done", "snooze", "cancel", "move"],
    which: Name | None = None,
    until: Text | None = None,
    every: bool = False,
    on: PastDay | None = None,
) -> Result:
    """Mark a reminder done (on a day), snooze or move it until a time, or cancel it; which: its words or company."""
    found = _meant(ctx, which, every, answers=action in ("done", "snooze"))
    lines = [_done(ctx, r, on) if action == "done" else _changed(ctx, action, r, until) for r in found]
    about = tuple(application_ref(r.application_id) for r in found if r.application_id)
    return Receipt(text="\n".join(lines), refs=(*map(reminder_ref, found), *dict.fromkeys(about)))


def _done(ctx: Context, r: Reminder, on: date | None) -> str:
    at = event_instant(on, ctx.now)
    reminders.done(ctx.journal, r.id, at)
    day = day_words(at.astimezone(ctx.user.zone).date(), ctx.today) if on and on != ctx.today else "today"
    counts = f" · I count the days from {day} again" if r.kind == "follow_up" else ""
    return f"Done: {describe(ctx, r)}{counts}"


def _changed(ctx: Context, action: str, r: Reminder, until: str | None) -> str:
    if action == "cancel" and r.status == "cancelled":
        return f"Cancelled already: {describe(ctx, r)}"
    if action == "cancel":
        reminders.cancel(ctx.journal, r.id)
        return f"Reminder cancelled: {describe(ctx, r)}"
    days = re.fullmatch(r"(\d{1,3}) ?d(?:ays?)?", until or "1 day")
    if days:
        later = reminders.snooze(ctx.journal, r.id, ctx.now, days=int(days.group(1)))
    else:
        later = reminders.snooze(ctx.journal, r.id, ctx.now, until=_until(ctx, r, until or ""))
    _check_in_time(ctx, later)
    return f"Later: {describe(ctx, later)}"


def _check_in_time(ctx: Context, later: Reminder) -> None:
    """Raise Refusal where what a reminder is about would be over by then."""
    about = later.application_id
    if later.kind == "interview" and later.interview_id is not None:
        starts = interviews.get_interview(ctx.db, ctx.user.id, later.interview_id).starts_at
        if later.due_at >= starts:
            words = moment_words(starts, ctx.user.zone, ctx.today)
            raise Refusal(f"The interview is before that: {words}. I left the reminder as it was.", field="until")
    if later.kind == "deadline" and about is not None:
        day = applications.get(ctx.db, ctx.user.id, about).deadline_on
        if day is not None and later.due_at.astimezone(ctx.user.zone).date() > day:
            raise Refusal(f"The deadline is before that: {day_words(day, ctx.today)}.", field="until")


def _until(ctx: Context, r: Reminder, words: str) -> datetime:
    """The new instant: a day alone keeps the reminder's own time of day."""
    local = r.due_at.astimezone(ctx.user.zone)
    found = reader.find(words)
    if found and not any(f.has_day for f in found) and local.date() >= ctx.today and not words.startswith("in "):
        words = f"{local:%Y-%m-%d} {words}"
    try:
        moment = reader.read_moment(words, ctx.said, "future", default_time=local.time())
    except reader.Unclear as unclear:
        raise Refusal(str(unclear), field="until") from None
    if moment.at <= ctx.now:
        raise Refusal(f"{moment_words(moment.at, ctx.user.zone, ctx.today)} is in the past.", field="until")
    return moment.at


def _meant(ctx: Context, which: str | None, every: bool, answers: bool) -> list[Reminder]:
    """The reminders meant; `answers`: words that answer one ("done", "not now") mean what was told of late, or a
    person's own, and never what is only to come. Raises Refusal for none, and for several with a button each."""
    if re.fullmatch(r"#\d{1,12}(?: #\d{1,12}){0,99}", which or ""):
        numbers = [int(word[1:]) for word in (which or "").split()]
        try:
            return [reminders.get(ctx.db, ctx.user.id, number) for number in numbers]
        except NotThere:
            raise Refusal("That reminder is not there any more.") from None
    pending = [
        r
        for r in reminders.find(ctx.db, ctx.user.id, ctx.now, statuses=("pending", "sent"))
        if r.kind not in ("digest", "posting")
    ]
    waiting = [r for r in pending if r.status == "pending"]
    if answers and not every:
        told = [r for r in pending if r.sent_at is not None and r.status == "sent" and ctx.now - r.sent_at < LATELY]
        if which:
            waiting = [r for r in told if _fits(ctx, r, which)] or waiting
        else:
            waiting = told[-1:] or [r for r in waiting if r.kind == "custom"]
    found = [r for r in waiting if _fits(ctx, r, which)] if which else waiting
    found = found or ([r for r in pending if _fits(ctx, r, which)] if which else [])
    if not found:
        about = f" about “{clipped(which, 60)}”" if which else ""
        raise Refusal(f"There is no reminder{about}.")
    own = [r for r in found if r.kind == "custom"]
    found = own if (which is None and own) or len(own) == 1 else found
    if len(found) > 1 and not every:
        raise _ask(ctx, found)
    return found


def _fits(ctx: Context, r: Reminder, which: str | None) -> bool:
    words = [
        w
        for w in re.findall(r"\w+", (which or "").casefold())
        if w not in ("the", "reminder", "to", "about", "my", "for")
    ]
    have = re.findall(r"\w+", describe(ctx, r).casefold())
    return all(any(h == w or (len(w) > 3 and (h.startswith(w) or fuzz.ratio(h, w) >= 85)) for h in have) for w in words)


def _ask(ctx: Context, found: list[Reminder]) -> Refusal:
    buttons = [
        Button(label=clipped(describe(ctx, r), 60), calls=(again(ctx.call, which=f"#{r.id}"),)) for r in found[:6]
    ]
    lines = [f"• {describe(ctx, r)}" for r in found[:6]]
    return Refusal(
        "\n".join(["Which reminder do you mean?", *lines]), *buttons, refs=tuple(map(reminder_ref, found[:6]))
    )
