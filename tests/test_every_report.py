"""Awkward lists in the record to print: read back by another program, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, get_args
from unicodedata import category, normalize

import pypdfium2
import pytest
from fpdf import FPDF
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from storage.filters import Filter
from tests.awkward import LISTS, brought, made, made_here
from tests.house import NOON, House
from tools import handing
from tools.handouts import letters, pdf_file
from tools.handouts.order import Language, Order
from tools.handouts.wording import day_of

LANGUAGES = ("english", "german", "french")
POINT = 72 / 25.4  # of a millimetre
Box = tuple[float, float, float, float]


def pages(path: Path) -> list[str]:
    """The text of each page; every text stands inside the margins, and none on another."""
    with pypdfium2.PdfDocument(path) as report:
        return [_read(page) for page in report]


def _read(page: Any) -> str:
    found: Sequence[Box] = [one.get_bounds() for one in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT])]
    wide, high = page.get_size()
    edge = (pdf_file.MARGIN - 1) * POINT
    for left, low, right, top in found:
        assert left > edge and right < wide - edge and low > edge / 2 and top < high - edge
    for one, other in combinations(found, 2):
        apart = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
        assert min(apart) < 1.5, "a text lies on another"
    assert sum(page.render(scale=0.5, grayscale=True).to_numpy().ravel() < 128) > 50, "an empty page"
    text: str = page.get_textpage().get_text_range()
    return text


def pictograph(letter: str) -> bool:
    """Whether it is a picture, or a mark that changes one."""
    return category(letter) in ("So", "Sk", "Cf", "Mn", "Me") and not letter.isalpha()


def squeezed(text: str) -> str:
    """The text without its breaks."""
    return "".join(text.split())


@pytest.mark.parametrize("name", [name for name in LISTS if name != "far scripts"])
def test_a_record_holds_what_was_sent(sqlite_house: House, tmp_path: Path, name: str) -> None:
    brought(sqlite_house, tmp_path, LISTS[name])
    made_here(sqlite_house)
    heard = sqlite_house.say("/export pdf")
    (path,) = heard.files
    read = pages(path)
    assert len(read) == 1 and "Place, date, signature" in read[0] and "□" not in read[0] + heard.text
    text = normalize("NFKC", squeezed(read[0]))
    for company, title, _ in LISTS[name]:
        # What is longer than four lines of a cell is cut; of pictographs nothing is left, of formulas everything.
        for word in " ".join((company[:40], title[:40])).split():
            drawn = "".join(c for c in normalize("NFKC", word) if not pictograph(c))
            assert drawn in text, word
    assert ("No application was sent" in read[0]) == (name == "nothing")


def test_a_record_is_as_long_in_each_language(sqlite_house: House, tmp_path: Path) -> None:
    brought(sqlite_house, tmp_path, [(f"Firm {n}", "Cook", "rejected") for n in range(30)])
    made_here(sqlite_house)
    sqlite_house.say("my name is Zoë Müller")
    read = [pages(made(sqlite_house, f"/export pdf, language={one}")) for one in LANGUAGES]
    assert [len(one) for one in read] == [2, 2, 2]
    for one, day, words in zip(
        read, ("2 Nov 2026", "02.11.2026", "02/11/2026"), ("Page 2 of 2", "Seite 2 von 2", "Page 2 sur 2"), strict=True
    ):
        assert sum(page.count(day) for page in one) == 30, "a day never breaks"
        assert words in one[1] and "Zoë Müller" in one[0] and "Zoë Müller" in one[1]


@pytest.mark.parametrize("language", get_args(Language))
def test_no_day_breaks_in_its_column(language: Language) -> None:
    report = pdf_file.Report(Order(1, "UTC", NOON, Filter(), language=language))
    report.set_font(letters.FAMILY, "", pdf_file.TEXT)
    for month in range(1, 13):
        day = day_of(date(2026, month, 28), language)
        assert report._wrapped(day, report.widths[0]) == [day]


def test_a_letter_that_no_font_has_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = letters._always()
    monkeypatch.setattr(letters, "_installed", lambda: iter([folder / "cmr10.ttf", folder / "STIXGeneral.ttf"]))
    found = letters.Letters(FPDF())
    assert found.fitted("\U00012000 Bakery") == "□ Bakery" and found.lacking
    assert found.fitted("ᶁirm") == "ᶁirm"
    assert found.fitted("＝Ｗide") == "=Wide"
    assert found.fitted("🎉🎉") == "□□", "a name of pictographs alone is not left out"
    assert found.fitted("🎉 Party 1\u20e3") == "Party 1"


@pytest.mark.skipif(not any("CJK" in str(path) for path in letters._installed()), reason="no such font here")
def test_far_scripts(sqlite_house: House, tmp_path: Path) -> None:
    brought(sqlite_house, tmp_path, [("\U00012000 Bakery", "Baker", "applied"), *LISTS["far scripts"]])
    made_here(sqlite_house)
    (text,) = pages(made(sqlite_house, "/export pdf"))
    assert text.count("□") == 1 and all(company in text and title in text for company, title, _ in LISTS["far scripts"])


def test_more_than_can_be_printed(sqlite_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(sqlite_house, tmp_path, LISTS["all rejected"])
    monkeypatch.setattr(handing, "MOST_PRINTED", 3)
    heard = sqlite_house.say("/export pdf")
    assert not heard.files and heard.text == (
        "A record to print holds at most 3 applications; these are 12. Say a shorter period, or xlsx."
    )
