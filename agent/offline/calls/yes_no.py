"""Yes and no in so many words, and who said it to whom: "they said yes", "tell Costa and Nero no"; sets nothing."""

from __future__ import annotations

import re

from agent.offline.calls.aids import POLITE
from agent.offline.calls.meeting_words import SPEAKS_OF_ONE
from agent.offline.clause import Clause
from agent.offline.clauses import without_leadin
from agent.offline.entities import mask

NOW = r"(?:(?:just|finally|actually|already|both|all|have|has|'ve)\s+)*"
THEY = (
    r"(?:they|he|she|it|the (?:boss|manager|owner|recruiter|agency|company|school|hospital|home)|<company>"
    r"(?:(?:\s*,\s*|\s+(?:and|&)\s+)<company>)*)"
)
# The employer says yes: that is an offer, whatever "yes" is in other mouths.
THEIR_YES = re.compile(
    rf"^\W*(?:and\s+|so\s+)?{THEY}\s*{NOW}(?:said|say|says|came back with|gave me)\s+(?:a\s+)?(?:big\s+)?yes\b"
    r"(?!\s*(?:or|but|and no)\b|\s+to\b(?!\s+me\b))",
    re.I,
)
NO = (
    r"(?:no(?:\s+(?:thanks|thank you|thx|ta))?|(?:that\s+)?i(?:'m| am)\s+not (?:interested|coming|taking (?:it|them))|"
    r"not interested|i said no|it's a no)"
)
LIST = r"<company>(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+)<company>)*"
# The person says no to them: "tell Costa and Nero no", "no thanks to Lidl", "I've told them no".
MY_NO = re.compile(
    rf"^\W*{POLITE}(?:(?:i|i've|i have|i'll|we|we've)\s+)?{NOW}(?:"
    rf"(?:tell|told|telling|text|texted|let)\s+(?:{LIST}|them|both|both of them)\s+(?:both\s+)?(?:know\s+)?{NO}|"
    rf"(?:say|said)\s+no(?:\s+(?:thanks|thank you))?\s+to\s+(?:both\s+)?(?:{LIST}|them|both|both of them)|"
    rf"no(?:\s+(?:thanks|thank you))\s+to\s+(?:both\s+)?{LIST})"
    r"(?:\s+(?:please|pls|then|too|as well|today|yesterday|<when>))*\W*$",
    re.I,
)


# Neither: nothing moves, and it is worth a note.
NEITHER = re.compile(
    rf"^\W*(?:and\s+|so\s+)?{THEY}\s*{NOW}(?:put|kept|placed|got|keeping|are keeping)\s+me\s+on\s+"
    r"(?:a|the|their|some)\s+"
    r"(?:waiting|wait|reserve|back-?up|standby)[ -]?list\b",
    re.I,
)


def intent(clause: Clause) -> str | None:
    """The status that a yes or a no tells; None where the words say something else or ask."""
    if clause.asks or "?" in clause.text:
        return None
    plain = " ".join(mask(clause.text, clause.mentions).split())
    plain = plain[without_leadin(plain) :]
    if NEITHER.match(plain):
        return "news.kept"
    if THEIR_YES.match(plain) and not SPEAKS_OF_ONE.search(clause.said or clause.text):
        return "news.kept" if _of_a_time(clause) else "status.offer"
    return "status.declined" if MY_NO.match(plain) else None


def _of_a_time(clause: Clause) -> bool:
    """Whether it was a new time that they were asked for: then "yes" is no job."""
    told = clause.before or clause.briefing.focus.calls
    return any(call.name == "reschedule" and not call.args.get("cancel") for call in told)
