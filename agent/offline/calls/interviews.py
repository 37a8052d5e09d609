"""Interviews set, moved, cancelled, held; what is told of them later on."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import hours, shifts
from agent.offline.calls import retimed, rounds
from agent.offline.calls.meeting_words import HOW, PLATFORM, SPEAKS_OF_ONE
from agent.offline.calls.meetings import details, is_over, is_screening, target
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from agent.offline.hours import Time
from agent.offline.statuswords import names
from tools import when as reader
from tools import zones
from tools.result import Call


def schedule(clause: Clause) -> list[Call]:
    """Set an interview at the company meant, or change the one that is there already."""
    made = _set(clause)
    return retimed.calls(clause, made) or made


def _set(clause: Clause) -> list[Call]:
    """An interview at the company meant; several companies or times each their own."""
    found = hours.times(clause.text, clause.mentions)
    several = _several(clause, found)
    if several:
        return several
    names = clause.targets(clause.meeting)
    if len(names) > 1 and not found and clause.slots.sure:
        return [Call(name="schedule", args=dict(name)) for name in names]
    args: dict[str, Any] = {"when": hours.joined(found), **details(clause), **target(clause)}
    if _is_person(args, clause):
        args = {**{k: v for k, v in args.items() if k not in ("company", "title")}, **_subject(clause)}
    lasting = hours.span(clause.text)
    if lasting:
        begins, minutes = lasting
        whole = any(t.day and t.hour and t.start < begins.end and begins.start < t.end for t in found)
        outside = [t for t in found if t.end <= begins.start or t.start >= begins.end]
        args |= {"when": args["when"] if whole else hours.joined([*outside, begins]), "minutes": minutes}
    if is_screening(clause, args.get("kind")):
        args |= {"screening": True, "kind": args.get("kind") or "phone"}
    return [Call(name="schedule", args={k: v for k, v in args.items() if v})]


def _is_person(args: dict[str, Any], clause: Clause) -> bool:
    """Whether what was taken for an employer is who will be there: "with the branch manager Ann"."""
    name = str(args.get("people") or "").split(" (")[0]
    return (
        bool(name) and not clause.slots.known and name != args.get("company") and name in str(args.get("company", ""))
    )


def _several(clause: Clause, found: list[Time]) -> list[Call]:
    """One call for each company with its own time, or for each time at one company; empty for the plain case."""
    named = clause.of("company")
    if len(named) > 1 and len(found) >= len(named):
        pairs = beside(clause, named, found)
        return [Call(name="schedule", args={"company": m.value, "when": w}) for m, w in pairs if w]
    whole = [t for t in found if t.day and t.hour]
    if len(whole) > 1 and not hours.old_and_new(clause.text, found)[0] and len(named) < 2:
        return rounds.calls(clause, whole)
    return []


def beside(clause: Clause, named: list[Mention], found: list[Time]) -> list[tuple[Mention, str | None]]:
    """Each company with the words of the times that stand behind it, or before it where times lead."""
    leads = bool(found) and found[0].start < named[0].start and found[-1].start < named[-1].start
    edges = [0, *(m.end for m in named)] if leads else [*(m.start for m in named), len(clause.text)]
    days = [t for t in found if t.day]
    common = _date(clause, days[0].text) if len(days) == 1 else None
    pairs = []
    for i, mention in enumerate(named):
        own = [t for t in found if edges[i] <= t.start < edges[i + 1]]
        shared = common and own and not any(t.day for t in own)
        pairs.append((mention, f"{common} {own[0].text}" if shared else hours.joined(own)))
    return pairs


def _date(clause: Clause, words: str) -> str | None:
    """The one day that several hours share, as a date."""
    try:
        return reader.read_day(words, clause.briefing.now, "future").isoformat()
    except reader.Unclear:
        return None


def held(clause: Clause) -> list[Call]:
    """An interview that is over; without its day it was just now, or the one on record."""
    if not is_over(clause):
        return schedule(clause)
    calls = _set(clause)
    return [call.model_copy(update={"args": {**call.args, "held": True}}) for call in calls]


def move(clause: Clause) -> list[Call]:
    """Move an interview: "from X to Y", to the one time said, or by a length; other details said are corrected too."""
    shift = shifts.by_length(clause.text, clause.mentions)
    found = [t for t in hours.times(clause.text, clause.mentions) if not shift or t.start != shift[1].start]
    old, new = hours.old_and_new(clause.text, found)
    told = details(clause, without=shift[1] if shift else None)
    names_it = len(found) == 1 and hours.names_one(clause.text, found[0]) and any(told.values())
    if (shift or names_it) and not old:
        old, new = new, None
    old = old or rounds.numbered(clause)
    args: dict[str, Any] = {
        **_target_of_old(clause, old, found),
        "when": shift[0] if shift else new,
        "was": old,
        **told,
    }
    if (
        args.get("kind") == "phone"
        and args.get("when")
        and not HOW.search(clause.text)
        and not PLATFORM.search(clause.text)
    ):
        del args["kind"]  # "they brought the call forward" says nothing of how it is held
    return [Call(name="reschedule", args={k: v for k, v in args.items() if v})]


def cancel(clause: Clause) -> list[Call]:
    """Cancel an interview; a time said tells which."""
    found = hours.times(clause.text, clause.mentions)
    old = hours.joined(found) or rounds.numbered(clause)
    args = {**_target_of_old(clause, old, found), "was": old, "cancel": True}
    return [Call(name="reschedule", args={k: v for k, v in args.items() if v})]


def _target_of_old(clause: Clause, old: str | None, found: list[Time]) -> dict[str, str]:
    """The application meant; "my Friday interview" names the interview itself, whatever was spoken of before."""
    named = clause.slots.known or clause.refs or clause.before or clause.earlier
    if old and not named and any(hours.names_one(clause.text, t) for t in found):
        return {}
    if not clause.slots.named and not clause.refs and clause.slots.pairs:
        return _subject(clause)
    return target(clause)


# What stands for itself, whatever was spoken of before.
OWN_NEWS = ("status.", "remind.", "tag.", "archive.", "delete.", "interview.cancel", "undo", "log.")
HALF = 0.5
SHORT = 8  # words of a clause that says hardly more than a time
CONTINUES = re.compile(
    r"^\W*(?:(?:and|also|oh|btw|ah|so|ok|y|und|et|además|außerdem|aussi)\W+)*(?:it|it's|its|it'll|that's|"
    r"that|that'll|they|they'll|"
    r"they're|will be|should|would be|gonna be|i'm|i am|i'll|he|she|(?:the )?(?:interview|call|meeting|"
    r"interviewer|address|link|"
    r"place|location)|with|on|at|in|via|by|over|meeting|interviewer|about|around|roughly|me (?:entrevista|"
    r"recibe|llama)|ask for|es|será|dura|con|por|das|wird|"
    r"mit|ist|dauert|c'est|ce sera|ça|avec|dure|par|en)\b",
    re.I,
)


# With whom an interview was, told behind it.
SPOKE = re.compile(r"^\W*(?:(?:and|i|we|so)\s+)*(?:talked|spoke|chatted|met)\s+(?:(?:to|with)\s+)?", re.I)
# Who will be there, or where: no employer, right after an interview was set.
BESIDE_IT = re.compile(
    r"^\W*(?:(?:and|also|it's|it'll be|it will be|it is|das ist|es|c'est)\s+)*(?:(?:with|w/|mit|con|avec)\s|"
    r"(?:in|at|im|en|au|à la)\s+(?:[\w&'.-]+\s+){0,4}?(?:store|office|offices|branch|building|shop|"
    r"site|hq|headquarters|campus|filiale|büro|zentrale|tienda|oficina|sucursal|magasin|bureaux?|agence)\b)",
    re.I,
)


def more(clause: Clause) -> list[Call]:
    """What is told of the interview that the last change was about ("it's on Zoom with Fatima, about 45 min")."""
    last = clause.briefing.focus.calls[-1:]
    spoken_of = last and last[0].name in ("schedule", "reschedule") and not last[0].args.get("cancel")
    if not spoken_of or clause.slots.known or clause.asks or not CONTINUES.match(clause.text):
        return []
    alone = _stands_alone(clause) and not BESIDE_IT.match(clause.text)
    if zones.home(clause.text) or alone or shifts.by_length(clause.text, clause.mentions):
        return []
    if hours.times(clause.text, clause.mentions) or clause.of("money", "source", "email"):
        return []
    told = {k: v for k, v in details(clause, named=False).items() if v}
    return [Call(name="reschedule", args={**_subject(clause), **told})] if told else []


def _stands_alone(clause: Clause) -> bool:
    """Whether a clause is news or a wish of its own: a status must be named for that."""
    first = clause.guesses[0]
    status = first.intent.removeprefix("status.")
    named = status == first.intent or (names(clause.text, status) and status != "interview")
    return first.intent.startswith(OWN_NEWS) and first.probability >= HALF and named


def _subject(clause: Clause) -> dict[str, str]:
    implied = clause.implied()
    return implied[0] if implied else {}


def without_implied(calls: list[Call]) -> list[Call]:
    """The calls without a status that an interview set in the same message brings with it ("they called, …")."""
    set_at = {c.args.get("company") for c in calls if c.name in ("schedule", "reschedule") and not c.args.get("cancel")}
    implied = ("screening", "interview", "accepted")
    return [
        c
        for c in calls
        if c.name != "status"
        or c.args.get("status") not in implied
        or c.args.get("on")
        or c.args.get("company") not in set_at
    ]


def adds_to(clause: Clause, calls: list[Call]) -> bool:
    """Whether a clause only tells more of the meeting of the clause before it: its time, or who, where, how long."""
    last = calls[-1] if calls else None
    if last is None or clause.slots.known or clause.asks:
        return False
    times = hours.times(clause.text, clause.mentions)
    if _stands_alone(clause) and not times:
        return False
    if last.name == "status" and last.args.get("status") in ("interview", "screening", "offer"):
        own = SPEAKS_OF_ONE.search(clause.text) is not None
        return any(t.hour for t in times) and len(clause.text.split()) <= SHORT and not own
    if last.name not in ("schedule", "reschedule") or last.args.get("cancel"):
        return False
    if times:
        lacks = "when" not in last.args or (
            not hours.has_hour(str(last.args["when"])) and not any(t.day for t in times)
        )
        return lacks and len(clause.text.split()) <= SHORT
    more_told = CONTINUES.match(clause.text) or (last.args.get("held") and SPOKE.match(clause.text))
    return more_told is not None and any(details(clause, named=False).values())


def with_added(clause: Clause, call: Call) -> Call:
    """The call with what the clause adds; a mere status becomes an interview with its time."""
    told = {k: v for k, v in details(clause, named=False).items() if v}
    when = hours.joined(hours.times(clause.text, clause.mentions))
    when = f"{call.args['when']} {when}" if when and call.args.get("when") else when
    args = (
        {k: v for k, v in call.args.items() if k not in ("status", "on")} if call.name == "status" else dict(call.args)
    )
    screening = {"screening": True} if call.name == "status" and call.args.get("status") == "screening" else {}
    name = "schedule" if call.name == "status" else call.name
    return call.model_copy(
        update={"name": name, "args": {**told, **args, **screening, **({"when": when} if when else {})}}
    )
