"""What kind of question a clause is: a list, one application, what lies ahead, figures; by its words, else by the model."""

from __future__ import annotations

import re

from agent.offline import phrases, references
from agent.offline.calls import details, filters, lists, ordering, people_asked, periods, standing
from agent.offline.calls.figures import RATE
from agent.offline.clause import Clause
from agent.offline.intent import Guess
from tools import when

KINDS = ("find", "show", "agenda.interviews", "agenda.deadlines", "remind.list", "stats")
# Messages that look like questions and are for somebody else than the lists.
OTHERS = ("off_topic", "smalltalk", "secrets", "help", "log.not", "export", "import", "undo", "delete.all", "delete.application")
SURELY = 0.5
SECRET = re.compile(
    r"\b(?:users?|prompt|token|password|keys?|database|system|instructions?|other people|neighbou?r\w*|env|nutzer\w*|usuarios?|"
    r"utilisateurs?|\w+'s (?:applications|jobs|list))\b",
    re.I,
)
LISTISH = re.compile(
    r"\b(?:all|every\w*|any(?:thing)?|list|jobs|roles|positions|applications|apps|ones|stuff|alles?|stellen|bewerbungen|"
    r"things(?! (?:at|with|going))|tod[oa]s?|solicitudes|tou(?:te)?s?|tout|candidatures)\b",
    re.I,
)
EVERYTHING_OF = re.compile(r"\b(?:everything|all|anything)\s+(?:about|on|of|you (?:have|know|got)|there is)\b", re.I)
PAST = re.compile(r"\b(?:did|was|were|have i had|had|hatte|habe ich gehabt|tuve|ai-je eu)\b", re.I)
HOUR = re.compile(r"\b(?:what time|um wie ?viel uhr|a qué hora|à quelle heure)\b", re.I)
TO_COME = re.compile(
    r"\b(?:next|coming|upcoming|ahead|left|booked|scheduled|lined up|do i have|have i got|i got|tomorrow|nächste\w*|"
    r"kommende\w*|próxim\w+|me quedan|prochain\w*|à venir)\b",
    re.I,
)
STAGE = re.compile(r"\b(?:stage|phase|round|at|in)\b.*\b(?:stage|phase|interview|assessment|screening)\b", re.I)
DETAILS = re.compile(r"\b(?:status|details?|particulars|info\w*|updates?|stand)\b", re.I)
WHICH_WAS = re.compile(r"\b(?:which|what|who)\b.*\b(?:was|is|were)\s+(?:the|that)\b.*\b(?:again|thing|called|named)\b", re.I)
FIGURES = tuple(f"figure.{name}" for name in phrases.named("figure")) + ("counting",)
NO_LIST = tuple(name for name in FIGURES if name.removeprefix("figure.") not in ("offers", "interviews", "screenings"))
COUNTED_AS_LIST = ("rejected", "withdrawn", "declined", "accepted", "saved")


def of(clause: Clause, first: str) -> str | None:
    """The kind of a question whose likeliest intent is `first`; None where it is no question about applications."""
    if lists.is_paging(clause):
        return "find"
    if first == "settings":
        return "settings"
    if first in OTHERS and not _ours(clause, first):
        return None
    named = by_words(clause)
    if named:
        return named
    likely = [Guess(first, 1.0)] if first in KINDS and first != clause.guesses[0].intent else []
    guesses = [*likely, *(g for g in clause.guesses if g.intent in KINDS)]
    base = next((g.intent for g in guesses if _plausible(clause, g)), "find")
    return _checked(clause, base)


def _plausible(clause: Clause, guess: Guess) -> bool:
    """Whether the words bear out what the model takes them for."""
    sure = guess.probability >= SURELY
    if guess.intent == "agenda.interviews":
        named = phrases.has(clause.text, "interviewish", "diary", "asks_time")
        return named or (sure and not _facts_asked(clause) and not phrases.has(clause.text, "open"))
    if guess.intent in ("agenda.deadlines", "remind.list"):
        return sure and not _facts_asked(clause)
    return sure or guess.intent != "stats" or phrases.has(clause.text, *FIGURES)


def _facts_asked(clause: Clause) -> bool:
    """Whether facts of jobs are named by which a list is narrowed."""
    return bool(filters.of(clause).keys() - {"company", "applied", "news", "state", "role", "sort", "descending"})


def _ours(clause: Clause, first: str) -> bool:
    """Whether the words name something of the person's, so that the model's doubt does not count."""
    if first == "secrets" and SECRET.search(clause.text):
        return False
    if phrases.head("searching").match(clause.text) or clause.of("company") or clause.refs or people_asked.known(clause) or filters.tags(clause):
        return True
    surely = clause.guesses[0].probability >= SURELY
    mine = phrases.has(clause.text, "rejected", "ghosted", "withdrawn", "saved", "favorite", "archived", "unanswered")
    return mine or bool(ordering.of(clause)) or (not surely and bool(filters.of(clause)))


def by_words(clause: Clause) -> str | None:
    """The kind that single words make plain; None where the model must say."""
    text = clause.text
    if phrases.has(text, "counting"):
        return _counted(clause)
    if _sorts(clause):
        return "find"
    if phrases.has(text, "reminderish") and not phrases.has(text, "about.notes"):
        return "remind.list"
    if phrases.has(text, "deadlinish") and not filters.of(clause).keys() & {"having", "missing"}:
        return "agenda.deadlines"
    return _of_meeting(clause) or _of_list(clause)


def _of_list(clause: Clause) -> str | None:
    """What is searched for, what is on these days, and what has not been answered."""
    text = clause.text
    if clause.slots.known or RATE.search(text):
        return None
    if phrases.head("searching").match(text):
        return "find"
    if phrases.has(text, "diary") and not phrases.has(text, "generic"):
        return "agenda.interviews"
    asked = phrases.has(text, "unanswered", "silent") and not phrases.has(text, "figure.time_to_response")
    return "find" if asked else None


def _sorts(clause: Clause) -> bool:
    """Whether an order is asked for, and nothing about one application."""
    if not ordering.of(clause) or clause.slots.known:
        return False
    return not phrases.has(clause.text, "next_one")


def _of_meeting(clause: Clause) -> str | None:
    """When or with whom one talks; a person asked for is no meeting."""
    text = clause.text
    person = people_asked.known(clause)
    if details.named(clause):
        return "show"
    if phrases.has(text, "next_one"):
        return "agenda.interviews"
    timed = phrases.has(text, "asks_time") and not phrases.has(text, "about.applied_on")
    if timed and phrases.has(text, "interviewish") and not (PAST.search(text) and not phrases.has(text, "interview")):
        return "agenda.interviews"
    if (timed and person) or (clause.slots.known and HOUR.search(text)):
        return "agenda.interviews"
    if person or people_asked.unknown(clause):
        return None if clause.slots.known else "show"
    return None


def _counted(clause: Clause) -> str:
    """A count: of what lies ahead, of what a list can show, else a figure."""
    text = clause.text
    if phrases.has(text, "reminderish"):
        return "remind.list"
    if phrases.has(text, "deadlinish"):
        return "agenda.deadlines"
    if phrases.has(text, "figure.by_status", "figure.by_source", "figure.ghosted_rate") or RATE.search(text):
        return "stats"
    if phrases.has(text, "figure.interviews") and _to_come(clause):
        return "agenda.interviews"
    args = filters.of(clause)
    if args.keys() - {"status", "state", "applied", "news", "unanswered", "silent_days", "sort", "descending"}:
        return "find"
    return "find" if _standing_counted(clause, args) else "stats"


def _standing_counted(clause: Clause, args: dict[str, object]) -> bool:
    """Whether a list of those standing so answers "how many": the rejected, the open, those without an answer."""
    status = str(args.get("status", ""))
    if any(name in status.split(",") for name in COUNTED_AS_LIST) and status != ",".join(standing.ANSWERED):
        return True
    if args.keys() & {"unanswered", "silent_days"} or args.get("state") in ("open", "ended"):
        return not status or STAGE.search(clause.text) is not None
    return bool(status) and STAGE.search(clause.text) is not None


def _to_come(clause: Clause) -> bool:
    """Whether days ahead are asked about."""
    words = periods.words(clause)
    if words is None:
        return TO_COME.search(clause.text) is not None
    try:
        period = when.read_range(words, clause.briefing.now)
    except when.Unclear:
        return TO_COME.search(clause.text) is not None
    today = clause.briefing.now.date()
    week = period.first is not None and period.last is not None and (period.last - period.first).days <= 7
    return (period.first is not None and period.first >= today) or (week and period.last is not None and period.last >= today)


def _checked(clause: Clause, base: str) -> str:
    """A list where no one application is meant, and one application where only that is named."""
    if base.startswith("agenda.") and clause.slots.known and _of_a_fact(clause):
        return "show"
    if base != "show" and details.role(clause) and DETAILS.search(clause.text) and not _listish(clause.text):
        return "show"
    if base == "find" and _described(clause):
        return "show"
    if base == "show":
        return "show" if _one_meant(clause) or not filters.of(clause) else "find"
    if base == "find" and clause.slots.known and set(filters.of(clause)) == {"company"}:
        return "find" if _listish(clause.text) and details.about(clause) is None else "show"
    if base == "stats" and not RATE.search(clause.text) and "status" in filters.of(clause):
        return "stats" if phrases.has(clause.text, *NO_LIST) else "find"
    return base


def _of_a_fact(clause: Clause) -> bool:
    """Whether a fact of a job is asked for, and nothing that lies ahead."""
    what = details.about(clause)
    if what == "contact":
        return not phrases.has(clause.text, "asks_time", "diary") and periods.mention(clause) is None
    return what is not None and not phrases.has(clause.text, "interviewish", "diary", "asks_time", "deadlinish")


def _described(clause: Clause) -> bool:
    """Whether the words describe one application: "the line cook one"."""
    again = WHICH_WAS.search(clause.text)
    title = details.role(clause)
    if again and title:
        return len(references.described_by(title, list(clause.briefing.applications))) == 1
    said = references.DESCRIBED.search(clause.text)
    if said is None or re.search(r"\b(?:which|any|list|ones|jobs)\b", clause.text, re.I):
        return False
    return len(references.described_by(said["words"], list(clause.briefing.applications))) == 1


def _one_meant(clause: Clause) -> bool:
    found = clause.slots
    if found.known:
        return details.about(clause) is not None or not _listish(clause.text)
    if people_asked.known(clause) or people_asked.unknown(clause) or references.ORDINAL.search(clause.text):
        return True
    return bool(details.role(clause) or filters.company(clause)) and not _listish(clause.text)


def _listish(text: str) -> bool:
    """Whether words speak of several jobs, or of all; "everything about it" is one."""
    return LISTISH.search(EVERYTHING_OF.sub("", text)) is not None
