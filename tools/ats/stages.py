"""What the free words of a stage mean: a table that is gone through in order; what it does not hold means nothing."""

from __future__ import annotations

import re

from storage.status import Status
from tools.ats.contract import Stand

WITHDRAWN = r"withdr|declined by candidate|candidate (?:declin|reject)|not interested|accepted an?other"
# Each employer writes its stages as it likes; these words are common to what recorded accounts of the platforms hold.
# The first that fits counts: "Interview: take-home test" is a test, "Schedule interview" an interview.
WORDS = (
    (WITHDRAWN, Status.WITHDRAWN),
    (r"reject|declin|not (?:selected|moving|a fit)|disqualif|unsuccessful|archived", Status.REJECTED),
    (r"\bhired?\b|ready for hire|offer accepted|\bsigned\b|onboarding", Status.ACCEPTED),
    (r"\boffer|reference|background|employment agreement", Status.OFFER),
    (r"take.?home|assessment|\btests?\b|challenge|\bcoding\b|hackerrank|codility|questionnaire", Status.ASSESSMENT),
    (r"screen|pre.?interview|intro call", Status.SCREENING),
    (r"interview|on.?site|\bpanel\b|face to face|\bloop\b|final round|debrief", Status.INTERVIEW),
    (r"sourced|\blead\b|prospect|talent pool", Status.SAVED),
    (r"\breview|\bnew\b|\bapplied\b|application|shortlist", Status.APPLIED),
)
HELD = re.compile(r"\bhold\b", re.I)
ENDS = frozenset((Status.WITHDRAWN, Status.REJECTED, Status.ACCEPTED))
_TABLE = tuple((re.compile(words, re.I), status) for words, status in WORDS)


def of_words(stage: str) -> Stand:
    """What a stage of an application that runs means; not sure where its words speak of several things.

    A name alone ends nothing: whether it has ended says the platform, not a stage.
    """
    hits = [status for words, status in _TABLE if words.search(stage)]
    if not hits or HELD.search(stage) or hits[0] in ENDS:
        return Stand()
    others = {status for status in hits if status is not Status.APPLIED}
    return Stand(hits[0], sure=len(others) <= 1)


def ended(reason: str) -> Stand:
    """How an application ended that the platform calls ended without a hire."""
    gone = re.search(WITHDRAWN, reason, re.I) is not None
    return Stand(Status.WITHDRAWN if gone else Status.REJECTED, sure=True)
