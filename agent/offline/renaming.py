"""A company that is called otherwise than noted: "the name is wrong, it is Oakwood House", "Lidl is really Aldi"."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from agent.offline import openers, roles, vocabulary
from agent.offline.chunks import is_mixed
from agent.offline.clause import Clause
from agent.offline.slots import tidy
from storage.companies import company_key
from tools.focus import numbers
from tools.result import Call

KIND = (
    r"(?:company|employer|firm|business|agency|place|care home|nursing home|home|hospital|clinic|practice|hotel|"
    r"restaurant|cafe|bar|pub|kitchen|bakery|shop|store|warehouse|factory|garage|school|nursery|outfit|carrier)"
)
IS = r"(?:\s*'s|\s+(?:is|was|should be|should have been|must be|shall be|has to be|it's|its))"
REALLY = r"(?:\s+(?:really|actually|now|in fact|just|called|named|spelt|spelled|written|correctly|supposed to be))*"
WRONG = r"(?:wrong|incorrect|not right|not correct|mis-?spel\w*|spel(?:led|t) wrong|a typo|mistyped|bad)"
NEW = r"\s+(?P<new>[^\W_][^,;!?()\n]*?)"
END = r"(?:,?\s+(?:and\s+)?(?:not|instead of|rather than)\s+(?P<old>[^,;!?()]+?))?[\s.!]*$"
# "The name is wrong, it is X"; "the (right) name is X"; "the care home is called X". None of them needs a known name.
PLAIN = tuple(
    re.compile(words + END, re.I)
    for words in (
        rf"^.{{0,40}}?\bname\b.{{0,30}}?\b{WRONG}\b[\s,.;:-]+(?:(?:it|this|that|the (?:right|real|correct) "
        rf"(?:one|name))"
        rf"{IS}|its|should be|it should be|is){REALLY}{NEW}",
        rf"^(?:the |its |it's |their |my )?(?:right |real |correct |full |proper |actual |new )?(?:{KIND}(?:'s)? )?name"
        rf"(?: of (?:the|my|this|that) {KIND})?{IS}{REALLY}{NEW}",
        rf"^(?:the |this |that |my ){KIND}{IS}{REALLY}\s+(?:called|named){NEW}",
        rf"^(?:it|they)(?:'s|'re| is| are| was){REALLY}\s+(?:called|named){NEW}",
        rf"^(?:please )?(?:change|correct|fix|set|update) the (?:{KIND}(?:'s)? )?name(?: of (?:the|my) {KIND})? "
        rf"(?:to|into){NEW}",
    )
)
# These hold where the company is named: "Lidl is really Aldi", "I wrote Lidl but it's Aldi".
BEHIND = tuple(
    re.compile(words + END, re.I)
    for words in (
        rf"^(?:'s name)?{IS}(?:\s+(?:really|actually|in fact|called|named|now called|now named|supposed to "
        rf"be)){REALLY}{NEW}",
        rf"^(?: name)?\s+(?:should (?:be|have been|read|say)|is {WRONG}[\s,.;:-]+(?:it|that){IS}){REALLY}{NEW}",
        rf"^[\s,]+(?:but|and|sorry|oops)[\s,]+(?:(?:it|the name|that){IS}|its|should be|i meant|meant){REALLY}{NEW}",
    )
)
WROTE = re.compile(r"^(?:i|we)\s+(?:wrote|typed|put|said|named|called it|spelt|spelled|entered|meant to say)\s+$", re.I)
# "It should be Hillview" speaks of the name where it is much like the one that stands there.
SHOULD = re.compile(
    rf"^(?:it|that|this)\s+(?:should be|should have been|is supposed to be|must be){REALLY}{NEW}{END}", re.I
)
ALIKE = 70
NOT_OLD = re.compile(
    rf"^(?:it{IS}|its|should be){REALLY}{NEW},?\s+(?:and\s+)?(?:not|instead of|rather than)\s+(?P<old>.+?)[\s.!]*$",
    re.I,
)
TAIL = re.compile(r"\s+(?:actually|really|now|please|pls|sorry|instead|btw|though|tho|lol|i think|mate)$", re.I)
KINDS = ("when", "money", "mode", "type", "url", "email", "phone", "kind", "duration")


def calls(clause: Clause) -> list[Call]:
    """The call that gives a company its right name; empty where the words say anything else."""
    if clause.asks or "?" in clause.text or clause.of(*KINDS):
        return []
    opening = openers.HEAD.match(clause.text) if openers.is_opener(clause.text) else None
    text = clause.text[opening.end() if opening else 0 :].strip()
    for pattern in PLAIN:
        if match := pattern.match(text):
            return _renamed(clause, _known(clause, match["old"]), match["new"])
    if match := SHOULD.match(text):
        about = numbers(clause.briefing.focus.subject, "application")[-1:]
        names = [company_key(k.company) for k in clause.briefing.applications if k.id in about]
        alike = any(fuzz.ratio(name, company_key(match["new"])) >= ALIKE for name in names)
        return _renamed(clause, None, match["new"]) if alike else []
    return _of_known(clause, text)


def _of_known(clause: Clause, text: str) -> list[Call]:
    """The same where the company that bears the wrong name is named."""
    whole = NOT_OLD.match(text)
    old = _known(clause, whole["old"]) if whole else None
    if whole and old and _was_logged(clause, old, whole["new"]):
        return _renamed(clause, old, whole["new"])
    for mention in clause.of("company"):
        at = text.casefold().find(mention.text.casefold())
        led = at >= 0 and (not text[:at].strip() or WROTE.match(text[:at]) or text[:at].casefold().strip() == "the")
        match = next((m for p in BEHIND if (m := p.match(text[at + len(mention.text) :]))), None) if led else None
        if match:
            return _renamed(clause, mention.value, match["new"])
    return []


def _known(clause: Clause, words: str | None) -> str | None:
    """The company of the person that the words name."""
    found = (m.value for m in clause.of("company") if words and m.text.casefold() in words.casefold())
    return next(found, None)


def _was_logged(clause: Clause, old: str, new: str) -> bool:
    """Whether "not Lidl" speaks of the name: the job was just told of, or the two begin alike."""
    last = [c for c in clause.briefing.focus.calls if c.name == "log"]
    told = any(company_key(str(c.args.get("company", ""))) == company_key(old) for c in last)
    told = told or any(c.args.get("new_company") for c in clause.briefing.focus.calls)
    return told or old.split()[0].casefold() == new.split()[0].casefold()


def _renamed(clause: Clause, old: str | None, words: str) -> list[Call]:
    new = TAIL.sub("", TAIL.sub("", words.strip(" .\"'")))
    target = f"{old}" if old else _subject(clause, new)
    if target is None or not _is_name(clause, new) or company_key(new) == company_key(target):
        return []
    taken = any(company_key(k.company) == company_key(new) for k in clause.briefing.applications)
    return [] if taken else [Call(name="update", args={"company": target, "new_company": tidy(new)})]


def _subject(clause: Clause, new: str) -> str | None:
    """Whose name it is where none is said: one that begins alike, else what the talk is about, else the last told."""
    first = new.split()[0].casefold()
    alike = {k.company for k in clause.briefing.applications if k.company.split()[0].casefold() == first}
    if len(alike) == 1:
        return alike.pop()
    about = numbers(clause.briefing.focus.subject, "application")
    return f"#{about[-1]}" if about else None


def _is_name(clause: Clause, words: str) -> bool:
    """Whether words can be an employer's name: no job title, and a name by its looks."""
    if (
        len(words.split()) > 6
        or roles.score(words) >= 0.8
        or re.match(r"(?:wrong|right|correct|an?|not|in|at)\b", words, re.I)
    ):
        return False
    return words[:1].isupper() or not is_mixed(clause.text) or vocabulary.is_name(words, capitals=False)
