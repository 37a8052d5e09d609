"""Stage 4: what a clause wants, as ranked guesses of a linear model trained on `examples/`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from agent.offline.wording import reworded
from tools.linear import Linear, shipped

MODEL = "intents.model.gz"
PIECES = range(3, 6)


class Guess(NamedTuple):
    """An intent and how likely it is (0 to 1)."""

    intent: str
    probability: float


def features(masked: str) -> tuple[list[str], list[str]]:
    """The features of a masked clause: its words and pairs of neighbours, and the pieces of its words."""
    words = ["^", *reworded(masked), "$"]
    pairs = [f"{a} {b}" for a, b in itertools.pairwise(words)]
    return [*words, *pairs], list(_pieces(words))


def _pieces(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for size in PIECES:
            for start in range(max(1, len(padded) - size + 1)):
                yield f"~{padded[start : start + size]}"


@cache
def model() -> Linear:
    """The trained weights that ship with the project; `head` holds the ordinary words of the examples, and a digest."""
    return shipped("agent.offline", MODEL)


@lru_cache(maxsize=64)
def rank(masked: str) -> tuple[Guess, ...]:
    """All intents for a masked clause, the likeliest first; probabilities add up to 1."""
    guesses = map(Guess, model().labels, model().probabilities(features(masked)))
    return tuple(sorted(guesses, key=lambda guess: -guess.probability))
