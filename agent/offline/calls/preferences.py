"""Settings: time zone, quiet hours, morning hour, digest, pause, weekly goal, name; shown where none is named."""

from __future__ import annotations

import re
from typing import Any

from agent.offline.clause import Clause
from tools import zones
from tools.result import Call

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
DIGEST = re.compile(
    r"\b(?:digest\w*|summar\w*|roundup|round-up|recap\w*|(?:weekly|daily|monday|morning) (?:report|update|"
    r"overview|mail|email|message)s?|zusammenfassung\w*|wochen(?:bericht|übersicht|rückblick)\w*|übersicht|"
    r"überblick|resumen\w*|résumé\w*|récap\w*|bilan)\b",
    re.I,
)
OFF = re.compile(
    r"\b(?:off|stop\w*|no|not|don't|dont|disable\w*|cancel\w*|unsubscribe\w*|without|kill|end|drop|quit|never|"
    r"aus|abschalten|ausschalten|abbestell\w*|keine?n?|nicht|ohne|sin|quita\w*|desactiva\w*|para|pas de|"
    r"plus de|arrête\w*|désactive\w*|coupe\w*)\b",
    re.I,
)
DAILY = re.compile(
    r"\b(?:daily|every ?day|each day|every morning|each morning|once a day|täglich\w*|jeden (?:tag|morgen)|"
    r"diari[oa]\w*|cada d[ií]a|todos los d[ií]as|cada mañana|quotidien\w*|chaque (?:jour|matin)|"
    r"tous les (?:jours|matins))\b",
    re.I,
)
WEEKLY = re.compile(
    r"\b(?:weekly|every week|each week|once a week|(?:on |every )?mondays?|wöchentlich\w*|jede woche|"
    r"semanal\w*|cada semana|hebdo\w*|chaque semaine|toutes les semaines)\b",
    re.I,
)
UNWANTED = re.compile(
    r"\b(?:instead of|rather than|not|no more|no|stop (?:the)?|statt|nicht|kein\w*|en vez de|no el|"
    r"au lieu d[eu]|pas|plus de)\s+(?:\w+\s+){0,2}$",
    re.I,
)
WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|montags?|dienstags?|mittwochs?|donnerstags?|"
    r"freitags?|samstags?|sonntags?|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|"
    r"lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?)\b",
    re.I,
)
FOLLOW_UP = re.compile(
    r"\b(?:follow(?:ing)?[- ]?ups?|chase|nachfass\w*|nachhak\w*|seguimiento|"
    r"relanc\w*)\b.*?\b\d{1,3}\b.*?\b(?:days?|tagen?|días|jours)\b.*",
    re.I,
)
PAUSE = re.compile(
    r"\b(?:paus\w*|holidays?|vacation|away|break|off (?:until|till)|on leave|travell?ing|mute|"
    r"leave me (?:alone|be)|hold (?:the )?reminders|stop (?:all |the |my |your )?(?:reminders|"
    r"notifications|messages|reminding)|stop (?:\w+ )?(?:bothering|messaging|texting|pinging|nagging|"
    r"writing|contacting|disturbing)|no reminders|out of office|"
    r"urlaub|ferien|pausier\w*|vacaciones|paus[ae]|descanso|vacances|congés?|suspend\w*)\b",
    re.I,
)
RESUME = re.compile(
    r"\b(?:resum\w*|unpause\w*|un-?mute\w*|i'?m back|am back|back (?:from|now|again)|"
    r"start (?:\w+ )?(?:reminding|reminders|messaging)|restart|continue (?:the )?remind|"
    r"reminders? (?:back )?on\b|wieder (?:da|erinner\w*|anfangen)|reanuda\w*|he vuelto|ya estoy de vuelta|"
    r"reprends?|reprendre|je suis (?:de retour|rentré\w*))\b",
    re.I,
)
GOAL = re.compile(
    r"\b(?:goal|target|aim\w*|ziel|objetivo|meta|objectif)\b.*?\b(?P<a>\d{1,9})\b|"
    r"\b(?P<b>\d{1,9})\s*(?:applications?|apps|jobs|bewerbungen|solicitudes|candidatures|of them)?\s*(?:a|"
    r"an|per|each|every|pro|por|par|in der|in einer|a la|jede|/)\s*(?:week|wk|woche|semana|semaine)|"
    r"\b(?P<c>\d{1,9})\b.*?\b(?:weekly )?(?:goal|target|ziel|objetivo|objectif)\b",
    re.I,
)
COUNTS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "twelve": "12",
    "fifteen": "15",
    "twenty": "20",
    "a dozen": "12",
}
MORNING = re.compile(
    r"\b(?:mornings?|reminders?|remind me|remind|messages?|notifications?|nudges|day starts?|wake|get up|"
    r"start my day|erinner\w*|morgens|recordatorios?|recuérdame|avisos|rappels?|rappelle)\b",
    re.I,
)
NAME = re.compile(
    r"\b(?:call me|my name is|my name's|i'm called|name:|you can call me|address me as|refer to me as|"
    r"nenn mich|ich heiße|mein name ist|llámame|me llamo|mi nombre es|appelle-moi|je m'appelle|"
    r"mon nom est)\s+(?P<name>[^\W\d_][\w' -]{0,40}?)(?=\s*(?:[,.!?;]|$|\b(?:please|pls|from now on|by the way|"
    r"btw|bitte|por favor|not)\b))",
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
ONLY = re.compile(r"\bonly\b|\bnur\b|\bsolo\b|\bseulement\b|\buniquement\b|\bbetween\b.*\bis (?:fine|ok)", re.I)


def settings(clause: Clause) -> list[Call]:
    """Change the settings that the words name; show them where none is."""
    args: dict[str, Any] = {}
    for read in (_quiet, _digest, _follow_up, _name, _resume, _pause, _goal, _morning, _zone):
        args = read(clause)
        if args:
            break
    return [Call(name="settings", args=args)]


def _quiet(clause: Clause) -> dict[str, Any]:
    if not QUIET.search(clause.text):
        return {}
    if (DIGEST.search(clause.text) and not clause.has(r"\bquiet\b")) or _pause(clause):
        return {}
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
            return lead.sub("", said).strip()
        if bare:
            return _clock(bare.group(), evening=evening)
    return None


def _aligned(start: str, end: str) -> tuple[str, str]:
    """Both hours of a night: "10 to 7" is from ten in the evening, "9pm-8" until eight in the morning."""
    return _clock(start, evening=True), _clock(end)


def _clock(words: str, *, evening: bool = False) -> str:
    """An hour as the settings read it; one from 6 to 11 without am or pm is of the evening where a night begins."""
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
    if evening and bare and 6 <= int(bare[1]) <= 11 and not re.search(r"uhr|h\b|:", words, re.I):
        return f"{int(bare[1]) + 12}:{bare[2] or '00'}"
    return plain


def _digest(clause: Clause) -> dict[str, Any]:
    if not DIGEST.search(clause.text):
        return {}
    said = sorted(
        [*((m, "daily") for m in DAILY.finditer(clause.text)), *((m, "weekly") for m in WEEKLY.finditer(clause.text))],
        key=lambda s: s[0].start(),
    )
    day = WEEKDAY.search(clause.text)
    if day and not OFF.search(clause.text):
        return {"digest": "weekly", "digest_day": day.group()}
    wanted = [name for match, name in said if not UNWANTED.search(clause.text[: match.start()])]
    if wanted and (len(said) > 1 or not OFF.search(clause.text)):
        return {"digest": wanted[-1]}
    return {"digest": "off" if OFF.search(clause.text) else "weekly"}


def _follow_up(clause: Clause) -> dict[str, Any]:
    """ "Follow up after 5 days instead of 7": the days without news after which a follow-up is owed."""
    match = FOLLOW_UP.search(clause.text)
    days = (
        re.findall(r"\d{1,3}", re.sub(r"\b(?:instead of|not|rather than)\s+(?:after\s+)?\d+", "", match.group()))
        if match
        else []
    )
    return {"follow_up_days": ",".join(days)} if len(days) in (1, 3) else {}


def _pause(clause: Clause) -> dict[str, Any]:
    day = next((m.text for m in clause.of("when") if m.value == "day"), None)
    until = day or clause.text_of("range") or (f"in {clause.text_of('duration')}" if clause.of("duration") else None)
    return {"pause_until": until} if until and PAUSE.search(clause.text) and not RESUME.search(clause.text) else {}


def _resume(clause: Clause) -> dict[str, Any]:
    return (
        {"resume": True}
        if RESUME.search(clause.text) and not clause.has(r"\bback (?:on|in|to)\b|\buntil\b|\btill\b")
        else {}
    )


def _goal(clause: Clause) -> dict[str, Any]:
    text = re.sub(r"\b(" + "|".join(COUNTS) + r")\b", lambda m: COUNTS[m[0].casefold()], clause.text, flags=re.I)
    match = GOAL.search(text)
    return {"weekly_goal": int(match["a"] or match["b"] or match["c"])} if match else {}


def _morning(clause: Clause) -> dict[str, Any]:
    if not MORNING.search(clause.text) or clause.has(r"\b(?:time ?zone|zone)\b"):
        return {}
    times = [m.text for m in clause.of("when") if m.value == "time"] or [
        m.strip() for m in ONE_CLOCK.findall(clause.text) if m.strip()
    ]
    return (
        {
            "morning": times[-1]
            if clause.has(r"\b(?:instead of|rather than|not)\b.*\bat\b") and len(times) > 1
            else times[0]
        }
        if times
        else {}
    )


def _name(clause: Clause) -> dict[str, Any]:
    match = NAME.search(clause.text)
    return {"name": match["name"].strip()} if match else {}


ZONE = re.compile(
    r"\b(?:time ?zones?|zone|zona(?: horaria)?|zeitzone|fuseau(?: horaire)?|tz|clock|time|zeit|hora|heure)\b", re.I
)
LIVES = re.compile(
    r"\b(?:i'm|i am|im|we're|living|live|based|located|moved?|moving|relocat\w*|staying|stay|working from|"
    r"flying|travell?\w*|ich bin|bin|wohne|lebe|ziehe|umgezogen|vivo|estoy|me mudé|me he mudado|je suis|"
    r"j'habite|habite|je vis|j'ai déménagé|déménag\w*)\b",
    re.I,
)
WORD = re.compile(r"[^\W_][\w'’./+-]*(?: ?[+-] ?\d{1,2}(?::\d\d)?(?=$|[\s.,]))?")
LED = re.compile(
    r"(?i:\b(?:time ?zone|zone|zona(?: horaria)?|zeitzone|fuseau(?: horaire)?|tz|clock)\s*(?:(?:is|to|auf|"
    r"a|à|en|ist|es|est|for|now|should be|as|on)\b\s*|[=:]|->|"
    r"\s)*)(?P<zone>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ_/+.' -]{1,40})"
    r"|\b(?i:in|to|nach|en|a|à)\s+(?P<city>[A-ZÀ-Þ][A-Za-zÀ-ÿ_/.' -]{1,40})"
)
TAILS = re.compile(
    r"\s+(?:now|time|please|pls|from now on|at the moment|these days|today|for|so|and|since|jetzt|ahora|"
    r"maintenant|btw|until|zone|instead|not)\b.*$",
    re.I,
)
NO_ZONE = frozenset(
    (
        "time zone most nice best my the now this that use local mean summer set same clock to in is of from "
        "please live march may reading mobile split orange"
    ).split()
)


def _zone(clause: Clause) -> dict[str, Any]:
    """The zone that the words name, longest first; the words themselves where it is none that is known."""
    words = list(WORD.finditer(clause.text))
    for size in (4, 3, 2, 1):
        for start in range(len(words) - size, -1, -1):
            name = clause.text[words[start].start() : words[start + size - 1].end()].strip(" .'")
            if name.casefold() not in NO_ZONE and _is_zone(clause, name, words[start].start()):
                return {"timezone": name}
    led = (
        LED.search(clause.text) if not clause.asks and (ZONE.search(clause.text) or LIVES.search(clause.text)) else None
    )
    said = TAILS.sub("", (led["zone"] or led["city"]).strip(" .'")) if led else ""
    return {"timezone": said} if said else {}


def _is_zone(clause: Clause, name: str, at: int) -> bool:
    """Whether words name a zone where they stand: small ones only behind a word that leads to a place."""
    if zones.named(name) is None:
        return False
    led = re.search(
        r"\b(?:in|to|at|is|=|:|on|use|nach|en|a|à|auf|de|zone|tz|from|for|now|near|set|hora de|heure de|"
        r"der)\W*$|[=:]\s*$|^\W*$",
        clause.text[:at],
        re.I,
    )
    return (
        name[:1].isupper()
        or led is not None
        or bool(re.match(r"\s+(?:time|zone|zeit)\b", clause.text[at + len(name) :], re.I))
    )
