"""Clauses whose form alone says what they want, whatever stands in them: "note for X: …", "remind me …"."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.offline import entities, references, staying
from agent.offline.calls import aids, assessments, fields, fieldwords, notes, told
from agent.offline.calls.said import WRONG, right
from agent.offline.clause import Clause
from tools import pay, zones
from tools.focus import numbers

POLITE = (
    r"(?:(?:please|pls|plz|kindly|can you|could you|would you|will you|and|also|then|so|ok|okay|hey|just|"
    r"oh|now|quickly|yo|jobbot|"
    r"bitte|kannst du|por favor|puedes|s'il te plaît|peux-tu)[\s,]+)*"
)
ABOUT = (
    r"(?:on|for|about|to|at|re|regarding|against|under|zu|zum|zur|bei|für|para|sobre|en|a|de|pour|chez|sur|à|"
    r"that|dass|que)"
)
NOTE = re.compile(
    rf"^\W*{POLITE}(?:(?:add|make|take|put|leave|write|save|keep|jot|pop|stick|drop|file|"
    rf"attach)\s+(?:down\s+|me\s+|in\s+)?(?:an?|the|this|another|one more)\s+(?:\w+\s+)?)?(?:quick\s+|"
    rf"little\s+|short\s+)?"
    rf"(?:note|notes(?=[^:]*:)|notiz|nota|memo)\b\s*(?:(?:to self|{ABOUT})\b|[:,-])\s*(?=[^\s?])"
    rf"|^\W*{POLITE}(?:stick|put|add|write|pop|jot|save|file|keep|record|log)\s+(?:this|that|"
    rf"the following)\s+(?:down\s+)?"
    rf"(?:on|to|for|under|in|against|at|with)\b[^:?]{{2,40}}:",
    re.I,
)
REMIND = re.compile(
    rf"^\W*{POLITE}(?:remind me|(?:you )?(?:(?:can|could|must|should) )?remember me(?=\s+(?:to|that|about|of|on|at|"
    rf"in|next|this|"
    rf"to(?:day|morrow|night)|\d|(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b)|set (?:me )?(?:up )?a(?:nother)? reminder|"
    rf"don't let me forget|recuérdame|"
    rf"recordame|erinner[en]* mich|rappelle[- ]moi)\b"
    r"(?!\s+(?:again|what|which|when|where|who|how|whether|if|why|later|was|welche|qué|cuándo|quand|quel)\b)",
    re.I,
)
TAG = re.compile(rf"^\W*{POLITE}(?:tags for|(?:tag|label|hashtag))\s+(?=[^\s?:])(?!(?:is|was|list|cloud)\b)", re.I)
UNTAG = re.compile(rf"^\W*{POLITE}un-?tag\s+(?=[^\s?:])", re.I)
QUIET = re.compile(
    r"^\W*(?:dnd|do not disturb|quiet (?:hours?|time)|no (?:messages?|pings?|notifications?|texts?))\b(?=.*\d|"
    r".*\b(?:night|midnight|noon|before|after)\b)",
    re.I,
)
# What the program knows of itself, asked for; a note may speak of such things, and is found before.
SECRET = re.compile(
    r"\b(?:what(?:'s| is| are)|show|print|tell|give|reveal|list|dump|repeat|send|display|cat|echo|expose|"
    r"leak)\b.*?(?:\b(?:api|openai|bot|admin|root|secret|access|system|master)[ _-]?(?:key|token|password|"
    r"prompt|secret|credentials?)s?\b|"
    r"\b[A-Z]+_(?:API_)?(?:KEY|TOKEN|SECRET)\b|\byour (?:\w+ )?(?:prompt|instructions|api key|token|"
    r"password|source code|env\w*|rules|configuration)\b|\benvironment variables\b|/etc/\w+|\.env\b)",
    re.I,
)
ZONE = re.compile(
    r"\b(?:what|which)\b[^.;]*\btime ?zone\b|^\W*(?:show |list )?(?:me )?(?:my |your |the )?settings\W*$|"
    r"^\W*(?:(?:my |set |change |mein[e]? |mi |mon )?(?:time ?zone|tz|zeitzone|zona horaria|"
    r"fuseau(?: horaire)?))\s*(?:=|:|to\b|is\b|ist\b|es\b|est\b)",
    re.I,
)
# "Contact for Boots - Ann Bee, dispenser".
CONTACT = re.compile(
    rf"^\W*{POLITE}(?:new\s+|add\s+(?:a\s+|another\s+)?|save\s+(?:a\s+)?)?(?:hr\s+)?(?:contacts?|kontakt|contacto)\s+"
    rf"(?:for|at|from|of|bei|für|en|de|para|chez|pour)\b[^?:]{{2,40}}?\s*(?::|\s-)\s*\w",
    re.I,
)
REMINDERS = re.compile(
    r"^\W*(?:(?:so|ok|hey|and|please|can you|could you)\s+)*(?:what|which|any\w*|show|list|see|do i have|have i|"
    r"got any|are there|did i set)\b"
    r"(?![^?]*\b(?:what|when) (?:i|to) appl)[^?]*\b(?:reminders?|remind(?:ing)? me|nudges?)\b(?!\s+(?:to|that)\b)",
    re.I,
)
DELETE_ALL = re.compile(
    rf"^\W*{POLITE}(?:delete|erase|get rid of|remove|bin|trash|purge|lösch\w*|borra\w*|elimina\w*|supprime\w*|"
    rf"efface\w*)\s+"
    rf"(?:all|every|everything|alle|alles|todas?|todos?|todo|toutes?|tous|tout)\b(?!.*\b(?:reminders?|notes?|tags?|"
    rf"labels?|"
    rf"stars?|contacts?|interviews?|erinnerung\w*|recordatorios?|rappels?|from (?:the )?archive|favou?rites?)\b)",
    re.I,
)
OFFLINE = re.compile(
    rf"^\W*{POLITE}(?:stay|go|keep|be|work|bleib|geh|quédate|reste)\b[^.;]{{0,20}}\b(?:off|on)line\b|"
    rf"^\W*{POLITE}(?:use|ask)\b[^.;]{{0,20}}\b(?:language model|llm)\b",
    re.I,
)
GOAL = re.compile(
    rf"^\W*{POLITE}(?:set\s+|change\s+|make\s+)?(?:my\s+|the\s+|a\s+|our\s+|mein\s+|mi\s+|mon\s+)?(?:weekly\s+|new\s+)?"
    rf"(?:goal|target|ziel|objetivo|objectif)\b[^?]*\d",
    re.I,
)
UNDO = re.compile(
    rf"^\W*{POLITE}(?:undo|revert|take (?:that|it|this) back|deshaz(?:lo)?|deshacer|rückgängig(?: machen)?|"
    rf"mach (?:das|es) rückgängig|annule(?:r)?(?: ça| cela)?)\b"
    r"(?:\s+(?:that|this|it|please|pls|the|last|previous|change|changes|one|two|three|thing|things|steps?|"
    r"x?\d{1,2}x?|both|twice|lo|último|últimas?|cambio|das|letzte|ça|dernière|modification|la|again))*\W*$"
    rf"|^\W*{POLITE}(?:undo|revert|take back)\s+"
    r"(?:what i (?:said|wrote|did|told you)|(?:the|my) (?:\w+ )?(?:change|update|note|news))\b"
    rf"|^\W*{POLITE}(?:vergiss|nimm|forget|reverse|cancel|olvida|oublie|annule|quita|undo|"
    rf"discard)\s+(?:the|my|die|la|el|ma)\s+(?:very\s+)?(?:last|latest|letzte|última|último|"
    rf"dernière)\s+(?:change|edit|thing|änderung|modification|cambio|entry|eingabe)\b",
    re.I,
)


EMPTIES = re.compile(
    rf"^\W*{POLITE}(?:remove|clear|delete|drop|forget|scrap|take(?: off| out| away)?|wipe|erase|empty|"
    rf"quita\w*|borra\w*|entfern\w*|lösch\w*|streich\w*|supprime\w*|enlève\w*|efface\w*)\s+"
    rf"(?:[\w&.-]+(?:'s)?\s+){{0,4}}?(?:{fieldwords.ANY_FIELD})\b",
    re.I,
)
DEADLINE = re.compile(rf"\b(?:{fieldwords.FIELDS['deadline']}|einsendeschluss|annahmeschluss)\b", re.I)


# "Standort von Bosch ist Ulm", "the salary at Sage is 40k".
FACT = re.compile(
    rf"^\W*{POLITE}(?:(?:the|my|die|das|der|la|el|le|l')\s*)?(?:[\w&'.-]+\s+){{0,3}}?(?:{fieldwords.ANY_FIELD}|"
    rf"puesto|poste)\b[^?]*(?:\b(?:is|was|are|should be|should read|ist|war|lautet|es|est|doit être)\b|"
    rf"[=:]|->)",
    re.I,
)
FACT_KINDS = frozenset(("money", "mode", "type", "url"))


def _only_facts(clause: Clause) -> bool:
    """Whether there is nothing but facts, while the talk is of one application: "28k", "remote, full time"."""
    if not numbers(clause.briefing.focus.subject, "application") or not references.subject(clause.briefing):
        return False
    if pay.is_part(right(clause.text)):
        return True
    said = [m for m in clause.mentions if m.kind in FACT_KINDS]
    left = re.sub(r"<\w+>|\b(?:and|it's|its|it is)\b", " ", entities.mask(clause.text, said)) if said else ""
    return bool(said) and not re.search(r"[^\W\d_]{2,}|\d", left)


# "They gave me until Friday to decide."
GIVEN = re.compile(
    r"\b(?:have|has|had|got|given|gave|give|i've|habe|hab|tengo|j'ai)\b.*\b(?:until|till|by|before|bis|"
    r"hasta|jusqu'\w+|avant)\b.*\b(?:decide|decision|answer|say (?:yes|no)|yes or no|think (?:about|it)|"
    r"accept|respond|"
    r"let them know|tell them|sign|entscheiden|überlegen|antworten|decidir|contestar|responder|décider|répondre)\b",
    re.I,
)
NO_FACT = re.compile(
    r"\b(?:interview\w*|call|remind\w*|gespräch|vorstellungsgespräch|entrevista|entretien|appl(?:y|ied)|saved?|found|"
    r"beworben|offer)\b",
    re.I,
)
REALLY = re.compile(
    r"\b(?:actually|wrong(?:ly)?|really|correct(?:ion|ly)?|eigentlich|tatsächlich|falsch|en realidad|en fait)\b", re.I
)
NEWS = ("status.", "log.", "interview.", "note.", "remind.")
SURELY = 0.6


def of(clause: Clause) -> str | None:
    """The same of a clause with its mentions: a day beside the word deadline is one, and a fact is emptied by name."""
    if clause.form is None:
        clause.form = (_of(clause),)
    return clause.form[0]


def _of(clause: Clause) -> str | None:
    found = aids.about_one(clause) or (not clause.asks and told.intent(clause)) or intent_of(clause.text)
    found = found or ("settings" if zones.home(clause.text) else None)
    if found or clause.asks or len(clause.text) > fields.MAX_LENGTH:
        return found
    if assessments.is_owed(clause):
        return "status.assessment"
    if assessments.is_handed_in(clause):
        return "status.assessment" if assessments.stands_at(clause) in ("applied", "screening") else "news.kept"
    return "update" if EMPTIES.match(clause.text) or _only_facts(clause) or _tells_fact(clause) else None


def _corrects(clause: Clause) -> bool:
    """Whether a clause puts something right about applications that were sent."""
    named = {m.value for m in clause.of("company")} or {
        a.company for a in clause.briefing.applications if a.id in clause.refs
    }
    sent = all(a.status != "saved" for a in clause.briefing.applications if a.company in named)
    return sent and (REALLY.search(clause.text) is not None or WRONG.search(clause.text) is not None)


def _tells_fact(clause: Clause) -> bool:
    """Whether a clause about one known application tells, dates or empties one of its facts by name."""
    if not (clause.slots.known or clause.refs):
        return False
    dated = any(m.value == "day" for m in clause.of("when"))
    if dated and GIVEN.search(clause.text):
        return True
    if clause.has(r"\bturn(?:s|ed) out\b") and clause.of("type", "mode", "money"):
        return True
    if dated and fields.APPLIED.search(clause.text) and _corrects(clause):
        return True
    if (FACT.match(clause.text) or (dated and DEADLINE.search(clause.text))) and not NO_FACT.search(clause.text):
        return True
    first = clause.guesses[0] if clause.guesses else None
    news = first is not None and first.probability >= SURELY and first.intent.startswith(NEWS)
    return not news and fieldwords.cleared(clause) is not None


# The first that fits; the first two are no questions.
STATED = (("note.add", NOTE.match), ("contact.add", CONTACT.match))
FORMS = (
    ("secrets", SECRET.search),
    ("note.add", notes.REMOVES.match),
    ("remind.list", REMINDERS.match),
    ("delete.application", DELETE_ALL.match),
    ("tag.remove", UNTAG.match),
    ("tag.add", TAG.match),
    ("remind.set", REMIND.match),
    ("settings", lambda text: OFFLINE.match(text) or staying.wish(text) is not None),
    ("settings", QUIET.match),
    ("settings", ZONE.search),
    ("settings", GOAL.match),
    ("undo", UNDO.match),
)


@lru_cache(maxsize=64)
def intent_of(text: str) -> str | None:
    """The intent that the form of a clause leaves no doubt of; None for all others."""
    text = text[: fields.MAX_LENGTH]
    stated = STATED if not text.rstrip().endswith("?") else STATED[:0]
    return next((intent for intent, form in (*aids.FORMS, *stated, *FORMS) if form(text)), None)
