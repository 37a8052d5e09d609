"""What stands out in a line, and lines that foreign letters or hidden orders would turn around."""

from __future__ import annotations

import pytest

from bot.render import slack, telegram
from bot.render.marks import LEFT_TO_RIGHT, bold, calm, rows
from tools.result import Table
from tools.turn import Answer

ARABIC = "شركة المثال"
LINES = (
    ("Logged: Stripe · cook", 7),
    ("Stripe · cook: applied → interview", 13),
    (f"{LEFT_TO_RIGHT}{ARABIC}: applied → rejected", 12),
    ("at 10:30 we talk", 0),
    ("see https://x.example", 0),
)
CALM = (
    (f"Logged: {ARABIC} · applied", f"Logged: {ARABIC} · applied"),
    (f"{ARABIC}: applied → rejected", f"{LEFT_TO_RIGHT}{ARABIC}: applied → rejected"),
    (f"7. {ARABIC}: applied, last news 7 days ago", f"{LEFT_TO_RIGHT}7. {ARABIC}: applied, last news 7 days ago"),
    (f"two\n{ARABIC} x", f"two\n{LEFT_TO_RIGHT}{ARABIC} x"),
    ("مرحبا", "مرحبا"),
    ("\u202emoc.live\u202c and \u2066more\u2069\x07\x1b[31m", "moc.live and more[31m"),
    ("👩\u200d💻 株式会社", "👩\u200d💻 株式会社"),
    ("a\r\nb\u2028c", "a\nb\nc"),
)


@pytest.mark.parametrize(("line", "first"), LINES)
def test_what_stands_out(line: str, first: int) -> None:
    assert bold(line) == first


@pytest.mark.parametrize(("text", "shown"), CALM)
def test_lines_begin_at_the_left_and_nothing_turns_them(text: str, shown: str) -> None:
    assert calm(text) == shown
    assert [piece.plain for piece in telegram.pieces(Answer(text=text))] == [shown]
    assert [piece.plain for piece in slack.pieces(Answer(text=text))] == [shown]


def test_rows_of_a_table() -> None:
    table = Table(columns=("#",), rows=(("1", ARABIC, "cook\u202e", "–", "", "applied"), ("2", "Lidl")))
    first, second = rows(table)
    assert (first.head, first.beside, first.below) == (f"{LEFT_TO_RIGHT}1. {ARABIC}", " · cook", "    applied")
    assert (second.head, second.beside, second.below) == ("2. Lidl", "", "")
