"""A mail in words that nothing in it can bend: one line, no links, no commands, nothing that cannot be seen; pure."""

from __future__ import annotations

import re
import unicodedata

from storage.findings import Found
from storage.status import Source
from tools.context import Context
from tools.words import clipped, clock_words, day_words

# What a chat service would make a link, a mention or a command of.
LINK = re.compile(r"(?:\b[a-z][a-z0-9+.-]{1,20}:/+|\bwww\.|\bmailto:)[^\s<>\"”]*", re.I)
BARE = re.compile(r"\b(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>\"”]*", re.I)
COMMAND = re.compile(r"(?<![\w.])[/@#!]+(?=\w)|<[!@#][^>]{0,80}>?")
MARKS = re.compile(r"[`*_~|\[\]{}<>\\]+")
LINE = 180
SUBJECT = 90
READS = {
    "applied": "a confirmation",
    "assessment": "a test or task",
    "interview": "an invitation",
    "screening": "a first screening",
    "offer": "an offer",
    "accepted": "a hire",
    "rejected": "a rejection",
    "withdrawn": "a withdrawal",
    "update": "news",
}
MEETINGS = {"moved": "a new interview time", "cancelled": "a cancelled interview"}


def quoted(text: str, length: int = LINE) -> str:
    """Words of somebody else's on one line, without what a screen or a chat service would act on."""
    seen = "".join(c if c == " " or unicodedata.category(c)[0] not in "CZ" else " " for c in text[: length * 8])
    plain = COMMAND.sub("", BARE.sub("(link)", LINK.sub("(link)", seen)))
    return clipped(MARKS.sub(" ", plain), length)


def reads_like(found: Found) -> str:
    """What a mail reads like: "a rejection"."""
    return MEETINGS.get(found.meeting or "", READS.get(found.status, "news"))


def by_system(found: Found) -> bool:
    """Whether it is what a system for applicants answered, and no mail."""
    return found.source == Source.ATS


def noun(found: Found) -> str:
    """What it is: "mail" or "answer"."""
    return "answer" if by_system(found) else "mail"


def sender_words(found: Found) -> str:
    """Who sent it: the address, which can be checked, not the name, which anybody can write; or the system."""
    if by_system(found):
        return quoted(found.mailbox, 80)
    return quoted(found.sender, 80).replace("(link)", "") if found.sender else "no sender"


def domain_words(found: Found) -> str:
    """The domain of the sender; empty for a mail without one."""
    return quoted(found.sender.rpartition("@")[2], 80)


def when_words(ctx: Context, found: Found) -> str:
    """The day on which it was sent."""
    return day_words(found.at.astimezone(ctx.user.zone).date(), ctx.today)


def proof(ctx: Context, found: Found, length: int = LINE) -> str:
    """The line that proves it, and whose it is: "“…” (jobs@acme.com, Thu 19 Nov)"."""
    line = f"“{quoted(found.evidence, length)}” " if quoted(found.evidence) else ""
    who = f"{sender_words(found)}, " if found.sender or by_system(found) else ""
    return f"{line}({who}{when_words(ctx, found)})"


def details(ctx: Context, found: Found) -> list[str]:
    """All that tells where a mail came from, line by line."""
    local = found.at.astimezone(ctx.user.zone)
    if by_system(found):
        since = f"{day_words(local.date(), ctx.today)}, {clock_words(local)}"
        return [f"“{quoted(found.evidence)}”", f"Said by {sender_words(found)}.", f"It stands there since {since}."]
    read = "your language model" if found.decided_by == "language" else "my own rules"
    return [
        f"“{quoted(found.evidence)}”" if quoted(found.evidence) else "",
        f"From: {sender_words(found)}",
        f"Subject: {quoted(found.subject, SUBJECT) or '(none)'}",
        f"Sent: {day_words(local.date(), ctx.today)}, {clock_words(local)}",
        f"Read by {read}{'' if found.sure else ', with some doubt'}. It came from {quoted(found.mailbox, 60)}.",
    ]
