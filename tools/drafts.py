"""Drafts of messages to an employer, from the facts known: to copy and change, never sent from here."""

from __future__ import annotations

from storage import contacts, interviews
from storage.records import Application, Contact, Interview
from storage.status import IN_PROCESS
from tools.context import Context
from tools.fields import Name
from tools.letters import INSTRUCTION, MOST_CHARACTERS, Kind, Letter, day, facts, middle
from tools.result import Refusal, Result, Said, application_ref
from tools.tool import tool
from tools.which import one
from tools.words import name_of

ROUNDS = {"phone": "our call", "video": "our video call", "onsite": "my visit"}


@tool("draft", reads=True, offered=False, examples=("/draft Stripe", "/draft Stripe, kind=follow_up"))
def draft(ctx: Context, company: Name | None = None, title: Name | None = None, kind: Kind | None = None) -> Result:
    """Write a follow-up or thank-you message to an employer for the user to copy; it is never sent."""
    a = one(ctx, company, title)
    letter = letter_of(ctx, a, kind)
    if letter.kind == "thank_you" and letter.talked_on is None:
        raise Refusal(f"I know of no interview with {name_of(a.company, a.title)} to say thank you for.")

    number, wanted = a.id, letter.kind

    def then(ctx: Context, words: str | None) -> Result:
        """Shown as the model put it where that holds, else from the template; the facts are read anew."""
        a = one(ctx, f"#{number}", None)
        head = f"A draft to copy and change ({name_of(a.company, a.title)}); I send nothing myself."
        text = f"{head}\n\n{written(letter_of(ctx, a, wanted), words or '')}"
        return Said(text=text, refs=(application_ref(a.id),))

    return ctx.writer.write(INSTRUCTION, facts(letter), MOST_CHARACTERS, then)


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


def written(letter: Letter, words: str = "") -> str:
    """The message: its middle in a model's words where they hold, else from a template; under 150 words, from facts."""
    job = f"the {letter.title} job" if letter.title else "the job"
    subject, lines = (_thanks if letter.kind == "thank_you" else _follow_up)(letter, job)
    greeting = f"Hello{f' {letter.to}' if letter.to else ''},"
    return "\n\n".join((f"Subject: {subject}", greeting, *(middle(words, letter) or lines), _end(letter)))


def _thanks(letter: Letter, job: str) -> tuple[str, tuple[str, ...]]:
    return f"Thank you for {letter.round}", (
        f"thank you for {letter.round} {day(letter.talked_on, letter.today)}. You took time for my questions about "
        f"{job} at {letter.company}, and I now have a clear picture of the work.",
        "[One thing that you talked about and that stayed with you.]",
        "I would like to do this job. If you need anything else from me, a reference or a date, tell me and you will "
        "have it the same day.",
    )


def _follow_up(letter: Letter, job: str) -> tuple[str, tuple[str, ...]]:
    subject = f"My application: {letter.title or letter.company}"
    if letter.in_process:
        since = f" since {letter.round} {day(letter.talked_on, letter.today)}" if letter.talked_on else ""
        first = f"I have not heard from you{since}, and I am still interested in {job} at {letter.company}."
        return subject, (first, "Could you tell me what the next step is, and when you expect to decide?")
    when = f" {day(letter.applied_on, letter.today)}" if letter.applied_on else ""
    return subject, (
        f"I applied{when} for {job} at {letter.company}, and I am still interested.",
        "Is the place still open, and is there anything that I should send you?",
        "I can come for a talk or take a call at short notice.",
    )


def _end(letter: Letter) -> str:
    return f"Kind regards\n{letter.sender or '[your name]'}"
