"""Which button of a waiting question a person means by "yes", "the second" or a part of its label; never a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from sqlalchemy import Connection

from agent.offline.references import ORDINALS
from storage import actions

YES = re.compile(
    r"(?:yes|yep|yeah|yup|ya|y|sure|ok|okay|ok(?:ay)? do it|do it|go ahead|confirm(?:ed)?|please do|"
    r"yes please|yes,? do it|yes,? delete.*|definitely|absolutely|correct|right|of course|certainly|sí|si|"
    r"claro|vale|ja|klar|mach das|oui|d'accord|bien sûr|👍|✅)"
    r"(?:[\s,]+(?:please|pls|sure|do it|go ahead|thanks|thank you|mate|all of (?:it|them)|delete (?:it|them|"
    r"everything|all)|i'm sure|im sure|por favor|bitte|s'il te plaît))*[\s.!]*",
    re.I,
)
NO = re.compile(
    r"(?:no|nope|nah|n|don't|dont|do not|cancel|stop|never ?mind|forget it|leave it|keep (?:it|them)|not now|"
    r"no thanks|nein|lieber nicht|non|no gracias|mejor no|👎|❌)"
    r"(?:[\s,]+(?:thanks|thank you|don't|dont|do not|leave it|keep (?:it|them)|wait|never ?mind|cancel|stop|"
    r"forget it|danke|merci|gracias|delete|sorry|do that|it))*[\s.!]*",
    re.I,
)
NTH = re.compile(
    r"(?:the |option |number |no\.? ?|#|el |la |der |die |das |le )*(?P<word>[\w']+)(?: one| option|"
    r" application| role| job)?[\s.!]*",
    re.I,
)
MAX_WORDS = 7


@dataclass(frozen=True)
class Option:
    """A button of a card that waits for an answer."""

    id: str
    label: str
    does: bool


def options(db: Connection, user_id: int, conversation_id: int) -> tuple[Option, ...]:
    """The buttons of the question that waits in a conversation."""
    found = actions.open_question(db, user_id, conversation_id)
    return tuple(Option(a.id, a.label, bool(a.calls)) for a in found)


def chosen(text: str, options: Sequence[Option]) -> Option | None:
    """The one option that these words choose, or None: then they are a message like any other."""
    said = " ".join(text.replace("’", "'").split())
    if not options or not said or len(said.split()) > MAX_WORDS + 4:
        return None
    doing = [option for option in options if option.does]
    if NO.fullmatch(said):
        return next((option for option in options if not option.does), None)
    if YES.fullmatch(said) or _yes_and(said, doing):
        return doing[0] if len(doing) == 1 or doing[0].label.casefold().startswith("yes") else None
    return _nth(said, doing) or _by_label(said, doing)


def _yes_and(said: str, doing: Sequence[Option]) -> bool:
    """Whether the words begin with yes and hold nothing else than the button's own and polite ones."""
    first, *rest = re.findall(r"[\w']+", said.casefold()) or [""]
    if not YES.fullmatch(first) or len(doing) == 0:
        return False
    own = set(re.findall(r"[\w']+", doing[0].label.casefold()))
    return all(word in own or word in POLITE for word in rest)


POLITE = frozenset(
    (
        "yes yeah please pls do it that them go ahead add log create track save put in delete remove all everything "
        "of course i'm im sure thanks thank you the one too now for me would be great hinzufügen bitte añade añádela "
        "por favor ajoute la le supprime lösch alles ja sí oui"
    ).split()
)


def _nth(said: str, doing: Sequence[Option]) -> Option | None:
    match = NTH.fullmatch(said)
    word = match.group("word").casefold() if match else ""
    number = int(word) if word.isdigit() and len(word) < 3 else ORDINALS.get(word, 0)
    if number == -1:
        return doing[-1] if len(doing) > 1 else None
    return doing[number - 1] if 0 < number <= len(doing) else None


def _by_label(said: str, doing: Sequence[Option]) -> Option | None:
    """The only option whose label holds all the words said, but for small ones."""
    words = [w for w in re.findall(r"\w+", said.casefold()) if w not in SMALL]
    if not words or len(words) > MAX_WORDS:
        return None
    hits = [o for o in doing if all(_in(word, re.findall(r"\w+", o.label.casefold())) for word in words)]
    return hits[0] if len(hits) == 1 else None


SMALL = frozenset("the one a an it was is i meant mean for of my at that role job position application please".split())


def _in(word: str, label: list[str]) -> bool:
    return any(w == word or (len(word) > 3 and (w.startswith(word) or fuzz.ratio(w, word) >= 85)) for w in label)
