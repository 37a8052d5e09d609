"""Stage 4b: the guesses of the intent stage settled by what the words and the mentions of a clause rule out."""

from __future__ import annotations

import re

from agent.offline import ellipsis, forms, outcomes, telling
from agent.offline.calls import assessments, meeting_words, meetings, statuses, yes_no
from agent.offline.clause import Clause
from agent.offline.intent import Guess
from agent.offline.statuswords import status_in
from tools import when

SURE = 0.34
# A second status for the same job in one message must be plainer than the first.
MORE_THAN_SURE = 0.6
LESS_SURE = 0.25
# What ends an application, or is an offer, must be plainer, unless its very word is said.
GRAVE = frozenset({"status.rejected", "status.offer", "status.accepted", "status.withdrawn", "status.declined"})
POSSIBLE = 0.12
# How likely a reading is that the form of the words leaves no doubt of.
PLAIN = 0.95
COMMANDED = 0.9
QUERIES = meeting_words.QUERIES | {"help"}
WRITES = (
    "log.", "status.", "interview.", "update", "note.", "news.", "contact.", "tag.", "favorite.", "archive.",
    "correction",
)  # fmt: skip
# What "mark as" may also command.
OTHER_COMMANDS = ("interview.", "remind.", "tag.", "archive.", "favorite.")
# What "add" may add besides a job.
OTHER_THINGS = ("interview.", "remind.", "tag.", "archive.", "favorite.", "note.", "contact.", "delete.")
NOT_YET = re.compile(
    r"\b(?:haven'?t|have not|didn'?t|not|yet to|noch nicht|pas encore|aún no|todavía no|"
    r"no he)\s+(?:\w+\s+){0,2}?(?:appl\w+|sent|submitted|done|beworben|postul\w+|candidat\w+|envoy\w+|"
    r"mandado|enviado|aplic\w+)\b(?=.*\b(?:yet|save|keep|later|found|saw|spotted|looks?|posting|post|"
    r"merken|luego|noch)\b)|\b(?:found|saw|spotted|posting|closing|deadline|looks?)\b.*\b(?:haven'?t|"
    r"have not) (?:\w+ )?(?:appl|sent)\w*|\bnoch nicht beworben|\bpas encore (?:postul|candidat|envoy)|"
    r"\b(?:aún|todavía) no (?:he )?(?:aplic|envi|mand|postul)",
    re.I,
)
APPLIED = re.compile(
    r"^\W*(?:i|i've|i have|we|just|finally|also|today|yesterday|\s)*\s*(?:applied|reapplied|submitted|"
    r"(?:sent|handed|dropped|gave|emailed|mailed|posted|delivered|uploaded|put|popped|chucked|threw|"
    r"bunged) (?:off |in |over )?(?:my |an? |the |me )?(?:\w+ )?(?:cv|resume|application|app|papers|form)|"
    r"handed in|put in for)\b|^\W*(?:(?:and|also|today|yesterday|just)\s+)*i\s+(?:also\s+|just\s+|today\s+)?"
    r"(?:appl(?:y|ied)|sen[dt]|"
    r"give|gave)\b(?:\s+(?:my|the|an?))?(?:\s+(?:cv|resume|application|papers))?\s+(?:to|in|at|for)\b",
    re.I,
)
FOUND = re.compile(r"^\W*(?:(?:i|we|just|today|also|i've|and)\s+)*(?:found|finds?|saw|see|seen|spotted)\b", re.I)
SENT = re.compile(r"\b(?:appl\w*|sen[dt]|submitted|put in|handed|gave|cv|resume)\b", re.I)
ADD = re.compile(
    r"^\W*(?:(?:please|pls|can you|could you|just|also|and)\s+)*(?:add|log|put|enter|record|note down)\b", re.I
)
NO_NEWS = re.compile(
    r"\b(?:no|zero|keine?|sin|pas de|aucune?)\s+"
    r"(?:news|word|change|updates?|neuigkeiten|noticias|novedades|nouvelles?)\b|"
    r"\bnothing (?:yet|back|so far|new)\b|\bcrickets\b|\bnichts neues\b|\bnoch nichts\b|\bnada (?:todavía|aún)\b|"
    r"\brien (?:encore|de neuf)\b",
    re.I,
)
DECIDED = re.compile(
    r"\s+(?:(?:have|has|just|also|finally|already)\s+)*(?:(?P<silent>ghosted)|rejected|turned me down)"
    r"(?:\s+me)?\s*(?:[,.;!]|\band\b|\bbut\b|$)",
    re.I,
)
DID_NOT = re.compile(
    r"\b(?:not|never|almost|nearly|against|instead|forgot to (?:apply|send|submit|finish)|missed|too late|"
    r"skip\w*|pass(?:ed|ing)?|didn'?t|don'?t|won'?t|haven'?t|isn'?t|couldn'?t|decided|nah|nicht|kein\w*|no|"
    r"nunca|pas|jamais|doch|lieber|bailed|chickened|gave up|ended up|bother\w*)\b|n't\b",
    re.I,
)
PAST = re.compile(
    r"\b(?:had|did|was|were|went|done|finished|over|yesterday|ago|last|earlier|survived|nailed|bombed|"
    r"smashed|aced|flunked|came|got back|just|gave|completed|been|ran|took|spoke|talked|met|lasted|hatte|"
    r"hatten|war|gestern|gelaufen|gehabt|tuve|he tenido|fui|fue|hice|ayer|eu|passé|fait|était|hier|s'est)\b",
    re.I,
)


def settled(clause: Clause) -> list[Guess]:
    """The guesses, with those that the clause's words rule out moved to what they mean instead."""
    plain = forms.of(clause)
    if plain and not (plain == "update" and (meetings.is_detail(clause) or _is_new(clause))):
        return [Guess(plain, PLAIN), *clause.guesses]
    if clause.asks and is_write(clause.guesses[0].intent):
        asked = next(g for g in clause.guesses if g.intent in QUERIES)
        return [Guess(asked.intent, max(asked.probability, SURE))]
    if said := "status.rejected" if assessments.failed(clause) else yes_no.intent(clause):
        return [Guess(said, PLAIN), *clause.guesses]
    first, *rest = clause.guesses
    for settle in (
        outcomes.only_met,
        _of_no_news,
        _of_kept,
        _of_unknown,
        outcomes.settled,
        _of_command,
        _of_log_not,
        _of_applied,
        _of_saved,
        _of_held,
        _of_cancelled,
        _of_meeting,
    ):
        first = settle(clause, first)
    return telling.told([first, *rest], clause)


def needed(clause: Clause, name: str) -> float:
    """How sure a guess must be: more where it moves the same job again, less where it names a known company."""
    if ellipsis.leans_on_status(clause, name):
        return MORE_THAN_SURE
    if name == "undo" and clause.slots.known:  # what is named is news, unless the word is plain
        return outcomes.GRAVE_SURE
    if name in GRAVE and outcomes.named(clause) != name.removeprefix("status."):
        return outcomes.GRAVE_SURE
    return LESS_SURE if clause.slots.known and name.startswith("status.") else SURE


def is_write(name: str) -> bool:
    """Whether an intent changes something."""
    return name.startswith(WRITES)


def _of_no_news(clause: Clause, first: Guess) -> Guess:
    """No news of a company moves nothing: what is known of it is shown."""
    moves = is_write(first.intent) or first.intent == "undo"
    none = NO_NEWS.search(clause.text) or (moves and outcomes.no_answer(clause))
    silent = clause.slots.known and none and not status_in(clause.text)
    return Guess("show", SURE) if silent and first.intent != "status.ghosted" else first


def _of_kept(clause: Clause, first: Guess) -> Guess:
    """What a known employer did to an application is no mere note, whatever stands behind it: "Lidl rejected, …"."""
    named = clause.first("company")
    told = DECIDED.match(clause.text, named.end) if first.intent == "news.kept" and named else None
    return Guess("status.ghosted" if told["silent"] else "status.rejected", SURE) if told else first


def _of_unknown(clause: Clause, first: Guess) -> Guess:
    """Facts or a status of a company that nobody has heard of are a job to log."""
    unknown = bool(clause.slots.pairs) and not clause.slots.known and (not clause.refs or _is_new(clause))
    if unknown and _is_added(clause, first):
        return Guess("log.applied", max(first.probability, SURE))
    if unknown and first.intent.startswith("log.") and clause.slots.sure and clause.of("source", "type", "money"):
        return Guess(first.intent, max(first.probability, SURE))
    if first.intent not in ("update", "status.applied", "contact.add") or not unknown or clause.of("email", "phone"):
        return first
    if status_in(clause.text) == "saved":
        return Guess("log.saved", first.probability)
    logs = (g for g in clause.guesses if g.intent in ("log.applied", "log.saved") and g.probability >= POSSIBLE / 2)
    found = next(logs, None)
    if found is None and (_is_new(clause) or (ADD.match(clause.text) and clause.slots.title)):
        return Guess("log.applied", first.probability)
    return Guess(found.intent, first.probability) if found else first


def _is_new(clause: Clause) -> bool:
    """A job at an employer that is not known yet, with its title: then a fact of it comes with the job."""
    new = bool(clause.slots.pairs) and not clause.slots.known and clause.slots.sure
    return new and clause.slots.title is not None


def _is_added(clause: Clause, first: Guess) -> bool:
    """ "Add Werner regional driver 75k": a job that is named after "add", and nothing said of how it stands."""
    added = ADD.match(clause.text) and clause.slots.title and not status_in(clause.text)
    return bool(added) and not first.intent.startswith((*OTHER_THINGS, "log."))


def _of_command(clause: Clause, first: Guess) -> Guess:
    """A status named after "mark as", or where a known company is said to stand."""
    stands = clause.slots.known and not clause.of("when") and statuses.STANDS.search(clause.text) is not None
    if first.intent.startswith(OTHER_COMMANDS) or not (statuses.COMMAND.match(clause.text) or stands):
        return first
    named = statuses.named_status(clause)
    if not named or (first.intent == f"status.{named}" and first.probability >= SURE):
        return first
    return Guess("status.applied" if named == "saved" else f"status.{named}", COMMANDED)


def _of_log_not(clause: Clause, first: Guess) -> Guess:
    """Nothing says "not": then it was applied to."""
    if first.intent != "log.not" or DID_NOT.search(clause.text):
        return first
    return Guess("log.applied" if clause.slots.sure else clause.guesses[1].intent, first.probability)


def _of_applied(clause: Clause, first: Guess) -> Guess:
    """ "Applied to" an employer that is not known yet leaves no doubt."""
    named = clause.slots.sure or (clause.slots.pairs and clause.slots.named)
    new = named and not clause.slots.known and APPLIED.match(clause.text) is not None
    if first.intent != "log.not" and new and not clause.asks:
        return Guess("log.applied", max(first.probability, SURE))
    return first


def _of_saved(clause: Clause, first: Guess) -> Guess:
    """Saved, if it says "not yet"; what has a day in the past was applied to."""
    found = FOUND.match(clause.text) and not clause.slots.known and not SENT.search(clause.text)
    if first.intent == "log.applied" and found:
        return Guess("log.saved", first.probability)
    if first.intent == "log.saved" and clause.day and not clause.deadline and _is_past(clause.day, clause):
        first = Guess("log.applied", first.probability)
    logs = first.intent in ("log.applied", "status.applied", "log.not")
    if logs and clause.slots.pairs and NOT_YET.search(clause.text):
        return Guess("log.saved", max(first.probability, SURE))
    return first


def _of_held(clause: Clause, first: Guess) -> Guess:
    """An interview of which nothing says that it is over lies ahead."""
    if first.intent == "interview.held" and clause.of("when") and not PAST.search(clause.text):
        return Guess("interview.schedule", first.probability)
    return first


def _of_cancelled(clause: Clause, first: Guess) -> Guess:
    """What is called off right after a list of reminders is one of them."""
    last = clause.briefing.focus.last[-1:]
    listed = bool(last) and last[0].name == "agenda" and last[0].args.get("what") == "reminders"
    cancels = first.intent == "interview.cancel" and not meeting_words.MEETING.search(clause.text)
    return Guess("remind.cancel", SURE) if listed and cancels and not clause.slots.known else first


def _of_meeting(clause: Clause, first: Guess) -> Guess:
    """A company and a time alone are an interview; so much later, it is one that moves."""
    told = first.intent.startswith(("interview.", "status.interview", "status.screening"))
    announced = not told and meeting_words.ANNOUNCED.fullmatch(clause.text)
    if announced or (first.intent == "update" and meetings.is_onsite(clause)):
        return Guess("interview.schedule", SURE)
    surely = first.probability >= SURE and first.intent not in QUERIES and first.intent != "news.kept"
    if surely or outcomes.no_answer(clause):
        return first
    if meetings.is_moved(clause):
        return Guess("interview.move", SURE)
    return Guess("interview.schedule", SURE) if meetings.is_meeting(clause) else first


def _is_past(words: str, clause: Clause) -> bool:
    try:
        return when.read_day(words, clause.briefing.now, "any") < clause.briefing.now.date()
    except when.Unclear:
        return False
