"""The ways to speak of one's Google sheet - make it, connect it, sync it, where is it - as whole messages."""

from __future__ import annotations

import re
from functools import cache

from agent.offline import ways
from tools.result import Call

LONGEST = 600  # characters; links may be long
LINK = re.compile(r"<?(?:https?://)?[\w.-]+\.[a-z]{2,}/\S*", re.IGNORECASE)
A_SHEET = re.compile(r"docs\.google\.com/(?:a/[^/\s]+/)?spreadsheets/", re.IGNORECASE)
PARTS = {
    "lead": "hey|hi|please|pls|can you|could you|will you|would you|i want to|i'd like to|i would like to|let's|"
            "i want you to|i'd like you to|bitte|kannst du|ich möchte|ich will|por favor|puedes|quiero|s'il te plaît|"
            "tu peux|peux-tu|je veux|je voudrais",
    "tail": "now|please|pls|again|too|for me|for my applications|with my applications|with my jobs|jetzt|bitte|mal|"
            "für mich|ahora|por favor|maintenant|s'il te plaît|stp",
    "my": "to|with|into|in|at|this|that|my|the|a|an|me a|me|us a|new|another|own|live|shared|meine?[nmrs]?|eine?[nms]?|"
          "mir eine?|neue[sn]?|die|das|der|mi|mis|el|la|los|una?|nueva|mon|ma|mes|le|les|une?|nouvelle|moi une",
    "sheet": r"(?:google[\s-]*)?(?:spread)?sheets?|google[\s-]*docs? (?:spread)?sheet|google[\s-]*tabelle[n]?|"
             r"tabelle|hojas? de cálculo(?: de google)?|hojas? de google|feuilles? (?:de calcul)?(?: google)?|"
             r"feuilles? google(?: sheets?)?|gsheets?",
    "make": "make|create|start|set up|give|open|generate|build|mache?|erstelle?|lege?|crea|créa|haz|hazme|crée[rz]?|"
            "fais(?:-moi)?|faire",
    "connect": "connect|link|hook up|reconnect|use|write (?:it |them |everything )?(?:in)?to|verbinden?|verknüpfen?|"
               "conectar?|vincular?|connecte[rz]?|relie[rz]?",
    "sync": "sync|synchroni[sz]e|update|refresh|check|aktualisiere?|synchronisiere?|sincroniza|actualiza|"
            "synchronise[rz]?|actualise[rz]?",
    "end": "disconnect|unlink|stop(?: writing| updating| syncing)?|trenne|desconectar?|déconnecte[rz]?|let go of",
    "where": "where(?:'s| is| are)?|show(?: me)?|what is|what's|which is|link (?:to|of)|wo ist|zeige?(?: mir)?|"
             "dónde está|muestra|où est|montre",
}  # fmt: skip
# Words between < and > stand for the parts above.
WAYS = (
    ("disconnect", r"<leads><end>\s+<mine><sheet>"),
    ("make", r"<leads><make>\s+<mine><sheet>(?:\s+(?:an|of (?:it|them|my (?:list|applications|jobs))))?"),
    ("make", r"<leads><mine><sheet>\s+(?:erstellen|anlegen|machen|einrichten)"),
    ("make", r"\W*(?:(?:<lead>|i (?:want|need)|ich brauche|necesito|il me faut)\W+)+<mine><sheet>"),
    ("connect", r"<leads><connect>\s+<mine><sheet>(?:\s+(?:mit|an))?"),
    ("connect", r"<leads><mine><sheet>\s+(?:verbinden|verknüpfen)"),
    ("sync", r"<leads><sync>\s+<mine><sheet>"),
    ("show", r"<leads><where>\s+<mine><sheet>(?:\s+(?:link|url))?"),
    ("show", r"\W*my <sheet>"),
)
# Without the word Google these could be about a file.
ONLY_GOOGLE = ("make", "connect")
GOOGLE = re.compile(r"google|gsheet", re.IGNORECASE)


@cache
def _ways() -> ways.Ways:
    return ways.compiled(WAYS, PARTS, {"mine": r"(?:<my>\s+)*", "leads": r"\W*(?:<lead>\W+)*"})


def asked(text: str) -> Call | None:
    """The call of a message that speaks of nothing but one's sheet; None for any other."""
    said = text.strip()
    if len(said) > LONGEST:
        return None
    link = LINK.search(said)
    rest = (said if link is None else f"{said[: link.start()]} {said[link.end() :]}").strip(" \t\n:,.<>")
    if link is not None and A_SHEET.search(link.group()) and not rest:
        return _connecting(link.group())
    if len(rest) > LONGEST // 4:
        return None
    name = ways.named(_ways(), rest)
    if link is not None:
        return _connecting(link.group()) if name == "connect" else None
    if name is None or (name in ONLY_GOOGLE and not GOOGLE.search(rest)):
        return None
    return Call(name="sheet", args={"action": name})


def _connecting(link: str) -> Call:
    return Call(name="sheet", args={"link": link.strip("<>")})
