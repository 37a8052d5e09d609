"""Questions about one application, or about a person: who or what is meant, and what is asked about it."""

from __future__ import annotations

import re

from agent.offline import lexicon, phrases, questions, references, roles, slots
from agent.offline.calls import people_asked
from agent.offline.chunks import is_mixed
from agent.offline.clause import Clause
from agent.offline.smallwords import ARTICLES, JOB_NOUNS
from storage.companies import decide
from tools.result import Call

# What may be asked, the plainest first.
ABOUT = (
    "title", "applied_on", "source", "tags", "notes", "contact", "link", "deadline", "pay", "history", "reply",
    "work_mode", "employment_type", "location",
)  # fmt: skip
STANDING = re.compile(
    r"\bwhere (?:are we|am i|did i leave)\b|\bwhere\b.*\b(?:stand|application|bewerbung|process)\b|\bwo steh\w*|"
    r"\bhow did\b.*\bgo\b|\b(?:everything|all)\s+(?:about|on|you (?:have|know))\b",
    re.I,
)
# "Details of Fraud Investigator position".
BESIDE = re.compile(
    r"(?P<words>[\w-]+(?: [\w-]+){0,3})\s+"
    r"(?:position|role|job|post|posting|advert|ad|vacancy|application|stelle|puesto|poste)\b",
    re.I,
)
MOST = 5


def show(clause: Clause) -> list[Call]:
    """The answer about each application meant, or about a person."""
    person = people_asked.known(clause) or people_asked.unknown(clause)
    if person and not clause.slots.known:
        return [Call(name="show", args={"person": person})]
    what = about(clause)
    extra = {"about": what} if what else {}
    return [Call(name="show", args=target | extra) for target in targets(clause)[:MOST]]


def targets(clause: Clause) -> list[dict[str, str]]:
    """The applications meant: by company, by a role that one of them has, by reference, else the subject."""
    found = clause.slots
    if found.known:
        return [_without_idle_title(target, clause) for target in clause.targets()]
    if name := named(clause):
        return [{"company": name}]
    ids = clause.refs
    if not ids and references.ORDINAL.search(clause.text):
        return [{}]
    if ids and (not found.sure or references.ORDINAL.search(clause.text)):
        return [{"company": f"#{number}"} for number in ids]
    title = role(clause)
    if title:
        hits = references.described_by(title, list(clause.briefing.applications))
        return [{"company": f"#{known.id}"} for known in hits] if len(hits) == 1 else [{"title": title}]
    company = found.company if found.sure else _stranger(clause)
    if company:
        return [{"company": company}]
    last = [c for c in clause.before if c.args.get("company")]
    of_the_talk = last or references.subject(clause.briefing) or not found.pairs
    return clause.implied() if of_the_talk else clause.targets()


def _without_idle_title(target: dict[str, str], clause: Clause) -> dict[str, str]:
    """The target without words that are no role of the person's, such as the name of whom one writes to."""
    title = target.get("title", "")
    kept = roles.score(title) >= 0.8 and not phrases.has(clause.text, "about.contact")
    return target if kept else {name: value for name, value in target.items() if name != "title"}


def named(clause: Clause) -> str | None:
    """The employer in "did X ever reply", as the person has it where a part of the name is said."""
    said = questions.somebody(clause.text)
    if said is None or clause.slots.known:
        return None
    decision = decide(said, clause.briefing.companies)
    if decision.kind == "one":
        return decision.matches[0].name
    return said if said[:1].isupper() else _in_small(said, clause.text)


def _stranger(clause: Clause) -> str | None:
    """The employer whom nobody knows, where the words name one and point at nothing that was spoken of."""
    said = clause.slots.company
    if not said or references.ONE_OF.search(clause.text):
        return None
    at = clause.text.casefold().find(said.casefold())
    if at <= 0:
        return None
    if clause.text[at].isupper():
        return None if _everyday(said) else said
    before = clause.text[:at].casefold().split()
    # "The link" is a thing of the one spoken of, however few know the word.
    return None if before and before[-1] in ARTICLES else _in_small(said, clause.text)


def _in_small(said: str, text: str) -> str | None:
    """The employer that a message without capitals names, where its words are no everyday ones."""
    return None if _everyday(said) or is_mixed(text) or references.DESCRIBED.search(text) else slots.tidy(said)


def _everyday(said: str) -> bool:
    """Whether one of the words is no part of a name."""
    plain = lexicon.words("not_companies.txt") | JOB_NOUNS | ARTICLES
    return any(word in plain or roles.is_head(word) for word in said.casefold().split())


def role(clause: Clause) -> str | None:
    """The role by which an application is meant, where the words name one."""
    title = clause.slots.title
    if title and roles.score(title) >= 0.8:
        return title
    said = references.DESCRIBED.search(clause.text)
    if said and references.described_by(said["words"], list(clause.briefing.applications)):
        return said["words"]
    beside = BESIDE.search(clause.text)
    words = beside["words"].split() if beside else []
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return next((tail for tail in tails if references.described_by(tail, list(clause.briefing.applications))), None)


def about(clause: Clause) -> str | None:
    """What is asked about it; None for all there is."""
    if STANDING.search(clause.text):
        return None
    text = questions.plain(clause.text)
    for name in ABOUT:
        if phrases.has(text, f"about.{name}"):
            return name
    if phrases.has(text, "about.interview"):
        return "interview"
    return None
