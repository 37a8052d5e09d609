"""The answer to a question that the last reply asked: plain words that fill the one argument that was missing."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import correction, hours, lexicon, openers, places, references, roles, venues, vocabulary
from agent.offline.calls import meetings
from agent.offline.calls.logging import facts_of
from agent.offline.clause import Clause
from agent.offline.clauses import without_leadin
from agent.offline.statuswords import names
from storage.companies import company_key
from tools import when
from tools.focus import numbers
from tools.result import Call, Wanted

LEAD = re.compile(
    r"^(?:(?:it's|it is|it was|its|that's|that was|oh|ah|um|as|for|(?:the )?(?:role|job|position|title|"
    r"company)(?: there)? (?:is|was)|"
    r"they're looking for|to be|at|with|to|a|an|the|i (?:applied|went|put in) (?:for|as|at|to)|i'd be|"
    r"i would be|es|era|como|de|"
    r"als|eine?|das war|comme|pour|un|une|le|c'est|c'était|el puesto es|le poste c'est|die stelle ist)\s+)+",
    re.I,
)
SKIP = re.compile(
    r"\W*(?:(?:i\s+)?(?:skip(?: it| that)?|no idea|dunno|don'?t know|do not know|not sure|unsure|none|"
    r"nothing|never ?mind|later|"
    r"can'?t remember|forgot|tbc|tbd|tba|they (?:didn'?t|haven'?t|did not) (?:say|said|tell|told)(?: me)?|"
    r"no lo sé|ni idea|"
    r"weiß (?:ich )?(?:noch )?nicht|keine ahnung|(?:je )?(?:ne )?sais pas|aucune idée)"
    r"(?:\s+(?:yet|really|exactly|right now|sorry|still|actually|todavía|aún|noch|encore|when|the time|"
    r"what time|which|mate|tbh))*)\W*",
    re.I,
)
DROP = re.compile(
    r"\W*(?:scratch|forget|cancel|drop|leave|ignore|never ?mind|stop)(?:\s+(?:it|that|this|about it))?\W*", re.I
)
BOTH = re.compile(
    r"\W*(?:both|all|either|todas|todos|ambas|ambos|beide|alle|tous|toutes|les deux|las dos|los dos)"
    r"(?:\s+(?:of|them|those|the|two|jobs|roles|applications|please|pls|von|denen|de|ellas|ellos)\b)*\W*",
    re.I,
)
# After these a job title has ended: what follows says where it was found, where it is, what it pays.
TITLE_ENDS = re.compile(
    r"\s*(?:[.;:!?\n]|,|\s-\s|\(|\b(?:found|saw|seen|spotted|via|through|thru|from|on|in|at|near|based|"
    r"remote|hybrid|paying|pays|it's|it|"
    r"they|with|and it|gefunden|über|auf|en|por|vu|trouvé|sur|chez|à|visto|la vi|lo vi)\b)",
    re.I,
)
TAIL = re.compile(
    r"\s*,?\s+(?:meinte ich|i meant|i mean|quise decir|je voulais dire|bitte|please|pls|by the way|btw|"
    r"i think|glaub ich|creo|"
    r"je crois)\b",
    re.I,
)
MORE_JOBS = re.compile(
    r"^\W*(?:(?:and|also|plus|y|und|et|auch|también|aussi)\s+)+(?:to|at|with|bei|en|a|chez|for)\b", re.I
)
# How news of a job of its own begins: "add Lidl cashier", "also i send to Lidl".
TELLS = re.compile(
    r"^\W*(?:(?:and|also|then|plus|ok|oh|i|i've|i have|we|just|today|yesterday|y|und|"
    r"et)\s+)*(?:(?:please\s+)?(?:add|log|"
    r"save|track)\b|(?:appl(?:y|ied)|send|sent|submitted|handed in|put in|gave|give)\b(?!\s+(?:as|for)\b))",
    re.I,
)
ONE_MORE = re.compile(
    r"^\W*(?:and|also|plus|und|y|et|auch|también|aussi)\b|\b(?:too|as well|auch|también|aussi)\W*$", re.I
)
SENT_TO = re.compile(r"\b(?:to|at|bei|chez)\s", re.I)
# A job title is no sentence.
SENTENCE = re.compile(
    r"\b(?:is|was|are|were|isn't|not|i|i'm|they|we|my|me|said|turned|heard|told|tell|"
    r"emailed|rang|called|wrote|texted|rejected|invited|offered|wants?|replied)\b",
    re.I,
)
MAX_WORDS = 12
MAX_SETTING = 4  # words of an answer that names a place or a number
OTHER = 0.8  # an intent this likely is no answer but a message of its own
ANSWERS = (
    "log.applied",
    "log.saved",
    "update",
    "correction",
    "off_topic",
    "smalltalk",
    "contact.add",
    "find",
    "show",
    "status.interview",
)
ALL_RIGHT = "All right, I left it open."
Answer = list[Call] | str | None


def calls(clause: Clause) -> Answer:
    """The waiting call with its argument filled, or words where the person does not know; None for no answer."""
    focus = clause.briefing.focus
    if BOTH.fullmatch(clause.text):
        return _for_both(clause)
    if DROP.fullmatch(clause.text) and correction.unanswered(focus) is not None:
        return ALL_RIGHT
    wanted = focus.wanted
    if (
        openers.is_opener(clause.text)
        or wanted is None
        or clause.text.rstrip().endswith("?")
        or _elsewhere(clause, wanted)
    ):
        return None
    if SKIP.fullmatch(clause.text) or DROP.fullmatch(clause.text):
        return ALL_RIGHT
    given = _given(clause, wanted)
    return [wanted.call.model_copy(update={"args": {**wanted.call.args, **given}})] if given else None


def _for_both(clause: Clause) -> Answer:
    """The last call, which could not tell the applications of one company apart, for each of them."""
    focus = clause.briefing.focus
    asked = correction.unanswered(focus)
    if asked is None:
        return None
    key = company_key(str(asked.args.get("company", "")))
    known = {k.id: company_key(k.company) for k in clause.briefing.applications}
    ids = [i for i in numbers(focus.subject, "application") if key and known.get(i, "").startswith(key)]
    each = [asked.model_copy(update={"args": {**asked.args, "company": f"#{i}", "title": None}}) for i in ids]
    return each if len(each) > 1 else None


def _elsewhere(clause: Clause, wanted: Wanted) -> bool:
    """Whether the words are news of another company: one that the person has, or told of where only one can stand."""
    about = str(wanted.call.args.get("company", ""))
    own = {k.company for k in clause.briefing.applications if f"#{k.id}" == about or k.company == about}
    if wanted.param in ("company", "new_company"):
        return wanted.param == "company" and bool(clause.slots.pairs and TELLS.match(clause.full or clause.text))
    new = wanted.param != "when" and any(company not in own for company, _ in clause.slots.pairs)
    return any(m.value not in own for m in clause.of("company")) or (new and _tells(clause))


def _tells(clause: Clause) -> bool:
    """Whether the words tell what was done or said at a company that they name."""
    if _is_another_job(clause):
        return True
    first = clause.guesses[0]
    if first.intent.startswith("status.") and names(clause.text, first.intent.removeprefix("status.")):
        return True
    placed = clause.slots.sure or clause.slots.title
    return bool(placed) and first.probability >= OTHER and first.intent.startswith(("log.", "status.", "interview."))


def _is_another_job(clause: Clause) -> bool:
    """Whether the words begin as those of a job of its own do ("add …", "i send to …"), or say "too"."""
    said = clause.full or clause.text
    named = any(vocabulary.is_name(company, capitals=False) for company, _ in clause.slots.pairs)
    more = ONE_MORE.search(said) and (named or SENT_TO.search(said))
    return bool(clause.slots.pairs) and bool(TELLS.match(said) or more)


def _given(clause: Clause, wanted: Wanted) -> dict[str, Any]:
    """The arguments that the words give: the one asked for, and what else they tell of the same thing."""
    param = wanted.param
    if param in ("when", "until", "pause_until"):
        return _time(clause, wanted)
    if param == "deadline":
        days = [m.text for m in clause.of("when") if m.value == "day"]
        return {param: days[0]} if days and len(clause.text.split()) <= MAX_WORDS else {}
    if param in ("applied_on", "on"):
        return {param: clause.day} if clause.day and len(clause.text.split()) <= MAX_WORDS else {}
    if param == "pay":
        said = re.search(r"\d", clause.text) and not _other(clause)
        return {param: clause.text_of("money") or clause.text} if said else {}
    if param in ("new_title", "title"):
        return _title(clause, param)
    if param in ("company", "new_company"):
        return _company(clause, param)
    if param not in ("text", "timezone", "weekly_goal") or _other(clause):
        return {}
    return {param: clause.text.strip()} if param == "text" or len(clause.text.split()) <= MAX_SETTING else {}


def _time(clause: Clause, wanted: Wanted) -> dict[str, Any]:
    """The time, joined to the day that was said before; of an interview also who, where and how."""
    if len(clause.text.split()) > 2 * MAX_WORDS:
        return {}
    found = hours.times(clause.text, clause.mentions)
    words = hours.joined(found) or hours.spoken(clause.text)
    before = wanted.call.args.get(wanted.param)
    if not words:
        return {}
    if before and not any(t.day for t in found) and _names_day(str(before)):
        words = f"{before} {words}"
    more = meetings.details(clause, named=False) if wanted.call.name in ("schedule", "reschedule") else {}
    return {**{k: v for k, v in more.items() if v}, wanted.param: words}


def _names_day(words: str) -> bool:
    return any(found.has_day and not found.has_time for found in when.find(words))


def _company(clause: Clause, param: str) -> dict[str, Any]:
    words = LEAD.sub("", clause.text.strip(" .!"))
    company = clause.slots.company or (words if len(words.split()) <= 6 and not _other(clause) else None)
    company, facts = TAIL.sub("", company or ""), facts_of(clause)
    if param == "new_company":
        # It may hold the name of a company that is known: "Old Inn" beside "Inn".
        company = words if 0 < len(words.split()) <= MAX_SETTING and not facts else company
        facts.pop("tags", None)
    return {**facts, param: company} if company else {}


def _title(clause: Clause, param: str) -> dict[str, Any]:
    text = clause.text.strip(" .!")
    if MORE_JOBS.match(clause.full or text) or references.ORDINAL.search(text) or references.MANY.search(text):
        return {}
    words = TAIL.sub("", LEAD.sub("", text[without_leadin(text) :]))
    start = len(text) - len(words)
    stops = [m.start - start for m in clause.mentions if m.start > start and m.kind not in ("kind", "when", "company")]
    stop = TITLE_ENDS.search(words, 1)
    end = min([len(words), *(s for s in stops if s > 0), *([stop.start()] if stop else [])])
    title = roles.tidy(words[:end].strip(" ,;:-"))
    if not title or len(title.split()) > 8 or title.casefold() in lexicon.words("not_companies.txt"):
        return {}
    if SENTENCE.search(title) or _employs(title):
        return {}
    sure = roles.score(title) >= 0.8 and len(clause.text.split()) <= 2 * MAX_WORDS
    if not sure and (_other(clause) or len(clause.text.split()) > MAX_WORDS or clause.of("when", "company", "email")):
        return {}
    facts = facts_of(clause) | ({"applied_on": clause.day} if clause.day and param == "new_title" else {})
    facts.pop("tags", None)
    place = facts.get("location") or _town(clause)
    return {**facts, **({"location": place} if place else {}), param: title}


def _employs(title: str) -> bool:
    """Whether words begin with a well-known employer, and so name a job of its own: "lidl cashier"."""
    parts = roles.split(title)
    known = lexicon.words("employers.txt") | lexicon.words("famous.txt")
    return (parts[0] if parts else title).casefold() in known


def _town(clause: Clause) -> str | None:
    found = venues.place(clause.text, clause.mentions)
    return found if found and "://" not in found and places.is_city(found.split(",")[0]) else None


def _other(clause: Clause) -> bool:
    return clause.guesses[0].probability >= OTHER and clause.guesses[0].intent not in ANSWERS
