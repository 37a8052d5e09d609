"""The linear model weighs whole rows at once, and comes to what plain sums come to."""

import math

import pytest

from tools.linear import FROM_SIGNED, Linear

WEIGHTS = ((127, -128, 0), (-3, 40, 1), (0, 0, -128))
MODEL = Linear(
    ("a", "b", "c"), (0.5, -0.25, 0.0), 0.05, {"one": 0, "two": 1, "three": 2}, (1.0, 2.5, 9.3),
    bytes(weight % 256 for row in WEIGHTS for weight in row).translate(FROM_SIGNED), {},
)  # fmt: skip


def plainly(blocks: tuple[list[str], ...]) -> list[float]:
    """The same in the textbook's way."""
    scores = list(MODEL.bias)
    for names in blocks:
        found = {row: names.count(name) for name, row in MODEL.rows.items() if name in names}
        values = {row: (1 + math.log(count)) * MODEL.idf[row] for row, count in found.items()}
        length = math.hypot(*values.values()) or 1.0
        for row, value in values.items():
            scores = [s + w * MODEL.unit * value / length for s, w in zip(scores, WEIGHTS[row], strict=True)]
    powers = [math.exp(score) for score in scores]
    return [power / sum(powers) for power in powers]


@pytest.mark.parametrize(
    "blocks",
    [
        (["one"], ["two", "two", "three"]),
        (["one", "two", "three"], []),
        (["unknown"], []),
        (["three"] * 5000, ["one", *["two"] * 900]),
    ],
)
def test_rows_weighed_at_once_come_to_the_plain_sums(blocks: tuple[list[str], ...]) -> None:
    assert MODEL.probabilities(blocks) == pytest.approx(plainly(blocks), abs=1e-9)
