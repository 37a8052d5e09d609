"""Drafts of messages to an employer, from the facts known: to copy and change, never sent from here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from storage import contacts, interviews
from storage.records import Application, Contact, Interview
from storage.status import IN_PROCESS
from tools.context import Context
from tools.fields import Name
from tools.result import Refusal, Result, Said, application_ref
from tools.tool import tool
from tools.which import one
from tools.words import name_of

Kind = Literal["follow_up", "thank_you"]
ROUNDS = {"phone": "our call", "video": "our video call", "onsite": "my visit"}


@dataclass(frozen=True, slots=True)
class Letter:
    """All that a draft may say: a writer gets nothing else, so it can invent no fact it could have looked up.

    `to` and `sender` are names or empty; `talked_on` is the day of the last interview held, `round` how it is called.
    """

    kind: Kind
    company: str
    title: str
    to: str
    sender: str
    applied_on: date | None
    talked_on: date | None
    round: str
    in_process: bool
    today: date


@tool("draft", reads=True, offered=False, examples=("/draft Stripe", "/draft Stripe, kind=follow_up"))
def draft(ctx: Context, company: Name | None = None, title: Name | None = None, kind: Kind | None = None) -> Result:
    """Write a follow-up or thank-you message to an employer for the user to copy; it is never sent."""
    a = one(ctx, company, title)
    letter = letter_of(ctx, a, kind)
    if letter.kind == "thank_you" and letter.talked_on is None:
        raise Refusal(f"I know of no interview with {name_of(a.company, a.title)} to say thank you for.")
    head = f"A draft to copy and change ({name_of(a.company, a.title)}); I send nothing myself."
    return Said(text=f"{head}\n\n{written(letter)}", refs=(application_ref(a.id),))


def letter_of(ctx: Context, a: Application, kind: Kind | None = None) -> Letter:
    """The facts for a draft; without a kind a thank-you in the days after an interview, else a follow-up."""
    held = [i for i in interviews.get_interviews(ctx.db, ctx.user.id, a.id) if i.starts_at <= ctx.now]
    last = held[-1] if held else None
    talked_on = last.starts_at.astimezone(ctx.user.zone).date() if last else None
    fresh = talked_on is not None and (ctx.today - talked_on).days <= 3
    return Letter(
        kind=kind or ("thank_you" if fresh else "follow_up"),
        company=a.company,
        title=a.title or "",
        to=_to(last, contacts.get_contacts(ctx.db, ctx.user.id, a.id)),
        sender=ctx.user.settings.name or "",
        applied_on=a.applied_on,
        talked_on=talked_on,
        round=ROUNDS.get(last.kind if last else "", "our interview"),
        in_process=a.status in IN_PROCESS,
        today=ctx.today,
    )


def _to(last: Interview | None, known: list[Contact]) -> str:
    """One name to write to: who held the interview, else whom the person knows there."""
    names = [last.with_ or ""] if last else []
    names += [one.name for one in known]
    return next((name for name in names if name and not any(mark in name for mark in ",&;/")), "")


def written(letter: Letter) -> str:
    """The message, from a template: under 150 words, with nothing in it but the facts."""
    job = f"the {letter.title} job" if letter.title else "the job"
    subject, lines = (_thanks if letter.kind == "thank_you" else _follow_up)(letter, job)
    parts = (f"Subject: {subject}", f"Hello{f' {letter.to}' if letter.to else ''},", *lines, _end(letter))
    return "\n\n".join(parts)


def _thanks(letter: Letter, job: str) -> tuple[str, tuple[str, ...]]:
    day = _day(letter.talked_on, letter.today)
    return f"Thank you for {letter.round}", (
        f"thank you for {letter.round} {day}. You took time for my questions about {job} at {letter.company}, and I "
        "now have a clear picture of the work.",
        "[One thing that you talked about and that stayed with you.]",
        "I would like to do this job. If you need anything else from me, a reference or a date, tell me and you will "
        "have it the same day.",
    )


def _follow_up(letter: Letter, job: str) -> tuple[str, tuple[str, ...]]:
    subject = f"My application: {letter.title or letter.company}"
    if letter.in_process:
        since = f" since {letter.round} {_day(letter.talked_on, letter.today)}" if letter.talked_on else ""
        first = f"I have not heard from you{since}, and I am still interested in {job} at {letter.company}."
        return subject, (first, "Could you tell me what the next step is, and when you expect to decide?")
    when = f" {_day(letter.applied_on, letter.today)}" if letter.applied_on else ""
    return subject, (
        f"I applied{when} for {job} at {letter.company}, and I am still interested.",
        "Is the place still open, and is there anything that I should send you?",
        "I can come for a talk or take a call at short notice.",
    )


def _day(day: date | None, today: date) -> str:
    if day is None:
        return ""
    return "yesterday" if (today - day).days == 1 else "today" if day == today else f"on {day:%A}, {day.day} {day:%B}"


def _end(letter: Letter) -> str:
    return f"Kind regards\n{letter.sender or '[your name]'}"
