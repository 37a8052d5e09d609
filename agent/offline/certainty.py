"""Whether a message is so plain that no language model would read it otherwise; the stages stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.offline import references, vocabulary
from agent.offline.clause import Clause
from tools.result import Call

LIKELY = 0.9
# A meeting has more parts that can go wrong.
MEETING = 0.97
MOST_CLAUSES = 2
MOST_WORDS = 20
# What a plain sentence may ask for; all else is left to a model.
PLAIN = frozenset({"log", "status", "schedule", "find", "show", "stats", "remind", "undo", "export"})
WORD = re.compile(r"[^\W_]+")


def is_certain(clauses: Sequence[Clause], calls: Sequence[Call]) -> bool:
    """Whether a few short clauses with very likely intents name just what they are about, and no word is left over."""
    words = sum(len(clause.text.split()) for clause in clauses)
    if not 0 < len(calls) <= len(clauses) <= MOST_CLAUSES or words > MOST_WORDS:
        return False
    plain = all(call.name in PLAIN for call in calls) and all(_is_plain(clause) for clause in clauses)
    return plain and _are_named(clauses, calls) and not _left_over(clauses, calls)


def _is_plain(clause: Clause) -> bool:
    """Whether the intent leaves no doubt and nothing in the clause points elsewhere."""
    first = clause.guesses[0]
    likely = first.probability >= (MEETING if first.intent.startswith("interview.") else LIKELY)
    return likely and not clause.refs and not references.ORDINAL.search(clause.text)


def _are_named(clauses: Sequence[Clause], calls: Sequence[Call]) -> bool:
    """Whether each call names what it is about as the clauses do."""
    for call in calls:
        if call.name in ("status", "schedule") and not any(clause.slots.known for clause in clauses):
            return False
        named = call.args.get("company") and call.args.get("title")
        if call.name == "log" and not (named and clauses[0].slots.sure):
            return False
    return True


def _left_over(clauses: Sequence[Clause], calls: Sequence[Call]) -> bool:
    """Whether a figure, a name or a word that is none stands in no mention and in no argument."""
    used = {word for call in calls for value in call.args.values() for word in WORD.findall(str(value).casefold())}
    for clause in clauses:
        text = clause.text
        for m in clause.mentions:
            text = text[: m.start] + " " * (m.end - m.start) + text[m.end :]
        left = [word for word in WORD.findall(text.casefold()) if word not in used]
        if any(word.isdigit() or (len(word) > 1 and not vocabulary.is_word(word)) for word in left):
            return True
    return False
