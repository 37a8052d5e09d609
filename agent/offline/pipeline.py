"""The stages in their order: words, mentions, clauses, intents, slots and references, calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from agent.offline import (
    answering,
    awaited,
    beginners,
    called,
    certainty,
    clauses,
    correction,
    counted,
    described,
    doubt,
    ellipsis,
    entities,
    forms,
    others,
    own_entry,
    own_reminders,
    pasted,
    questions,
    reminder_talk,
    renaming,
    shown_time,
    spans,
    text,
    traits,
)
from agent.offline.briefing import Briefing
from agent.offline.build import build
from agent.offline.calls import asked_figures, figure_talk, handouts, interviews, meetings, queries, why, yes_no
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from agent.offline.settling import needed, settled
from tools.focus import Focus
from tools.result import Call

TOLD = 0.9  # how likely an application is told where nothing else is looked for in the words
READS = frozenset({"find", "agenda", "show", "stats", "help", "heard_back"})


@dataclass(frozen=True)
class Understood:
    """What a message asks for: calls, or words to answer with; `certain` where every stage left no doubt."""

    calls: tuple[Call, ...] = ()
    words: str = ""
    certain: bool = False


def understand(said: str, briefing: Briefing) -> Understood:
    """Turn a message into calls; what is not understood becomes a question back, never another call."""
    first = awaited.calls(said, briefing, lambda words: _by_itself(words, briefing))
    if first is not None:
        return Understood(words=first) if isinstance(first, str) else Understood(tuple(first), certain=True)
    paste = pasted.found(said)
    if paste is not None:
        told = understand(paste.lead, briefing).calls if pasted.tells_of_job(paste) else ()
        return Understood(told or pasted.news(paste) or pasted.calls(paste, briefing))
    words = text.clean(said, [*briefing.companies, *briefing.contacts])
    if not any(c.isalnum() for c in words):
        return Understood((doubt.ask_back(said, []),))
    mentions = described.known(words, entities.find(words, briefing.companies), briefing)
    if asked := why.calls(words, mentions, briefing):
        return Understood(asked, certain=True)
    whole = spans.clause_of(words, mentions, 0, len(words), briefing, [], whole=True)
    early = _early(whole)
    if early is not None:
        return early
    made = _Message(said, words, mentions, briefing, whole).understood()
    return replace(made, calls=described.named(made.calls, words, mentions, briefing))


def connecting(said: str, briefing: Briefing) -> bool:
    """Whether a message is about one's mailbox, sheet or system for applicants; costs a fraction of reading it."""
    return awaited.connecting(said, briefing, lambda words: _by_itself(words, briefing)) is not None


def _by_itself(said: str, briefing: Briefing) -> Sequence[Call]:
    """The calls of words as if nothing had been said or asked before."""
    return understand(said, replace(briefing, focus=Focus())).calls


def _asked(whole: Clause) -> Understood | None:
    """What a message asks for as a whole: a file, how something is done, a figure."""
    if changed := figure_talk.calls(whole):
        return Understood(tuple(changed), certain=True)
    if handed := handouts.asked(whole):
        return Understood(tuple(handed), certain=True)
    if told := beginners.calls(whole):
        return Understood(tuple(told), certain=True)
    figured = asked_figures.whole(whole)
    return Understood(tuple(figured), certain=asked_figures.is_plain(whole, figured)) if figured else None


def _only_tells(clause: Clause) -> bool:
    """Whether words surely tell of an application: then neither a list nor a figure or a file is asked for in them."""
    first = clause.guesses[0]
    return first.intent == "log.applied" and first.probability >= TOLD and "?" not in clause.text


def _with_news(told: called.Parted | None, briefing: Briefing) -> Understood | None:
    """The name told first, and the news behind it; None where other words than news stand there."""
    news = _by_itself(told.rest, briefing) if told and told.rest else ()
    return Understood(told.with_news(news)) if told and told.takes(news) else None


def _early(whole: Clause) -> Understood | None:
    """What concerns the message before it is cut: the answer to a question, a correction, or more of an interview."""
    if not _only_tells(whole) and (asked := _asked(whole)):
        return asked
    if questions.is_one(whole.text[correction.head(whole.text) :]):
        return None
    if named := _with_news(called.parted(whole), whole.briefing):
        return named
    answered = answering.calls(whole)
    if answered is not None:
        return Understood(words=answered) if isinstance(answered, str) else Understood(tuple(answered))
    own = reminder_talk.calls(whole) or own_entry.calls(whole) or shown_time.calls(whole)
    if own := own or renaming.calls(whole) or traits.calls(whole):
        return Understood(tuple(own))
    corrects = correction.is_one(whole) or (whole.briefing.focus.calls and whole.guesses[0].intent == "correction")
    corrects = corrects and yes_no.intent(whole) is None
    # "Cancel it" after a reminder calls that one off; "no reminders on Friday" is no word about an interview.
    if corrects and forms.of(whole) not in ("remind.cancel", "aid.away", "aid.mute"):
        calls = correction.calls(whole)
        if calls:
            return Understood(tuple(calls))
    return Understood(tuple(told)) if (told := interviews.more(whole)) else None


@dataclass
class _Message:
    """What has been understood of a message so far, clause by clause."""

    said: str
    words: str
    mentions: Sequence[Mention]
    briefing: Briefing
    whole: Clause
    calls: list[Call] = field(default_factory=list)
    asked: list[Call] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    missed: list[Clause] = field(default_factory=list)
    heading: str | None = None
    kept: Clause | None = None
    clauses: list[Clause] = field(default_factory=list)

    def understood(self) -> Understood:
        """Take the clauses in, one after the other, and say what they come to."""
        cut = questions.rejoined(self.words, clauses.split(self.words, self.mentions))
        for start, end, is_log in spans.merged(self.words, self.mentions, cut, self.briefing):
            mentions = entities.told(self.words, self.mentions, self._logged(), start)
            clause = spans.clause_of(self.words, mentions, start, end, self.briefing, self.calls)
            if clause == self.whole:
                # What was read of it before the cut is not read again.
                clause, self.whole.before = self.whole, self.calls
            clause.said = self.said
            self.clauses.append(clause)
            if self._leads(clause):
                continue
            noted = ellipsis.notes_before(clause, self.missed)
            made = noted if noted is not None else _one(clause, is_log=is_log)
            if not ellipsis.tells_no_more(made, self.calls):
                self._take(clause, made)
        return self._result()

    def _certain(self) -> bool:
        """Whether each clause was understood, and none of them leaves a doubt."""
        return not (self.missed or self.spoken) and certainty.is_certain(self.clauses, self.calls)

    def _logged(self) -> list[str]:
        """The new companies of the clauses before, which later ones may name in short."""
        named = (str(call.args.get("company", "")) for call in self.calls if call.name == "log")
        return [name for name in dict.fromkeys(named) if name and name not in self.briefing.companies]

    def _leads(self, clause: Clause) -> bool:
        """Whether a clause is a question, a fact of all jobs told before, or the day that heads what follows."""
        heads = not self.clauses[:-1] and ellipsis.heads_saved(clause, self.words)
        asks = not (heads or _only_tells(clause) or meetings.is_set(clause)) and forms.of(clause) is None
        if asks and (answers := queries.ask(clause)) is not None:
            self.calls += answers
        elif ellipsis.is_for_all(clause):
            self.calls[:] = ellipsis.for_all(clause, self.calls)
        elif ellipsis.is_only_day(clause):
            self.heading = clause.day
        elif heads:
            self.kept = clause
        else:
            return False
        return True

    def _take(self, clause: Clause, made: list[Call] | str | None) -> None:
        """Add what a clause says: to the call before where it belongs to that, else by itself."""
        calls = self.calls
        if isinstance(made, str):
            self.spoken.append(made)
        elif (answer_by := ellipsis.answer_by(clause, calls)) is not None:
            calls.append(answer_by)
        elif (folded := ellipsis.folded(clause, made, calls)) is not None:
            calls[-1] = folded
        elif interviews.adds_to(clause, calls):
            calls[-1] = interviews.with_added(clause, calls[-1])
        elif ellipsis.goes_on_noting(clause, made, calls):
            calls[-1] = ellipsis.with_more(calls[-1], clause)
        elif made is None:
            self.missed.append(clause)
        elif ellipsis.adds_facts(clause, made, calls):
            calls[-1] = ellipsis.with_facts(calls[-1], made[0])
        else:
            calls += made
            self.asked += [] if "?" in clause.text or clause.asks else [c for c in made if c.name in READS]

    def _result(self) -> Understood:
        if self.kept is not None and not any(call.name == "log" for call in self.calls):
            self._take(self.kept, _one(self.kept))  # no list of jobs followed
        calls = [ellipsis.headed(call, self.heading, self.kept is not None) for call in self.calls]
        calls = [call for call in calls if call.name != "help"] or calls
        if calls:
            # An announcement ("two interviews next week!") is no question beside the news itself.
            news = interviews.without_implied([call for call in calls if call not in self.asked])
            made = [*(news or calls), *counted.difference(self.words, calls)]
            return Understood(tuple(made), certain=self._certain())
        if self.missed or not self.spoken:
            return Understood((doubt.ask_back(self.said, self.missed),))
        return Understood(words="\n".join(dict.fromkeys(self.spoken)))


def _one(clause: Clause, *, is_log: bool = False) -> list[Call] | str | None:
    """The calls or words of a clause; None where no guess is sure enough."""
    if (told := others.words(clause)) or is_log:
        return told or build("log.applied", clause)
    leaning = own_reminders.calls(clause) or ellipsis.again(clause) or ellipsis.bare(clause)
    if leaning:
        return leaning
    if clause.before and ellipsis.is_tail(clause):
        return None
    for guess in settled(clause):
        if guess.probability < needed(clause, guess.intent):
            break
        made = build(guess.intent, clause)
        if made:
            return made
    return None
