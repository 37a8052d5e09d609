"""Taking away and taking back: deleting applications, erasing a person, undoing steps."""

from __future__ import annotations

import re
from typing import Annotated

from storage import applications, users
from storage.journal import NotThere
from storage.records import Application
from storage.steps import recent_steps
from storage.undo import Kept, Undone, still_there, with_status_back
from storage.undo import undo as take_back
from tools import mail_google
from tools.asking import outside
from tools.context import Context
from tools.fields import Name, Refs, between
from tools.receipts import counted, refs_of, sweep_question
from tools.result import Button, Proposed, Receipt, Refusal, Result, Said, application_ref
from tools.tool import tool
from tools.which import again, one, sweep
from tools.words import clipped, joined, name_of

MAX_UNDO = 20
Steps = Annotated[int, between(0, MAX_UNDO)]
StepNumber = Annotated[int, between(0, 2**63 - 1)]


class Removed(Receipt):
    """The receipt of a deletion."""


@tool("delete", examples=("/delete Stripe",))
def delete(
    ctx: Context,
    company: Name | None = None,
    title: Name | None = None,
    companies: Refs = (),
    every: Name | None = None,
    account: bool = False,
) -> Result:
    """Delete applications for good, or with account all of the user's data; always asks first."""
    if account:
        return _erase(ctx)
    found = sweep(ctx, every) if every else _named(ctx, companies) or [one(ctx, company, title, living=False)]
    if not found:
        return Said(text="There is nothing to delete.")
    if not ctx.confirmed:
        return _question(ctx, found)
    for a in found:
        applications.remove(ctx.journal, a.id)
    names = joined([clipped(name_of(a.company, a.title), 50) for a in found[:12]])
    return Removed(text=f"Deleted: {names}" + (f" and {len(found) - 12} more." if len(found) > 12 else "."))


def _named(ctx: Context, companies: tuple[str, ...]) -> list[Application]:
    """Each of several applications, once."""
    found = {a.id: a for a in (one(ctx, company, None, living=False) for company in companies)}
    return list(found.values())


def _question(ctx: Context, found: list[Application]) -> Proposed:
    if len(found) > 1:
        ids = [f"#{a.id}" for a in found]
        fixed = again(ctx.call, companies=ids) if ctx.call.args.get("companies") else ctx.call
        return sweep_question(
            found, f"Delete {counted(len(found))} with all that belongs to them?", fixed, keep="No, keep them"
        )
    a = found[0]
    call = ctx.call.model_copy(update={"args": {"company": f"#{a.id}"}, "confirmed": True})
    return Proposed(
        text=f"Delete {name_of(a.company, a.title)} ({a.status}) with its notes, interviews and history?",
        buttons=(Button(label="Yes, delete", calls=(call,)), Button(label="No, keep it")),
        refs=refs_of(found),
    )


def _erase(ctx: Context) -> Result:
    total = applications.find(ctx.db, ctx.user.id).total
    if not ctx.confirmed:
        call = ctx.call.model_copy(update={"confirmed": True})
        return Proposed(
            text=f"Delete all that I have on you: {counted(total)}, notes, interviews, reminders, settings and our "
            "conversation? This cannot be undone. You may want to /export first.",
            buttons=(Button(label="Yes, delete all my data", calls=(call,)), Button(label="No, keep it")),
        )
    back = mail_google.give_all_back(ctx)
    return _erased(ctx, "") if back is None else outside(back, _given_back)


def _given_back(ctx: Context, taken: bool) -> Result:
    lost = f" Google did not answer when I gave your permission back: you can take it away at {mail_google.PAGE}."
    return _erased(ctx, " What Google allowed me is given back to it." if taken else lost)


def _erased(ctx: Context, google: str) -> Erased:
    users.erase(ctx.db, ctx.user.id)
    ctx.forget_files()
    return Erased(text=f"All your data is deleted.{google} If you write to me again, we start afresh.")


class Erased(Said):
    """The person is gone from the database: nothing about them may be written after this."""


@tool("undo", examples=("/undo", "/undo 2"))
def undo(ctx: Context, steps: Steps = 1, step: StepNumber | None = None, company: Name | None = None) -> Result:
    """Take back the last change, the last few, or the last one at a company; again takes back the one before."""
    if steps == 0:
        raise Refusal("How many changes shall I take back? /undo takes back the last one, /undo 2 the last two.")
    step = _latest_at(ctx, company) if company and step is None else step
    try:
        undone = take_back(ctx.journal, ctx.now, steps=steps, step_id=step)
    except NotThere:
        raise Refusal("I do not know that change.") from None
    if not undone.steps:
        return Said(text="That was taken back already." if step else "There is nothing to undo.")
    lines = [f"Taken back: {one_step.summary}" for one_step in undone.steps]
    lines += _back_words(ctx, undone)
    lines += _kept_words(ctx, undone.kept)
    left = still_there(ctx.db, ctx.user.id, ctx.journal.touched_applications)
    return Said(text="\n".join(lines), refs=tuple(application_ref(a) for a in left[:20]))


def _latest_at(ctx: Context, company: str) -> int:
    """The number of the latest change whose words name a company."""
    name = one(ctx, company, None, living=False).company if company.startswith("#") else company
    named = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.I)
    for latest in recent_steps(ctx.db, ctx.user.id, limit=MAX_UNDO):
        if named.search(latest.summary):
            return latest.id
    raise Refusal(f"Among the latest changes there is none at {clipped(name, 40)}, so I took nothing back.")


def _back_words(ctx: Context, undone: Undone) -> list[str]:
    """A line for each of a few applications whose status went back: what it is again."""
    stayed = {one.application_id for one in undone.kept}
    moved = with_status_back(ctx.db, ctx.user.id, [one.id for one in undone.steps], MAX_BACK + 1)
    ids = [number for number in moved if number not in stayed]
    if len(ids) > MAX_BACK:
        return []
    found = [applications.get(ctx.db, ctx.user.id, number) for number in ids]
    return [f"{name_of(a.company, a.title)} is back to {a.status}." for a in found]


def _exists(ctx: Context, application_id: int) -> bool:
    try:
        applications.get(ctx.db, ctx.user.id, application_id)
    except NotThere:
        return False
    return True


MAX_BACK = 3
FIELD_WORDS = {"applied_on": "applied day", "title": "role", "deadline_on": "deadline", "with_": "people"}


def _kept_words(ctx: Context, kept: list[Kept]) -> list[str]:
    if not kept:
        return []
    words = []
    for k in kept:
        what = (FIELD_WORDS.get(k.field, k.field.replace("_", " ")) if k.field else k.table.removesuffix("s")).strip()
        if k.application_id is not None and _exists(ctx, k.application_id):
            a = applications.get(ctx.db, ctx.user.id, k.application_id)
            what = f"{what} of {name_of(a.company, a.title)}"
        words.append(what)
    return [f"Changed again since, so it stays: {joined(list(dict.fromkeys(words)))}."]
