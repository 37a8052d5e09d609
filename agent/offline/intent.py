"""Stage 4: what a clause wants, as ranked guesses of a linear model trained on `examples/`."""

from __future__ import annotations

import gzip
import itertools
import json
import math
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import add, mul
from typing import NamedTuple

from agent.offline.wording import reworded

MODEL = "intents.model.gz"
PIECES = range(3, 6)


class Guess(NamedTuple):
    """An intent and how likely it is (0 to 1)."""

    intent: str
    probability: float


@dataclass(frozen=True)
class Model:
    """A multinomial logistic regression over tf-idf features (scikit-learn's definitions, smooth idf, sublinear tf).

    `weights` is a matrix of one row for each feature and one column for each label, in units of `unit`;
    `words` are the ordinary words of the examples.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    unit: float
    rows: dict[str, int]
    idf: tuple[float, ...]
    weights: array[int]
    digest: str
    words: tuple[str, ...]


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
def model() -> Model:
    """The trained weights that ship with the project."""
    with (files("agent.offline") / MODEL).open("rb") as raw:
        head, _, body = gzip.decompress(raw.read()).partition(b"\0")
    data = json.loads(head)
    weights = array("b")
    weights.frombytes(body)
    rows = {name: number for number, name in enumerate(data["features"])}
    return Model(
        tuple(data["labels"]),
        tuple(data["bias"]),
        data["unit"],
        rows,
        tuple(data["idf"]),
        weights,
        data["digest"],
        tuple(data["words"]),
    )


@lru_cache(maxsize=64)
def rank(masked: str) -> tuple[Guess, ...]:
    """All intents for a masked clause, the likeliest first; probabilities add up to 1."""
    trained = model()
    width = len(trained.labels)
    found = [(row, value * trained.unit) for names in features(masked) for row, value in _weighted(names, trained)]
    parts = [part for _, part in found]
    # The columns of the rows that occur: sums and products of whole columns run in C.
    columns = zip(*(trained.weights[row * width : (row + 1) * width] for row, _ in found), strict=True)
    sums = [sum(map(mul, column, parts)) for column in columns] or [0.0] * width
    scores = list(map(add, trained.bias, sums))
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    guesses = map(Guess, trained.labels, [power / total for power in powers])
    return tuple(sorted(guesses, key=lambda guess: -guess.probability))


def _weighted(names: list[str], trained: Model) -> list[tuple[int, float]]:
    """The known features with their tf-idf values, normed to length 1."""
    counts = Counter(row for name in names if (row := trained.rows.get(name)) is not None)
    values = [(row, (1 + math.log(count)) * trained.idf[row]) for row, count in counts.items()]
    length = math.sqrt(sum(value * value for _, value in values)) or 1.0
    return [(row, value / length) for row, value in values]
