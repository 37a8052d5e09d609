"""What kind of question a clause is: list, one application, what lies ahead, figures; by its words, else the model."""

from __future__ import annotations

import re

from agent.offline import phrases, references
from agent.offline.calls import asked_pay, details, filters, lists, ordering, people_asked, periods, standing
from agent.offline.clause import Clause
from agent.offline.intent import Guess
from tools import when

KINDS = ("find", "show", "agenda.interviews", "agenda.deadlines", "remind.list", "stats")
# Messages that look like questions about the lists and are none.
OTHERS = ("off_topic", "smalltalk", "secrets", "help", "log.not", "export")
# What a question about it does not do.
DEEDS = ("import", "undo", "delete.all", "delete.application")
SURELY = 0.5
QUITE = 0.8
# Figures of what a list shows as well.
LISTED = ("offers", "interviews", "screenings", "response_rate")
FIGURES = (*(f"figure.{name}" for name in phrases.named("figure")), "counting")
NO_LIST = tuple(name for name in FIGURES if name.removeprefix("figure.") not in LISTED)
COUNTED_AS_LIST = frozenset(("rejected", "withdrawn", "declined", "accepted", "saved"))
# Filters that every count may have; any other is a list's.
OF_COUNTS = frozenset(("status", "state", "applied", "news", "unanswered", "silent_days", "sort", "descending"))
# What a figure may be narrowed to.
OF_GROUPS = OF_COUNTS | {"source", "work_mode", "employment_type", "location", "role"}
OF_NO_FACT = frozenset(("company", "applied", "news", "state", "role", "sort", "descending"))
MINE = ("rejected", "ghosted", "withdrawn", "saved", "favorite", "archived", "unanswered")
WEEK = 7
THEY = re.compile(r"\b(?:they|them|sie|ellos|ils)\b", re.I)


def of(clause: Clause, first: str) -> str | None:
    """The kind of a question whose likeliest intent is `first`; None where it is no question about applications."""
    if lists.is_paging(clause):
        return "find"
    if first == "settings" and not phrases.has(clause.text, "counting"):
        return "settings"
    if first in (*OTHERS, *DEEDS) and not _ours(clause, first):
        return "help" if first in DEEDS else None
    named = "show" if _offered(clause) else by_words(clause)
    if named:
        return named
    likely = [Guess(first, 1.0)] if first in KINDS and first != clause.guesses[0].intent else []
    guesses = [*likely, *(g for g in clause.guesses if g.intent in KINDS)]
    found = _checked(clause, next((g.intent for g in guesses if _plausible(clause, g)), "find"))
    return "agenda.interviews" if found == "find" and _ahead(clause) else found


def _plausible(clause: Clause, guess: Guess) -> bool:
    """Whether the words bear out what the model takes them for."""
    sure = guess.probability >= SURELY
    if guess.intent == "agenda.interviews":
        named = phrases.has(clause.text, "interviewish", "diary", "asks_time")
        return named or (sure and not _facts_asked(clause) and not phrases.has(clause.text, "open"))
    if guess.intent in ("agenda.deadlines", "remind.list"):
        dated = periods.mention(clause) is not None and guess.probability < QUITE
        return sure and not dated and not _facts_asked(clause)
    return sure or guess.intent != "stats" or phrases.has(clause.text, *FIGURES)


def _facts_asked(clause: Clause) -> bool:
    """Whether facts of jobs are named by which a list is narrowed."""
    return bool(filters.of(clause).keys() - OF_NO_FACT)


def _ours(clause: Clause, first: str) -> bool:
    """Whether the words name something of the person's, so that the model's doubt does not count."""
    if (first == "secrets" and phrases.has(clause.text, "secret")) or phrases.leads(clause.text, "how_to"):
        return False
    if clause.of("company") or clause.refs or people_asked.known(clause) or filters.tags(clause):
        return True
    if details.named(clause):
        return True
    surely = clause.guesses[0].probability >= SURELY
    if phrases.leads(clause.text, "searching"):
        return not (surely and first == "off_topic")
    mine = phrases.has(clause.text, *MINE) or bool(ordering.of(clause))
    return mine or (not surely and bool(filters.of(clause)))


def by_words(clause: Clause) -> str | None:
    """The kind that single words make plain; None where the model must say."""
    text = clause.text
    if phrases.has(text, "counting"):
        return _counted(clause)
    if phrases.has(text, "rate") and not clause.slots.known:
        return "stats"
    if ordering.of(clause) and not clause.slots.known and not phrases.has(text, "next_one"):
        return "find"
    if phrases.has(text, "reminderish") and not phrases.has(text, "about.notes"):
        return "remind.list"
    noted = filters.of(clause).keys() & {"having", "missing"} and periods.mention(clause) is None
    if phrases.has(text, "deadlinish") and not noted:
        return "agenda.deadlines"
    return _of_meeting(clause) or _of_list(clause)


def _of_list(clause: Clause) -> str | None:
    """What is searched for, what is on these days, and what has not been answered."""
    text = clause.text
    if clause.slots.known or phrases.has(text, "rate"):
        return None
    if phrases.leads(text, "searching"):
        return "find"
    if phrases.has(text, "diary") and not phrases.has(text, "generic"):
        return "agenda.interviews"
    asked = phrases.has(text, "unanswered", "silent") and not phrases.has(text, "figure.time_to_response")
    return "find" if asked else None


def _of_meeting(clause: Clause) -> str | None:
    """When or with whom one talks; a person asked for is no meeting."""
    text = clause.text
    person = people_asked.known(clause)
    if details.named(clause):
        return "show"
    timed = phrases.has(text, "asks_time") and not phrases.has(text, "about.applied_on")
    told = phrases.has(text, "past") and not phrases.has(text, "interview")
    if phrases.has(text, "next_one") or (timed and phrases.has(text, "interviewish") and not told):
        return "agenda.interviews"
    if (timed and person) or (clause.slots.known and phrases.has(text, "hour", "diary")):
        return "agenda.interviews"
    return "show" if (person or people_asked.unknown(clause)) and not clause.slots.known else None


def _counted(clause: Clause) -> str:
    """A count: of what lies ahead, of what a list can show, else a figure."""
    text = clause.text
    if phrases.has(text, "reminderish"):
        return "remind.list"
    if phrases.has(text, "deadlinish"):
        return "agenda.deadlines"
    if phrases.has(text, "figure.by_status", "figure.by_source", "figure.ghosted_rate", "rate") or "%" in text:
        return "stats"
    if phrases.has(text, "figure.interviews") and _to_come(clause):
        return "agenda.interviews"
    args = filters.of(clause)
    if phrases.has(text, "reached") and "status" in args and args.keys() <= OF_GROUPS:
        return "stats"
    return "find" if args.keys() - OF_COUNTS or _standing_counted(clause, args) else "stats"


def _standing_counted(clause: Clause, args: dict[str, object]) -> bool:
    """Whether a list of those standing so answers "how many": the rejected, the open, those without an answer."""
    status = str(args.get("status", ""))
    stage = phrases.has(clause.text, "stage") and not phrases.has(clause.text, "reached")
    if COUNTED_AS_LIST & set(status.split(",")) and status != ",".join(standing.ANSWERED):
        return True
    if args.keys() & {"unanswered", "silent_days"} or args.get("state") in ("open", "ended"):
        return not status or stage
    return bool(status) and stage


def _to_come(clause: Clause) -> bool:
    """Whether days ahead are asked about."""
    words = periods.words(clause)
    if words is None or not periods.readable(words, clause):
        return phrases.has(clause.text, "to_come")
    period = when.read_range(words, clause.briefing.now)
    today = clause.briefing.now.date()
    if period.first is not None and period.first >= today:
        return True
    ends = period.last is not None and period.last >= today
    return ends and (period.first is None or (period.last - period.first).days <= WEEK)  # type: ignore[operator]


def _checked(clause: Clause, base: str) -> str:
    """A list where no one application is meant, and one application where only that is named."""
    if str(filters.company(clause).get("company", "")).startswith("not "):
        return "find"
    if base in ("find", "show") and _replied(clause):
        return "show"
    if base != "show" and _is_of_one(clause, base):
        return "show"
    if base == "show":
        return "show" if _one_meant(clause) or not filters.of(clause) else "find"
    if base == "find" and clause.slots.known and set(filters.of(clause)) == {"company"}:
        return "find" if _listish(clause.text) and details.about(clause) is None else "show"
    if base == "stats" and not phrases.has(clause.text, "rate", *NO_LIST) and "status" in filters.of(clause):
        return "find"
    return base


def _ahead(clause: Clause) -> bool:
    """Whether nothing but days to come is named: "what have I got tomorrow"."""
    words = periods.words(clause)
    if words is None or not periods.readable(words, clause) or filters.of(clause).keys() - {"applied", "news", "state"}:
        return False
    period = when.read_range(words, clause.briefing.now)
    told = phrases.has(clause.text, "past", "sent", "news_then")
    return period.first is not None and period.first > clause.briefing.now.date() and not told


def _is_of_one(clause: Clause, base: str) -> bool:
    """Whether one application is asked about, whatever the model says."""
    if base.startswith("agenda.") and clause.slots.known and _of_a_fact(clause):
        return True
    if details.role(clause) and phrases.has(clause.text, "details") and not _listish(clause.text):
        return True
    if phrases.has(clause.text, "there") and details.about(clause) and not _listish(clause.text):
        return base == "find"
    return base == "find" and _described(clause)


def _replied(clause: Clause) -> bool:
    """Whether it is asked if "they" have answered, while the talk is of one application."""
    they = THEY.search(clause.text) and not references.THEY_BOTH.search(clause.text)
    return bool(they and references.subject(clause.briefing)) and details.about(clause) == "reply"


def _offered(clause: Clause) -> bool:
    """Whether it is asked what "they" offer, while the talk is of one application."""
    return asked_pay.OFFERS_ME.search(clause.text) is not None and bool(references.subject(clause.briefing))


def _of_a_fact(clause: Clause) -> bool:
    """Whether a fact of a job is asked for, and nothing that lies ahead."""
    what = details.about(clause)
    if what == "contact":
        return not phrases.has(clause.text, "asks_time", "diary") and periods.mention(clause) is None
    return what is not None and not phrases.has(clause.text, "interviewish", "diary", "asks_time", "deadlinish")


def _described(clause: Clause) -> bool:
    """Whether the words describe one application: "the line cook one"."""
    title = details.role(clause)
    said = references.DESCRIBED.search(clause.text)
    if title and phrases.has(clause.text, "which_was"):
        words = title
    elif said is not None and not phrases.has(clause.text, "several"):
        words = said["words"]
    else:
        return False
    return len(references.described_by(words, list(clause.briefing.applications))) == 1


def _one_meant(clause: Clause) -> bool:
    if clause.slots.known:
        return details.about(clause) is not None or not _listish(clause.text)
    if people_asked.known(clause) or people_asked.unknown(clause) or references.ORDINAL.search(clause.text):
        return True
    return bool(details.role(clause) or filters.company(clause)) and not _listish(clause.text)


def _listish(text: str) -> bool:
    """Whether words speak of several jobs, or of all; "everything about it" is one."""
    return phrases.has(phrases.pattern("everything_of").sub("", text), "listish")
