"""What a clause says of a meeting: whether it is over, how it is held, how long, with whom, where; makes no calls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from agent.offline import attendees, hours, venues
from agent.offline.calls.said import right
from agent.offline.calls.whom import fitting
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from agent.offline.intent import Guess
from agent.offline.openers import is_opener
from agent.offline.statuswords import names, status_in
from tools import when as reader

SCREEN = re.compile(
    r"\b(?:pre-?)?screen(?:ing|er)?\b|\bintro(?:ductory)? (?:call|chat)\b|\bvorabgespräch\b|\bpréqualif\w*", re.I
)
RECRUITER = re.compile(
    r"\b(?:recruiter\w*|headhunter|talent (?:partner|acquisition|team)|reclutador\w*|recruteu\w+|"
    r"personaler\w*)\b",
    re.I,
)
HR = re.compile(r"\b(?:hr|human resources|people team|personalabteilung|rrhh|recursos humanos|rh|drh)\b", re.I)
LATER_ROUND = re.compile(
    r"\b(?:second|2nd|final|third|3rd|last|next) (?:round|stage|interview)|zweite\w*|segunda|deuxième", re.I
)
PLATFORM = re.compile(
    r"\b(?:zoom|teams|skype|google meet|gmeet|meet\.google|facetime|webex|whereby|hangouts?|visio|video\w*|vídeo\w*|"
    r"online|virtual\w*|remotely)\b",
    re.I,
)
CALL = re.compile(
    r"\b(?:call(?:s|ing)?|ring(?:s|ing)?|phon(?:e|es|ing)|telefon\w*|anruf\w*|ruf\w* (?:mich|mir)|llama\w*|"
    r"teléfono|appel\w*|téléphone)\b",
    re.I,
)
IN_PERSON = re.compile(
    r"\b(?:in[ -]person|on-?site|face[ -]to[ -]face|f2f|vor ort|persönlich|presencial|en persona|sur place|"
    r"présentiel)\b",
    re.I,
)
COMMAND = re.compile(
    r"^\W*(?:(?:please|pls|can you|could you|kindly|now|ok|and)\s+)*(?:set|schedule|book|put|add|create|"
    r"plan|log|save|enter|"
    r"trag\w*|plan\w*|agend\w*|programa\w*|pon|ajoute|note|mets)\b",
    re.I,
)
INVITED = re.compile(
    r"\b(?:invit\w*|heard|got (?:an?|the|my|another)\b.*\binterview|offered me|emailed|wrote|einladung|eingeladen|lädt|"
    r"citaron|convoqu\w*|proposé)\b",
    re.I,
)
OVER = re.compile(
    r"\b(?:had|did|finished|done|completed|attended|survived|passed through|sat (?:the|an?|my)|bombed|"
    r"nailed|aced|botched|met|spoke|talked|"
    r"saw|came out|come out|got back|got out|back from|walked out|hung up|got off|been to|was interviewed|"
    r"were interviewed|"
    r"interviewed (?:at|with|for|by)|i interviewed|went|lasted|over with|is over|was over|behind me|happened|grilled)\b"
    r"|\b(?:interview|call|chat|round|panel|screen|trial|shift|zoom|meeting)\b.{0,40}?\b(?:was|done|over)\b"
    r"|\b(?:hatte|hatten|war|waren|lief|gehabt|gesprochen|hinter mir|überstanden|gemacht|komme (?:grad|"
    r"gerade)|tuve|tuvimos|fue|était|"
    r"hice|fui|salí|salió|hablé|me fue|he tenido|acabo de|acabé|hecha|j'ai eu|j'ai passé|j'ai vu|je sors|je viens de|"
    r"s'est (?:bien|mal|super)|c'est fait|terminée?|passée?)\b",
    re.I,
)
TO_COME = re.compile(
    r"\b(?:wants?|want to|would like|'d like|invit\w*|asked|will|'ll|going to|gonna|is on|upcoming|scheduled|booked|"
    r"möchte\w*|will mich|lädt|quiere\w*|veut|veulent|souhaite\w*|got an?|have an?|tengo|habe ein\w*|j'ai un)\b",
    re.I,
)
HOW = re.compile(
    r"\b(?:in[ -]person|face to face|f2f|(?:by|over the|on the) phone|persönlich|en persona|en personne|"
    r"telefonisch|por teléfono|par téléphone)\b",
    re.I,
)
MEETING = re.compile(
    r"\b(?:interview\w*|int|zoom|teams|skype|call|calling me|calls me|rings? me|ringing me|phon(?:e|es|"
    r"ing) me|chat|meeting|coffee|panel|screen(?:ing)?|trial|\w*gespräch|termin|entrevista|cita|"
    r"entretien|rdv|rendez-vous|visio)\b",
    re.I,
)
TRIAL = re.compile(r"\btrial\b|\bprobearbeit\w*|\bprobetag\b|\bessai\b", re.I)
CANCELLED = re.compile(
    r"cancel|call(?:ed|ing)? (?:it |the \w+ |everything )?off|\boff\b|scrap|\bdrop|not happening|not going|"
    r"isn't going|won't|not doing|"
    r"no longer|\bno (?:more )?(?:interview|int|call|round|meeting)|don'?t want|\bpull|axed|binned|canned|"
    r"fell through|falling through|"
    r"remove|delete|take .* (?:off|out)|scratch|withdr|had to bail|bailed|annul|absag|abgesagt|fällt|"
    r"findet nicht|nicht statt|streich|"
    r"gestrichen|entfällt|storn|suspend|ya no|no hay|quita|anul|plus d'|n'aura pas|supprim|bye",
    re.I,
)
ASKS = re.compile(
    r"^\W*(?:show|list|find|see|view|tell|give|any|do i|have i|is there|are there|which|what|when|zeig|muestra|"
    r"montre)\b",
    re.I,
)
POSSIBLE, SURE, LIKELY = 0.12, 0.34, 0.6
SAME_TIME = re.compile(
    r"\bsame (?:time|hour|place)\b|\bmisma hora\b|\bmême heure\b|\b(?:gleiche|selbe)[nr]? (?:uhr)?zeit\b|"
    r"\bzur selben zeit\b",
    re.I,
)
INSTEAD = re.compile(r"\binstead\b|\brather than\b|\bno longer\b|\banymore\b|\bstatt\b|\ben vez de\b|\bau lieu d", re.I)
AGREED = re.compile(
    r"^\W*(?:(?:and|so|of course|obviously)\s+)*(?:i|we)?\s*(?:said|told them|dije que|habe)\s+(?:yes|sí|"
    r"ja gesagt|ok\w*)\W*$",
    re.I,
)
SPEAKS_OF_ONE = re.compile(
    r"\b(?:\w*interview\w*|int|stage|round|invit\w*|shortlist\w*|next step|through to|forward|progress\w*|"
    r"meet\w*|see me|talk\w*|speak|"
    r"chat|call\w*|come in|want\w* me in|zoom|teams|screen\w*|panel|trial|\w*gespräch\w*|eingeladen|"
    r"einladung|lädt|termin|entrevist\w*|"
    r"cita\w*|entretien|convoqu\w*|rencontr\w*)\b",
    re.I,
)
STAGE = re.compile(r"\b(?:stage|round|phase|runde|fase|étape)\b", re.I)
ABGESAGT = re.compile(r"\babgesagt\b", re.I)
AMBIGUOUS = timedelta(days=45)
LONGEST = 10 * 60  # minutes; a longer time is no length of an interview


def is_over(clause: Clause) -> bool:
    """Whether a clause tells of an interview that has been held: by its verbs, or by a day gone by."""
    if COMMAND.match(clause.text):
        return False
    moment = hours.joined(hours.times(clause.text, clause.mentions))
    gone = _gone(moment, clause) if moment else None
    if gone is False or gone is True:
        return gone and not (INVITED.search(clause.text) and not OVER.search(clause.text))
    return OVER.search(clause.text) is not None and not TO_COME.search(clause.text)


def _gone(words: str, clause: Clause) -> bool | None:
    """Whether a time lies behind for sure (True), ahead for sure (False), or could be either (None)."""
    now = clause.briefing.now
    try:
        ahead = reader.read_moment(words, now, "future", default_time=now.time())
        behind = reader.read_moment(words, now, "past", default_time=now.time())
    except reader.Unclear:
        return None
    if ahead.at == behind.at:
        if ahead.local.date() == now.date():
            return False if ahead.time_given and ahead.at > now else None
        return ahead.at < now
    if ahead.at - behind.at < AMBIGUOUS:
        return None  # a weekday could be either
    near, far = sorted((abs(ahead.at - now), abs(now - behind.at)))
    return None if far < 3 * near else abs(now - behind.at) == near


def news(clause: Clause, intent: str) -> str | None:  # noqa: C901 - a list of exceptions, in their order
    """What a clause that speaks of an interview tells for sure: its time, its holding, or only the invitation.

    None where it cannot be what the guess says.
    """
    if intent == "interview.cancel" and not CANCELLED.search(clause.text):
        return None
    if (
        intent == "correction"
        and not is_opener(clause.text)
        and right(clause.text) == clause.text
        and status_in(clause.text)
    ):
        return None
    if intent == "interview.cancel" and ABGESAGT.search(clause.text) and not MEETING.search(clause.text):
        return "status.rejected"  # "Sie haben abgesagt": the employer, not a meeting
    if intent == "update":
        return "interview.move" if is_detail(clause) else intent
    if intent in ("status.interview", "status.screening"):
        invites = (INVITED.search(clause.text) or TO_COME.search(clause.text)) and MEETING.search(clause.text)
        plain = not clause.of("when") and (not invites or STAGE.search(clause.text))
        intent = intent if plain else "interview.schedule"
    if intent not in ("interview.schedule", "interview.held"):
        return intent
    found = hours.times(clause.text, clause.mentions)
    if SAME_TIME.search(clause.text) or (all(hours.old_and_new(clause.text, found)) and INSTEAD.search(clause.text)):
        return "interview.move"
    invited = INVITED.search(clause.text) and not OVER.search(INVITED.sub(" ", clause.text))
    if found and invited and not any(t.hour for t in found) and _gone(hours.joined(found) or "", clause):
        return "status.interview"
    return "interview.held" if is_over(clause) else "interview.schedule"


def told(guesses: Sequence[Guess], clause: Clause) -> list[Guess]:
    """The guesses with what the words tell of an interview for sure; those that come to the same count together."""
    together: dict[str, float] = {}
    for guess in guesses:
        name = news(clause, guess.intent) if guess.probability >= POSSIBLE else guess.intent
        if name == "status.interview" and guess.probability < LIKELY and not SPEAKS_OF_ONE.search(clause.text):
            continue
        if name == "status.accepted" and AGREED.search(clause.text) and not _is_offered(clause):
            continue
        if name is not None:
            together[name] = together.get(name, 0.0) + guess.probability
    ranked = sorted((Guess(name, p) for name, p in together.items()), key=lambda g: -g.probability)
    if ranked and ranked[0].probability < SURE and names(clause.text, ranked[0].intent.removeprefix("status.")):
        return [Guess(ranked[0].intent, SURE), *ranked[1:]]  # the very word decides where the model wavers
    if ranked and ranked[0].probability < SURE and is_more(clause):
        return [Guess("interview.move", SURE), *ranked]
    of_meetings = [g for g in ranked if g.intent.startswith("interview.")]
    if (
        ranked
        and ranked[0].probability < SURE
        and clause.slots.sure
        and sum(g.probability for g in of_meetings) >= SURE
    ):
        return [Guess(of_meetings[0].intent, SURE), *(g for g in ranked if g is not of_meetings[0])]
    return ranked


def _is_offered(clause: Clause) -> bool:
    """Whether there is an offer to say yes to."""
    named = {m.value for m in clause.of("company")}
    pool = [k for k in clause.briefing.applications if not named or k.company in named]
    return any(k.status == "offer" for k in pool)


def is_set(clause: Clause) -> bool:
    """Whether a clause that could be a question sets interviews: it names who and at what hour, and asks nothing."""
    asks = clause.asks or "?" in clause.text or ASKS.match(clause.text)
    found = hours.times(clause.text, clause.mentions)
    return (
        not asks
        and clause.slots.known
        and is_meeting(clause)
        and sum(t.hour for t in found) >= len(clause.of("company"))
    )


def is_detail(clause: Clause) -> bool:
    """Whether a clause tells how the interview of a known application is held ("they want it in person now")."""
    names = {m.value for m in clause.of("company")}
    met = {k.company for k in clause.briefing.applications if k.status in ("interview", "screening", "assessment")}
    return (
        bool(names & met)
        and (HOW.search(clause.text) or PLATFORM.search(clause.text)) is not None
        and not clause.of("money")
    )


def is_more(clause: Clause) -> bool:
    """Whether a clause only tells who, where, how or how long of the interview of a known application."""
    names = {m.value for m in clause.of("company")}
    met = {k.company for k in clause.briefing.applications if k.status == "interview"}
    plain = not clause.of("money", "source", "email", "when") and not clause.asks
    return plain and bool(names & met) and any(v for k, v in details(clause).items() if k != "location")


def is_meeting(clause: Clause) -> bool:
    """Whether a clause names a meeting, an employer and an hour to come: then it sets one, however it is put."""
    found = hours.times(clause.text, clause.mentions)
    named = clause.of("kind") or MEETING.search(clause.text)
    return bool(named) and clause.slots.sure and any(t.hour for t in found)


def is_screening(clause: Clause, kind: str | None) -> bool:
    """Whether it is a recruiter's first call rather than an interview proper."""
    if kind in ("panel", "technical", "behavioral", "onsite") or LATER_ROUND.search(clause.text):
        return False
    spoken = kind == "phone" or CALL.search(clause.text) is not None
    return bool(SCREEN.search(clause.text) or RECRUITER.search(clause.text) or (HR.search(clause.text) and spoken))


def details(clause: Clause, *, without: Mention | None = None, named: bool = True) -> dict[str, Any]:
    """Kind, length, people and place; `without` is a length that is none of it, not `named`: no employer is named."""
    meant = target(clause).get("company", "")
    elsewhere = not named or (meant.startswith("#") and not clause.slots.known)
    companies = [] if elsewhere else [c for c, _ in clause.meeting.pairs]
    people = attendees.people(clause.text, clause.mentions, companies)
    names = [m.value or m.text for m in clause.of("company")] + companies + ([people] if people else [])
    found = hours.times(clause.text, clause.mentions)
    spoken = [m for m in clause.of("duration") if any(t.start < m.end and m.start < t.end for t in found)]
    lengths = [m for m in clause.of("duration") if m is not without and m not in spoken and _is_length(m)]
    lasts = next((m.text[5:] for m in clause.of("range") if re.match(r"last \d+ ?(?:min|h)", m.text, re.I)), None)
    return {
        "kind": kind(clause),
        "minutes": lengths[0].text if lengths else lasts,
        "people": people,
        "location": venues.place(clause.text, clause.mentions, names),
    }


def _is_length(mention: Mention) -> bool:
    try:
        return reader.read_duration(mention.text) <= LONGEST
    except reader.Unclear:
        return False


def kind(clause: Clause) -> str | None:
    """How it is held: by the names of kinds, by the platform, or by what is done."""
    kept = right(clause.text)
    kinds = [m.value for m in clause.of("kind") if m.value and m.value != "other" and kept[m.start : m.end].strip()]
    special = next((k for k in kinds if k in ("panel", "technical", "behavioral")), None)
    if special or kinds:
        return special or kinds[-1]
    if clause.value_of("mode") == "onsite" or IN_PERSON.search(clause.text):
        return "onsite"
    if PLATFORM.search(clause.text):
        return "video"
    if TRIAL.search(clause.text):
        return "onsite"
    if CALL.search(clause.text) and not re.search(r"\bcalled\s+[A-Z]|\bcalled\b(?!\s+me)", clause.text):
        return "phone"
    return None


def target(clause: Clause) -> dict[str, str]:
    """The application meant, where "with …" may name people."""
    targets = clause.targets(clause.meeting)
    return fitting(clause, targets[0]) if targets else {}
