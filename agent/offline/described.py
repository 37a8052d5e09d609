"""Employers spoken of by what they are ("the care home"): one that is known by its name or job, else one asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from agent.offline import places, vocabulary
from agent.offline.briefing import Briefing, Known
from agent.offline.entities import Mention
from agent.offline.names import GENERIC
from agent.offline.slots import tidy
from storage.status import ACTIVE
from tools import employers
from tools.focus import numbers
from tools.result import Call

SIZE = r"(?:new|big|small|little|local|nearby|private|posh|nice|same|first|last)"
# What may stand behind it: the words of a name or of a job title ("the kitchen porter job") do not.
NEXT = (
    r"(?:on|in|at|near|next|by|down|up|across|round|from|for|of|with|to|and|but|that|who|which|just|also|now|today|"
    r"tomorrow|yesterday|finally|already|still|again|back|has|have|had|is|was|are|were|will|would|can|can't|did|didn't|"
    r"do|don't|does|doesn't|job|application|app|interview|trial|one|place|thing|people|guys?|i|me|my|they|he|she|we|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|said|says?|told|tells?|wants?|wanted|call(?:s|ed)?|rings?|rang|"
    r"phone[sd]?|emails?|emailed|text(?:s|ed)?|writes?|wrote|invite[sd]?|ask(?:s|ed)?|offer(?:s|ed)?|reject(?:s|ed)?|"
    r"turn(?:s|ed)?|refuse[sd]?|accept(?:s|ed)?|gives?|gave|got|gets?|needs?|needed|likes?|liked|went|goes|sends?|sent|"
    r"repl(?:y|ies|ied)|answer(?:s|ed)?|cancel(?:s|led|ed)?|move[sd]?|hire[sd]?|take[sn]?|took|lets?|picks?|picked|"
    r"choose|chose|contact(?:s|ed)?|messaged?|came|comes?|pays?)"
)
SPOKEN_OF = re.compile(
    rf"\b(?:the|that|this|my|an?|one)\s+(?:{SIZE}\s+)?(?P<noun>{employers.NOUNS})(?='s\b|\s*$|\s*[.,;:!?)]|\s+{NEXT}\b)",
    re.I,
)
# It brings news: what it does, or whom something is from or with.
BRINGS = re.compile(
    r"(?:^|[.,;!?]|\b(?:and|but|so|ok|hey|hi|today|just|yesterday|from|with|by|for|at|because|now))\W*$", re.I
)
# Words of a job that is new: its employer is told, not looked for.
LOGS = re.compile(
    r"\b(?:appl(?:y|ied|ying)|sent|submitted|saved?|found|saw|handed|dropped|called\s+(?-i:[A-Z])|named\s+(?-i:[A-Z]))\b",
    re.I,
)
WORD = re.compile(r"[^\W\d_]+")
LONG = 5  # letters of a last name by which alone an employer is called
NEWS = frozenset(("status", "schedule", "reschedule", "note"))


def known(words: str, mentions: Sequence[Mention], briefing: Briefing) -> list[Mention]:
    """The mentions, with the one known employer that such words can only mean."""
    if last := _by_last(words, mentions, briefing):
        return sorted([*mentions, last], key=lambda m: m.start)
    match = _spoken_of(words, mentions)
    hits = _fitting(match, briefing) if match else []
    names = {hit.company for hit in hits}
    if match is None or len(names) != 1:
        return list(mentions)
    found = Mention("company", match.start("noun"), match.end("noun"), match["noun"], names.pop())
    return sorted([*mentions, found], key=lambda m: m.start)


def named(calls: Sequence[Call], words: str, mentions: Sequence[Mention], briefing: Briefing) -> tuple[Call, ...]:
    """The calls, where news of such an employer that is not known would else be kept at what the talk was about."""
    match = _spoken_of(words, mentions)
    if match is None or not briefing.applications or not BRINGS.search(words[: match.start()]):
        return tuple(calls)
    about = {f"#{i}" for i in numbers(briefing.focus.subject, "application")}
    return tuple(meant(call, tidy(match["noun"]), about) for call in calls)


def meant(call: Call, name: str, about: AbstractSet[str]) -> Call:
    """The call with that employer in the place of the one that was only implied; also inside of a question."""
    args: dict[str, Any] = dict(call.args)
    if call.name == "ask_back":
        args["guesses"] = [
            {
                **guess,
                "calls": [meant(Call.model_validate(c), name, about).model_dump(mode="json") for c in guess["calls"]],
            }
            for guess in args.get("guesses", [])
        ]
    elif call.name in NEWS and (
        (company := str(args.get("company", ""))) in about or company in {"", name, *name.split()}
    ):
        args["company"] = name
    return call.model_copy(update={"args": args})


def _by_last(words: str, mentions: Sequence[Mention], briefing: Briefing) -> Mention | None:
    """The known employer called by the last of its two words, which is no word of any language: "stobart rang"."""
    said = {match.group().casefold(): match for match in WORD.finditer(words)}
    meant = {name for name in briefing.companies if (parts := name.casefold().split())[-1:] and parts[-1] in said}
    if len(meant) != 1 or any(m.kind == "company" for m in mentions) or LOGS.search(words):
        return None
    name = meant.pop()
    at = said[name.casefold().split()[-1]]
    free = all(m.end <= at.start() or m.start >= at.end() for m in mentions)
    if len(name.split()) != len(("first", "last")) or not free or not _is_last_name(at.group()):
        return None
    return Mention("company", at.start(), at.end(), at.group(), name)


def _is_last_name(word: str) -> bool:
    """Whether a word can only be somebody's name, and neither a town's nor of what an employer is."""
    plain = word.casefold() in GENERIC or places.is_city(word)
    return len(word) >= LONG and not plain and vocabulary.is_name(word.casefold(), capitals=False)


def _spoken_of(words: str, mentions: Sequence[Mention]) -> re.Match[str] | None:
    """Where such an employer is spoken of and none by its name."""
    if any(m.kind == "company" for m in mentions) or LOGS.search(words):
        return None
    return SPOKEN_OF.search(words)


def _fitting(match: re.Match[str], briefing: Briefing) -> list[Known]:
    kind = employers.kind_of(match["noun"])
    active = [known for known in briefing.applications if known.status in ACTIVE]
    for pool in (active, list(briefing.applications)):
        hits = employers.fitting(match["noun"], kind, [(k.company, k.title) for k in pool]) if kind else []
        if hits:
            return [pool[i] for i in hits]
    return []
