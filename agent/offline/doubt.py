"""The question back about words that no reading was sure of, with the likeliest readings as buttons."""

from __future__ import annotations

from collections.abc import Sequence

from agent.offline.build import build, labels
from agent.offline.clause import Clause
from agent.offline.settling import POSSIBLE
from tools.result import Call

MAX_GUESSES = 3
# Clauses of these intents say nothing by themselves when another clause of the message has been understood.
QUIET = frozenset({"smalltalk", "off_topic", "log.not", "help"})
# Never offered as a guess.
GRAVE = frozenset({"delete.all"})


def ask_back(said: str, missed: Sequence[Clause]) -> Call:
    """The call that asks what was meant by `said`, offering what the first clause missed may be."""
    guesses: list[dict[str, object]] = []
    for clause in missed[:1]:
        for guess in clause.guesses:
            if guess.probability < POSSIBLE or len(guesses) == MAX_GUESSES or guess.intent in QUIET:
                break
            made = build(guess.intent, clause) if guess.intent not in GRAVE else None
            if isinstance(made, list) and made:
                calls = [call.model_dump(mode="json") for call in made]
                guesses.append({"label": labels(guess.intent, clause), "calls": calls})
    return Call(name="ask_back", args={"said": said, "guesses": guesses})
