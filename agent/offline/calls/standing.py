"""Where the applications asked for stand: which statuses, open or ended, answered or silent."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import phrases
from agent.offline.calls import periods
from agent.offline.clause import Clause

# In the order in which they are told; a later one may take words away from an earlier one.
STATUSES = (
    "saved", "screening", "assessment", "interview", "offer", "accepted", "rejected", "withdrawn", "declined",
    "ghosted",
)  # fmt: skip
EVERY = ("saved", "applied", *STATUSES[1:])
ANSWERED = ("screening", "assessment", "interview", "offer", "accepted", "declined", "rejected")
INTERESTED = ("screening", "assessment", "interview", "offer")
APPLIED = re.compile(
    r"\b(?:status(?: of| is)?|stage|in|marked(?: as)?)\s+applied\b|\bapplied\s+(?:ones|status|stage)\b|"
    r"\b(?:just|only) applied\b(?!\s+(?:to|for|at))",
    re.I,
)
AFTER = re.compile(r"\b(?:after|nach|después|après)\b", re.I)
# All that follows these is left out, however far behind it stands.
LEAVES_OUT = re.compile(
    r"\b(?:except|apart from|other than|excluding|leaving out|leave out|außer|excepto|salvo|menos|sauf|hormis|"
    r"à part|aparte de)\b",
    re.I,
)
# What stands just before a status where it is denied.
DENIED_BEFORE = 3


def of(clause: Clause) -> dict[str, Any]:
    """The filters of the standing: status, unanswered or silent, open, ended or all."""
    text = clause.text
    if phrases.has(text, "my_turn"):
        return {"status": "assessment,offer"}
    if phrases.leads(text, "including") or (phrases.has(text, "whole") and phrases.has(text, "including")):
        return {"state": "all"}
    found, denied = _named(text)
    if _waits(text) and "ghosted" not in found:
        return _waiting(clause, found)
    if denied and not found:
        return {"status": ",".join(s for s in EVERY if s not in denied)}
    if found:
        return {"status": ",".join(found)} | ({"state": "open"} if _open_too(text, found) else {})
    return _answered(text) or _state(text)


def _waits(text: str) -> bool:
    return phrases.has(text, "unanswered", "silent", "never")


def _waiting(clause: Clause, found: list[str]) -> dict[str, Any]:
    """Nothing has come: for so many days, or still; or never, which "ghosted" says too."""
    if phrases.has(clause.text, "never") and not phrases.has(clause.text, "unanswered", "silent"):
        return {"status": "applied,ghosted"}
    days = periods.silent_days(clause) if _silence_first(clause) else None
    if days:
        return {"state": "open", "silent_days": days}
    if phrases.has(clause.text, "silent") and not phrases.has(clause.text, "unanswered"):
        return {"state": "open", "silent_days": 14}
    return {"state": "open", "unanswered": True}


def _silence_first(clause: Clause) -> bool:
    """Whether the stretch of time is that of the silence, and not the day of applying."""
    m = periods.mention(clause)
    if m is None:
        return True
    silent = periods.nearest(clause, m, "unanswered", "silent", "never")
    applied = periods.nearest(clause, m, "applied_then")
    return applied is None or (silent is not None and silent <= applied)


def _named(text: str) -> tuple[list[str], list[str]]:
    """The statuses named, and those named to be left out."""
    found: list[str] = []
    denied: list[str] = []
    for name in STATUSES:
        matches = list(phrases.pattern(name).finditer(text))
        kept = [m for m in matches if not _denied(text, m.start())] if name != "saved" else matches
        (found if kept else denied).extend([name] if matches else [])
    return _settled(text, found), denied


def _settled(text: str, found: list[str]) -> list[str]:
    """Without those whose words belong to another one: "offers I refused" are declined, not offers nor rejected."""
    if "declined" in found:
        found = [s for s in found if s not in ("offer", "rejected", "accepted")]
    if {"rejected", "interview"} <= set(found) and AFTER.search(text):
        found.remove("interview")
    if "saved" in found and "offer" in found:
        found.remove("offer")
    if APPLIED.search(text) and "saved" not in found:
        found.append("applied")
    return sorted(found, key=EVERY.index)


def _denied(text: str, at: int) -> bool:
    """Whether a word before a status leaves it out: "all but not the rejected ones"."""
    before = re.split(r"[,;.!?]", text[:at])[-1]
    if LEAVES_OUT.search(before):
        return True
    tail = " ".join(before.split()[-DENIED_BEFORE - 1 :])
    return phrases.has(tail, "but_not")


def _open_too(text: str, found: list[str]) -> bool:
    return phrases.has(text, "open") and not {"saved", "rejected", "ghosted"} & set(found)


def _answered(text: str) -> dict[str, Any]:
    if phrases.has(text, "replied"):
        return {"status": ",".join(ANSWERED)}
    return {"status": ",".join(INTERESTED)} if phrases.has(text, "interested") else {}


def _state(text: str) -> dict[str, Any]:
    everything = phrases.has(text, "whole")
    if phrases.has(text, "not_ended"):
        return {"state": "open"}
    if phrases.has(text, "ended"):
        before = re.split(r",", text[: _at(text, "ended")])[-1]
        if phrases.has(before, "left_out"):
            return {"state": "open"}
        both = everything or phrases.has(text, "including") or phrases.has(text, "open")
        return {"state": "all" if both else "ended"}
    if phrases.has(text, "open"):
        return {"state": "open"}
    return {"state": "all"} if everything else {}


def _at(text: str, name: str) -> int:
    match = phrases.pattern(name).search(text)
    return match.start() if match else 0
