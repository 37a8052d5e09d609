"""A clause with all that the stages found in it: its words, mentions, slots, and what it points at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from agent.offline import references
from agent.offline.briefing import Briefing
from agent.offline.entities import Mention
from agent.offline.intent import Guess
from agent.offline.slots import Slots
from agent.offline.slots import read as read_slots
from tools import when
from tools.result import Call

CLOSING = re.compile(
    r"(?:clos(?:es|ing|e)|shuts?|deadline|due|apply by|until|till|by|before|\bends?|expires?|cierra|hasta|plazo|"
    r"fecha límite|bis|frist|endet|avant|jusqu'au|date limite|clôture)"
    r"\W*(?:(?:date|on|is|are|it|the|acaba|termina|läuft|ab|se|zum|am|el|le|al|du|in|spätestens|has|to|for|"
    r"that|one|job|role|day)\W+)*$",
    re.I,
)
QUESTION = re.compile(
    r"^\W*(?:has|have|did|do|does|is|are|was|were|when|what|whats|what's|which|who|whose|where|how|any|"
    r"anything|hat|haben|ist|sind|wann|was|welche\w*|wer|wo|wie|cuándo|qué|quién|cuál\w*|dónde|cómo|est-ce|"
    r"quand|quels?|quelles?|qui|où|comment)\b",
    re.I,
)
SWEEP = re.compile(r"\b(?:all|every|everything|each|todas?|todos?|todo|alle|alles|toutes?|tous|tout)\b", re.I)


@dataclass
class Clause:
    """One fact or wish of a message.

    `text` is in plain words (chat spellings mended); `before` are the calls made of earlier clauses, `earlier` the
    known companies that they named; `full` is the
    text with what only led in to it ("and", "so"); `said` is the whole message as the person typed it.
    """

    text: str
    mentions: Sequence[Mention]
    briefing: Briefing
    guesses: Sequence[Guess] = ()
    before: list[Call] = field(default_factory=list)
    earlier: tuple[str, ...] = ()
    said: str = ""
    full: str = ""
    # What `forms.of` makes of it, which reads it once.
    form: tuple[str | None] | None = field(default=None, compare=False)
    # What `asked_figures.of` makes of it, likewise.
    figured: tuple[list[Call] | None] | None = field(default=None, init=False, compare=False)

    def of(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds."""
        return [m for m in self.mentions if m.kind in kinds]

    def first(self, kind: str) -> Mention | None:
        """The first mention of a kind, or None."""
        return next((m for m in self.mentions if m.kind == kind), None)

    def text_of(self, kind: str) -> str | None:
        """The words of the first mention of a kind."""
        found = self.first(kind)
        return found.text if found else None

    def value_of(self, kind: str) -> str | None:
        """The canonical value of the first mention of a kind."""
        found = self.first(kind)
        return found.value if found else None

    def has(self, pattern: str) -> bool:
        """Whether the words match a pattern anywhere, ignoring case."""
        return re.search(pattern, self.text, re.I) is not None

    @cached_property
    def slots(self) -> Slots:
        """Companies, title and place."""
        return read_slots(self.text, self.mentions)

    @cached_property
    def meeting(self) -> Slots:
        """The same, where "with …" may name people."""
        return read_slots(self.text, self.mentions, people=True)

    @cached_property
    def deadline(self) -> Mention | None:
        """The day by which something must be done."""
        return next((m for m in self.of("when") if CLOSING.search(self.text[: m.start])), None)

    @cached_property
    def day(self) -> str | None:
        """The words of the day on which it happened, or else of the days ("last week"), without the deadline."""
        days = [m for m in self.of("when") if m is not self.deadline and m.value == "day"]
        return next((m.text for m in [*days, *self.of("range")] if self._can_be_past(m.text)), None)

    def _can_be_past(self, words: str) -> bool:
        try:
            return when.read_day(words, self.briefing.now, "past") <= self.briefing.now.date()
        except when.Unclear as unclear:
            return unclear.between is not None

    @cached_property
    def moment(self) -> str | None:
        """The words of a day and time, joined where they stand apart ("on Tuesday with Jane at 3pm")."""
        found = self.of("when")
        if not found:
            return None
        return " ".join(m.text for m in found[:2]) if len({m.value for m in found[:2]}) > 1 else found[0].text

    @cached_property
    def refs(self) -> tuple[int, ...]:
        """Applications that the clause points at by "it", "the second one", "them"."""
        return references.resolve(self.text, self.briefing)

    @property
    def asks(self) -> bool:
        """Whether it is a question about what is known, not a polite wish."""
        polite = re.match(r"^\W*(?:can|could|would|will|may)\b", self.text, re.I)
        return (
            not polite
            and (QUESTION.match(self.text) is not None)
            and ("?" in self.text or not re.match(r"^\W*(?:have|had|did|is|are|was|were|do|any)\b", self.text, re.I))
        )

    @property
    def sweeps(self) -> bool:
        """Whether it speaks of all of something."""
        return SWEEP.search(self.text) is not None

    def targets(self, found: Slots | None = None) -> list[dict[str, str]]:
        """Arguments that name the applications meant: by company, by reference, else the conversation's subject."""
        found = found or self.slots
        if found.known:
            return [_named(company, title) for company, title in found.pairs]
        if (
            self.earlier
            and not found.pairs
            and references.ONE_OF.search(self.text)
            and not references.ORDINAL.search(self.text)
        ):
            return [_named(self.earlier[-1], None)]
        ids = self.refs
        if ids and (not found.pairs or references.ORDINAL.search(self.text) or references.DESCRIBED.search(self.text)):
            return [{"company": f"#{i}"} for i in ids]
        implied = self.implied(found.title)
        if found.pairs and (found.named or not implied):
            return [_named(company, title) for company, title in found.pairs]
        return implied

    def implied(self, title: str | None = None) -> list[dict[str, str]]:
        """What is meant where nothing is named: the job with that title, the last clause's company, the subject."""
        if title:
            hits = references.described_by(title, list(self.briefing.applications))
            if len(hits) == 1:
                return [{"company": f"#{hits[0].id}"}]
        last = next((c for c in reversed(self.before) if c.args.get("company")), None)
        if last is not None:
            return [{k: str(last.args[k]) for k in ("company", "title") if last.args.get(k)}]
        if self.earlier:
            return [_named(self.earlier[-1], None)]
        return [{"company": f"#{i}"} for i in references.subject(self.briefing)]


def _named(company: str, title: str | None) -> dict[str, str]:
    return {"company": company, "title": title} if title else {"company": company}
