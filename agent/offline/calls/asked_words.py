"""The words asked for: those of a job title, the word before "jobs", and what is to be searched for."""

from __future__ import annotations

import re
from typing import Any

from agent.offline import lexicon, phrases, places, roles
from agent.offline.calls.asked_places import masked
from agent.offline.clause import Clause

ABOUT = re.compile(
    rf"{phrases.pattern('search_for').pattern}\s+"
    r"(?:(?:the word|for|für|nach|any|an|a|the|my|le|la|el|un|una|une)\s+)*[\"']?(?P<text>[^\"?!.,;]+)",
    re.I,
)
IN_NOTES = re.compile(
    r"\b(?:with|w/|has|have|say|says|saying)\s+(?P<text>[^\"?!.,;\0]+?)\s+in (?:the|my|its|their) (?:notes?|title)\b",
    re.I,
)
QUOTED = re.compile(r"\"(?P<text>[^\"]{2,60})\"")
OTHER_ROLE = re.compile(r"\s*(?:,|/|\b(?:or|and|oder|und|o|y|ou|et)\b)\s*(?P<title>[\w-]+(?: [\w-]+){0,2})", re.I)
BEFORE_NOUN = re.compile(
    r"(?P<word>[^\W\d_][\w+#/-]*)\s+(?:jobs?|roles?|positions?|openings?|vacancies|stellen)\b", re.I
)
# "Which garages have I tried": a kind of employer that no list knows.
KIND_OF = re.compile(r"\b(?:which|any|what)\s+(?P<noun>[^\W\d_]{4,}s)\s+(?:have|did|do|that)\s+(?:i|we)\b", re.I)
KNOWN_NOUNS = (
    "generic", "interviewish", "deadlinish", "reminderish", "replied", "offer", "rejected", "about.notes", "about.tags",
)  # fmt: skip
NO_ROLE = ("open", "ended", "all", "favorite", "archived", "generic", "rejected", "saved", "silent", "searching")


def role(clause: Clause, args: dict[str, Any]) -> dict[str, Any]:
    """The role words asked for: those of a job title, or the word before "jobs"."""
    title = clause.slots.title
    if title and (roles.score(title) >= 0.8 or "company" in args):
        words = _role_words(title)
        if words and roles.score(words) >= 0.8:
            return {"role": " or ".join([words, *_other_roles(clause.text, title)])}
    return {}


def of_type(clause: Clause, args: dict[str, Any]) -> dict[str, Any]:
    """A kind of employment by which the person's own titles go ("HR internship") is looked for in these."""
    titles = " ".join((one.title or "").casefold() for one in clause.briefing.applications)
    word = next((m.text.casefold().removesuffix("s") for m in clause.of("type")), "")
    if "role" in args or not word or not re.search(rf"\b{re.escape(word)}s?\b", titles):
        return args
    return {name: value for name, value in args.items() if name != "employment_type"} | {"role": word}


def _other_roles(text: str, title: str) -> list[str]:
    """The job titles joined to the first one by "or"."""
    found: list[str] = []
    at = text.casefold().find(title.casefold()) + len(title)
    while (match := OTHER_ROLE.match(text, at)) is not None:
        words = match["title"].split()
        ends = [n for n in range(1, len(words) + 1) if roles.is_head(words[n - 1].casefold())]
        if not ends:
            return found
        found.append(_singular(" ".join(words[: ends[0]])))
        at = match.start("title") + len(" ".join(words[: ends[0]]))
    return found


def _role_words(title: str) -> str:
    """A title without words that name another filter or none."""
    kept: list[str] = []
    for word in title.split():
        if kept and phrases.pattern("generic").fullmatch(word):
            break
        kept += [] if _elsewhere(word) else [word]
    return _singular(" ".join(kept)) if kept else ""


def _elsewhere(word: str) -> bool:
    low = word.casefold().strip(",.")
    common = word.islower() and low in lexicon.words("not_companies.txt")
    common = common and not roles.is_head(low) and low not in lexicon.words("role_modifiers.txt")
    return common or phrases.pattern(*NO_ROLE).fullmatch(low) is not None


def _singular(title: str) -> str:
    words = title.split()
    last = words[-1]
    if last.casefold().endswith("s") and not last.casefold().endswith("ss") and roles.is_head(last.casefold()[:-1]):
        words[-1] = last[:-1]
    return " ".join(words)


def text(clause: Clause, args: dict[str, Any]) -> dict[str, Any]:
    """Words to look for in all that is noted, where they are said to be: "search for X", "data jobs", "any schools"."""
    if (quoted := QUOTED.search(clause.text)) and "tag" not in args:
        return {"text": quoted["text"].strip()}
    hidden = masked(clause)
    if (noted := IN_NOTES.search(hidden)) and "role" not in args:
        return {"text": noted["text"].strip()}
    if about := ABOUT.search(hidden):
        words = re.split(r"\s+(?:in|from|at|on|with|among)\s+my\b", about["text"])[0].strip(" \0")
        if words and "\0" not in words and not _taken(words) and not {"tag", "role", "company"} & set(args):
            return {"text": words}
    if {"role", "company"} & set(args):
        return {}
    kind = _of_kind(hidden)
    # "How many schools did I apply to", of somebody who applies to schools alone: any employer.
    return {} if "text" in kind and _counts_employers(clause, str(kind["text"])) else kind


def _counts_employers(clause: Clause, noun: str) -> bool:
    """Whether employers are counted by what they are, and none of them is called so."""
    if not phrases.has(clause.text, "counting") or not phrases.pattern("workplace").search(noun + "s"):
        return False
    return not any(noun in f"{one.company} {one.title}".casefold() for one in clause.briefing.applications)


def _names_a_kind(noun: str) -> bool:
    """Whether a noun is none that another filter or question has."""
    plain = noun.removesuffix("s")
    lists = ("not_companies.txt", "spelling.txt")
    if any(word in lexicon.words(one) for one in lists for word in (noun, plain)):
        return False
    return not phrases.has(noun, *KNOWN_NOUNS) and not roles.is_head(plain)


def _taken(words: str) -> bool:
    """Whether words only name what other filters name, or nothing."""
    low = re.sub(r"^(?:(?:my|all|the|any|open|new|other|meine|mis|mes)\s+)+", "", words.casefold())
    return phrases.pattern("generic", "all", "open", "workplace").fullmatch(low) is not None


def _of_kind(text: str) -> dict[str, Any]:
    for match in BEFORE_NOUN.finditer(text):
        word = match["word"]
        low = word.casefold()
        if roles.is_head(low) or (low in lexicon.words("role_modifiers.txt") and not _elsewhere(word)):
            return {"role": _singular(word)}
        if not _elsewhere(word) and not places.is_city(word) and low not in lexicon.words("not_companies.txt"):
            return {"text": word}
    kind = phrases.pattern("workplace").search(text)
    if kind:
        return {"text": re.sub(r"s$", "", kind.group().casefold())}
    asked = KIND_OF.search(text)
    if asked and _names_a_kind(asked["noun"].casefold()):
        return {"text": asked["noun"].casefold().removesuffix("s")}
    field = re.search(rf"\bin\s+(?P<field>{phrases.pattern('field').pattern})", text, re.I)
    return {"text": field["field"]} if field else {}
