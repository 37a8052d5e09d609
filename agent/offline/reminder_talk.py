"""What a whole message says of reminders before it is cut: one changed, several set, or that somebody is away."""

from __future__ import annotations

import re

from agent.offline import own_reminders
from agent.offline.calls import preferences, several_reminders
from agent.offline.clause import Clause
from tools.result import Call

# "Away from tomorrow until Sunday, keep quiet": said of the person, not of a job.
OUT = re.compile(
    r"^\W*(?:(?:hi|hey|ok|fyi|btw)\W+)?(?:(?:i'm|im|i am|i'll be|i will be|we're)\s+)?(?:away|out|gone|abroad|"
    r"travell?ing|"
    r"off(?: (?:sick|work|duty))?(?: to [\w]+)?|in hospital|unavailable|ill|sick)\b",
    re.I,
)
AND_QUIET = re.compile(
    r"\b(?:from|until|till|til|to|on|the|in|next|please|pls|and|so|keep|be|stay|it|all|quiet|silent|quietly|no|not a|"
    r"any|"
    r"more|single|messages?|reminders?|pings?|pinging|texts?|texting|nagging|notifications?|don't|do not|stop|bother|"
    r"disturb|"
    r"message|ping|text|remind|write|contact|me|us|leave|alone|in peace|then|thanks|thank you|everything|hold|pause|"
    r"of|town|office)\b",
    re.I,
)
ENDS = re.compile(r"\b(?:until|till|til|through|for|to)\b", re.I)


def calls(whole: Clause) -> list[Call]:
    """The calls of a message that is about reminders as a whole; none where it is not."""
    return own_reminders.calls(whole) or several_reminders.calls(whole) or _away(whole)


def _away(clause: Clause) -> list[Call]:
    """The pause of a message that says until when somebody is away, and at most that all is to be quiet."""
    match = OUT.match(clause.text)
    if match is None or clause.slots.known or not ENDS.search(clause.text):
        return []
    until = clause.text_of("range") or preferences.until_day(clause)
    rest = clause.text[match.end() :]
    for m in clause.of("when", "range"):
        rest = rest.replace(m.text, " ")
    more = re.search(r"[^\W\d_]{2,}", AND_QUIET.sub(" ", rest))
    return [Call(name="settings", args={"pause_until": until})] if until and not more else []
