"""Several reminders in one breath, each with its own words and time, and one whose words stand before the wish."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.offline import verbatim
from agent.offline.calls import reminder_times
from agent.offline.calls.reminders import HEAD, remind, what
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from tools.result import Call

SEVERAL = re.compile(
    r"^\W*(?:(?:please|pls|can you|could you|hey|i need|i want|ok)\W+)*(?:(?:set|make|add|create|put|give|"
    r"schedule)\s+)?"
    r"(?:me\s+|up\s+)*(?:two|three|four|five|some|these|the following|a couple of|a few|[2-9])?\s*reminders\b"
    r"(?:\s+(?:please|pls|for me))?\W*",
    re.I,
)
# What one is reminded to do: behind "and" it begins a reminder of its own.
ERRAND = (
    r"(?:call|ring|phone|text|e-?mail|mail|send|write|message|bring|take|buy|print|check|ask|pick|collect|drop|hand|"
    r"post|"
    r"go|get|book|renew|update|chase|prepare|prep|iron|pack|charge|confirm|finish|apply|upload|sign|pay|visit|see|read|"
    r"practi[sc]e|study|fetch|grab|give|put|make|hang|clean|cook|plan|reply|answer|thank|order|cancel|scan|copy|follow|look|return|submit|fill|meet|speak|talk|tell|leave|wash|do)"
)
PARTS = re.compile(rf"\s*(?:[,;.]\s*)?(?:(?:and|und|y|et|then|also|plus)\s+)*(?:to\s+(?=\w)|(?={ERRAND}\b))", re.I)
GAP = re.compile(r"^\s*(?:[,;.]|and|und|y|et|then|also|plus|\s)*", re.I)
# "…, could you give me a shout on Saturday?": the wish behind what it is about.
WISH = re.compile(r"(?:[,.;:!\n]|\s-|\band|\bso)\s+(?=\S)", re.I)
ABOUT_IT = re.compile(r"^(?:(?:about|of|to do|for)?\s*(?:it|that|this|them)(?: please| pls)?)?$", re.I)
DUTY = re.compile(
    r"^\W*(?:(?:hey|ok|so|hi|please)\W+)*(?:i|we|i've|i'm)\s+(?:(?:really|still|also|just)\s+)?(?:(?:have|need|want|"
    r"ought|got|"
    r"am supposed|supposed|have got)\s+to|must(?:n't forget to)?|should|gotta|(?:keep|always|"
    r"'m always)\s+forget(?:ting)?\s+"
    r"to|(?:can't|cannot|mustn't|don't want to)\s+forget\s+(?:to\s+)?)\s+|^\W*(?:don't forget|must|need to|gotta|"
    r"have to)\s+",
    re.I,
)


def calls(clause: Clause) -> list[Call]:
    """A call for each reminder; none where the words are no such list and no wish behind its words."""
    return _listed(clause) or _behind(clause)


def _listed(clause: Clause) -> list[Call]:
    head = SEVERAL.match(clause.text)
    one = None if head else HEAD.match(clause.text)
    start = head.end() if head else one.end() if one else len(clause.text)
    runs = reminder_times.runs(clause, [m for m in clause.of("when") if m.start >= start])
    if len(runs) < 2 or (one and not _are_errands(clause, runs)):
        return []
    first = not reminder_times.LINK.sub("", clause.text[start : runs[0][0].start]).strip(" ,:;-")
    made = [_one(clause, run, span) for run, span in zip(runs, _spans(clause, runs, start, first=first), strict=True)]
    return [call for call in made if call] if all(made) else []


def _are_errands(clause: Clause, runs: list[list[Mention]]) -> bool:
    """Whether behind each time but the last something else to do begins."""
    return all(PARTS.match(clause.text[run[-1].end :]) for run in runs[:-1])


def _spans(clause: Clause, runs: list[list[Mention]], start: int, *, first: bool) -> list[tuple[int, int]]:
    """Where the words of each stand: behind its time where the list begins with one, else before it."""
    if first:
        return [
            (run[-1].end, end)
            for run, end in zip(runs, [*(r[0].start for r in runs[1:]), len(clause.text)], strict=True)
        ]
    return [(begin, run[0].start) for run, begin in zip(runs, [start, *(r[-1].end for r in runs[:-1])], strict=True)]


def _one(clause: Clause, run: list[Mention], span: tuple[int, int]) -> Call | None:
    words = GAP.sub("", clause.text[slice(*span)])
    text = what(replace(clause, text=f"remind me {words}", mentions=[]), [])
    when = " ".join(m.text for m in run)
    return Call(name="remind", args={"text": text, "when": when}) if text else None


def _behind(clause: Clause) -> list[Call]:
    """The reminder whose words stand in a sentence of their own before it: "I must ring the bank, ping me at 5"."""
    if DUTY.match(clause.text) is None or clause.of("company"):
        return []
    for cut in WISH.finditer(clause.text):
        start = cut.end()
        head = HEAD.match(clause.text[start:])
        if head is None:
            continue
        inside = [replace(m, start=m.start - start, end=m.end - start) for m in clause.mentions if m.start >= start]
        wish = replace(clause, text=clause.text[start:], full=clause.text[start:], mentions=inside)
        times = reminder_times.times(wish, head.end())
        if not (times or reminder_times.loose(wish)) or not ABOUT_IT.match((what(wish, times) or "").strip(" ?.!")):
            continue
        said = DUTY.sub("", clause.text[: cut.start()])
        text = verbatim.restored(said.strip(" ,.;:!"), clause.said)
        return [c.model_copy(update={"args": {**c.args, "text": text}}) for c in remind(wish) if isinstance(c, Call)]
    return []
