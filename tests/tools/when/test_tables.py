"""The tables of phrases: each is read as it says, and none is silently wrong."""

import pytest

from tests.tools.when.tables import Row, rows

TABLES = ("english.tsv", "others.tsv", "heldout.tsv", "later.tsv")
ALL = [row for table in TABLES for row in rows(table)]


@pytest.mark.parametrize("row", ALL, ids=lambda row: f"{row.words}-{row.direction}")
def test_phrase(row: Row) -> None:
    assert row.read() == row.meaning


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_right_in_57_of_60_and_never_silently_wrong(table: str) -> None:
    table_rows = rows(table)
    assert len(table_rows) >= 60
    assert sum(row.right for row in table_rows) >= len(table_rows) * 57 / 60
    assert [row.words for row in table_rows if row.silently_wrong] == []


def test_the_tables_know_other_languages_and_refusals() -> None:
    assert sum(row.meaning == "?" for row in ALL) >= 30
    assert {str(row.now.tzinfo) for row in ALL} >= {
        "America/New_York",
        "Europe/Berlin",
        "Europe/Madrid",
        "Europe/Paris",
    }


@pytest.mark.parametrize("row", ALL[:80], ids=lambda row: row.words)
def test_case_and_outer_marks_change_nothing(row: Row) -> None:
    """Except a lone "AM" or a zone in capitals, no word is told by its case."""
    for words in (row.words.upper(), f"{row.words}.", f"  {row.words} !"):
        other = Row(row.call, row.direction, row.now, words, row.meaning)
        assert other.read() == row.meaning, words
