"""Clauses that lean on the one before: "and so did Globex", "Lidl too", and facts that belong to the job just told."""

from __future__ import annotations

import re

from agent.offline import clauses, forms, hours, questions, verbatim
from agent.offline.calls import logging, news, pays_said, sources_said, statuses
from agent.offline.clause import Clause
from agent.offline.entities import mask
from tools.result import Call

LEANS = re.compile(
    r"^\W*(?:and|also|plus|ditto|same|so|y|und|et|auch|también|aussi|then|as well as|likewise)\b|\b(?:too|"
    r"as well|also|ditto|so did|same (?:for|with|goes)|auch|también|aussi|likewise)\b\W*$",
    re.I,
)
FILLER = re.compile(
    r"<\w+>|\b(?:and|also|plus|ditto|same|so|did|has|have|does|do|is|was|the|one|ones|to|at|with|for|from|"
    r"by|of|goes|thing|y|und|et|auch|también|tampoco|aussi|too|as|well|likewise|then|a|an|in|on|en|bei|con|"
    r"chez|à|role|job|position|de|la|el|der|die|das|le|les|i|they|it|todo|same)\b",
    re.I,
)
LIKELY = 0.5
FOUND = re.compile(
    r"^\W*(?:(?:i|it|that|this|which|was|is|the|job|role|ad|advert|posting|ich|hab|habe|lo|la|je|l'ai)\s+)*"
    r"(?:found|saw|seen|spotted|posted|advertised|listed|came across|gefunden|gesehen|vi|visto|encontr\w+|vue?|"
    r"trouvée?)\b",
    re.I,
)
REPEATABLE = frozenset({"log", "status", "schedule", "label", "delete", "show", "note"})
FACTS = frozenset({"source", "location", "work_mode", "employment_type", "pay", "url", "deadline"})


def again(clause: Clause) -> list[Call]:
    """The last call made for other companies, where the clause names hardly more than those."""
    last = clause.before[-1:] or clause.briefing.focus.last[-1:]
    if (
        not last
        or last[0].name not in REPEATABLE
        or not LEANS.search(clause.full or clause.text)
        or "every" in last[0].args
    ):
        return []
    pairs = clause.slots.pairs
    left = FILLER.sub(" ", mask(clause.text, clause.mentions))
    for company, title in pairs:
        left = re.sub(re.escape(company), " ", left, flags=re.I)
        left = re.sub(re.escape(title), " ", left, flags=re.I) if title else left
    if not pairs or re.search(r"[^\W\d_]{2,}", left):
        return []
    return [_for(last[0], company, title, clause) for company, title in pairs]


def _for(call: Call, company: str, title: str | None, clause: Clause) -> Call:
    args = {k: v for k, v in call.args.items() if k not in ("url", "note", "deadline")}
    if call.name != "log" or title:
        args.pop("title", None)
    args["company"] = company
    if title:
        args["title"] = title
    if call.name == "schedule" and clause.moment:
        now = (call.said_at or clause.briefing.now).astimezone(clause.briefing.now.tzinfo)
        args["when"] = hours.replaced(str(args.get("when", "")), clause.moment, now)
    if call.name in ("log", "status") and clause.day:
        args["on"] = clause.day
    return Call(name=call.name, args=args)


def adds_facts(clause: Clause, made: list[Call], before: list[Call]) -> bool:
    """Whether a clause only tells facts of the job that the clause before it logged ("Remote, 90k")."""
    if not before or before[-1].name != "log" or len(made) != 1 or made[0].name != "update":
        return False
    args = made[0].args
    named = args.get("company")
    same = named is None or named == before[-1].args.get("company") or str(named).startswith("#")
    return same and all(key in FACTS or key in ("company", "title", "new_title") for key in args)


def with_facts(call: Call, update: Call) -> Call:
    """The log call with the facts of the update that belongs to it."""
    facts = {k: v for k, v in update.args.items() if k in FACTS}
    if "new_title" in update.args:
        facts["title"] = update.args["new_title"]
    return call.model_copy(update={"args": {**facts, **{k: v for k, v in call.args.items() if v}}})


VERBS = re.compile(rf"{clauses.VERBS}", re.I)
# What a name and a title alone may also be, where the words speak clearly for it.
OTHERS = ("status.", "interview.", "remind.", "note.", "delete.", "settings", "contact.", "show", "secrets")
SENT = re.compile(
    r"\b(?:sent|submitted|submit|mailed|emailed|applied|posted|handed|dropped|filed|put|done|did|hit|beworben|"
    r"abgeschickt|enviad\w*|mandad\w*|envoyée?|postulé)\b",
    re.I,
)
SAYS = re.compile(
    r"\b(?:it|im|i'm|so|about|will|is|are|was|be|i|they|we|he|she|my|me|you|should|would|can|do|did|has|have|"
    r"had|want\w*|not|n't)\b",
    re.I,
)
ALL_OF = re.compile(
    r"^\W*(?:all|both|each|every one|todas?|todos?|ambas|ambos|alle|beide|toutes?|tous|les deux)\b", re.I
)


def is_bare(clause: Clause) -> bool:
    """Whether a clause only names a company that is not known yet, or names it with a title, and says no verb."""
    found = clause.slots
    first = clause.guesses[0]
    other = first.probability >= 0.6 and first.intent.startswith(OTHERS)
    timed = any(m.value == "time" for m in clause.of("when"))
    if found.known or timed or other or clause.of("kind") or "?" in clause.text:
        return False
    return bool(found.pairs) and not VERBS.search(clause.text) and not SAYS.search(clause.text)


def is_job(clause: Clause) -> bool:
    """Whether a clause names a job that is new, by itself or with a word like "log" before it."""
    found = clause.slots
    named = bool(found.pairs) and not found.known
    return is_bare(clause) or (named and clause.guesses[0].intent.startswith("log.") and clause.day is None)


def is_nameless_log(clause: Clause) -> bool:
    """Whether a clause says that something was applied to or saved without naming it."""
    named = clause.slots.pairs and (clause.slots.sure or clause.slots.title)
    logs = clause.guesses[0].intent in ("log.applied", "log.saved")
    return logs and not named and not clause.refs and not ALL_OF.match(clause.text)


def is_title(clause: Clause) -> bool:
    """Whether a clause is nothing but a job title."""
    found = clause.slots
    said = found.title and not found.pairs and not VERBS.search(clause.text)
    head = mask(clause.text, clause.mentions).replace("<type>", " ").split(",")[0].casefold().strip(" .!")
    return bool(said) and (len(clause.text.split()) <= 6 or head == str(found.title).casefold())


def bare(clause: Clause) -> list[Call]:
    """What the job told of just before pays; or a name and a title: logged as the job before was, else as applied."""
    if paid := _paid(clause):
        return paid
    talks = clause.guesses[0].intent == "smalltalk" and clause.guesses[0].probability >= LIKELY
    if talks or not is_bare(clause) or not clause.slots.title or len(clause.text.split()) > 14:
        return []
    last = clause.before[-1] if clause.before else None
    like = last.args.get("status") if last is not None and last.name == "log" else None
    on = last.args.get("on") if last is not None and last.name == "log" else None
    facts = logging.facts_of(clause) | ({"on": clause.day or on} if clause.day or on else {})
    status = {"status": like} if like else {}
    return [Call(name="log", args={"company": c, "title": t or "", **facts, **status}) for c, t in clause.slots.pairs]


BESIDE_START = re.compile(r"\b(?:and|it|they|i|want|me|to|would|will|is|on|from|the|for|work|with|per)\b", re.I)


def _paid(clause: Clause) -> list[Call]:
    """The pay of the job told of in the clause before, and its first day: "15 an hour", "15 an hour, start Monday"."""
    pay = clause.of("money")
    last = clause.before[-1] if clause.before else None
    if last is None or last.name not in ("status", "schedule", "log") or len(pay) != 1 or last.args.get("pay"):
        return []
    rest = clause.text[: pay[0].start] + clause.text[pay[0].end :]
    named = {key: last.args[key] for key in ("company", "title") if last.args.get(key)}
    update = Call(name="update", args={"pay": pay[0].text, **named})
    days = clause.of("when")
    starts = len(days) == 1 and last.name == "status" and statuses.STARTS.search(rest)
    left = BESIDE_START.sub(" ", statuses.STARTS.sub(" ", rest.replace(days[0].text, " "))) if starts else rest
    if any(c.isalnum() for c in left):
        return []
    return [update, news.noted(clause, named)] if starts else [update]


def is_for_all(clause: Clause) -> bool:
    """Whether a clause tells a fact of all the jobs logged before it in the message ("all sent on Tuesday")."""
    logged = [c for c in clause.before if c.name == "log"]
    return bool(logged) and ALL_OF.match(clause.text) is not None and not clause.slots.sure


def for_all(clause: Clause, calls: list[Call]) -> list[Call]:
    """The calls, each log among them with the day and the facts that the clause tells of all, and its news of all."""
    first = clause.guesses[0]
    if first.intent.startswith("status.") and first.probability >= LIKELY:
        value = statuses.value_of(clause, first.intent.removeprefix("status."))
        logged = [c for c in calls if c.name == "log"]
        day = {"on": clause.day} if clause.day else {}
        names = [{k: c.args[k] for k in ("company", "title") if c.args.get(k)} for c in logged]
        return [*calls, *(Call(name="status", args={"status": value, **name, **day}) for name in names)]
    facts = logging.facts_of(clause) | ({"on": clause.day} if clause.day else {})
    if clause.slots.title:
        facts["title"] = clause.slots.title
    return [c.model_copy(update={"args": {**facts, **c.args}}) if c.name == "log" else c for c in calls]


def tells_no_more(made: object, calls: list[Call]) -> bool:
    """Whether a clause only speaks on of the interview of the clause before it ("they were nice")."""
    last = calls[-1] if calls else None
    if last is None or last.name != "schedule" or not isinstance(made, list) or len(made) != 1:
        return False
    same = made[0].name == "schedule" and made[0].args.get("company") == last.args.get("company")
    return bool(same) and set(made[0].args) <= {"company", "title", "held"}


def goes_on_noting(clause: Clause, made: object, calls: list[Call]) -> bool:
    """Whether a sentence belongs to the note before it: nothing else is understood, or the note began with a colon.

    News of a status, a wish in so many words, and what names a company stand by themselves.
    """
    if not calls or calls[-1].name != "note":
        return False
    if made is None:
        return True
    if NOTED.search(clause.said) is None or LEANS.match(clause.full) or forms.intent_of(clause.text):
        return False
    first = clause.guesses[0]
    news = first.intent.startswith(("status.", "log.", "delete", "undo")) and first.probability >= 0.8
    return not questions.COMMAND.match(clause.full) and not (
        news and (clause.slots.known or clause.has(r"\b(?:i|me|they)\b"))
    )


NOTE_THAT = re.compile(
    r"\W*(?:(?:please|pls|and|so|can you)\s+)*(?:(?:make a )?note(?: of)? (?:that|this|it)(?: down)?|"
    r"(?:write|jot|put|take) (?:that|this|it) down|keep that in mind|notier(?:e)? (?:das|es)(?: bitte)?|"
    r"(?:anota|apunta)(?:lo| eso| esto)|note(?:-le| ça| cela))(?:\s+(?:please|pls|too|down))*\W*",
    re.I,
)


def notes_before(clause: Clause, missed: list[Clause]) -> list[Call] | None:
    """The words before a bare "note that" as a note, where they meant nothing else; none where they were acted on."""
    if not NOTE_THAT.fullmatch(clause.text) or not (missed or clause.before):
        return None
    return [news.noted(told, next(iter(told.targets()), {})) for told in (missed.pop(),)] if missed else []


NOTED = re.compile(r"\b(?:notes?|notiz|nota)\b[^.!?\n]{0,60}?:\s", re.I)


def with_more(note: Call, clause: Clause) -> Call:
    """The note with one more sentence."""
    text = f"{note.args['text']}. {clause.text.strip()}"
    return note.model_copy(update={"args": {**note.args, "text": verbatim.restored(text, clause.said)}})


def folded(clause: Clause, made: list[Call] | None, calls: list[Call]) -> Call | None:
    """The log call before, with what the clause adds to it: its day, that it is only saved, or how it ended.

    "Sent 1 September through their website", "haven't applied yet", "already rejected". None where it adds nothing.
    """
    if not calls or calls[-1].name != "log" or (clause.slots.pairs and (clause.slots.sure or clause.slots.title)):
        return None
    args = dict(calls[-1].args)
    if is_title(clause) and not args.get("title"):
        return calls[-1].model_copy(update={"args": {**logging.facts_of(clause), **args, "title": clause.slots.title}})
    if FOUND.match(clause.text) and (source := sources_said.said(clause)) and not clause.slots.known:
        return calls[-1].model_copy(update={"args": {"source": source, **args}})
    if not_yet(clause) or clause.guesses[0].intent == "log.saved":
        return calls[-1].model_copy(update={"args": {k: v for k, v in args.items() if k != "on"} | {"status": "saved"}})
    sent = SENT.search(clause.text) and clause.day and not clause.refs
    if clause.guesses[0].intent == "log.applied" or sent:
        facts = logging.facts_of(clause) | ({"on": clause.day} if clause.day else {})
        facts |= {"title": clause.slots.title} if clause.slots.title and not args.get("title") else {}
        if args.get("status") == "saved" and not calls[-1].args.get("deadline"):
            args.pop("status")
        return calls[-1].model_copy(update={"args": {**facts, **args}})
    if made and len(made) == 1 and made[0].name == "status" and "on" not in args and not args.get("status"):
        return calls[-1].model_copy(update={"args": {**args, "status": made[0].args["status"]}})
    return None


NOT_YET = re.compile(
    r"\b(?:haven'?t|have not|not|noch nicht|pas encore|aún no|todavía no)\b.*\b(?:appl|sent|submitted|done|"
    r"beworben|postul|candidat|envoy|mandado|enviado|aplic)\w*",
    re.I,
)


def not_yet(clause: Clause) -> bool:
    """Whether a clause says that nothing has been sent yet."""
    return NOT_YET.search(clause.text) is not None


def answer_by(clause: Clause, calls: list[Call]) -> Call | None:
    """The day by which an offer just told must be answered ("they want to know by the 20th"), as a call."""
    last = next((c for c in reversed(calls) if c.name == "status"), None)
    if last is None or last.args.get("status") != "offer" or clause.slots.known:
        return None
    target = {k: v for k, v in last.args.items() if k in ("company", "title")}
    paid = pays_said.offered(clause)
    if paid and not re.search(r"[^\W\d_]", re.sub(r"\b(?:k|an|per|hr|hour|h)\b", "", clause.text)):
        return Call(name="update", args={**target, "pay": paid})
    days = [m.text for m in clause.of("when") if m.value == "day"]
    wish = re.search(
        r"\b(?:know|answer|tell|decide|decision|respond|response|reply|by|until|before|deadline|bis|antwort\w*|"
        r"antes|hasta|avant|réponse)\b",
        clause.text,
        re.I,
    )
    pay = {"pay": clause.text_of("money")} if clause.of("money") else {}
    return Call(name="update", args={**target, **pay, "deadline": days[0]}) if len(days) == 1 and wish else None


def is_tail(clause: Clause) -> bool:
    """Whether a later clause says nothing of its own ("so they did")."""
    left = FILLER.sub(" ", mask(clause.text, clause.mentions))
    return not clause.slots.pairs and not clause.mentions and not re.search(r"[^\W\d_]{3,}", left)


def leans_on_status(clause: Clause, intent: str) -> bool:
    """Whether a clause would move again what the clause before it moved, without naming it."""
    last = clause.before[-1] if clause.before else None
    return last is not None and last.name == "status" and intent.startswith("status.") and not clause.slots.sure


UNLIKELY = 0.25
LEAD_ONLY = re.compile(r"\W*(?:(?:so|and|well|ok|hi|hey|late|early|on)\W+)*", re.I)


def is_only_day(clause: Clause) -> bool:
    """Whether a clause is nothing but a day, which heads what follows ("yesterday: …")."""
    left = mask(clause.text, clause.mentions).replace("<when>", " ")
    heads = clause.day is not None and not clause.before
    return heads and (not re.search(r"\w", left) or _only_begins(clause))


def _only_begins(clause: Clause) -> bool:
    """Whether a clause has its day at its head, and tells nothing: "yesterday evening, after a while, I went …"."""
    led = clause.text[: clause.of("when")[0].start] if clause.of("when") else clause.text
    told = clause.slots.known or clause.guesses[0].probability >= UNLIKELY or "?" in clause.text
    return not told and LEAD_ONLY.fullmatch(led) is not None


HEADS_SAVED = re.compile(
    r"^\W*(?:(?:i|we|today|yesterday|just|also|now|have|here|some|are|the|jobs?|more|new|\d+)\s+)*"
    r"(?:find|found|see|saw|seen|spotted|save|saved|bookmark|interested|like|want to apply|to apply|will apply|"
    r"going to apply|gefunden|gesehen|encontr\w+|vi|trouvé\w*|vue?s?)\b",
    re.I,
)


def heads_saved(clause: Clause, words: str) -> bool:
    """Whether a clause without a name only heads a list of jobs that were found: "found 3 more:"."""
    if clause.slots.pairs or not HEADS_SAVED.match(clause.full or clause.text):
        return False
    at = words.find(clause.text) + len(clause.text)
    return re.match(r"\s*(?:\w+\s*)?[:\n]", words[at - 1 :]) is not None and words[at:].strip(" :\n") != ""


def headed(call: Call, day: str | None, saved: bool) -> Call:
    """A log call with what headed the message, if it says nothing else: its day, or that the jobs are only saved."""
    if call.name != "log":
        return call
    head = ({"on": day} if day else {}) | ({"status": "saved"} if saved and not call.args.get("on") else {})
    return call.model_copy(update={"args": {**head, **call.args}}) if head else call


def is_one_job(left: Clause, right: Clause) -> bool:
    """Whether two neighbouring clauses tell of one job: a name, then its title or that it was applied to."""
    if is_bare(left) and not left.slots.title and is_title(right):
        return True
    return (is_job(left) and is_nameless_log(right)) or (is_nameless_log(left) and is_bare(right))
