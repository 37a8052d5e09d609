"""The answer to "what is your name", asked for a record to print; it knows neither the record nor the settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from agent.offline import vocabulary
from agent.offline.briefing import Briefing
from tools.result import Call

LEFT_OPEN = "All right, the name stays open."
MOST_WORDS = 5
LEAD = re.compile(
    r"^\W*(?:(?:(?:ok|okay|sure|yes|ja|oui|oh|please|pls|it(?:'s| is)|i(?:'m| am)|this is|put|use|write|take|"
    r"(?:my|the|full) (?:full )?name(?: is|'s)?|name|mein name ist|ich heiße|ich bin|je m'appelle|mon nom est|"
    r"je suis|me llamo|soy|mi nombre es)(?=[\s:,-])[\s:,-]*)+)",
    re.I,
)
BEHIND = re.compile(r"[\s,]+(?:please|pls|thanks|thank you|thx|bitte|danke|merci|gracias)\W*$", re.I)
NAME = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-]+[^\W\d_]+)*\.?")
PARTICLES = frozenset("van von der den de di da del la le el al bin bint ibn ben dos das du zu zum y e st".split())
REFUSES = re.compile(
    r"\W*(?:no|nope|nah|nein|non|no thanks?|no thank you|no name|without(?: (?:a |my |the )?name)?|(?:please )?"
    r"leave (?:it|that|the name)(?: (?:open|empty|blank|out))?|(?:i'?d )?rather not|ohne(?: namen)?|sans(?: nom)?)\W*",
    re.I,
)
OWN = frozenset({"ask_back", "settings"})


def calls(said: str, briefing: Briefing, alone: Callable[[str], Sequence[Call]]) -> list[Call] | str | None:
    """The name kept, and the record made again with it; words where it shall stay open; None for another message.

    `alone` reads words as if nothing had been asked.
    """
    wanted = briefing.focus.wanted
    if wanted is None or wanted.param != "name":
        return None
    if REFUSES.fullmatch(said):
        return LEFT_OPEN
    lead = LEAD.match(said)
    name = BEHIND.sub("", said[lead.end() if lead else 0 :]).strip(" .!,\"“”'")
    if not _is_name(name, bool(lead)) or any(_is_another(call, name) for call in alone(said)):
        return None
    made = [call for call in briefing.focus.last if call.name in ("export", "find")]
    return [wanted.call.model_copy(update={"args": {"name": _written(name)}}), *made[-1:]]


def _is_another(call: Call, name: str) -> bool:
    """Whether a call says more than the name, which by itself may be read as a company's."""
    only = call.args and all(str(value).casefold() in name.casefold() for value in call.args.values())
    return call.name not in OWN and not only


def _is_name(words: str, told: bool) -> bool:
    """Whether words look like a person's name: few, all with a capital, or some of them no ordinary words."""
    parts = words.split()
    if not 0 < len(parts) <= MOST_WORDS or not all(NAME.fullmatch(part) for part in parts):
        return False
    plain = [part for part in parts if part.casefold() not in PARTICLES]
    capital = all(part[:1].isupper() for part in plain)
    known = [vocabulary.is_word(part.casefold()) for part in plain]
    if not plain or (all(known) and not (capital and (told or len(plain) > 1))):
        return False
    return capital or told or not known[0]


def _written(name: str) -> str:
    """A name typed in small letters gets its capitals."""
    if name != name.casefold():
        return name
    return " ".join(part if part in PARTICLES else part.title() for part in name.split())
