"""Stage 3b: the spans of a message as clauses, with a bare name joined to the words that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.offline import clauses, correction, ellipsis, entities, intent
from agent.offline.briefing import Briefing
from agent.offline.calls import fields, removal
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from tools.result import Call


def merged(
    words: str, mentions: Sequence[Mention], spans: list[tuple[int, int]], briefing: Briefing
) -> list[tuple[int, int, bool]]:
    """The spans, with a bare name and title joined to the log clause without a name beside it (then True)."""
    joined: list[tuple[int, int, bool]] = []
    for start, end in spans:
        if joined:
            left = clause_of(words, mentions, *joined[-1][:2], briefing, [])
            right = clause_of(words, mentions, start, end, briefing, [])
            if ellipsis.is_one_job(left, right):
                joined[-1] = (joined[-1][0], end, right.guesses[0].intent == "log.applied" or joined[-1][2])
                continue
            if (fields.is_half(left) and fields.is_rest(right)) or removal.is_tail(left, right):
                joined[-1] = (joined[-1][0], end, joined[-1][2])
                continue
        joined.append((start, end, False))
    return joined


def clause_of(
    words: str,
    mentions: Sequence[Mention],
    start: int,
    end: int,
    briefing: Briefing,
    before: list[Call],
    *,
    whole: bool = False,
) -> Clause:
    """The clause at `start` to `end` of the words; of the `whole` message a correction keeps its head."""
    full = words[start:end]
    earlier = tuple(m.value for m in mentions if m.kind == "company" and m.end <= start)
    lead = clauses.without_leadin(full)
    if not whole:
        lead += correction.head(full[lead:])
    if not any(m.start < start + lead and start <= m.start for m in mentions):
        start += lead
    inside = [replace(m, start=m.start - start, end=m.end - start) for m in mentions if start <= m.start < end]
    part = words[start:end]
    return Clause(part, inside, briefing, intent.rank(entities.mask(part, inside)), before, earlier, full=full)
