"""The stages in their order: words, mentions, clauses, intents, slots and references, calls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.offline import answering, clauses, correction, ellipsis, entities, forms, intent, pasted, questions, text
from agent.offline.briefing import Briefing
from agent.offline.build import build, labels
from agent.offline.calls import fields, interviews, meetings, queries, removal, statuses
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from agent.offline.intent import Guess
from tools import when
from tools.result import Call

SURE = 0.34
# A second status for the same job in one message must be plainer than the first.
MORE_THAN_SURE = 0.6
LESS_SURE = 0.25
POSSIBLE = 0.12
MAX_GUESSES = 3
# How likely a reading is that the form of the words leaves no doubt of.
PLAIN = 0.95
QUERIES = frozenset({"find", "show", "agenda.interviews", "agenda.deadlines", "stats", "remind.list", "help"})
WRITES = ("log.", "status.", "interview.", "update", "note.", "contact.", "tag.", "favorite.", "archive.", "correction")
NOT_YET = re.compile(
    r"\b(?:haven'?t|have not|didn'?t|not|yet to|noch nicht|pas encore|aún no|todavía no|no he)\s+(?:\w+\s+){0,2}?(?:appl\w+|sent|submitted|done|beworben|postul\w+|candidat\w+|envoy\w+|mandado|enviado|aplic\w+)\b(?=.*\b(?:yet|save|keep|later|found|saw|spotted|looks?|posting|post|merken|luego|noch)\b)|\b(?:found|saw|spotted|posting|closing|deadline|looks?)\b.*\b(?:haven'?t|have not) (?:\w+ )?(?:appl|sent)\w*|\bnoch nicht beworben|\bpas encore (?:postul|candidat|envoy)|\b(?:aún|todavía) no (?:he )?(?:aplic|envi|mand|postul)",
    re.I,
)
APPLIED = re.compile(
    r"^\W*(?:i|i've|i have|we|just|finally|also|today|yesterday|\s)*\s*(?:applied|reapplied|submitted|(?:sent|handed|dropped|gave|emailed|mailed|posted|delivered|uploaded|put|popped|chucked|threw|bunged) (?:off |in |over )?(?:my |an? |the |me )?(?:\w+ )?(?:cv|resume|application|app|papers|form)|handed in)\b",
    re.I,
)
DID_NOT = re.compile(
    r"\b(?:not|never|almost|nearly|against|instead|forgot to (?:apply|send|submit|finish)|missed|too late|skip\w*|pass(?:ed|ing)?|didn'?t|don'?t|won'?t|haven'?t|isn'?t|couldn'?t|decided|nah|nicht|kein\w*|no|nunca|pas|jamais|doch|lieber|bailed|chickened|gave up|ended up|bother\w*)\b|n't\b",
    re.I,
)
READS = frozenset({"find", "agenda", "show", "stats", "help"})
PAST = re.compile(
    r"\b(?:had|did|was|were|went|done|finished|over|yesterday|ago|last|earlier|survived|nailed|bombed|smashed|aced|flunked|came|got back|just|gave|completed|been|ran|took|spoke|talked|met|lasted|hatte|hatten|war|gestern|gelaufen|gehabt|tuve|he tenido|fui|fue|hice|ayer|eu|passé|fait|était|hier|s'est)\b",
    re.I,
)
# Clauses of these intents say nothing by themselves when another clause of the message has been understood.
QUIET = frozenset({"smalltalk", "off_topic", "log.not", "help"})


@dataclass(frozen=True)
class Understood:
    """What a message asks for: calls, or words to answer with."""

    calls: tuple[Call, ...] = ()
    words: str = ""


def understand(said: str, briefing: Briefing) -> Understood:
    """Turn a message into calls; what is not understood becomes a question back, never another call."""
    paste = pasted.found(said)
    if paste is not None:
        told = understand(paste.lead, briefing).calls if pasted.tells_of_job(paste) else ()
        return Understood(told or pasted.calls(paste, briefing))
    words = text.clean(said, [*briefing.companies, *briefing.contacts])
    if not any(c.isalnum() for c in words):
        return _not_understood(said, [], briefing)
    mentions = entities.find(words, briefing.companies)
    whole = _clause(words, mentions, 0, len(words), briefing, [], whole=True)
    early = _early(whole)
    if early is not None:
        return early
    return _by_clauses(said, words, mentions, briefing)


def _early(whole: Clause) -> Understood | None:
    """What concerns the message before it is cut: the answer to a question, a correction, or more of an interview."""
    if questions.is_one(whole.text[correction.head(whole.text) :]):
        return None
    answered = answering.calls(whole)
    if answered is not None:
        return Understood(words=answered) if isinstance(answered, str) else Understood(tuple(answered))
    if correction.is_one(whole) or (whole.briefing.focus.calls and whole.guesses[0].intent == "correction"):
        calls = correction.calls(whole)
        if calls:
            return Understood(tuple(calls))
    told = interviews.more(whole)
    return Understood(tuple(told)) if told else None


def _by_clauses(said: str, words: str, mentions: Sequence[Mention], briefing: Briefing) -> Understood:
    calls: list[Call] = []
    asked: list[Call] = []
    spoken: list[str] = []
    missed: list[Clause] = []
    heading: str | None = None
    spans = clauses.split(words, mentions)
    for start, end, is_log in _merged(words, mentions, questions.rejoined(words, spans), briefing):
        clause = _clause(words, mentions, start, end, briefing, calls)
        clause.said = said
        plain = forms.intent_of(clause.text) is None and not meetings.is_set(clause)
        if plain and (answers := queries.ask(clause)) is not None:
            calls += answers
            continue
        if ellipsis.is_for_all(clause):
            calls = ellipsis.for_all(clause, calls)
            continue
        if ellipsis.is_only_day(clause):
            heading = clause.day
            continue
        understood = build("log.applied", clause) if is_log else _one(clause)
        if isinstance(understood, str):
            spoken.append(understood)
        elif (answer_by := ellipsis.answer_by(clause, calls)) is not None:
            calls.append(answer_by)
        elif (folded := ellipsis.folded(clause, understood, calls)) is not None:
            calls[-1] = folded
        elif interviews.adds_to(clause, calls):
            calls[-1] = interviews.with_added(clause, calls[-1])
        elif ellipsis.goes_on_noting(clause, understood, calls):
            calls[-1] = ellipsis.with_more(calls[-1], clause)
        elif understood is None:
            missed.append(clause)
        elif ellipsis.adds_facts(clause, understood, calls):
            calls[-1] = ellipsis.with_facts(calls[-1], understood[0])
        else:
            calls += understood
            asked += [] if "?" in clause.text or clause.asks else [c for c in understood if c.name in READS]
    if heading:
        calls = [c.model_copy(update={"args": {"on": heading, **c.args}}) if c.name == "log" else c for c in calls]
    if calls:
        # An announcement ("two interviews next week!") is no question beside the news itself.
        plain = interviews.without_implied([call for call in calls if call not in asked])
        return Understood(tuple(plain or calls))
    if missed or not spoken:
        return _not_understood(said, missed, briefing)
    return Understood(words="\n".join(dict.fromkeys(spoken)))


def _merged(
    words: str, mentions: Sequence[Mention], spans: list[tuple[int, int]], briefing: Briefing
) -> list[tuple[int, int, bool]]:
    """The spans, with a bare name and title joined to the log clause without a name beside it (then True)."""
    merged: list[tuple[int, int, bool]] = []
    for start, end in spans:
        if merged:
            left = _clause(words, mentions, *merged[-1][:2], briefing, [])
            right = _clause(words, mentions, start, end, briefing, [])
            if (ellipsis.is_bare(left) and not left.slots.title and ellipsis.is_title(right)) or (
                ellipsis.is_job(left) and ellipsis.is_nameless_log(right)) or (
                ellipsis.is_nameless_log(left) and ellipsis.is_bare(right)
            ):
                merged[-1] = (merged[-1][0], end, right.guesses[0].intent == "log.applied" or merged[-1][2])
                continue
            if (fields.is_half(left) and fields.is_rest(right)) or removal.is_tail(left, right):
                merged[-1] = (merged[-1][0], end, merged[-1][2])
                continue
        merged.append((start, end, False))
    return merged


def _clause(
    words: str,
    mentions: Sequence[Mention],
    start: int,
    end: int,
    briefing: Briefing,
    before: list[Call],
    *,
    whole: bool = False,
) -> Clause:
    full = words[start:end]
    earlier = tuple(m.value for m in mentions if m.kind == "company" and m.end <= start)
    lead = clauses.without_leadin(full)
    if not whole:
        lead += correction.head(full[lead:])
    if not any(m.start < start + lead and start <= m.start for m in mentions):
        start += lead
    inside = [replace(m, start=m.start - start, end=m.end - start) for m in mentions if start <= m.start < end]
    part = words[start:end]
    return Clause(part, inside, briefing, intent.rank(entities.mask(part, inside)), before, earlier, full=full)


def _one(clause: Clause) -> list[Call] | str | None:
    """The calls or words of a clause; None where no guess is sure enough."""
    leaning = ellipsis.again(clause) or ellipsis.bare(clause)
    if leaning:
        return leaning
    if clause.before and ellipsis.is_tail(clause):
        return None
    for guess in settled(clause):
        if guess.probability < _needed(clause, guess.intent):
            break
        made = build(guess.intent, clause)
        if made:
            return made
    return None


def _needed(clause: Clause, name: str) -> float:
    """How sure a guess must be: more where it moves the same job again, less where it names a known company."""
    if ellipsis.leans_on_status(clause, name):
        return MORE_THAN_SURE
    return LESS_SURE if clause.slots.known and name.startswith("status.") else SURE


def settled(clause: Clause) -> list[Guess]:
    """The guesses, with those that the clause's mentions rule out moved to what they mean instead."""
    plain = forms.of(clause)
    if plain:
        return [Guess(plain, PLAIN), *clause.guesses]
    if clause.asks and is_write(clause.guesses[0].intent):
        asked = [g for g in clause.guesses if g.intent in QUERIES]
        return [Guess(asked[0].intent, max(asked[0].probability, SURE))]
    first, *rest = clause.guesses
    unknown = bool(clause.slots.pairs) and not clause.slots.known and not clause.refs
    if first.intent in ("update", "status.applied", "contact.add") and unknown:
        logs = [g for g in clause.guesses if g.intent in ("log.applied", "log.saved") and g.probability >= POSSIBLE / 2]
        first = Guess(logs[0].intent, first.probability) if logs and not clause.of("email", "phone") else first
    stands = clause.slots.known and not clause.of("when") and statuses.STANDS.search(clause.text) is not None
    named = statuses.named_status(clause) if statuses.COMMAND.match(clause.text) or stands else None
    if named and (first.intent != f"status.{named}" or first.probability < SURE) and not first.intent.startswith(("interview.", "remind.", "tag.", "archive.", "favorite.")):
        return [Guess(f"status.{named}", 0.9) if named != "saved" else Guess("status.applied", 0.9), first, *rest]
    if first.intent == "log.not" and not DID_NOT.search(clause.text):
        first = Guess("log.applied" if clause.slots.sure else rest[0].intent, first.probability)
    if first.intent != "log.not" and clause.slots.sure and not clause.slots.known and APPLIED.search(clause.text) and not clause.asks:
        first = Guess("log.applied", max(first.probability, SURE))
    if first.intent == "log.saved" and clause.day and not clause.deadline and _is_past(clause.day, clause):
        first = Guess("log.applied", first.probability)
    if NOT_YET.search(clause.text) and clause.slots.pairs and first.intent in ("log.applied", "status.applied", "log.not"):
        return [Guess("log.saved", max(first.probability, SURE))]
    if first.intent == "interview.held" and clause.of("when") and not PAST.search(clause.text):
        first = Guess("interview.schedule", first.probability)
    if meetings.is_meeting(clause) and (first.probability < SURE or first.intent in QUERIES):
        first = Guess("interview.schedule", SURE)
    return meetings.told([first, *rest], clause)


def _is_past(words: str, clause: Clause) -> bool:
    try:
        return when.read_day(words, clause.briefing.now, "any") < clause.briefing.now.date()
    except when.Unclear:
        return False


def is_write(name: str) -> bool:
    """Whether an intent changes something."""
    return name.startswith(WRITES)


def _not_understood(said: str, missed: Sequence[Clause], briefing: Briefing) -> Understood:
    guesses = []
    for clause in missed[:1]:
        for guess in clause.guesses:
            if guess.probability < POSSIBLE or len(guesses) == MAX_GUESSES or guess.intent in QUIET:
                break
            made = build(guess.intent, clause)
            if isinstance(made, list) and made:
                calls = [call.model_dump(mode="json") for call in made]
                guesses.append({"label": labels(guess.intent, clause), "calls": calls})
    return Understood((Call(name="ask_back", args={"said": said, "guesses": guesses}),))
