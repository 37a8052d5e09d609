"""Questions in other people's voices: a table of sentences and the calls that they become; none changes data."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.offline import questions
from tests.agent.offline.asking import CATALOG, Row, asked, expected, meaning, rows

HERE = Path(__file__).parent
TABLES = ("questions_first.tsv", "questions_later.tsv", "questions_apart.tsv", "figures_asked.tsv")
LOOKED_AT = ("questions_first.tsv", "questions_later.tsv", "figures_asked.tsv")
# Of the table that was kept apart, so many must be right: it is there to measure, not to fit.
APART = 0.9
# News and wishes that begin like questions, or stand with words of asking: these are no questions.
NEWS = (
    "what a day, Kestrel offered me the job",
    "which is why I withdrew from Orbit Studios",
    "when they called they said it was a no",
    "so what",
    "all the best",
    "all three rejected me",
    "my interview with Halford is on Friday at 3pm",
    "my offer from Brightwater came through",
    "remote, 50k, via LinkedIn",
    "applied to Lidl, no answer yet",
    "just had my interview at Kestrel",
    "only applied to Tesco today",
    "did my phone screen with Kestrel this morning",
    "had my interview yesterday",
    "have an interview at Orbit on Monday at 10",
    "can you mark Halford as rejected",
    "could you remind me tomorrow to call Imogen",
    "remind me when Kestrel closes",
    "note for Halford: what do they pay?",
    "die von Halford haben abgesagt",
    "me han rechazado en Verde Hoteles",
    "j'ai un entretien chez Kestrel lundi à 10h",
)


def cases(name: str) -> list[Row]:
    return list(rows(HERE / name))


def told(row: Row) -> str:
    return f"{row.before} > {row.said}" if row.before else row.said


@pytest.mark.parametrize("row", [row for name in LOOKED_AT for row in cases(name)], ids=told)
def test_a_question_becomes_its_calls(row: Row) -> None:
    assert meaning(asked(row)) == meaning(expected(row))


def test_questions_kept_apart() -> None:
    wrong = [told(row) for row in cases("questions_apart.tsv") if meaning(asked(row)) != meaning(expected(row))]
    assert len(wrong) <= (1 - APART) * len(cases("questions_apart.tsv")), wrong


@pytest.mark.parametrize("name", TABLES)
def test_a_question_never_changes_data(name: str) -> None:
    writes = [told(row) for row in cases(name) if not all(CATALOG.find(call.name).reads for call in asked(row))]
    assert writes == []


@pytest.mark.parametrize("words", NEWS)
def test_news_are_no_questions(words: str) -> None:
    assert not questions.asks(words)


def test_there_are_enough() -> None:
    assert sum(len(cases(name)) for name in TABLES) >= 250
