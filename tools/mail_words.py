"""Mail accounts in words: what is connected, when it was looked at, since when it is read; pure."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from storage import lookups
from storage.lookups import Fetch
from storage.mailboxes import Kind, Mailbox, State
from tools import when
from tools.ats import registry
from tools.context import Context
from tools.receipts import counted
from tools.result import Button, Call, Refusal
from tools.words import clock_words, day_words

SINCE = "Since when shall I read {address}? Say a day, such as “1 September”, or press one of these."
SPANS = (("1 month", 1), ("3 months", 3), ("6 months", 6), ("1 year", 12))
EVERYTHING = frozenset(
    ("everything", "all", "all of it", "all of them", "all my mail", "always", "the beginning", "the start",
     "from the start", "from the beginning", "since the beginning", "forever", "as far back as you can",
     "as far back as possible", "whole mailbox", "the whole mailbox", "alles", "immer", "todo", "siempre", "tout",
     "toujours", "depuis toujours")
)  # fmt: skip
MOST_YEARS = 10
STATES = {
    State.UNCONFIRMED: "waits for you to say that it is yours",
    State.NEW: "waits for you to say since when I read it",
}


def since_buttons(ctx: Context, call: Call) -> tuple[Button, ...]:
    """The usual answers to "since when"."""
    return tuple(
        Button(label=label, calls=(call.model_copy(update={"args": {**call.args, "since": _back(ctx.today, months)}}),))
        for label, months in SPANS
    )


def _back(today: date, months: int) -> str:
    day: date = today - relativedelta(months=months)
    return day.isoformat()


def since_day(ctx: Context, words: str) -> date:
    """The day that words such as "September", "3 months" or "everything" mean as a beginning. Raises Refusal."""
    if words.strip(" .!").casefold() in EVERYTHING:
        return ctx.today.replace(month=1, day=1) - timedelta(days=365 * MOST_YEARS)
    for said in (words, f"{words} ago"):
        with suppress(when.Unclear):
            first = when.read_range(said, ctx.said, direction="past").first
            if first is not None and first <= ctx.today:
                return first
    raise Refusal("From which day on? Say for example: 1 September, last month, or 3 months ago.", field="since")


def kept_of(box: Mailbox) -> str:
    """What is kept to get in."""
    if box.kind == Kind.ATS:
        return "key" if box.credential_id is not None else "connection"
    return "permission from Google" if box.kind == Kind.GMAIL else "password"


def account_words(box: Mailbox) -> str:
    """A connected account by its name: the address of a mailbox, "Greenhouse of Acme" for a system for applicants."""
    return registry.system_words(box.platform, box.company) if box.kind == Kind.ATS else box.address


def box_words(ctx: Context, box: Mailbox) -> str:
    """A mailbox in a line: its address, since when it is read, when it was last looked through."""
    name, where = account_words(box), _where(box)
    if box.state == State.BROKEN:
        return f"{name} ({where}): I can't read it any more: {box.reason or 'it does not let me in'}"
    if box.since is None or box.state != State.ACTIVE:
        return f"{name} ({where}): {STATES.get(State(box.state), '')}"
    since = day_words(box.since.astimezone(ctx.user.zone).date(), ctx.today)
    if box.looked_at is None:
        return f"{name} ({where}): read since {since}; I have not been through all of it yet"
    local = box.looked_at.astimezone(ctx.user.zone)
    last = f"{day_words(local.date(), ctx.today)}, {clock_words(local)}"
    return f"{name} ({where}): read since {since}; last looked {last}"


def _where(box: Mailbox) -> str:
    if box.kind == Kind.ATS:
        return f"for {box.address}, {'your key' if box.credential_id is not None else 'the key of the office'}"
    return "Gmail" if box.kind == Kind.GMAIL else f"{box.folder} at {box.host}"


def look_words(ctx: Context, look: Fetch, thing: str = "mail") -> str:
    """One look in a line: when, how many mails (or other things), how it ended."""
    local = look.began_at.astimezone(ctx.user.zone)
    when = f"{day_words(local.date(), ctx.today)}, {clock_words(local)}"
    number = counted(look.looked, thing) if look.looked else "nothing new"
    ends = {
        lookups.DONE: number,
        lookups.RUNNING: f"{number} so far, I am still at it",
        lookups.CUT: f"{number}, then I was interrupted and went on later",
    }
    return f"{when}: {ends.get(look.outcome) or f'{number}, then it failed: {look.detail}'}"
