"""Clauses whose form alone says what they want, whatever words stand in them: "note for X: …", "remind me …", "tag …"."""

from __future__ import annotations

import re

POLITE = (
    r"(?:(?:please|pls|plz|kindly|can you|could you|would you|will you|and|also|then|so|ok|okay|hey|just|oh|now|quickly|yo|jobbot|"
    r"bitte|kannst du|por favor|puedes|s'il te plaît|peux-tu)[\s,]+)*"
)
ABOUT = r"(?:on|for|about|to|at|re|regarding|against|under|zu|zum|zur|bei|für|para|sobre|en|a|de|pour|chez|sur|à|that|dass|que)"
NOTE = re.compile(
    rf"^\W*{POLITE}(?:(?:add|make|take|put|leave|write|save|keep|jot|pop|stick|drop|file|attach)\s+(?:down\s+|me\s+|in\s+)?(?:an?|the|this|another|one more)\s+(?:\w+\s+)?)?"
    rf"(?:notes?|notiz|nota|memo)\b\s*(?:(?:to self|{ABOUT})\b|[:,-])\s*(?=[^\s?])",
    re.I,
)
REMIND = re.compile(
    rf"^\W*{POLITE}(?:remind me|set (?:me )?(?:up )?a(?:nother)? reminder|don't let me forget|recuérdame|recordame|erinner[en]* mich|rappelle[- ]moi)\b"
    r"(?!\s+(?:again|what|which|when|where|who|how|whether|if|why|later|was|welche|qué|cuándo|quand|quel)\b)",
    re.I,
)
TAG = re.compile(rf"^\W*{POLITE}(?:(?P<off>un-?tag)|(?:tag|label|hashtag))\s+(?=[^\s?:])(?!(?:is|was|list|cloud)\b)", re.I)
QUIET = re.compile(r"^\W*(?:dnd|do not disturb|quiet (?:hours?|time)|no (?:messages?|pings?|notifications?|texts?))\b(?=.*\d|.*\b(?:night|midnight|noon|before|after)\b)", re.I)
ZONE = re.compile(r"\b(?:what|which)\b[^.;]*\btime ?zone\b|^\W*(?:show |list )?(?:me )?(?:my |your |the )?settings\W*$|^\W*(?:(?:my |set |change )?(?:time ?zone|tz))\s*(?:=|:|to\b|is\b)", re.I)
UNDO = re.compile(
    rf"^\W*{POLITE}(?:undo|revert|take (?:that|it|this) back|deshaz(?:lo)?|deshacer|rückgängig(?: machen)?|mach (?:das|es) rückgängig|annule(?:r)?(?: ça| cela)?)\b"
    r"(?:\s+(?:that|this|it|please|pls|the|last|previous|change|changes|one|two|three|thing|things|steps?|x?\d{1,2}x?|both|twice|lo|último|últimas?|cambio|das|letzte|ça|dernière|modification|la|again))*\W*$",
    re.I,
)


def intent_of(text: str) -> str | None:
    """The intent that the form of a clause leaves no doubt of; None for all others."""
    if NOTE.match(text) and not text.rstrip().endswith("?"):
        return "note.add"
    tagged = TAG.match(text)
    if tagged:
        return "tag.remove" if tagged["off"] else "tag.add"
    for intent, pattern in (("remind.set", REMIND), ("settings", QUIET), ("settings", ZONE), ("undo", UNDO)):
        if pattern.search(text):
            return intent
    return None
