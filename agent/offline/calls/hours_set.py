"""The hours of a person's settings: quiet hours, and the hour of the morning at which reminders come."""

from __future__ import annotations

import re
from typing import Any

from agent.offline.clause import Clause

QUIET = re.compile(
    r"\bquiet\b|do not disturb|\bdnd\b|\bdon'?t (?:message|text|ping|bother|disturb|write|contact|notify|"
    r"send|buzz|wake)|\bonly (?:message|text|ping|write|contact|notify|remind|send)\b|\bno (?:messages?|"
    r"pings?|notifications?|texts?|reminders?|contact)\b|\bsilen\w*|\bleave me (?:alone|in peace)|"
    r"\bnothing (?:before|after)\b|\b(?:not|don't) (?:be )?(?:disturb\w*|bother\w*|contact\w*)|"
    r"\bn[e'] ?m'(?:envoie|écris|écri\w+)|\bne (?:me )?(?:dérange|contacte|notifie)\w*|"
    r"\bnot? (?:before|after)\b|\bnever (?:message|text|before|after|ping)|\bnur zwischen|ruhezeit|"
    r"nachtruhe|\bruhe\b|\bkeine (?:nachrichten|erinnerungen|meldungen)|\bstör|\bno me (?:escribas|"
    r"molestes|mandes)|\bsin mensajes|horas? de silencio|ne pas déranger|heures? calmes?|"
    r"\bpas de (?:messages?|notifications?)|\bne m'écris pas|\bne m'envoie",
    re.I,
)
MORNING = re.compile(
    r"\b(?:mornings?|reminders?|remind me|remind|messages?|notifications?|nudges|day starts?|wake|get up|"
    r"start my day|erinner\w*|morgens|recordatorios?|recuérdame|avisos|rappels?|rappelle)\b",
    re.I,
)
CLOCK = r"\d{1,2}(?:[:.h]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.|uhr|h)?|noon|midnight|mitternacht|medianoche|minuit"
SPAN = re.compile(
    rf"(?P<a>{CLOCK})\s*(?:-|–|to|and|until|till|til|bis|und|y|a|hasta|et|à|jusqu'à)\s*(?:las\s+|"
    rf"um\s+)?(?P<b>{CLOCK})(?!\w)",
    re.I,
)
ONE_CLOCK = re.compile(rf"(?<![\w:])(?:{CLOCK})(?!\w)", re.I)
BEFORE = re.compile(r"\b(?:before|till|until|vor|antes de|avant|end\w* at|to|bis)\b\s*(?:las\s+|um\s+)?", re.I)
AFTER = re.compile(
    r"\b(?:after|past|from|nach|ab|después de|a partir de|desde|après|dès|start\w* at)\b\s*(?:las\s+|de\s+|"
    r"à\s+)?",
    re.I,
)
AT = re.compile(r"^(?:at|um|gegen|a las?|à|around|by)\s+", re.I)
NONE = re.compile(
    r"^(?!.*\bweekends?\b|.*days?\b)(?:"
    r".*\b(?:no|without|(?:turn|switch)(?=.*\boff\b)|disable|remove|drop|delete|cancel|stop|end|scrap|clear|"
    r"do(?:n'?t| not) (?:want|need))\b[^.;]{0,20}\bquiet (?:hours?|times?)\b|"
    r".*\bquiet (?:hours?|times?)\s*(?::|=|to|are|is)?\s*(?:off|none|no|never)\b|"
    r".*\b(?:keine|ohne|lösch\w*|stopp\w*)\b[^.;]{0,12}\bruhezeit|.*\bruhezeit\w*\s+(?:aus|ab|weg)|"
    r".*\b(?:sin|quita\w*|desactiva\w*|elimina\w*)\b[^.;]{0,12}\bhoras? de silencio|"
    r".*\b(?:pas d'|plus d'|sans |supprime\w* |désactive\w* )(?:les )?heures? (?:calmes?|de silence))",
    re.I,
)
ONLY = re.compile(r"\bonly\b|\bnur\b|\bsolo\b|\bseulement\b|\buniquement\b|\bbetween\b.*\bis (?:fine|ok)", re.I)


def quiet(clause: Clause) -> dict[str, Any]:
    """Between which hours nothing may come, as said; both the same where there shall be none."""
    if not QUIET.search(clause.text):
        return {}
    if NONE.search(clause.text) and not ONE_CLOCK.search(clause.text):
        return {"quiet_from": "00:00", "quiet_to": "00:00"}
    span = SPAN.search(clause.text)
    if span:
        start, end = _aligned(span["a"], span["b"])
        return (
            {"quiet_from": end, "quiet_to": start}
            if ONLY.search(clause.text)
            else {"quiet_from": start, "quiet_to": end}
        )
    found = {"quiet_from": _hour(clause, AFTER, evening=True), "quiet_to": _hour(clause, BEFORE)}
    return {name: hour for name, hour in found.items() if hour}


def _hour(clause: Clause, lead: re.Pattern[str], *, evening: bool = False) -> str | None:
    """The hour behind a word like "before", as a time that was found, or as bare figures."""
    for match in lead.finditer(clause.text):
        said = next(
            (m.text for m in clause.of("when") if m.value == "time" and match.start() <= m.start <= match.end()), None
        )
        bare = ONE_CLOCK.match(clause.text, match.end())
        if said and not re.fullmatch(r"[\d:.\sh]*(?:uhr)?", said):
            return _clock(lead.sub("", said).strip(), evening=evening)
        if bare:
            return _clock(bare.group(), evening=evening)
    return None


def _aligned(start: str, end: str) -> tuple[str, str]:
    """Both hours of a night: "10 to 7" is from ten in the evening, "9pm-8" until eight in the morning."""
    return _clock(start, evening=True), _clock(end)


def _clock(words: str, *, evening: bool = False) -> str:
    """An hour as the settings read it; one from 4 to 11 without am or pm is of the evening where a night begins."""
    plain = re.sub(r"\s*(?:uhr|h)\s*$", "", words.strip(), flags=re.I)
    plain = re.sub(r"^(\d{1,2})[.h](\d\d)", r"\1:\2", plain)
    plain = {
        "noon": "12:00",
        "midnight": "00:00",
        "mitternacht": "00:00",
        "medianoche": "00:00",
        "minuit": "00:00",
    }.get(plain.casefold(), plain)
    bare = re.fullmatch(r"(\d{1,2})(?::(\d\d))?", plain)
    if evening and bare and 4 <= int(bare[1]) <= 11 and not re.search(r"uhr|h\b|:", words, re.I):
        return f"{int(bare[1]) + 12}:{bare[2] or '00'}"
    return f"{int(bare[1]):02}:{bare[2] or '00'}" if bare else plain


def morning(clause: Clause) -> dict[str, Any]:
    """At which hour the reminders of a day come, as said."""
    if not MORNING.search(clause.text) or clause.has(r"\b(?:time ?zone|zone)\b"):
        return {}
    times = [m.text for m in clause.of("when") if m.value == "time"]
    times = times or [found.strip() for found in ONE_CLOCK.findall(clause.text)]
    last = len(times) > 1 and clause.has(r"\b(?:instead of|rather than|not)\b.*\bat\b")
    return {"morning": _clock(AT.sub("", times[-1 if last else 0]))} if times else {}
