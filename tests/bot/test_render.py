"""Answers on terminals of every width: nothing too long, nothing torn that fits, nothing that gives orders."""

from __future__ import annotations

import pytest
import wcwidth

from bot.render.flow import Flow
from bot.render.lines import Look, visible, wrapped
from bot.render.terminal import buttons, rest_of, text_of
from tools.result import Table
from tools.turn import Answer, Choice

COLUMNS = ("#", "Company", "Role", "Status", "Applied", "More")
ROWS = (
    ("1", "Stripe", "backend engineer", "interview", "applied Thu 19 Nov", "remote · 140,000–160,000"),
    ("2", "Mercy General", "nurse", "saved", "–", "deadline Mon 30 Nov"),
    ("3", "株式会社メルカリ", "ソフトウェアエンジニア", "applied", "Thu 19 Nov (yesterday)", "東京"),
    ("4", "شركة أرامكو السعودية", "مهندس", "ghosted (ended)", "applied Sun 1 Nov 2025", "★"),
    ("5", "Donaudampfschifffahrtselektrizitätengese", "👩‍🍳 chef 🇩🇪", "applied", "Thu 19 Nov", "#night #local"),
)
ANSWER = Answer(
    text="5 applications:",
    table=Table(columns=COLUMNS, rows=ROWS),
    after="Left out: 3 ended. Say “everything” to see them.",
    choices=(Choice(id="a", label="Show more of these"), Choice(id="b", label="Undo")),
    files=("/home/you/a folder with a long name/applications-2026-11-20.json",),
)
WIDTHS = (20, 40, 41, 60, 71, 72, 73, 80, 100, 120, 160, 200)


def widest(text: str) -> int:
    return max(wcwidth.width(line) for line in text.split("\n"))


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window_and_nothing_is_lost(width: int, colour: bool) -> None:
    drawn = text_of(ANSWER.model_copy(update={"files": ()}), Look(width, colour, plain=False))
    assert widest(drawn) <= width
    bare = "".join(wcwidth.strip_sequences(drawn).split())
    # Cells that go over several lines stand beside others: their first words are enough.
    for word in ("Stripe", "Mercy", "株式", "شركة", "Donau", "👩‍🍳", "Leftout:", "[1]", "[2]Undo", "#local"):
        assert word in bare, word
    assert colour or "\x1b" not in drawn


@pytest.mark.parametrize("width", [72, 80, 120, 200])
def test_a_table_stands_in_columns(width: int) -> None:
    lines = text_of(ANSWER, Look(width, False, plain=False)).split("\n")
    head = lines[1]
    assert head.split() == list(COLUMNS)
    assert lines[3].index("interview") == head.index("Status")


@pytest.mark.parametrize("look", [Look(), Look(120, False, plain=True), Look(60, False, plain=False)])
def test_plain_and_narrow_ones_are_told_as_lines(look: Look) -> None:
    drawn = text_of(ANSWER, look)
    assert "2. Mercy General · nurse · saved · deadline Mon 30 Nov" in drawn and "─" not in drawn


def test_a_column_that_holds_nothing_is_left_out() -> None:
    table = Table(columns=COLUMNS, rows=(("1", "Lidl", "–", "saved", "–", ""),))
    assert text_of(Answer(table=table), Look(80, False, plain=False)).split("\n")[0].split() == [
        "#",
        "Company",
        "Status",
    ]
    assert text_of(Answer(table=Table(columns=("#",), rows=())), Look(80, False, plain=False)) == ""


def test_a_path_is_never_broken() -> None:
    assert ANSWER.files[0] in text_of(ANSWER, Look(40, False, plain=False))


def test_what_gives_orders_to_a_terminal_is_taken_out() -> None:
    nasty = "Li\x1b[2Jdl\x07 \x9b31mred\r\nnext\u202eevil\u2028end\tx\x00"
    assert visible(nasty) == "Li[2Jdl 31mred\nnextevil\nend x"
    table = Table(columns=COLUMNS, rows=(("1", "a\x1b[31mb", "c\nd", "e", "f", "g"),) * 3)
    drawn = text_of(Answer(text=nasty, table=table, choices=(Choice(id="a", label="x\ny\x1b"),)), Look(80))
    assert "\x1b" not in drawn and "[1] x y" in drawn


def test_items_hang_below_their_words() -> None:
    assert wrapped("10. one two three four five", Look(20)) == "10. one two three\n    four five"
    assert wrapped("• one two three four five six", Look(20)) == "• one two three four\n  five six"


def test_a_button_is_not_torn_apart() -> None:
    choices = [Choice(id=str(n), label=f"Button number {n}") for n in range(3)]
    assert buttons(choices, Look(50)) == "[1] Button number 0  [2] Button number 1\n[3] Button number 2"
    assert buttons(choices, Look(), first=9).startswith("[9] Button number 0  [10] Button")
    assert rest_of(Answer(text="told"), Look(50)) == ""


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
@pytest.mark.parametrize("width", [10, 20, 40])
def test_words_that_come_in_pieces_are_broken_like_whole_ones(size: int, width: int) -> None:
    text = "Wayne is nearest.\n\n  It pays 株式会社メルカリ more than Donaudampfschifffahrtsgesellschaft does, " * 2
    flow = Flow(Look(width))
    shown = "".join(flow.take(text[n : n + size]) for n in range(0, len(text), size)) + flow.end()
    assert flow.told == text
    assert "".join(shown.split()) == "".join(text.split())
    assert max(wcwidth.width(line.rstrip()) for line in shown.split("\n")) <= width


def test_a_file_says_how_it_is_opened_where_that_is_known() -> None:
    answer = Answer(text="Here it is.", files=("/data/my chart.png",))
    assert text_of(answer, Look(80, opener="open")).endswith(
        "File: /data/my chart.png\nTo open it: open '/data/my chart.png'"
    )
    assert "To open it" not in text_of(answer, Look(80))
