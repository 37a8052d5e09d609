"""Stage 4: what a clause wants, as ranked guesses of a linear model trained on `examples/`; knows words, not meanings."""

from __future__ import annotations

import gzip
import json
import math
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TOKEN = re.compile(r"<\w+>|[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!]")
MODEL = "intents.json.gz"


@dataclass(frozen=True)
class Guess:
    """An intent and how likely it is (0 to 1)."""

    intent: str
    probability: float


@dataclass(frozen=True)
class Model:
    """Weights of a multinomial logistic regression: per feature, (label, weight) pairs; weights are in hundredths."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, list[int]]
    digest: str


def features(masked: str) -> list[str]:
    """The features of a masked clause: words, neighbouring pairs, how it begins and ends, and pieces of words."""
    words = TOKEN.findall(masked.casefold())
    edged = ["^", *words, "$"]
    found = set(words)
    found.update(f"{a} {b}" for a, b in zip(edged, edged[1:], strict=False))
    found.update(f"{a} {b} {c}" for a, b, c in zip(edged, edged[1:], edged[2:], strict=False))
    found.update(f"1:{word}" for word in words[:1])
    for word in words:
        if len(word) > 4 and not word.startswith("<"):
            padded = f"^{word}$"
            found.update(f"~{padded[i : i + 4]}" for i in range(len(padded) - 3))
    found.add(f"len:{min(len(words), 12) // 3}")
    return sorted(found)


@cache
def model() -> Model:
    """The trained weights that ship with the project."""
    with (files("agent.offline") / MODEL).open("rb") as raw, gzip.open(raw, "rt", encoding="utf-8") as text:
        data = json.load(text)
    return Model(tuple(data["labels"]), tuple(data["bias"]), data["weights"], data["digest"])


def rank(masked: str) -> list[Guess]:
    """All intents for a masked clause, the likeliest first; probabilities add up to 1."""
    trained = model()
    scores = list(trained.bias)
    present = [name for name in features(masked) if name in trained.weights]
    for name in present:
        pairs = trained.weights[name]
        for i in range(0, len(pairs), 2):
            scores[pairs[i]] += pairs[i + 1] / 100
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    guesses = [Guess(label, power / total) for label, power in zip(trained.labels, powers, strict=True)]
    return sorted(guesses, key=lambda guess: -guess.probability)
