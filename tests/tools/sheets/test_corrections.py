"""What counts as a correction of a table's reading, and what is news all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tools.sheets import corrections
from tools.sheets.columns import guess
from tools.sheets.plan import Plan
from tools.sheets.reading import Table
from tools.sheets.rows import Row

HEADERS = ("Firma", "Was", "When", "Stand", "Misc")


class Nothing:
    """A sheet without rows."""

    name = "Two"
    remarks = ()

    def rows(self) -> Iterator[Row]:
        """None."""
        return iter(())


def plan(words: str) -> Plan:
    """What comes of words, from a plan that says nothing."""
    table = Table(Nothing(), ("One", "Two"), 1, HEADERS, guess(HEADERS, [("a", "b", "c", "d", "e")]), ())
    return corrections.applied(words, Plan("x" * 16), table)


@pytest.mark.parametrize(
    ("words", "place", "field"),
    [
        ("Column 'Firma' is the company", 0, "company"), ("column “Was” is the role", 1, "title"),
        ("Was is the job title", 1, "title"), ("“When” is the date", 2, "applied_on"),
        ("column C is the day applied", 2, "applied_on"),
        ("Misc = tags", 4, "tags"), ("Misc=link", 4, "url"), ("the company is column Was", 1, "company"),
        ("the company is in column B.", 1, "company"), ("Spalte Was ist die Firma", 1, "company"),
        ("la columna Was es la empresa", 1, "company"), ("la colonne Was est l'entreprise", 1, "company"),
        ("ignore column Misc", 4, "nothing"), ("leave out the Misc column", 4, "nothing"),
        ("column Msic is a note", 4, "note"),
        ("column 2 is the role", 1, "title"),
    ],
)  # fmt: skip
def test_columns(words: str, place: int, field: str) -> None:
    assert corrections.is_one(words)
    assert plan(words).columns == {place: field}


def test_days_words_and_sheets() -> None:
    assert plan("day first").dates == plan("dd.mm.yyyy").dates == "day"
    assert plan("month first").dates == plan("MM/DD").dates == "month"
    assert plan("“Runde X” means interview").words == {"runde x": "interview"}
    assert plan("use sheet Two").sheet == plan("sheet 2").sheet == 2


@pytest.mark.parametrize(
    "words",
    [
        "Stripe rejected me", "applied to Column Five as a cook", "what's open?", "Stripe is the best", "yes", "no",
        "interview at Acme on Friday at 3", "Acme is rejected", "the interview is on Friday",
        "note: the company is nice",
        "ignore that", "skip it", "I have an interview", "x" * 500, "", "the offer is 50k",
    ],
)  # fmt: skip
def test_news_is_none(words: str) -> None:
    assert not corrections.is_one(words)
