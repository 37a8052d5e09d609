"""Words that answer a reminder which was just told or set: there "it" is the reminder, and "not now" puts it off."""

from __future__ import annotations

import re

from agent.offline.calls.aids import POLITE

ANSWERS = (
    (
        "remind.cancel",
        re.compile(
            rf"^\W*{POLITE}(?:cancel|delete|remove|drop|scrap|forget|kill|stop)\s+(?:it|that|this|that one|"
            rf"this one|the reminder)\b(?:\s+(?:please|pls|again|then|now))*\W*$",
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
