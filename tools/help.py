"""What the assistant says about itself: the help, and the question back when it did not understand."""

from __future__ import annotations

from typing import Any

from storage import users
from tools import guide
from tools.context import Context
from tools.fields import Name
from tools.result import Button, Call, Refused, Result, Said
from tools.tool import Tool, tool
from tools.words import clipped

EXAMPLES = (
    "applied to Stripe for backend engineer yesterday, remote, 140-160k",
    "save the nurse job at Mercy General, closes 30 November",
    "interview at Acme Tuesday at 3",
    "Lidl turned me down",
    "remind me on Friday at 4pm to email Priya",
    "what's still open?",
    "undo",
)
# All that can be said, by what it is for.
GROUPS = (
    ("Jobs", ("applied to Lidl for cashier, 14 an hour", "save the cook job at Ibis", "Oak House is really Oak Lodge")),
    ("News", ("Ibis invited me, Tuesday at 3", "the interview is at 4, not 3", "got an offer from Lidl: 32k")),
    (
        "Notes and people",
        ("note for Ibis: ask about shifts", "Jane Roe is the recruiter at Lidl", "tag Lidl as nights"),
    ),
    ("Reminders", ("remind me tomorrow at 8 to call Ibis", "remind me the evening before the interview")),
    ("Questions", ("remote ones over 60k", "any interviews this week?", "how am I doing this month?")),
    ("Putting right", ("no, it was Monday", "undo", "delete Lidl")),
)
# Where most people are, from west to east; any other place is typed.
ZONES = (
    ("Los Angeles", "America/Los_Angeles"), ("Denver", "America/Denver"), ("Chicago", "America/Chicago"),
    ("New York", "America/New_York"), ("London", "Europe/London"), ("Berlin", "Europe/Berlin"),
    ("India", "Asia/Kolkata"), ("Sydney", "Australia/Sydney"),
)  # fmt: skip
Guesses = tuple[dict[str, Any], ...]
ABOUT = "I keep your job search: tell me what happened, in your own words, or ask."


@tool("help", reads=True, offered=False, examples=("/help", "/help all", "/help log"))
def help(ctx: Context, topic: Name | None = None) -> Result:
    """Say what the assistant can do, how one command is used, or how to do one thing (mistakes, privacy, …)."""
    word = (topic or "").strip("/ ").casefold()
    if word == "all":
        return Said(text=_everything(ctx))
    if word:
        text = guide.answer(ctx, word)
        return Said(text=text or _of_command(ctx.catalog.find(word)))
    listed = "\n".join(f"• {example}" for example in EXAMPLES)
    return Said(text=f"{ABOUT} For example:\n{listed}\nSomething wrong? Just say what is right. /help all shows more.")


def _everything(ctx: Context) -> str:
    """Everything that can be said, in groups, and the commands."""
    groups = "\n".join(f"{name}: " + " · ".join(said) for name, said in GROUPS)
    commands = " ".join(f"/{t.name}" for t in ctx.catalog.tools if t.examples)
    return f"{groups}\nCommands do the same: {commands}\n/help log explains one of them."


def _of_command(which: Tool) -> str:
    """One command: what it does, what can stand behind it, and examples."""
    parts = [name.replace("_", " ") for name in which.parameters]
    order = (
        f"Behind it, in this order and parted by commas: {', '.join(parts)}. What you do not need, leave out."
        if parts
        else ""
    )
    return "\n".join(part for part in (which.doc, order, *which.examples) if part)


@tool("start", reads=True, offered=False, examples=("/start",))
def start(ctx: Context) -> Result:
    """Say what the assistant does, what to type first, and what leaves the machine."""
    first = f"{ABOUT}\n{ctx.privacy}\nTry: {EXAMPLES[0]}"
    # As it stands now: this very turn may have set it.
    timezone = users.get_user(ctx.db, ctx.user.id).settings.timezone
    if timezone != "UTC":
        zone = f"Your time zone is {timezone}. If you are somewhere else, say “I'm in” and your city."
        return Said(text=f"{first}\n{zone}")
    buttons = tuple(
        Button(label=label, calls=(Call(name="settings", args={"timezone": zone}), Call(name="start")))
        for label, zone in ZONES
    )
    return Said(text=f"{first}\n\nWhich time zone are you in? If none fits, type your city.", buttons=buttons)


@tool("ask_back", reads=True, offered=False)
def ask_back(ctx: Context, said: str = "", guesses: Guesses = (), text: str = "") -> Result:
    """Say that something was not understood, with what may have been meant as buttons."""
    # A guess confirms nothing, whoever made it: only a question of a tool's own may.
    buttons = tuple(
        Button(label=g["label"], calls=tuple(Call.model_validate({**c, "confirmed": False}) for c in g["calls"]))
        for g in guesses
    )
    question = " Did you mean one of these?" if buttons else " /help shows what I understand."
    what = f"I did not understand “{clipped(said, 120)}”" if said.strip() else "There were no words in that"
    words = text or f"{what}, so I changed nothing.{question}"
    return Refused(text=words, buttons=buttons)
