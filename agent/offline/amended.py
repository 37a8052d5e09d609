"""How each kind of change is put right: what a correction gives for it, and the calls that carry that out."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import attendees, hours, lexicon, roles, shifts
from agent.offline.calls import fields, meeting_words, meetings
from agent.offline.calls.said import right
from agent.offline.calls.statuses import named_status
from agent.offline.clause import Clause
from agent.offline.openers import head
from agent.offline.statuswords import status_in
from tools.result import Call

DENIED = re.compile(
    r"\b(?:they|he|she|it|i|we|that)?\s*(?:did|do|does|was|were|have|has|had|is|are)(?:n't|"
    r" not)\s+(?!applied|yet)[^,.;!?]*|"
    r"\b(?:no|nicht|pas)\s+(?:me\s+)?(?:rechaz|abgelehnt|abgesagt|refus)\w*",
    re.I,
)
NUMBER = re.compile(r"(?:it's|it is|meant|mean|should be|make it)?\s*(?P<number>\d[\d.,]*\s?k?)", re.I)
NUMBER_IN = re.compile(r"\d[\d.,]*k?", re.I)
MADE_AGAIN = frozenset(("remind", "note", "contact", "label", "change_reminder"))
TITLE_LEAD = re.compile(
    r"^(?:(?:it|it's|its|that|that's|the|a|an|was|is|should|be|for|as|role|job|title|position|i|meant|mean|"
    r"make|rather|to|es|era|como|"
    r"als|ist|war|comme|c'est|c'était|un|une|eine?)\s+)+",
    re.I,
)


def given(clause: Clause, base: Call) -> dict[str, Any]:
    """The arguments for that kind of call which the words call right; empty where they give none."""
    if base.name in ("schedule", "reschedule"):
        return _meeting(clause, base)
    if base.name == "status":
        status = status_said(clause)
        times = [t for t in hours.times(clause.text, clause.mentions) if t.hour]
        at = hours.joined(times) if status in ("interview", "screening") else None
        found = {
            "status": status if status != base.args.get("status") else None,
            "on": None if at else _day(clause),
            "when": at,
        }
    elif base.name in ("log", "update"):
        found = _facts(clause, base)
    elif base.name == "remind":
        found = {"when": _moment(clause, str(base.args.get("when", "")), base)}
        rest = _rest(clause) or ""
        if found["when"] is None and not clause.mentions and len(re.findall(r"[^\W\d_]{2,}", rest)) > 1:
            found["text"] = rest
    elif base.name == "note":
        found = {"text": _rest(clause)} if not clause.of("company") and _of_note(clause, base) else {}
    else:
        found = {}
    return {k: v for k, v in found.items() if v}


def _of_note(clause: Clause, base: Call) -> bool:
    """Whether the words put a note right: they have a figure or a word of weight in common with it, or say "note"."""
    said, before = (set(re.findall(r"[^\W_]{4,}", t.casefold())) for t in (_rest(clause) or "", str(base.args["text"])))
    return bool(said & (before | {"note", "notiz", "nota"})) or re.search(r"\d", _rest(clause) or "") is not None


def calls(clause: Clause, base: Call, found: dict[str, Any], who: dict[str, str]) -> list[Call]:
    """The calls that put a change right that has been made: in its place, or taken back and made anew."""
    if not found:
        return []
    if base.name in ("schedule", "reschedule"):
        return _of_meeting(clause, base, found, who)
    if base.name == "status":
        status = found.get("status")
        args = {
            **who,
            "status": status or base.args.get("status"),
            "correct": bool(status) or None,
            "on": found.get("on"),
        }
        made = [Call(name="status", args={k: v for k, v in args.items() if v})]
        return [*made, Call(name="schedule", args={**who, "when": found["when"]})] if "when" in found else made
    if base.name in ("log", "update"):
        return _of_facts(base, found, who)
    if base.name in MADE_AGAIN:
        step = clause.briefing.focus.step
        taken = Call(name="undo", args={"step": step} if step else {})
        return [taken, base.model_copy(update={"args": {**base.args, **found}, "said_at": None})]
    return []


def status_said(clause: Clause) -> str | None:
    """The status that the words call right."""
    return named_status(clause) or status_in(kept(clause.text))


def kept(text: str) -> str:
    """The text with what it calls wrong or denies ("they didn't reject me") blanked out."""
    return DENIED.sub(lambda m: " " * len(m.group()), right(text))


def plain(clause: Clause) -> Clause:
    """The clause without its opening and without what it calls wrong; every other character stays where it was."""
    start = head(clause.text)
    left = " " * start + right(clause.text)[start:]
    inside = [m for m in clause.mentions if left[m.start : m.end].strip()]
    return Clause(left, inside, clause.briefing, clause.guesses)


def _meeting(clause: Clause, base: Call) -> dict[str, Any]:
    """The time and the details of an interview; status words such as "rejected" are no detail."""
    still = right(clause.text)
    shift = shifts.by_length(clause.text, clause.mentions)
    times = [t for t in hours.times(clause.text, clause.mentions) if not shift or t.start != shift[1].start]
    _, new = hours.old_and_new(clause.text, times)
    new = new or hours.joined([t for t in times if still[t.start : t.end].strip()])
    new = new or hours.lone(still[head(still) :])
    said = plain(clause)
    told = meetings.details(said, without=shift[1] if shift else None, named=False)
    if not told["people"] and not said.mentions and base.args.get("people"):
        told["people"] = attendees.alone(said.text)
    return {"when": shift[0] if shift else new, **{k: v for k, v in told.items() if v}}


def _of_meeting(clause: Clause, base: Call, found: dict[str, Any], who: dict[str, str]) -> list[Call]:
    found = {k: v for k, v in found.items() if v}
    made = [Call(name="reschedule", args={**who, **found})] if found else []
    if meeting_words.SCREEN.search(right(clause.text)) and not base.args.get("screening"):
        made.append(Call(name="status", args={**who, "status": "screening", "correct": True}))
    return made


def _facts(clause: Clause, base: Call) -> dict[str, Any]:
    """The facts of a job: its day, title, pay, place and so on; a status where another one is said."""
    for call in fields.update(plain(clause)):
        if call.name == "update":
            found = {k: v for k, v in call.args.items() if k not in ("company", "title")}
            break
    else:
        found = {}
    if (
        not found
        and base.args.get("pay")
        and (number := NUMBER.fullmatch(clause.text[head(clause.text) :].strip(" .!")))
    ):
        found["pay"] = NUMBER_IN.sub(number.group("number"), str(base.args["pay"]), count=1)
    day = _day(clause)
    if day and "deadline" not in found:
        found["applied_on"] = day
    if base.name == "log":
        status = status_said(clause)
        if status and status != base.args.get("status", "applied"):
            return {"status": status, "on": day}
        if "new_title" not in found and (title := _title_alone(clause)):
            found["new_title"] = title
    return found


def _of_facts(base: Call, found: dict[str, Any], who: dict[str, str]) -> list[Call]:
    if "status" in found:
        on = {"on": found["on"]} if "on" in found else {}
        return [Call(name="status", args={**who, "status": found["status"], "correct": True, **on})]
    return [Call(name="update", args={**who, **found})]


def _day(clause: Clause) -> str | None:
    """The day that the words call right."""
    left = right(clause.text)
    days = [t for t in hours.times(clause.text, clause.mentions) if t.day and left[t.start : t.end].strip()]
    return days[0].text if days and not clause.deadline else None


def _moment(clause: Clause, before: str, base: Call) -> str | None:
    """The new time; a day alone keeps the hour that was said before, an hour alone the day."""
    times = hours.times(clause.text, clause.mentions)
    _, new = hours.old_and_new(clause.text, times)
    new = new or hours.lone(clause.text[head(clause.text) :])
    if new is None:
        return None
    now = (base.said_at or clause.briefing.now).astimezone(clause.briefing.now.tzinfo)
    return hours.replaced(before, new, now)


def _rest(clause: Clause) -> str | None:
    """The words behind the head, as a text of their own."""
    words = clause.text[head(clause.text) :].strip(" .,!")
    return words or None


def _title_alone(clause: Clause) -> str | None:
    left = right(clause.text)
    words = roles.tidy(TITLE_LEAD.sub("", left[head(left) :].strip(" .!,")))
    known = words.casefold() in lexicon.words("not_companies.txt")
    return words if roles.score(words) >= 0.8 and len(words.split()) <= 6 and not known else None
