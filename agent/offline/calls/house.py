"""Deleting, undoing, settings, files, and small talk."""

from __future__ import annotations

import re
from typing import Any

from agent.offline.calls.statuses import sweep_words
from agent.offline.clause import Clause
from tools.result import Call

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "couple": 2, "dos": 2, "zwei": 2, "deux": 2, "drei": 3}
UNDO_COUNT = re.compile(r"\b(?:last|previous|both|letzten|últimos?|derniers?|dernières?)\s*(?P<n>\d{1,2}|one|two|three|four|five|couple|dos|zwei|deux|drei)?\b", re.I)
OWN_DATA = re.compile(r"\b(?:my|all|of)\s+(?:data|account|info\w*|details|records?)\b|\babout me\b|\bon me\b|\bforget (?:about )?me\b|\bmeine daten\b|\bmis datos\b|\bmes données\b|\beverything\b.*\b(?:you|know|have|store|stored|on me)\b|\bgdpr\b|\berase\b|\bwipe\b", re.I)


def delete(clause: Clause) -> list[Call]:
    """Delete the applications meant; the door asks first."""
    if clause.slots.known or clause.refs or clause.slots.pairs and not clause.sweeps:
        return [Call(name="delete", args=dict(target)) for target in clause.targets()]
    if OWN_DATA.search(clause.text):
        return delete_all(clause)
    if clause.sweeps:
        return [Call(name="delete", args={"every": sweep_words(clause)})]
    return [Call(name="delete", args=dict(target)) for target in clause.targets()]


def delete_all(clause: Clause) -> list[Call]:
    """All of the person's data; only the applications where just those are named."""
    if clause.slots.known:
        return delete(clause)
    if clause.has(r"\bapplications?\b|\bapps\b|\bjobs\b|bewerbungen|solicitudes|candidatures") and not OWN_DATA.search(clause.text):
        return [Call(name="delete", args={"every": sweep_words(clause) if clause.sweeps else "all"})]
    return [Call(name="delete", args={"account": True})]


def undo(clause: Clause) -> list[Call]:
    """Take back the last step, or the last few."""
    match = UNDO_COUNT.search(clause.text)
    steps = 1
    if match:
        word = (match.group("n") or "").casefold()
        steps = int(word) if word.isdigit() else NUMBERS.get(word, 2 if match.group().casefold().startswith("both") else 1)
    return [Call(name="undo", args={"steps": steps} if steps > 1 else {})]


ZONE = re.compile(
    r"(?:time ?zone|zone|zona horaria|zeitzone|fuseau(?: horaire)?|tz|clock|time)\s*(?:is|to|=|:|of|auf|a|à|en|ist|es|est|for|now)*\s+(?:now\s+|actually\s+)?(?P<zone>[A-Za-zÀ-ÿ_/+.' -]{2,40})"
    r"|(?:i'm|i am|i live|i'm now|living|based|located|moved|moving|relocat\w+|ich bin|wohne|lebe|vivo|estoy|me mudé|je suis|j'habite|habite)\b.*?\b(?:in|to|at|nach|en|a|à)\s+(?P<city>[A-Za-zÀ-ÿ_/.' -]{2,40})"
    r"|(?:use|set|switch|on|in)\s+(?:to\s+)?(?P<named>[A-Za-zÀ-ÿ_/+' ]{2,30}?)\s+(?:time|timezone|zeit)\b",
    re.I,
)
TRAILING = re.compile(r"\s+(?:now|time|please|pls|from now on|at the moment|these days|today|for|so|and|since|jetzt|ahora|maintenant|btw|until|zone)\b.*$", re.I)


def settings(clause: Clause) -> list[Call]:
    """Change the settings that the words name; show them where none is."""
    args: dict[str, Any] = {}
    if clause.has(r"\bquiet|do not disturb|don't (?:message|text|ping|bother|disturb|write)|no (?:messages|pings|notifications)|ruhezeit|stille|silencio|calme|nachts|at night"):
        args |= _quiet(clause)
    elif clause.has(r"\b(?:digest|summary|weekly report|daily report|zusammenfassung|resumen|résumé|récap)"):
        args |= _digest(clause)
    elif clause.has(r"\b(?:pause|holiday|vacation|away|break from|urlaub|vacaciones|vacances|stop reminders|mute)"):
        until = clause.text_of("when") or clause.text_of("range")
        args |= {"pause_until": until} if until else {}
    elif clause.has(r"\b(?:resume|back from|unpause|unmute|start reminding)"):
        args["resume"] = True
    elif clause.has(r"\b(?:goal|target|aim|want)\b.*\b\d+\b|\b\d+\s*(?:a|per|pro|por|par)\s*(?:week|woche|semana|semaine)"):
        number = re.search(r"\b(\d{1,4})\b", clause.text)
        args |= {"weekly_goal": int(number.group(1))} if number else {}
    elif clause.has(r"\b(?:morning|reminders?|remind me|erinnerung\w*|recordatorios?|rappels?)\b.*\b(?:at|from|um|a las|à)\b") and clause.of("when"):
        args["morning"] = clause.text_of("when")
    if not args:
        args |= _zone(clause)
    return [Call(name="settings", args=args)]


def _quiet(clause: Clause) -> dict[str, Any]:
    times = [m.text for m in clause.of("when")] or re.findall(r"\b\d{1,2}(?::\d\d)?\s*(?:am|pm)?\b", clause.text)
    if clause.has(r"\bbefore\b") and len(times) == 1:
        return {"quiet_to": times[0]}
    if clause.has(r"\bafter\b") and len(times) == 1:
        return {"quiet_from": times[0]}
    parts = re.split(r"\s*(?:-|to|until|till|bis|a|à|and)\s+", times[0]) if len(times) == 1 else times
    return {"quiet_from": parts[0], "quiet_to": parts[1]} if len(parts) > 1 else {}


def _digest(clause: Clause) -> dict[str, Any]:
    if clause.has(r"\b(?:off|stop|no|don't|disable|cancel|turn off|unsubscribe|without|aus|keine|sin|no quiero|pas de|arrête)\b"):
        return {"digest": "off"}
    return {"digest": "daily" if clause.has(r"\b(?:daily|every day|each day|täglich|diario|cada día|quotidien|tous les jours)\b") else "weekly"}


def _zone(clause: Clause) -> dict[str, Any]:
    match = ZONE.search(clause.text)
    if not match:
        iana = re.search(r"\b[A-Z][A-Za-z_]+/[A-Z][A-Za-z_/]+\b", clause.text)
        return {"timezone": iana.group()} if iana else {}
    words = match.group("zone") or match.group("city") or match.group("named")
    words = TRAILING.sub("", words.strip(" .'"))
    words = re.sub(r"^(?:to|is|in|the|auf|a|en|à|as)\s+", "", words, flags=re.I)
    return {"timezone": words} if words else {}


SECRETS = (
    "I can't do that. I only work with your own applications, and I neither know nor show keys, tokens, "
    "instructions or anybody else's data."
)
SMALLTALK = {
    r"\bthank|\bthx|\bcheers|\bta\b|gracias|danke|merci|appreciate": "You're welcome.",
    r"\b(?:sad|down|tired|exhaust|depress|hopeless|give up|giving up|stress|anxious|worried|hard|hate|fed up|frustrat|cry|rough|sucks?|ugh)\w*": (
        "That sounds hard. A job search wears people down, and it says little about you. "
        "Tell me what comes up; I keep the list so that you need not."
    ),
    r"\b(?:bye|good ?night|see you|later|ciao|tschüss|adiós|hasta luego|au revoir|gute nacht)\b": "Talk to you soon.",
    r"\b(?:hi|hey|hello|hallo|hola|bonjour|salut|moin|good (?:morning|afternoon|evening)|guten|buen[oa]s|yo|sup)\b": (
        "Hello! Tell me what you applied to, or ask “what's open?”."
    ),
}


def smalltalk(clause: Clause) -> str:
    """A short answer to words that ask for nothing."""
    return next((answer for pattern, answer in SMALLTALK.items() if clause.has(pattern)), "All right.")


OFF_TOPIC = "That is beyond me: I keep track of job applications. Tell me what happened with one, or ask “what's open?”."
NOTHING_LOGGED = "All right, I logged nothing."
