"""What the words call right and what they call wrong: "X, not Y", "instead of Y", "from Y to X", "X now, was Y"."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.offline.clause import Clause
from agent.offline.entities import Mention

SMALL = (
    r"(?:(?:the|on|at|in|a|an|for|as|it|is|it's|that|say|says|to|der|die|das|den|dem|ein|eine|einen|am|im|"
    r"el|la|los|las|"
    r"un|una|en|le|les|une|à|au|de)\s+)*"
)
END = r"(?=\s*(?:[,;!?)]|\.(?:\s|$)|$|\s-\s|\b(?:but|sondern|sino|mais|it's|it is|as i|like i|wie ich|como)\b))"
WRONG = re.compile(
    r"(?:[,(-]\s*|\band\s+|\bund\s+|\by\s+|\bet\s+)?(?<!why )(?<!if )(?<!or )\b(?:not|nicht|isn't|wasn't|"
    r"ain't|isnae|no longer|instead of|"
    r"rather than|as opposed to|statt|anstatt|anstelle von|kein|keine|keinen|en vez de|en lugar de|plutôt que|"
    r"au lieu de|et pas|(?<=, )pas|(?<=, )no|(?<=y )no)\s+(?!sure|yet|bad|only|that i|so\b|too\b|really a)"
    rf"{SMALL}(?P<wrong>[^,.;!?()]*?(?:\d[.,]\d+[^,.;!?()]*?)?){END}",
    re.I,
)
DIDNT = re.compile(r"\b(?:did|do|does|is|are|was|were)n't\b[^,.;!?]*?(?=,|\bbut\b)", re.I)
# What leads to the value that was, where the one that is stands beside it.
OLD = re.compile(
    r"\b(?:was|were|used to (?:be|say|pay)|previously|before|formerly|originally|from|war|vorher|von|era|antes|del|de|"
    r"était|avant|du|out of)\s+(?:\w+\s+){0,2}$",
    re.I,
)
NEW = re.compile(
    r"\b(?:should(?: have)? be(?:en)?|supposed to be|make it|really|correct(?:ly)?|to|into|now|until|till|auf|"
    r"jetzt|bis|a|al|ahora|hasta|à|au|en|maintenant|"
    r"jusqu'au)\s+(?:\w+\s+){0,2}$",
    re.I,
)


@lru_cache(maxsize=64)
def right(text: str) -> str:
    """The text with what it calls wrong blanked out; every other character stays where it was."""
    for pattern in (WRONG, DIDNT):
        text = pattern.sub(lambda m: " " * len(m.group()), text)
    return text


def standing(clause: Clause, *kinds: str) -> list[Mention]:
    """The mentions of these kinds that the words do not call wrong or past, the one said to be new first."""
    kept = right(clause.text)
    found = [m for m in clause.of(*kinds) if kept[m.start : m.end].strip()]
    if len(found) > 1:
        found = [m for m in found if not OLD.search(clause.text[: m.start])] or found
    return sorted(found, key=lambda m: NEW.search(clause.text[: m.start]) is None)


def first(clause: Clause, kind: str) -> Mention | None:
    """The one mention of a kind that holds."""
    return next(iter(standing(clause, kind)), None)
