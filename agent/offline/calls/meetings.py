"""What a clause says of a meeting: whether it is over, how it is held, how long, with whom, where; makes no calls."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import attendees, hours, shifts, venues
from agent.offline.calls import assessments
from agent.offline.calls.meeting_words import (
    ABGESAGT,
    AFTERWARDS,
    AMBIGUOUS,
    ASKS,
    CALL,
    CANCELLED,
    COMMAND,
    HOW,
    HR,
    IN_PERSON,
    INSTEAD,
    INVITED,
    LATER_ROUND,
    LONGEST,
    MEETING,
    MEETING_OFF,
    OVER,
    PLATFORM,
    RECRUITER,
    SAME_TIME,
    SCREEN,
    STAGE,
    TO_COME,
    TRIAL,
    WHOLE,
)
from agent.offline.calls.said import right
from agent.offline.calls.whom import fitting
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from agent.offline.openers import is_opener
from agent.offline.statuswords import status_in
from tools import when as reader

ON_PLATFORM = re.compile(
    r"\b(?:zoom|teams|skype|google meet|facetime|webex|video|online|virtual)[ -](?:\w+ )?(?:call|anruf|chat)\b", re.I
)
BESIDE = re.compile(r"\W+|\b(?:is|on|at|set|for|this)\b", re.I)


def is_over(clause: Clause) -> bool:
    """Whether a clause tells of an interview that has been held: by its verbs, or by a day gone by."""
    if COMMAND.match(clause.text):
        return False
    moment = hours.joined(hours.times(clause.text, clause.mentions))
    gone = _gone(moment, clause) if moment else None
    if gone is False or gone is True:
        return gone and not (INVITED.search(clause.text) and not OVER.search(clause.text))
    return OVER.search(clause.text) is not None and not TO_COME.search(clause.text)


def _gone(words: str, clause: Clause) -> bool | None:
    """Whether a time lies behind for sure (True), ahead for sure (False), or could be either (None)."""
    now = clause.briefing.now
    try:
        ahead = reader.read_moment(words, now, "future", default_time=now.time())
        behind = reader.read_moment(words, now, "past", default_time=now.time())
    except reader.Unclear:
        return None
    if ahead.at == behind.at:
        if ahead.local.date() == now.date():
            return False if ahead.time_given and ahead.at > now else None
        return ahead.at < now
    if ahead.at - behind.at < AMBIGUOUS:
        return None  # a weekday could be either
    near, far = sorted((abs(ahead.at - now), abs(now - behind.at)))
    return None if far < 3 * near else abs(now - behind.at) == near


def news(clause: Clause, intent: str) -> str | None:
    """What a clause that speaks of an interview tells for sure; None where it cannot be what the guess says."""
    if intent == "delete.application" and MEETING.search(clause.text) and not WHOLE.search(clause.text):
        return "interview.cancel"
    if intent == "status.rejected" and MEETING_OFF.search(clause.text):
        return "interview.cancel"
    if intent == "interview.cancel":
        return _called_off(clause)
    if intent == "correction" and _is_plain_news(clause):
        return None
    if intent == "update":
        return "interview.move" if is_detail(clause) else intent
    trial = intent == "status.assessment" and TRIAL.search(clause.text)
    hour = trial and any(t.hour for t in hours.times(clause.text, clause.mentions))
    hour = hour or (intent == "status.assessment" and assessments.has_hour(clause))
    if hour or (intent in ("status.interview", "status.screening") and _has_a_time(clause)):
        intent = "interview.schedule"
    return _set_or_held(clause) if intent in ("interview.schedule", "interview.held") else intent


def _called_off(clause: Clause) -> str | None:
    """ "Sie haben abgesagt" is news of the employer, not of a meeting; "they called" cancels nothing."""
    if ABGESAGT.search(clause.text) and (AFTERWARDS.search(clause.text) or not MEETING.search(clause.text)):
        return "status.rejected"
    return "interview.cancel" if CANCELLED.search(clause.text) else None


def _is_plain_news(clause: Clause) -> bool:
    opened = is_opener(clause.text) or right(clause.text) != clause.text
    return not opened and status_in(clause.text) is not None


def _has_a_time(clause: Clause) -> bool:
    """Whether an invitation has its time, or should: then it is asked for."""
    invites = (INVITED.search(clause.text) or TO_COME.search(clause.text)) and MEETING.search(clause.text)
    return bool(clause.of("when")) or (bool(invites) and not STAGE.search(clause.text))


def _set_or_held(clause: Clause) -> str:
    """Whether an interview is set, moved, over, or only promised: "they invited me yesterday" tells no time of it."""
    found = hours.times(clause.text, clause.mentions)
    if SAME_TIME.search(clause.text) or (all(hours.old_and_new(clause.text, found)) and INSTEAD.search(clause.text)):
        return "interview.move"
    invited = INVITED.search(clause.text) and not OVER.search(INVITED.sub(" ", clause.text))
    if found and invited and not any(t.hour for t in found) and _gone(hours.joined(found) or "", clause):
        return "status.interview"
    return "interview.held" if is_over(clause) else "interview.schedule"


def is_set(clause: Clause) -> bool:
    """Whether a clause that could be a question sets or moves interviews: it names who, and when, and asks nothing."""
    asks = clause.asks or "?" in clause.text or ASKS.match(clause.text)
    if asks or not clause.slots.known:
        return False
    timed = sum(t.hour for t in hours.times(clause.text, clause.mentions)) >= len(clause.of("company"))
    return is_moved(clause) or (is_meeting(clause) and timed)


def is_moved(clause: Clause) -> bool:
    """Whether a clause says how much earlier or later the interview of a known company is."""
    named = clause.slots.known and MEETING.search(clause.text) is not None
    return named and shifts.by_length(clause.text, clause.mentions) is not None


def is_detail(clause: Clause) -> bool:
    """Whether a clause tells how the interview of a known application is held ("they want it in person now")."""
    names = {m.value for m in clause.of("company")}
    met = {k.company for k in clause.briefing.applications if k.status in ("interview", "screening", "assessment")}
    return (
        bool(names & met)
        and (HOW.search(clause.text) or PLATFORM.search(clause.text)) is not None
        and not clause.of("money")
    )


def is_more(clause: Clause) -> bool:
    """Whether a clause only tells who, where, how or how long of the interview of a known application."""
    names = {m.value for m in clause.of("company")}
    met = {k.company for k in clause.briefing.applications if k.status == "interview"}
    plain = not clause.of("money", "source", "email", "when") and not clause.asks
    return plain and bool(names & met) and any(v for k, v in details(clause).items() if k != "location")


def is_meeting(clause: Clause) -> bool:
    """Whether a clause names a meeting, an employer and an hour to come: then it sets one, however it is put."""
    found = hours.times(clause.text, clause.mentions)
    named = clause.of("kind") or MEETING.search(clause.text)
    return bool(named) and clause.slots.sure and any(t.hour for t in found)


def is_onsite(clause: Clause) -> bool:
    """Whether "onsite" with a day and an hour right behind it names a meeting: "Acme onsite next Thursday 10am"."""
    mode = clause.first("mode")
    if mode is None or mode.value != "onsite" or not clause.slots.known:
        return False
    found = hours.times(clause.text, clause.mentions)
    return any(t.hour and t.day and not BESIDE.sub("", clause.text[mode.end : t.start]) for t in found)


def is_screening(clause: Clause, kind: str | None) -> bool:
    """Whether it is a recruiter's first call rather than an interview proper."""
    if kind in ("panel", "technical", "behavioral", "onsite") or LATER_ROUND.search(clause.text):
        return False
    spoken = kind == "phone" or CALL.search(clause.text) is not None
    return bool(SCREEN.search(clause.text) or RECRUITER.search(clause.text) or (HR.search(clause.text) and spoken))


def details(clause: Clause, *, without: Mention | None = None, named: bool = True) -> dict[str, Any]:
    """Kind, length, people and place; `without` is a length that is none of it, not `named`: no employer is named."""
    meant = target(clause).get("company", "")
    elsewhere = not named or (meant.startswith("#") and not clause.slots.known)
    companies = [] if elsewhere else [c for c, _ in clause.meeting.pairs]
    people = attendees.people(clause.text, clause.mentions, companies)
    names = [m.value or m.text for m in clause.of("company")] + companies + ([people] if people else [])
    found = hours.times(clause.text, clause.mentions)
    spoken = [m for m in clause.of("duration") if any(t.start < m.end and m.start < t.end for t in found)]
    lengths = [m for m in clause.of("duration") if m is not without and m not in spoken and _is_length(m)]
    lasts = next((m.text[5:] for m in clause.of("range") if re.match(r"last \d+ ?(?:min|h)", m.text, re.I)), None)
    return {
        "kind": kind(clause),
        "minutes": lengths[0].text if lengths else lasts,
        "people": people,
        "location": venues.place(clause.text, clause.mentions, names),
    }


def _is_length(mention: Mention) -> bool:
    try:
        return reader.read_duration(mention.text) <= LONGEST
    except reader.Unclear:
        return False


def kind(clause: Clause) -> str | None:
    """How it is held: by the names of kinds, by the platform, or by what is done."""
    kept = right(clause.text)
    kinds = [m.value for m in clause.of("kind") if m.value and m.value != "other" and kept[m.start : m.end].strip()]
    special = next((k for k in kinds if k in ("panel", "technical", "behavioral")), None)
    if special or kinds:
        # "A zoom call" is no call by phone.
        return special or ("video" if set(kinds) == {"video", "phone"} and ON_PLATFORM.search(kept) else kinds[-1])
    if clause.value_of("mode") == "onsite" or IN_PERSON.search(clause.text):
        return "onsite"
    if PLATFORM.search(clause.text):
        return "video"
    if TRIAL.search(clause.text):
        return "onsite"
    if CALL.search(clause.text) and not re.search(r"\bcalled\s+[A-Z]|\bcalled\b(?!\s+me)", clause.text):
        return "phone"
    return None


def target(clause: Clause) -> dict[str, str]:
    """The application meant, where "with …" may name people."""
    targets = clause.targets(clause.meeting)
    return fitting(clause, targets[0]) if targets else {}
