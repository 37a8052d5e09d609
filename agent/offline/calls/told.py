"""Words that answer a reminder which was just told or set: there "it" is the reminder, and "not now" puts it off."""

from __future__ import annotations

import re

from agent.offline.calls import reminders
from agent.offline.calls.aids import POLITE
from agent.offline.clause import Clause
from tools.focus import numbers

ANSWERS = (
    (
        "remind.cancel",
        re.compile(
            rf"^\W*{POLITE}(?:cancel|delete|remove|drop|scrap|forget|kill|stop|skip|ignore|dismiss)\s+"
            r"(?:it|that|this|that one|this one|the reminder)\b(?:\s+(?:please|pls|again|then|now))*\W*$",
            re.I,
        ),
    ),
    (
        "remind.snooze",
        re.compile(
            rf"^\W*{POLITE}(?:move|push|snooze|postpone|delay|shift|change|make|set|put)\s+(?:it|that|this|"
            rf"that one|this one|the reminder)\b(?=.*(?:\d|\b(?:day|week|hour|mon|tue|wed|thu|fri|sat|sun|tomorrow|"
            rf"later|next|noon|tonight)))",
            re.I,
        ),
    ),
    (
        "remind.snooze",
        re.compile(
            rf"^\W*{POLITE}(?:(?:not (?:now|today|yet)|(?:maybe )?later|another (?:time|day)|no)\b[\s,;.-]*)?"
            r"(?:(?:ask|tell|ping|nudge|bug|remind|poke|try) (?:me )?(?:again|later)\b.*|(?<=\w))\W*$",
            re.I,
        ),
    ),
    (
        "remind.done",
        re.compile(
            rf"^\W*{POLITE}(?:(?:that's|it's|that is|it is)\s+)?(?:done|did it|i did(?: it| that)?|finished|"
            rf"all done|mark (?:it|that) (?:as )?done|tick (?:it|that) off)\W*$",
            re.I,
        ),
    ),
)

# "Did it for Bolt".
DONE_FOR = re.compile(
    rf"^\W*{POLITE}(?:i\s+)?(?:(?:already|just)\s+)?(?:did|done|sent)\s+(?:it|that|this)\s+(?:for|to|with|at)\s+\S[^?]*$",
    re.I,
)


def intent(clause: Clause) -> str | None:
    """What words say to the reminder that the talk is about; None where they say something else."""
    if not numbers(clause.briefing.focus.subject, "reminder"):
        return None
    if clause.slots.known:
        return "remind.done" if DONE_FOR.match(clause.text) else None
    if reminders.only_time(clause):
        return "remind.snooze"
    return next((name for name, pattern in ANSWERS if pattern.match(clause.text)), None)
