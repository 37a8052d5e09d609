"""Stage 5e: how much earlier or later a meeting is said to be: "half an hour later", "back a week", "the day after"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.offline.entities import Mention

LENGTH_AFTER = re.compile(
    r"^\s*(?P<way>later|earlier|sooner|early|late|forward|back|ahead|más tarde|después|antes|más temprano|"
    r"später|früher|"
    r"vor|nach hinten|nach vorne|plus tard|plus tôt|de retard|d'avance)\b",
    re.I,
)
LENGTH_BEFORE = re.compile(
    r"\b(?P<way>delay\w*|postpon\w*|push\w*|put (?:it |them |me )?(?:back|off)|slip\w*|mov\w+ (?:it |me |"
    r"us )?(?:back|forward|up)|"
    r"back|forward|bring\w*|brought|prepon\w*|advanc\w*|shift\w*|retras\w*|aplaz\w*|pospus\w*|atras\w*|adelant\w*|"
    r"verschoben|verschieb\w*|vorgezogen|vorverlegt|repouss\w*|recul\w*|retard\w*|décal\w*|report\w*|avanc\w*)\b"
    r"(?:\s+[\w'’-]+){0,4}?"
    r"\s*(?:by|for|um|d'|de|en|of)?\s*(?:another\s+|about\s+)?$",
    re.I,
)
EARLIER = re.compile(
    r"earl|soon|forward|ahead|antes|temprano|früh|vor|plus tôt|d'avance|adelant|avanc|advanc|bring|brought|"
    r"prepon|up$",
    re.I,
)
DAY_AFTER = re.compile(
    r"\b(?:the|a) day (?:after|later)\b(?! tomorrow| the| my| i\b)|\bthe (?:next|following) day\b|"
    r"\bal día siguiente\b|\bam tag danach\b|"
    r"\bun día después\b|\ble lendemain\b",
    re.I,
)
SAME_NEXT_WEEK = re.compile(
    r"\bsame (?:day|time)\b.*\b(?P<week>next week|the week after|week after|following week)\b|"
    r"\b(?P<first>next week|the week after|following week)\b.*\bsame (?:day|time)\b",
    re.I,
)


def by_length(text: str, mentions: Sequence[Mention]) -> tuple[str, Mention] | None:
    """How much earlier or later ("30 minutes later"), with the mention that says it; None where nothing does."""
    for mention in mentions:
        if mention.kind not in ("duration", "when"):
            continue
        after = LENGTH_AFTER.match(text[mention.end :])
        before = LENGTH_BEFORE.search(text[: mention.start])
        if (after or before) and (mention.kind == "duration" or after):
            way = f"{before.group('way') if before else ''} {after.group('way') if after else ''}".strip()
            back = re.search(r"\bback\b|nach hinten", way, re.I)
            length = re.sub(r"^(?:another|about|in|by)\s+", "", mention.text, flags=re.I)
            return f"{length} {'earlier' if EARLIER.search(way) and not back else 'later'}", mention
    next_day = DAY_AFTER.search(text)
    if next_day:
        start = next_day.start()
        return "1 day later", Mention("when", start, next_day.end(), next_day.group(), "day")
    same = SAME_NEXT_WEEK.search(text)
    week = next((m for m in mentions if m.kind in ("range", "when") and "week" in m.text.casefold()), None)
    return ("1 week later", week) if same and week else None
