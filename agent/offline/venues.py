"""Stage 5f: where a meeting is: a link, an address, a building or a town behind "at", "in" or a comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.offline import lexicon, places, roles
from agent.offline.chunks import is_mixed
from agent.offline.entities import Mention

LEAD = re.compile(
    r"(?:\b(?:at|in|inside|to|@|address(?: is|:)?|location(?: is|:)?|place(?: is|:)?|venue(?: is|:)?|"
    r"where:|bei|im|in der|in "
    r"den|am|an der|en|en el|en la|à|au|aux|à la|dans|sur|chez|ort:|dirección:|adresse(?: est|:)?)|@)\s+",
    re.I,
)
COMMA = re.compile(r"[,(–]\s*|\s-\s+")
STOP = re.compile(
    r"\s*(?:[;!?)]|\.(?:\s|$)|\s(?:with|w/|on(?!(?:\s+[\w'.-]+){1,3}\s(?:st|street|rd|road|ave|avenue|lane|"
    r"row|square|hill)\b)|for|and|but|so|then|about|around|lasting|from|until|who|which|where|if|because|"
    r"bring|try|trial|test"
    r"|mit|con|avec|um|pour|para|a las|à|il|elle|it|they|i'm|i|is|was|will|at|el|le|am|please|next to my)\b)",
    re.I,
)
HOUSE_NUMBER = re.compile(
    r"^\d{1,5}[a-z]?\s+(?!(?i:instead|not|on|at|or|and|for|with|to|pm|am|uhr|people|ppl|persons?|leute|min|hour|o'clock))[^\W\d_]{3,}"
    r"|^[A-ZÀ-Þ][\w.'-]+(?:\s+[^\W\d_][\w.'-]+)?\s+\d{1,4}[a-z]?$"
)
ARTICLE = re.compile(
    r"^(?:the|their|its|his|her|our|my|der|die|das|dem|den|ihre[rmn]?|el|la|los|las|su|sus|le|les|l'|leur|"
    r"leurs)\s+",
    re.I,
)
VAGUE = frozenset("office offices place store shop site building house school work".split())


def place(text: str, mentions: Sequence[Mention], names: Sequence[str] = ()) -> str | None:
    """The place of a meeting in the person's words; `names` are the employer and the people, who are none."""
    link = next((m.text for m in mentions if m.kind == "url"), None)
    if link:
        return link
    taken = [name.casefold() for name in names]
    for lead in (LEAD, COMMA):
        for match in lead.finditer(text):
            found = _at(text, match.end(), mentions, taken, led=lead is LEAD)
            if found:
                return found
    return None


def _at(text: str, start: int, mentions: Sequence[Mention], taken: list[str], *, led: bool) -> str | None:
    """The place that begins at `start`, with the parts of its address behind commas."""
    part = _part(text, start, mentions)
    if part is None or not _is_place(part, taken, is_mixed(text), led):
        return None
    end = start + len(part)
    while text[end : end + 2] == ", ":
        more = _part(text, end + 2, mentions)
        if more is None or not (
            _is_place(more, taken, is_mixed(text), False) or places.is_city(more) or places.is_region(more)
        ):
            break
        end += 2 + len(more)
    return ARTICLE.sub("", text[start:end].strip()).strip()


def _part(text: str, start: int, mentions: Sequence[Mention]) -> str | None:
    """The words from `start` to the next comma, small word or mention."""
    ends = [m.start for m in mentions if m.start >= start] + [len(text)]
    inside = [m for m in mentions if m.start <= start < m.end and m.kind != "phone"]
    if any(m.kind != "when" for m in inside) or (
        inside and not re.match(r"\d{1,5}[a-z]?\s+[A-ZÀ-Þ][a-zß-ÿ]{3,}", text[start:])
    ):
        return None
    end = min(ends)
    stop = STOP.search(text, start, end)
    comma = text.find(",", start, end)
    end = min(e for e in (end, stop.start() if stop else end, comma if comma >= 0 else end))
    return text[start:end].rstrip() or None


def _is_place(part: str, taken: list[str], mixed: bool, led: bool) -> bool:
    bare = ARTICLE.sub("", part).strip()
    low = bare.casefold()
    if not low or any(low in name or name in part.casefold() for name in taken) or len(low.split()) > 8:
        return False
    words = re.findall(r"[^\W\d_]+", low)
    if words and roles.is_head(words[-1]) and words[-1] not in lexicon.words("place_words.txt"):
        return False
    nouns = [
        w
        for w in words
        if w in lexicon.words("place_words.txt") or w.endswith(("straße", "strasse", "platz", "weg", "allee", "gasse"))
    ]
    if nouns:
        return len(words) > 1 or low not in VAGUE or bare != part
    if HOUSE_NUMBER.match(bare):
        return True
    named = mixed and bare[:1].isupper() and low not in lexicon.words("not_companies.txt")
    return led and (places.is_city(bare) or named)
