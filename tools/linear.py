"""A linear model over tf-idf features with shipped weights, read without scikit-learn; labels are only names to it."""

from __future__ import annotations

import gzip
import json
import math
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from operator import add, mul
from typing import Any


@dataclass(frozen=True)
class Linear:
    """A multinomial logistic regression over tf-idf features (scikit-learn's definitions, smooth idf, sublinear tf).

    `weights` is a matrix of one row for each feature and one column for each label, in units of `unit`; `head` is all
    that was kept beside them.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    unit: float
    rows: dict[str, int]
    idf: tuple[float, ...]
    weights: array[int]
    head: dict[str, Any]

    def probabilities(self, blocks: Sequence[Sequence[str]]) -> list[float]:
        """How likely each label is; they add up to 1. Each block of features is normed to length 1 by itself."""
        width = len(self.labels)
        found = [(row, value * self.unit) for names in blocks for row, value in self._weighted(names)]
        parts = [part for _, part in found]
        # The columns of the rows that occur: sums and products of whole columns run in C.
        columns = zip(*(self.weights[row * width : (row + 1) * width] for row, _ in found), strict=True)
        sums = [sum(map(mul, column, parts)) for column in columns] or [0.0] * width
        scores = list(map(add, self.bias, sums))
        top = max(scores)
        powers = [math.exp(score - top) for score in scores]
        total = sum(powers)
        return [power / total for power in powers]

    def _weighted(self, names: Sequence[str]) -> list[tuple[int, float]]:
        """The known features with their tf-idf values, normed to length 1."""
        counts = Counter(row for name in names if (row := self.rows.get(name)) is not None)
        values = [(row, (1 + math.log(count)) * self.idf[row]) for row, count in counts.items()]
        length = math.sqrt(sum(value * value for _, value in values)) or 1.0
        return [(row, value / length) for row, value in values]


def shipped(package: str, name: str) -> Linear:
    """The trained weights in a file of a package, as `linear_fit.packed` wrote them."""
    with (files(package) / name).open("rb") as raw:
        line, _, body = gzip.decompress(raw.read()).partition(b"\0")
    head = json.loads(line)
    weights = array("b")
    weights.frombytes(body)
    rows = {feature: number for number, feature in enumerate(head.pop("features"))}
    idf = tuple(head.pop("idf"))
    return Linear(tuple(head.pop("labels")), tuple(head.pop("bias")), head.pop("unit"), rows, idf, weights, head)
