"""Settings: time zone, quiet hours, morning hour, digest, pause, weekly goal, name; shown where none is named."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import staying
from agent.offline.calls import hours_set, until, zone_said
from agent.offline.clause import Clause
from tools.result import Call

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
    r"\b(?:paus\w*|on hold|hold off|off from|holidays?|vacation|away|break|off (?:until|till)|on leave|travell?ing|"
    r"mute|"
    r"leave me (?:alone|be|in peace)|"
    r"no (?:more )?(?:pings|nudges|notifications|reminders|messages|texts)|hold (?:the )?reminders|"
    r"stop (?:(?:all|of|the|my|your) )*(?:reminders|notifications|messages|remind\w*)|"
    r"(?:hold|suspend) (?:remind|messag)\w*|stop (?:\w+ )?(?:bothering|messaging|texting|pinging|nagging|"
    r"writing|contacting|disturbing)|out of office|"
    r"keine erinnerungen|recordatorios hasta|de rappels? jusqu\w*|urlaub|ferien|pausier\w*|vacaciones|paus[ae]|"
    r"descanso|vacances|congés?|suspend\w*)\b",
    re.I,
)
ALL_OF_THEM = re.compile(
    r"\b(?:reminders?|notifications?|messages|everything|anything|holidays?|vacation|on leave|for (?:a while|now)|"
    r"reminding|pinging|nagging|erinnerungen|urlaub|recordatorios|vacaciones|rappels|vacances)\b",
    re.I,
)
# "From tomorrow", "no reminders on Friday": the last word of it is the first of the day's.
SINGLE = re.compile(
    r"(?:\b(?:from|starting|beginning|as of|ab|desde|à partir)\s+|\b(?:reminders|pings|nudges|notifications)\s+"
    r"(?:on|over|at)\s+)(?:on\s+)?(?:(?!\b(?:until|till|to|bis|hasta|jusqu)\b)[^,.;]){0,30}$",
    re.I,
)
RESUME = re.compile(
    r"\b(?:resum\w*|unpause\w*|un-?mute\w*|i'?m back|am back|back (?:from|now|again)|"
    r"start (?:\w+ )?(?:reminding|reminders|messaging)|restart|"
    r"(?:continue|carry on|go on|keep going) (?:with )?(?:the |my |your )?(?:remind|messag|ping)\w*|"
    r"reminders? (?:back )?on\b(?! \w)|wieder (?:da|erinner\w*|anfangen)|reanuda\w*|he vuelto|ya estoy de vuelta|"
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
NAME = re.compile(
    r"\b(?:call me|my name is|my name's|i'm called|name:|you can call me|address me as|refer to me as|"
    r"nenn mich|ich heiße|mein name ist|llámame|me llamo|mi nombre es|appelle-moi|je m'appelle|"
    r"mon nom est)\s+(?P<name>[^\W\d_][\w' -]{0,40}?)(?=\s*(?:[,.!?;]|$|\b(?:please|pls|from now on|by the way|"
    r"btw|bitte|por favor|not)\b))",
    re.I,
)


OFFLINE = re.compile(
    r"\b(?:stay|go|keep|be|work|bleib|geh|arbeite|quédate|reste)\b[^.;]{0,20}\boffline\b",
    re.I,
)
ONLINE = re.compile(
    r"\b(?:go|be) (?:back )?online\b|\b(?:use|ask)\b[^.;]{0,20}\b(?:language model|llm|openai|gpt)\b", re.I
)
SPEAKS_OF = re.compile(
    r"settings?|time ?zone|\btz\b|quiet|hours?|digest|summary|follow|goal|target|name|preferences?|remind|message|"
    r"notif|options?|"
    r"config|einstellung|zeitzone|ruhe|ziel|ajuste|zona|horario|objetivo|réglage|paramètre|fuseau|objectif|\bzone\b",
    re.I,
)


def settings(clause: Clause) -> list[Call]:
    """Change the settings that the words name; show them where none is."""
    args: dict[str, Any] = {}
    for read in (
        _offline,
        _quiet,
        _digest,
        _follow_up,
        _name,
        _resume,
        _pause,
        _goal,
        hours_set.morning,
        zone_said.said,
    ):
        args = read(clause)
        if args:
            break
    return [Call(name="settings", args=args)] if args or SPEAKS_OF.search(clause.text) else []


def _offline(clause: Clause) -> dict[str, Any]:
    """Whether words may go to a language model: "stay offline", "use the model again"."""
    apart = staying.wish(clause.text)
    if apart is not None:
        return {"offline": apart}
    if OFFLINE.search(clause.text):
        return {"offline": True}
    return {"offline": False} if ONLINE.search(clause.text) else {}


def _quiet(clause: Clause) -> dict[str, Any]:
    other = (DIGEST.search(clause.text) and not clause.has(r"\bquiet\b")) or _pause(clause)
    return {} if other else hours_set.quiet(clause)


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
    ends = (
        until_day(clause)
        or until.first_of_range(clause)
        or clause.text_of("range")
        or (f"in {clause.text_of('duration')}" if clause.of("duration") else None)
    )
    if not PAUSE.search(clause.text) or RESUME.search(clause.text):
        return {}
    if ends is None and (hours_set.quiet(clause) or not ALL_OF_THEM.search(clause.text)):
        return {}
    # Without a day the tool asks for it.
    return {"pause_until": ends or "some day"}


def until_day(clause: Clause) -> str | None:
    """The day on which it ends: not the one from which on it holds, nor a single one ("no reminders on Friday")."""
    days = [m for m in clause.of("when") if m.value == "day" and not SINGLE.search(f"{clause.text[: m.start]}{m.text}")]
    return days[-1].text if days else None


def pauses(clause: Clause) -> bool:
    """Whether reminders shall stop until a day that is said, and not for good."""
    ends = until.SAID.search(clause.text) and (until_day(clause) or until.first_of_range(clause))
    return bool(ends) and PAUSE.search(clause.text) is not None and not clause.slots.known


def _resume(clause: Clause) -> dict[str, Any]:
    return (
        {"resume": True}
        if RESUME.search(clause.text)
        and not clause.has(
            r"\bback (?:on|in|to)\b(?!\W*(?:$|now\b|again\b|please\b|pls\b))|\buntil\b|\btill\b|\breminders (?:at|"
            r"from) \d"
        )
        else {}
    )


def _goal(clause: Clause) -> dict[str, Any]:
    text = re.sub(r"\b(" + "|".join(COUNTS) + r")\b", lambda m: COUNTS[m[0].casefold()], clause.text, flags=re.I)
    match = GOAL.search(text)
    return {"weekly_goal": int(match["a"] or match["b"] or match["c"])} if match else {}


def _name(clause: Clause) -> dict[str, Any]:
    match = NAME.search(clause.text)
    return {"name": match["name"].strip()} if match else {}


READERS = (_offline, _quiet, _digest, _follow_up, _name, _resume, _pause, _goal, hours_set.morning, zone_said.said)
