"""What a person answers to a reminder: they heard back, how it went, not this one any more; one by one, please."""

from __future__ import annotations

import re
from typing import Literal

from storage import applications, notes, reminders
from storage.journal import NotThere
from storage.status import ENDED, ORDER, Status
from tools.context import Context
from tools.fields import Name, Text
from tools.result import Asking, Button, Call, Receipt, Refusal, Result, Said, application_ref
from tools.telling import digest, tell
from tools.tool import tool
from tools.which import one
from tools.words import name_of

ANSWERS = (
    (Status.SCREENING, "They want to talk"),
    (Status.ASSESSMENT, "A task or test"),
    (Status.INTERVIEW, "An interview"),
    (Status.OFFER, "An offer"),
    (Status.REJECTED, "A no"),
)
FELT = {"well": "went well", "unsure": "was hard to judge", "badly": "went not so well"}


@tool("heard_back", reads=True, offered=False, examples=("/heard_back Stripe",))
def heard_back(ctx: Context, company: Name | None = None, title: Name | None = None) -> Result:
    """Ask what an employer said, with a button for each answer."""
    a = one(ctx, company, title)
    rank = ORDER.index(a.status) if a.status in ORDER else 0
    buttons = [
        Button(label=label, calls=(_moved(a.id, status),))
        for status, label in ANSWERS
        if status not in ORDER or ORDER.index(status) > rank
    ]
    text = f"Good. What did {name_of(a.company, a.title)} say?"
    return Asking(text=text, buttons=tuple(buttons), refs=(application_ref(a.id),))


def _moved(application_id: int, status: Status) -> Call:
    """The call for an answer: an interview also asks for its time."""
    if status is Status.INTERVIEW:
        return Call(name="schedule", args={"company": f"#{application_id}"})
    return Call(name="status", args={"status": str(status), "company": f"#{application_id}"})


@tool("debrief", offered=False, examples=("/debrief well, Stripe",))
def debrief(
    ctx: Context, how: Literal["well", "unsure", "badly"], company: Name | None = None, title: Name | None = None
) -> Result:
    """Note how an interview went."""
    a = one(ctx, company, title)
    notes.add_note(ctx.journal, a.id, f"The interview {FELT[how]}.", ctx.now)
    cheer = {"well": "Good to hear!", "unsure": "That is often so.", "badly": "It happens to everybody."}[how]
    call = Call(name="draft", args={"company": f"#{a.id}", "kind": "thank_you"})
    text = f"{cheer} Noted at {name_of(a.company, a.title)}: the interview {FELT[how]}."
    draft = Button(label="Draft a thank-you", calls=(call,), keep=True)
    return Receipt(text=text, buttons=(draft,), refs=(application_ref(a.id),))


@tool("mute", offered=False, examples=("/mute Stripe", "/mute Stripe, off=yes"))
def mute(ctx: Context, company: Name | None = None, title: Name | None = None, off: bool = False) -> Result:
    """Send no reminders about one application, but those of its interviews; off=yes ends that."""
    a = one(ctx, company, title)
    name, refs = name_of(a.company, a.title), (application_ref(a.id),)
    if a.muted != off:
        return Said(text=f"{name} is {'' if a.muted else 'not '}muted already.", refs=refs)
    applications.change(ctx.journal, a.id, ctx.now, muted=not off)
    if off:
        return Receipt(text=f"{name}: reminders are on again.", refs=refs)
    tail = "" if a.status in ENDED else " Only its interviews I still remind you of."
    return Receipt(text=f"{name}: muted.{tail}", refs=refs)


@tool("waiting", reads=True, offered=False, examples=("/waiting",))
def waiting(ctx: Context, which: Text | None = None) -> Result:
    """Show one reminder again with its buttons (by its number), or the digest as it would be now."""
    number = re.fullmatch(r"#(\d{1,12})", (which or "").strip())
    if number is None:
        return digest.digest(ctx) or Said(text="Nothing waits for you, and nothing lies ahead this week.")
    try:
        found = reminders.get(ctx.db, ctx.user.id, int(number.group(1)))
    except NotThere:
        raise Refusal("That reminder is not there any more.") from None
    return tell(ctx, (found,)) or Said(text="That reminder has nothing to say any more.")
