"""How a correction begins: "no wait", "sorry, I meant", "oops"; knows nothing of what is corrected."""

from __future__ import annotations

import re

HEAD = re.compile(
    r"^\s*\*+\s*(?=\w)|^\W*(?:(?:oh|ah|oops|ooops|whoops|ups|oups|um|uh|er|erm|hm+|ach|wait|no|nope|nah|"
    r"never ?mind(?=\W+(?:\w+\s+)?\d)|"
    r"sorry|my bad|my mistake|mistake|correction|"
    r"actually|hang on|hold on|scratch that|strike that|ignore (?:that|this|the last one|my last)|"
    r"forget that|wrong one|wrong company|"
    r"typo|i mean(?:t)?|i meant to say|make that|make it|rather|perdón|perdona|perdon|disculpa|espera|no,|"
    r"nein|nee|nö|ne(?=,)|doch|warte|moment|"
    r"quatsch|falsch|korrektur|pardon|non|attends|en fait|eigentlich|mejor dicho|me equivoqué|erreur|"
    r"je me suis trompée?|plutôt|eher|lieber|"
    r"that's wrong|that was wrong|not quite|no no)\b[\s,.:!;-]*)+",
    re.I,
)
# "No answer from Lidl", "no interview at Bosch any more": news that begin with the same word.
NO_NEWS = re.compile(
    r"^\W*(?:no|non|nein|nope)\s+(?:reply|answer|response|news|word|luck|idea|offer|interview|call|more|"
    r"longer|one|way|need|problem|"
    r"clue|rush|worries|hay|tengo|he|me|noticias|respuesta|sé|antwort|rückmeldung|nachricht|merci|gracias|"
    r"thanks|thank)\b",
    re.I,
)


def is_opener(text: str) -> bool:
    """Whether words begin as a correction does."""
    return NO_NEWS.match(text) is None and HEAD.match(text) is not None


def head(text: str) -> int:
    """How many characters at the start only say that a correction follows."""
    match = HEAD.match(text) if is_opener(text) else None
    if match and match.group().strip().casefold() in ("no", "non", "nein"):
        return 0  # "no messages before 9", "no deadline any more"
    return match.end() if match and match.end() < len(text) else 0
