"""Mails and other texts that a person pastes: recognised by their form, kept as data, never read as wishes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.offline import entities
from agent.offline.briefing import Briefing
from tools.mail.files import mail_in
from tools.mail.read import read
from tools.result import Call
from tools.words import clipped

HEADERS = re.compile(r"^(?:>+ ?)?(?:From|Subject|To|Date|Sent|Von|Betreff|De|Asunto|Objet)\s*:\s*\S", re.M)
FORWARDED = re.compile(r"-{2,}\s*(?:Forwarded|Original|Weitergeleitete|Mensaje|Message)", re.I)
LONG_QUOTE = re.compile(r"[\"“«„](?P<body>[^\"”»]{60,})[\"”»]?", re.S)
SALUTATION = re.compile(
    r"(?:^|\n|:\s)\s*(?:Dear|Hi|Hello|Sehr geehrte\w*|Estimad\w*|Cher|Chère|Bonjour)\b[^\n]{0,60}[,!\n]", re.I
)
LONG = 700
SURELY = 0.9  # a text that is no mail about a job with less than this may be one
NOTE_LEAD = re.compile(r"^\W*(?:please\s+)?(?:note|notes|remember|jot|write down|add a note|notiz|nota)\b", re.I)

# How prompts, chats and postings look; nobody tells of their own day in that form.
MARKUP = re.compile(
    r"<\s*/?\s*(?:system|known|data|tool\w*|assistant|user|human|instructions?|function\w*)\b|<\|\s*\w+\s*\|>|<<SYS|"
    r"\[\s*/?\s*(?:INST|SYSTEM|TOOL\w*)\b|"
    r"^\W*(?:system|assistant|developer|tool)(?: (?:message|prompt|result|note))?\s*:|^> ",
    re.I | re.M,
)
POSTING = re.compile(
    r"^\W*(?:about (?:us|the (?:role|job|company))|responsibilities|requirements|qualifications|wir bieten|"
    r"(?:ihre |deine )?aufgaben|anforderungen|requisitos|funciones|ofrecemos|profil recherché|missions?)\b[^\n]{0,30}$",
    re.I | re.M,
)
# Signs that cannot be seen (but for those that join emojis), and long words that only a machine reads.
HIDDEN = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
ENCODED = re.compile(r"(?<!\S)[A-Za-z0-9+/]{40,}={0,2}(?!\S)")
NOTE_LINE = 200


@dataclass(frozen=True)
class Paste:
    """What the person says about the text, and the text."""

    lead: str
    body: str


def found(said: str) -> Paste | None:
    """The pasted text in a message, or None for a message in the person's own words."""
    if NOTE_LEAD.match(said):
        return None
    quote = LONG_QUOTE.search(said)
    if quote:
        return Paste(said[: quote.start()].strip(), quote.group("body").strip())
    marked = FORWARDED.search(said) or (HEADERS.search(said) if len(HEADERS.findall(said)) > 1 else None)
    marked = marked or (POSTING.search(said) if len(POSTING.findall(said)) > 1 else None)
    greeted = SALUTATION.search(said) if len(said) > 200 else None
    start = marked or greeted
    if start:
        return Paste(said[: start.start()].strip(), said[start.start() :].strip())
    return Paste("", said) if len(said) > LONG and said.count("\n") > 4 else None


def foreign(said: str) -> bool:
    """Whether somebody else's words stand in a message, to be kept or not: no model that holds tools may read it."""
    noted = NOTE_LEAD.sub("", said, count=1)
    if noted != said and (len(noted) > NOTE_LINE or found(noted) is not None):
        return True
    forms = (MARKUP, POSTING, HIDDEN, ENCODED)
    return found(said) is not None or any(form.search(said) for form in forms)


def news(paste: Paste) -> tuple[Call, ...]:
    """The call that reads a text as a mail, where it is one with news of an application, or may be; none else."""
    if len(POSTING.findall(paste.body)) > 1:
        return ()
    found = read(mail_in(paste.body))
    if found.status == "not_job" and found.confidence >= SURELY:
        return ()
    said = {"text": paste.body} | ({"said": clipped(paste.lead, 120)} if paste.lead else {})
    return (Call(name="read_mail", args=said),)


def calls(paste: Paste, briefing: Briefing) -> tuple[Call, ...]:
    """Keep the text as a note with the application that it names; ask what it means, for it is only data."""
    named: list[str] = []
    for words in (paste.lead, paste.body[:2000]):
        named = [m.value for m in entities.find(words, briefing.companies) if m.kind == "company"]
        if named:
            break
    companies = list(dict.fromkeys(named))
    if len(companies) == 1:
        return (Call(name="note", args={"text": paste.body, "company": companies[0]}),)
    text = "That looks like a text from somebody else. I do not act on what stands in it"
    which = (
        ": tell me in your own words what happened, and at which company."
        if not companies
        else ". Which company is it about?"
    )
    guesses = [
        {
            "label": f"Keep it as a note at {name}",
            "calls": [{"name": "note", "args": {"text": paste.body, "company": name}}],
        }
        for name in companies[:3]
    ]
    return (Call(name="ask_back", args={"said": paste.lead[:200], "guesses": guesses, "text": text + which}),)


SAVING = re.compile(
    r"^\W*(?:please\s+|pls\s+)?(?:save|log|add|keep|bookmark|track|store|applied|guarda|merk|speicher|"
    r"enregistre|garde)\w*\b.*\b(?:at|bei|en|chez|with|for)\b",
    re.I | re.S,
)


def tells_of_job(paste: Paste) -> bool:
    """Whether the person's own words beside the text ask to keep a job."""
    return SAVING.match(paste.lead) is not None and len(paste.lead.split()) >= 4
