"""A linear model over tf-idf features with shipped weights, read without scikit-learn; labels are only names to it."""

from __future__ import annotations

import gzip
import json
import math
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

LANE = 8  # bytes that each label's sum has in one long number
ONE = 1 << 40  # what 1.0 is there: the sums of thousands of features fit, and are exact to a millionth of a millionth
ZERO = 128  # what a weight of 0 is as a byte
FROM_SIGNED = bytes((byte + ZERO) % 256 for byte in range(256))


@dataclass(frozen=True)
class Linear:
    """A multinomial logistic regression over tf-idf features (scikit-learn's definitions, smooth idf, sublinear tf).

    `weights` is a matrix of one row for each feature and one byte for each label, in units of `unit` from ZERO on;
    `head` is all that was kept beside them.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    unit: float
    rows: dict[str, int]
    idf: tuple[float, ...]
    weights: bytes
    head: dict[str, Any]

    def probabilities(self, blocks: Sequence[Sequence[str]]) -> list[float]:
        """How likely each label is; they add up to 1. Each block of features is normed to length 1 by itself."""
        width = len(self.labels)
        together = values = 0
        # All labels of a feature are weighted by one product of long numbers, which runs in C.
        for names in blocks:
            weighted, length = self._weighted(names)
            for row, value in weighted:
                whole = int(value / length * ONE)
                together += self._lanes(row) * whole
                values += whole
        sums = array("Q", together.to_bytes(width * LANE, sys.byteorder))
        step, nothing = self.unit / ONE, values * ZERO
        scores = [bias + (one - nothing) * step for bias, one in zip(self.bias, sums, strict=True)]
        top = max(scores)
        powers = [math.exp(score - top) for score in scores]
        total = sum(powers)
        return [power / total for power in powers]

    def _weighted(self, names: Sequence[str]) -> tuple[list[tuple[int, float]], float]:
        """The known features with their tf-idf values, and the length that these have together."""
        counts = Counter([row for row in map(self.rows.get, names) if row is not None])
        idf = self.idf
        values = [(row, idf[row] if n == 1 else (1 + math.log(n)) * idf[row]) for row, n in counts.items()]
        return values, math.sqrt(sum([value * value for _, value in values])) or 1.0

    @cached_property
    def _lanes(self) -> Callable[[int], int]:
        """What gives a row as one long number that has each of its bytes in a lane of its own."""
        width = len(self.labels)

        @lru_cache(maxsize=4096)
        def lanes(row: int) -> int:
            wide = bytearray(width * LANE)
            first = 0 if sys.byteorder == "little" else LANE - 1
            wide[first::LANE] = self.weights[row * width : (row + 1) * width]
            return int.from_bytes(wide, sys.byteorder)

        return lanes


def shipped(package: str, name: str) -> Linear:
    """The trained weights in a file of a package, as `linear_fit.packed` wrote them."""
    with (files(package) / name).open("rb") as raw:
        line, _, body = gzip.decompress(raw.read()).partition(b"\0")
    head = json.loads(line)
    rows = {feature: number for number, feature in enumerate(head.pop("features"))}
    idf = tuple(head.pop("idf"))
    weights = body.translate(FROM_SIGNED)
    return Linear(tuple(head.pop("labels")), tuple(head.pop("bias")), head.pop("unit"), rows, idf, weights, head)
