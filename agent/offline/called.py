"""A name told first and news after it: "Lola is Bistro Lola. They want to see me on Friday"; neither is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.offline import answering, described, renaming, spans, vocabulary
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from agent.offline.slots import tidy
from storage.companies import company_key
from tools import employers
from tools.focus import numbers
from tools.result import Call

NEXT = re.compile(
    r"(?:\s*[.;,!?]+\s+(?:(?:and|but|so)\s+)?|\s+(?:and|but|so)\s+)"
    r"(?=(?:they|they've|she|he|i|i've|we|got|had|interview|trial|the (?:interview|trial|boss|manager|chef))\b)",
    re.I,
)
LEAD = r"^\W*(?:(?:by the way|btw|so|ok|and|oh|fyi|also|well|sorry)\W+)*"
# "Lola is Bistro Lola", "the full name of Lola is …", "Lola = …".
STATED = re.compile(
    rf"{LEAD}(?:the\s+)?(?:(?:full|whole|real|right|proper|long)\s+name\s+(?:of|for)\s+)?(?P<old>[^,.;!?]{{1,40}}?)"
    r"(?:'s\s+(?:full|whole|real|right|proper|long)\s+name)?"
    r"\s*(?:=|,?\s+(?:that's|that is|is|means|stands for|ist|est|es))"
    r"\s+(?:really\s+|actually\s+|called\s+|just\s+)?(?:the\s+)?(?P<new>[^\W_][^,.;!?]{1,60}?)\W*$",
    re.I,
)
# "Acme is a care home" tells what it is; there is no field for that but the notes.
KIND = re.compile(
    rf"{LEAD}(?P<old>[^,.;!?]{{1,40}}?)\s+(?:is|are|was)\s+an?\s+(?:[\w-]+\s+){{0,3}}?(?:{employers.NOUNS})\W*$", re.I
)
# What stands behind a name and is no part of it.
BEHIND = re.compile(r"\s+(?:in|on|near|at|by|from|over|down|btw|now)\s.*|\s+(?:btw|now)$", re.I)
ASKED = frozenset(("company", "new_company", "title", "new_title"))
NEWS = frozenset(("status", "schedule", "reschedule"))
TO = frozenset(("a", "an", "in", "at", "on", "not", "my", "their", "closed", "open"))


@dataclass(frozen=True)
class Parted:
    """The calls of the name, the words behind it, and who these are about where they name nobody."""

    calls: tuple[Call, ...]
    rest: str
    name: str
    about: frozenset[str]

    def takes(self, news: Sequence[Call]) -> bool:
        """Whether what stands behind the name is news and nothing else."""
        return bool(news or not self.rest) and all(call.name in NEWS for call in news)

    def with_news(self, news: Sequence[Call]) -> tuple[Call, ...]:
        """All calls, the news for the one whose name was told."""
        return (*self.calls, *(described.meant(call, self.name, self.about) for call in news))


def parted(whole: Clause) -> Parted | None:
    """What a message says first of a name, and the rest of it; None where it says no name first."""
    cut = NEXT.search(whole.text)
    if cut is None:
        made = _renamed(whole)
        return Parted(tuple(made), "", "", frozenset()) if made else None
    first = spans.clause_of(whole.text, whole.mentions, 0, cut.start(), whole.briefing, [], whole=True)
    if first.asks or "?" in whole.text:
        return None
    made = _answered(first) or renaming.calls(first) or _renamed(first)
    if not made:
        return None
    name = str(made[0].args.get("new_company") or made[0].args.get("company", ""))
    about = {f"#{i}" for i in numbers(whole.briefing.focus.subject, "application")} | {
        str(made[0].args.get("company", ""))
    }
    return Parted(tuple(made), whole.text[cut.end() :], name, frozenset(about))


def _answered(first: Clause) -> list[Call]:
    """The waiting call with the name that was asked for: told by itself, or as "X is …"."""
    wanted = first.briefing.focus.wanted
    if wanted is None or wanted.param not in ASKED:
        return []
    stated = STATED.match(first.text)
    if stated and "company" in wanted.param and _is_name(_name(stated)):
        return [wanted.call.model_copy(update={"args": {**wanted.call.args, wanted.param: _name(stated)}})]
    made = answering.calls(first)
    return made if isinstance(made, list) else []


def _renamed(first: Clause) -> list[Call]:
    """The longer name of a company that is known: the words behind "is" hold its own."""
    stated = STATED.match(first.text)
    if kind := KIND.match(first.text):
        named = first.of("company")
        return [Call(name="note", args={"company": named[0].value, "text": first.text})] if _leads(kind, named) else []
    known = {company_key(k.company): k.company for k in first.briefing.applications}
    old = known.get(company_key(stated["old"])) if stated else None
    if stated is None or old is None or not _is_name(_name(stated)):
        return []
    new, have = company_key(_name(stated)), company_key(old)
    longer = new != have and new not in known and re.search(rf"\b{re.escape(have)}", new.replace("'", ""))
    return [Call(name="update", args={"company": old, "new_company": _name(stated)})] if longer else []


def _leads(told: re.Match[str], named: Sequence[Mention]) -> bool:
    """Whether the words before "is" are the name of a company that is known."""
    return bool(named) and named[0].start <= told.start("old") + 4 and named[0].text in told["old"]


def _name(stated: re.Match[str]) -> str:
    return tidy(BEHIND.sub("", stated["new"]))


def _is_name(words: str) -> bool:
    """Whether words look like a name: few, with a capital, or a name that is known to be one."""
    parts = words.split()
    plain = 0 < len(parts) <= 5 and parts[0].casefold() not in TO
    return plain and (any(p[:1].isupper() for p in parts) or vocabulary.is_name(words, capitals=False))


__all__ = ["Parted", "parted"]
