"""Which words can only be a question or a wish to see something: such words never change anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from agent.offline import phrases

END = re.compile(r"[.?!;\n]")
VERB_FIRST = re.compile(
    r"(?:did|has|have|had|is|are|was|were|do|does|hat|haben|ist|sind|war|est|a|ha|han|he|tengo|hay|j'ai)\b", re.I
)
BETWEEN = re.compile(
    r"(?:did|has|have|had|is|are|was|were|does|do|hat|haben|ist)\s+(?P<name>\S+(?:\s+\S+){0,4}?)\s+", re.I
)
# A name stands between verb and answer, not a noun that the verb has for its object ("got an offer").
OBJECT = re.compile(r"(?:an?|the|my|our|been|just|already|finally|now|eine?n?|mein\w*|un|una|une|mon|ma)\b", re.I)
SUBJECT = re.compile(r"(?:i|we|you|they|he|she|it|any\w*|some\w*|those|these|there|ich|wir|sie|er|es|jemand)\b", re.I)
HEDGES = re.compile(rf"\W*(?:{phrases.pattern('hedge').pattern}[\s,:.!-]*)*", re.I)
# Said by a pronoun: no verb by which the sentence tells news.
SAID_BESIDE = re.compile(r"\b(?:that|which|who|what|i|we|you|die|que|qui)\s+\w+", re.I)
VALUE = re.compile(r"[:=@\d]|https?:|\b(?:is|are|was|changed|should)\b")
# "Nurse jobs over 36k in Leeds": several are looked for; one "job at X" may be news.
PLURAL = re.compile(
    r"\W*(?:(?!(?:the|my|two|three|both|some|more|other|\d+)\b)[\w-]+ ){1,3}"
    r"(?:jobs|roles|positions|vacancies|openings|stellen|puestos|postes)\b"
    r"(?!.*(?:[,:;]|\bat\b|\bbei\b|\bchez\b))",
    re.I,
)
YES_OR_NO = re.compile(
    r"\b(?:say|said|is it|was it|sagt|dice|dit) (?:a )?(?:yes|ja|sí|oui) (?:or|oder|o|ou) (?:a )?(?:no|nein|non)\W*$",
    re.I,
)
# "Kier status", "the porter job salary?": some words and what is asked of them.
FACT_LAST = re.compile(
    r"(?:[^\s:=,]+\s+){1,4}(?:status|details|history|timeline|notes|salary|pay|deadline|closing date|link|contacts?|"
    r"info|location|phone number|e-?mail address)\W*",
    re.I,
)
# "The ones I saved, show me": what is wanted stands before the wish.
SHOW_IT = re.compile(
    r"(?:^|[\s,;-])(?:please\s+|pls\s+|can you\s+|could you\s+)?"
    r"(?:show|(?:show|list|give|display)\s+(?:me|em|'em|them|those|us)(?:\s+(?:those|them|please|pls))*)\W*$",
    re.I,
)
TAIL = re.compile(
    r"\W*(?:(?:and|und|y|et)\s+)?"
    r"(?:who|whom|where|when|how|why|what for|mit wem|wo|wann|con quién|dónde|cuándo|avec qui|où|quand)"
    r"(?:\s+(?:with|at|by|for|to|from|is it|exactly|ist es|es|c'est))?\W*",
    re.I,
)
TOPIC = re.compile(r"\W*(?:that|the|this|my|die|der|das|el|la|le|l'|(?P<lo>lo de))\b", re.I)
# "Of those I sent this week, how many …": what is counted stands first.
OF_WHICH = re.compile(
    r"\W*(?:and |so |out |und |y |et )?(?:of|von|de|parmi|sur) "
    r"(?:the|my|all|those|these|everything|den|meinen|allen|las|los|mis|tod[oa]s|les|mes|toutes|tous)\b",
    re.I,
)
POINTS = re.compile(r"\b(?:it|its|it's|that|they|there|them|one|es|sie|dort|da|ahí|allí|ça|là|il|elle|ils)\b", re.I)
MOST_OF_TOPIC = 6
AND_ASKS = re.compile(
    r"[\s,;]*\b(?:and|und|y|et)\s+(?=(?:by when|when|who|which|how many|how much|what|where|wann|wer|welche|"
    r"wie viele|cuándo|quién|cuánt[oa]s|quand|qui|combien)\b)",
    re.I,
)
SHORT = 3
COMMAND = re.compile(
    r"\W*(?:(?:and|then|also|please|pls)\s+)*(?:mark|set|move|change|put|update|add|note|tag|untag|star|unstar|archive|"
    r"unarchive|delete|remove|remind me to|cancel|undo|save|log|reschedule|markier\w*|setz\w*|lösch\w*|erinner\w*|"
    r"notier\w*|marca|cambia|pon|borra|elimina|recuérdame|anota|guarda|supprime|ajoute|change|marque|"
    r"rappelle-moi de|note)\b",
    re.I,
)


@lru_cache(maxsize=64)
def asks(text: str) -> bool:
    """Whether words are surely a question or a wish to see something."""
    if phrases.leads(text, "no_question"):
        return False
    if SHOW_IT.search(text) or YES_OR_NO.search(text) or phrases.pattern("more").fullmatch(text.strip(" .!?")):
        return True
    if phrases.leads(text, "wh", "inverted", "see", "piece"):
        return True
    return _is_piece(text) or _of_somebody(text[_lead(text) :])


def _is_piece(text: str) -> bool:
    """Whether words name only what is asked for, without a question word: "nurse jobs in Leeds", "Kier status"."""
    if phrases.leads(text, "piece_fact") and not VALUE.search(text):
        return True
    if phrases.leads(text, "piece_bare") and not phrases.has(SAID_BESIDE.sub(" ", text), "telling"):
        return True
    fact = FACT_LAST.fullmatch(text.strip()) and not COMMAND.match(text)
    return bool(fact or PLURAL.match(text)) and not phrases.has(text, "telling")


def is_one(text: str) -> bool:
    """Whether a whole message is one question."""
    return not END.search(text.rstrip(" .?!")) and asks(text)


def _lead(text: str) -> int:
    """How many characters only lead in to a question."""
    match = HEDGES.match(text)
    return match.end() if match else 0


def _of_somebody(text: str) -> bool:
    """ "Did X ever reply", "is X still hiring"; with a question mark any words that begin with the verb."""
    if text.rstrip(" \"'").endswith("?") and VERB_FIRST.match(text):
        return True
    return somebody(text) is not None


def somebody(text: str) -> str | None:
    """The name in "did X ever reply"; None where there is none."""
    between = BETWEEN.match(text, _lead(text))
    if between is None or OBJECT.match(between["name"]) or SUBJECT.match(between["name"]):
        return None
    return between["name"] if phrases.pattern("answered_by").match(text, between.end()) else None


def rejoined(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The clauses of a message, with what only goes on with a question joined to it ("…, and no answer so far")."""
    joined: list[tuple[int, int]] = []
    for start, end in (part for span in spans for part in _parted(text, span)):
        if joined and _goes_on(text, joined[-1], (start, end)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _parted(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A question parted before another one that "and" joins to it: "do I have an offer, and by when must I decide"."""
    start, end = span
    if not asks(text[start:end]):
        return [span]
    for match in AND_ASKS.finditer(text, start, end):
        more = text[match.end() : end]
        if match.start() > start and asks(more) and not TAIL.fullmatch(more) and len(more.split()) > SHORT:
            return [(start, match.start()), *_parted(text, (match.end(), end))]
    return [span]


def _goes_on(text: str, question: tuple[int, int], after: tuple[int, int]) -> bool:
    if END.search(text[question[1] - 1 : after[0]]):
        return False
    more = text[slice(*after)]
    if asks(more) and (HEDGES.fullmatch(text[slice(*question)]) or _is_topic(text[slice(*question)], more)):
        return True
    if SHOW_IT.match(more):
        return True
    if not asks(text[slice(*question)]):
        return phrases.leads(text[question[0] : after[1]], "piece")
    if TAIL.fullmatch(more):
        return True
    return not asks(more) and not COMMAND.match(more)


def _is_topic(words: str, question: str) -> bool:
    """Whether words only name what the question behind them is about: "that nurse job, what was it paying"."""
    if OF_WHICH.match(words):
        return True
    topic = TOPIC.match(words)
    if topic is None or len(words.split()) > MOST_OF_TOPIC or phrases.has(words, "telling"):
        return False
    return topic["lo"] is not None or POINTS.search(question) is not None


def plain(text: str) -> str:
    """The words with those that say nothing blanked out; every other character stays where it was."""
    quiet = phrases.pattern("filler").sub(lambda m: " " * len(m.group()), text)
    # In small letters and not before a noun it is "right now"; else a registered nurse.
    return re.sub(r"\brn\b(?!\s+(?:jobs?|roles?|positions?|ones?|posts?)\b)", "  ", quiet)
