"""The drawings themselves: every kind, light and dark, of nothing, of one and of very much."""

from __future__ import annotations

import struct
from datetime import date, timedelta
from pathlib import Path

import pytest

from tools.pictures.draw import draw
from tools.pictures.facts import Bar, Funnel, Layer, Lengths, Picture, Shown, Standing, Weeks, Year

MONDAY = date(2026, 8, 31)
WEEK = timedelta(days=7)


def weeks(number: int, value: int) -> tuple[tuple[date, int], ...]:
    """So many weeks with the same number in each."""
    return tuple((MONDAY + n * WEEK, value) for n in range(number))


def year(counts: dict[date, int]) -> Year:
    """The year 2026, seen from its November."""
    return Year(date(2026, 1, 1), date(2026, 12, 31), date(2026, 11, 21), counts)


SHOWN: dict[str, Shown] = {
    "funnel": Funnel((Bar("applied", 42, "100 %"), Bar("screening", 12, "29 %"), Bar("accepted", 0, "0 %"))),
    "funnel of one": Funnel((Bar("applied", 1, "100 %"), Bar("screening", 0, "0 %"))),
    "funnel of many": Funnel((Bar("applied", 1_000_000, "100 %"), Bar("screening", 999_999, "100 %"))),
    "nothing reached": Funnel((Bar("applied", 0), Bar("screening", 0))),
    "lengths": Lengths((Bar("0–3 days", 3), Bar("later", 0), Bar("still waiting", 28, muted=True))),
    "weeks": Weeks(weeks(12, 5), 10),
    "one week": Weeks(weeks(1, 1)),
    "a year of weeks": Weeks(weeks(53, 100_000), 10),
    "empty weeks": Weeks(weeks(3, 0), 1000),
    "standing": Standing((MONDAY, MONDAY + WEEK), (Layer("saved", (1, 0)), Layer("applied", (0, 7)))),
    "one day of standing": Standing((MONDAY,), (Layer("ended", (1,)),)),
    "year": year({date(2026, 2, 28): 1, date(2026, 11, 21): 250}),
    "empty year": year({}),
}


@pytest.mark.parametrize("name", SHOWN)
def test_each_is_a_picture_for_a_phone(name: str, tmp_path: Path) -> None:
    sizes = set()
    for dark in (False, True):
        path = tmp_path / f"{dark}.png"
        assert draw(Picture("A title", "A line of words that goes on " * 4, SHOWN[name], dark), path) == ""
        content = path.read_bytes()
        assert content.startswith(b"\x89PNG\r\n")
        sizes.add(struct.unpack(">II", content[16:24]))
    ((wide, high),) = sizes
    # As wide as a phone shows it, and short enough that a chat shows it whole.
    assert wide == 1080 and 300 < high < 2 * wide


def test_months_are_named_in_the_language(tmp_path: Path) -> None:
    paths = []
    for language in ("en", "de", "fr"):
        paths.append(tmp_path / f"{language}.png")
        draw(Picture("", "", Weeks(weeks(8, 2)), language=language), paths[-1])
    assert len({path.read_bytes() for path in paths}) == 3
