"""Stage 4d: guesses settled by what came of an application: no answer, an offer, given up, never sent at all."""

from __future__ import annotations

import re

from agent.offline.calls import assessments
from agent.offline.calls.meeting_words import SPEAKS_OF_ONE
from agent.offline.clause import Clause
from agent.offline.intent import Guess
from agent.offline.statuswords import status_in

SAID = 0.95
# From here on a guess of what ends an application, or is an offer, counts without its very word.
GRAVE_SURE = 0.5
MET = 0.34
# As good as the word "offer".
HIRED = re.compile(
    r"\b(?:hire[ds]?|hiring me|contrat(?:ad[oa]|aron|ó)|cogieron|cogid[oa]|eingestellt|genommen|nimmt|nehmen|"
    r"embauch\w*|engagée?|prise?|retenue?)\b",
    re.I,
)
# No answer of theirs is none, whatever else stands beside it: "no call back, shall I call".
NO_ANSWER = re.compile(
    r"\b(?:no|zero|not an?y?|keine?n?|ning[uú]na?|sin|pas de|pas d'|aucune?)\s*(?:phone |e-?mail |written )?"
    r"(?:call[- ]?backs?|call(?!\s+(?:today|tomorrow|now))|repl(?:y|ies)|answers?|responses?|feedback|rückruf|antwort|"
    r"rückmeldung|llamadas?|respuesta|contestación|appel|réponse|retour)\b|"
    r"\b(?:didn'?t|haven'?t|hasn'?t|never|not) (?:\w+ )?(?:hear|heard|here|herd) (?:back|anything|a thing|a word)\b",
    re.I,
)
# "They offered me a trial" is no offer yet.
OFFERED_ME = re.compile(
    r"(?<!would )(?<!might )(?<!may )(?<!not )(?<!n't )(?:\boffer(?:ed|ing|s)?\s+(?:it to )?(?:me|us)\b"
    r"(?!\s+(?:an?|another|some)\b(?! (?:job|role|position|contract|place|salary|starting)))|"
    r"\bme (?:han |ha )?ofre\w+|\bbiet\w* mir\b|\bmir\b[^.;]{0,30}\bangeboten\b|\bm(?:e |'a |'ont )propos\w+)",
    re.I,
)
GIVES_UP = re.compile(
    r"\b(?:not|n't|no longer|nicht(?: mehr)?|no|ne)\s+(?:\w+\s+){0,3}?(?:go(?:ing)?|carry(?:ing)?|proceed(?:ing)?|"
    r"continu(?:e|ing)|mov(?:e|ing)|seguir|weiter\w*|poursui\w+)\s*"
    r"(?:ahead|forward|on|further|any further|adelante)?\s*(?:with|mit|con|avec)\b",
    re.I,
)
NEVER_SENT = re.compile(
    r"\b(?:never|didn'?t|did not|haven'?t|have not)\s+(?:actually|really|even|in fact)?\s*"
    r"(?:appl(?:y|ied)|submit\w*)\b(?!\s+(?:for|yet|in time))|"
    r"\b(?:nie|gar nicht|nicht wirklich) (?:\w+ ){0,3}beworben\b|"
    r"\b(?:nunca|no) (?:me )?(?:apliqu|postul|apunt|envi)\w*|"
    r"\bn'ai (?:jamais|pas) (?:vraiment )?(?:postulé|candidaté)\b",
    re.I,
)
# Thought about, not done: "thinking of pulling out, should I?".
HESITATES = re.compile(
    r"\b(?:thinking (?:of|about)|considering|tempted to|should i|not sure (?:if|whether|what)|wondering (?:if|whether)|"
    r"überlege|soll(?:te)? ich|estoy pensando|debería|je pense à|j'hésite|devrais-je)\b",
    re.I,
)
ENDS = ("status.withdrawn", "status.declined", "status.accepted")
GIVABLE = ("log.not", "log.applied", "update", "news.kept")


def no_answer(clause: Clause) -> bool:
    """Whether a clause tells that no answer came."""
    return NO_ANSWER.search(clause.text) is not None


def settled(clause: Clause, first: Guess) -> Guess:
    """The guess, or what the words tell for sure of a known application."""
    if not clause.slots.known or clause.asks:
        return first
    if first.intent in ENDS and HESITATES.search(clause.text):
        return Guess("show", SAID)
    if first.intent in ("update", "news.kept") and OFFERED_ME.search(clause.text):
        return Guess("status.offer", SAID)
    if first.intent in GIVABLE and GIVES_UP.search(clause.text):
        return Guess("status.withdrawn", SAID)
    if NEVER_SENT.search(clause.text) and assessments.stands_at(clause) == "applied":
        return Guess("log.unsent", SAID)
    return first


def named(clause: Clause) -> str | None:
    """The status that is said in so many words."""
    return status_in(clause.text) or ("offer" if HIRED.search(clause.text) else None)


def only_met(clause: Clause, first: Guess) -> Guess:
    """An interview where nothing names the offer that was guessed: "they want to see me after all"."""
    weak = first.intent == "status.offer" and first.probability < GRAVE_SURE and named(clause) != "offer"
    return Guess("status.interview", MET) if weak and SPEAKS_OF_ONE.search(clause.text) else first
