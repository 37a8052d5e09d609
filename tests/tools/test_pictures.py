"""The drawings themselves: every kind, light and dark, of nothing, of one and of very much."""

from __future__ import annotations

import struct
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from tools.pictures.draw import draw, drawing
from tools.pictures.facts import Bar, Funnel, Layer, Lengths, Picture, Shown, Standing, Weeks, Year
from tools.pictures.numbers import brief

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
    "weeks of a million": Weeks(weeks(12, 83_333), 40),
    "as many as have numbers": Weeks(weeks(18, 99), 7),
    "one too many": Weeks(weeks(18, 999), 1000),
    "a million in a week": Weeks(weeks(1, 1_000_000), 1_000_000),
    "standing million": Standing(
        tuple(MONDAY + n * WEEK for n in range(12)),
        tuple(
            Layer(name, (1_000_000,) * 12) for name in ("saved", "applied", "in process", "interview", "offer", "ended")
        ),
    ),
    "lengths of a million": Lengths((Bar("0–3 days", 1_000_000), Bar("still waiting", 280_000, muted=True))),
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


def outside_or_on_another(picture: Picture) -> list[str]:
    """The texts that reach over the edge or lie on another, and marks of an axis that are no whole numbers."""
    canvas = FigureCanvasAgg(drawing(picture))
    canvas.draw()  # type: ignore[no-untyped-call]
    drawer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    texts = [one for one in canvas.figure.findobj(Text) if one.get_visible() and one.get_text().strip()]
    boxes = [(one.get_text(), one.get_window_extent(drawer).padded(-1)) for one in texts]
    wide, high = canvas.get_width_height()
    found = [text for text, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > wide or box.y1 > high]
    found += [f"{text} on {other}" for (text, box), (other, its) in combinations(boxes, 2) if box.overlaps(its)]
    values = [value for axes in canvas.figure.axes for value in axes.get_yticks()]
    return found + [f"{value}" for value in values if value != int(value)]


@pytest.mark.parametrize("name", SHOWN)
def test_all_can_be_read(name: str) -> None:
    for dark in (False, True):
        assert (
            outside_or_on_another(Picture("Time to the first answer", "A line of words " * 7, SHOWN[name], dark)) == []
        )


@pytest.mark.parametrize(
    ("value", "letters", "words"),
    [
        (0, 1, "0"),
        (999, 2, "999"),
        (1234, 5, "1,234"),
        (1234, 4, "1.2k"),
        (83_333, 5, "83.3k"),
        (83_333, 3, "83k"),
        (999_499, 5, "999k"),
        (999_500, 5, "1M"),
        (1_250_000, 5, "1.2M"),
    ],
)
def test_numbers_are_short_and_not_wrong(value: int, letters: int, words: str) -> None:
    assert brief(value, letters) == words


def test_numbers_are_written_as_the_language_does() -> None:
    assert brief(1234, 5, "de") == "1\u202f234" and brief(1234, 4, "fr") == "1,2k"


def test_months_are_named_in_the_language(tmp_path: Path) -> None:
    paths = []
    for language in ("en", "de", "fr"):
        paths.append(tmp_path / f"{language}.png")
        draw(Picture("", "", Weeks(weeks(8, 2)), language=language), paths[-1])
    assert len({path.read_bytes() for path in paths}) == 3
