"""The ways to speak of one's mailbox - connect it, look into it, when was that, let go of it - as whole messages."""

from __future__ import annotations

import re
from functools import cache

from agent.offline import ways
from tools import when
from tools.ats import registry
from tools.mail_hosts import NAMES, address_in, server_in
from tools.mail_words import EVERYTHING
from tools.result import Call, Wanted

LONGEST = 160  # characters; what is longer says more than that
MOST_WORDS = 8  # of an answer
WANTED = (("connect", "mailbox"), ("connect", "server"), ("mailbox", "since"))
# What is asked of somebody who connects a system for applicants, and how long an answer may be (words).
ASKED = {("connect", "company"): 8, ("connect", "account"): 3, ("connect", "email"): 4}
# "3 months": how far back.
SPAN = re.compile(
    r"\W*(?:the )?(?:last |past )?(?:\d{1,3}|an?|one|two|three|six|twelve)\s+(?:week|month|year)s?\W*", re.I
)
LEFT = frozenset(
    "no|nope|cancel|stop|later|skip|nothing|never mind|back|help|undo|nein|abbrechen|cancelar|annuler".split("|")
)
PARTS = {
    "lead": "hey|hi|please|pls|can you|could you|will you|would you|i want to|i'd like to|i would like to|let's|bitte|"
            "how (?:do|can|could|would) (?:i|we)|how to|"
            "kannst du|ich möchte|ich will|por favor|puedes|quiero|s'il te plaît|tu peux|peux-tu|je veux|je voudrais",
    "tail": "now|please|pls|again|too|for me|jetzt|bitte|mal|ahora|por favor|maintenant|s'il te plaît|stp",
    "my": "to|with|into|in|at|through|over|up|my|the|a|an|our|new|account|meine?[nmr]?|die|das|konto|mi|mis|el|la|los|"
          "cuenta|mon|ma|mes|le|les|compte|another|other|von|de|para|dans|auf",
    "box": "imap|e-?mails?|mails?|mail ?box(?:es)?|inbox(?:es)?|postfach|posteingang|correos?|buzón|bandeja|"
           "bandeja de entrada|boîte|boîte mail|boîte de réception|messagerie|courriels?",
    "of": "account|konto|inbox|mail|mailbox|e-?mail|address|adresse|cuenta|compte",
    "connect": "connect|link|hook up|set up|reconnect|verbinden?|verknüpfen?|conectar?|vincular?|connecte[rz]?|"
               "relie[rz]?",
    "look": "check|look|read|scan|sync|fetch|go|refresh|search|prüfe?|schaue?|schau nach|lies|durchsuche?|guck|"
            "revisar?|mirar?|leer?|comprueba|regarde[rz]?|vérifie[rz]?|consulte[rz]?|lis",
    "end": "disconnect|unlink|trenne|desconectar?|déconnecte[rz]?|stop reading|stop checking|let go of",
    "any": "any|got any|is there|is there any|are there|are there any|do i have|do i have any|habe? ich|gibt es|tengo|"
           "hay|j'ai|il y a",
    "fresh": "new|neue|nuevos?|de nouveaux?|nouveaux?",
    "names": "|".join(re.escape(name) for name in sorted((*NAMES, *registry.PLATFORMS), key=len, reverse=True)),
}  # fmt: skip
# Words between < and > stand for the parts above; "account" is a mailbox, with its service or its address.
ACCOUNT = r"(?:\S+@\S+\.\w+|(?:<names>|<box>)(?:\s+<of>)?(?:\s+\S+@\S+\.\w+)?)"
WAYS = (
    ("mailboxes", r"\W*when (?:did|have) you last (?:look|check|read|sync|fetch)\w*(?:\s+<mine><account>)?"),
    ("mailboxes", r"\W*when (?:did|have) you last (?:look|check|read)\w*(?:\s+(?:at|in|into|through)\s+it)?"),
    ("mailboxes", r"\W*wann hast du (?:zuletzt|das letzte mal) <mine><account> (?:geschaut|geprüft|gelesen)"),
    ("mailboxes", r"\W*cuándo (?:miraste|revisaste) <mine><account>(?: por última vez)?"),
    ("mailboxes", r"\W*quand as-tu (?:regardé|vérifié) <mine><account>(?: pour la dernière fois)?"),
    ("mailboxes", r"\W*(?:what|which|show|list|is|are)(?:\s+me)?\s+<mine>(?:connected )?<account>"
                  r"(?:\s+(?:is|are|do you|have you|did i))?\s*(?:connected|read|linked|connect)?"),
    ("disconnect", r"<leads><end>\s+<mine><account>"),
    ("connect", r"<leads><connect>\s+<mine><account>(?:\s+(?:mit|an))?"),
    ("connect", r"<leads><mine><account>\s+(?:verbinden|verknüpfen|anbinden)"),
    ("check_mail", r"<leads><look>\s+<mine><account>"),
    ("check_mail", r"\W*<any>\s+<fresh>\s+(?:<box>)"),
    ("check_mail", r"\W*(?:did|have) (?:i|we) (?:get|got|have)(?: any)?(?: new)?\s+(?:<box>)"),
    ("mail", r"<leads>(?:(?:show|tell)(?: me)?\s+)?what (?:you(?: have|'ve)? found|"
             r"(?:did|do) you (?:find|see)|have you found)\s+(?:in|from) <mine><account>"),
    ("mail", r"\W*what(?:'s| is| was| waits| does)?(?: (?:new|there|waiting))? (?:in|from) <mine><account>(?: say)?"),
    ("mail", r"\W*what (?:does|do|did) <mine><account> say"),
    ("mail", r"\W*(?:<any>\s+)?(?:any )?(?:news|anything(?: new)?|something new) (?:in|from) <mine><account>"),
    ("mail", r"\W*(?:was gibt es|gibt es|was ist)(?: etwas)? neues in <mine><account>"),
)  # fmt: skip


@cache
def _ways() -> ways.Ways:
    return ways.compiled(WAYS, PARTS, {"account": ACCOUNT, "mine": r"(?:<my>\s+)*", "leads": r"\W*(?:<lead>\W+)*"})


def asked(text: str) -> Call | None:
    """The call of a message that speaks of nothing but one's mailbox; None for any other."""
    said = text.strip()
    if len(said) > LONGEST:
        return None
    name = ways.named(_ways(), said)
    return None if name is None else Call(name=name, args=_which(name, said))


def answered(text: str, wanted: Wanted | None) -> Call | None:
    """The call that waits for a word about a mailbox, with that word; None where none waits, or it is no answer."""
    if (
        wanted is None
        or wanted.secret
        or (wanted.call.name, wanted.param) not in WANTED
        or len(text.split()) > MOST_WORDS
    ):
        return None
    found: str | None = text.strip()
    if wanted.param == "mailbox":
        found = address_in(text) or next((name for name in NAMES if name in text.casefold()), None)
    elif wanted.param == "server":
        found = text if server_in(text) else None
    elif not (when.find(text) or SPAN.fullmatch(text) or text.strip(" .!").casefold() in EVERYTHING):
        found = None
    return wanted.call.model_copy(update={"args": {**wanted.call.args, wanted.param: found}}) if found else None


def told_of_system(text: str, wanted: Wanted | None) -> Call | None:
    """The call that connects a system for applicants, with what it asked for; None where that is no answer."""
    said = text.strip()
    if wanted is None or wanted.secret or (wanted.call.name, wanted.param) not in ASKED or asked(said) is not None:
        return None
    if not said or len(said.split()) > ASKED[wanted.call.name, wanted.param] or "\n" in said or _leaves(said):
        return None
    found = address_in(said) if wanted.param == "email" else said.strip("“”\"' ").rstrip("!")
    return wanted.call.model_copy(update={"args": {**wanted.call.args, wanted.param: found}}) if found else None


def _leaves(said: str) -> bool:
    return said.casefold().strip(" .!") in LEFT or said.startswith("/")


def _which(name: str, text: str) -> dict[str, str]:
    """The mailbox that is named: by its address, or by its service."""
    if name not in ("connect", "disconnect"):
        return {}
    said = text.casefold()
    names = (*NAMES, *registry.PLATFORMS)
    named = address_in(text) or next((one for one in names if re.search(rf"\b{re.escape(one)}\b", said)), None)
    return {"mailbox": named} if named else {}
