"""The answer to a question that the last reply asked: plain words that fill the one argument that was missing."""

from __future__ import annotations

import re

from agent.offline import lexicon, roles
from agent.offline.clause import Clause
from tools.result import Call

LEAD = re.compile(
    r"^(?:(?:it's|it is|it was|its|that's|as|for|the role is|the role was|role is|the job is|title is|at|with|to|a|an|the|i applied (?:for|as)|es|como|als|comme|for the|as an?)\s+)+",
    re.I,
)
SKIP = re.compile(r"\W*(?:skip|no idea|dunno|don't know|i don't know|not sure|none|nothing|never ?mind|later|no lo sé|weiß nicht|sais pas)\W*", re.I)
MAX_WORDS = 8
# An intent this likely is no answer but a message of its own.
OTHER = 0.8


def calls(clause: Clause) -> list[Call]:
    """The waiting call with its argument filled; empty where the words are no answer to the question."""
    wanted = clause.briefing.focus.wanted
    if wanted is None or clause.text.rstrip().endswith("?"):
        return []
    value = _value(clause, wanted.param)
    if not value:
        return []
    return [wanted.call.model_copy(update={"args": {**wanted.call.args, wanted.param: value}})]


def _value(clause: Clause, param: str) -> str | None:
    words = LEAD.sub("", clause.text.strip(" .!"))
    if param in ("when", "until"):
        return (clause.moment or clause.text_of("duration")) if len(clause.text.split()) <= MAX_WORDS else None
    if param == "text":
        return None if SKIP.fullmatch(words) or _other(clause) else words
    if len(words.split()) > MAX_WORDS or SKIP.fullmatch(words) or not words:
        return None
    if param in ("new_title", "title"):
        return _title(clause, words)
    if param == "company":
        return clause.slots.company or (words if not _other(clause) else None)
    return None


def _title(clause: Clause, words: str) -> str | None:
    title = roles.tidy(words)
    if not title or clause.of("when", "money", "url", "email") or title.casefold() in lexicon.words("not_companies.txt"):
        return None
    if roles.score(title) >= 0.8 and not clause.of("company"):
        return title
    return None if _other(clause) or clause.of("company") else title


def _other(clause: Clause) -> bool:
    first = clause.guesses[0]
    return first.probability >= OTHER and first.intent not in ("log.applied", "correction", "off_topic", "smalltalk")
