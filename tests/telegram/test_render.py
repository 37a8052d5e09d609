"""How answers look on Telegram: a table of examples, and what holds of every text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.telegram import LIMIT, keyboard, pieces
from bot.render.units import units
from tests.telegram_wire import plain_of
from tools.result import Table
from tools.turn import Answer, Choice

ROWS = (("1", "B&B", "cook", "applied", "Thu 19 Nov", "remote"), ("2", "Lidl", "–", "saved", "–", ""))
EXAMPLES = (
    (Answer(text="Logged: Stripe · cook"), "<b>Logged:</b> Stripe · cook"),
    (Answer(text="Stripe · cook: applied → interview"), "<b>Stripe · cook</b>: applied → interview"),
    (Answer(text="Taken back: Logged: <Stripe>"), "<b>Taken back:</b> Logged: &lt;Stripe&gt;"),
    (Answer(text="at 10:30 we talk"), "at 10:30 we talk"),
    (Answer(text="see https://x.example/a?b=1&c=2"), "see https://x.example/a?b=1&amp;c=2"),
    (Answer(text="**not** _markup_ `here` [x](y)"), "**not** _markup_ `here` [x](y)"),
    (
        Answer(text="2 applications:", table=Table(columns=("#", "C"), rows=ROWS), after="Left out: 1 ended."),
        "2 applications:\n<b>1. B&amp;B</b> · cook\n    applied · Thu 19 Nov · remote\n<b>2. Lidl</b> · saved\n"
        "<b>Left out:</b> 1 ended.",
    ),
)


@pytest.mark.parametrize(("answer", "html"), EXAMPLES, ids=[example.text for example, _ in EXAMPLES])
def test_examples(answer: Answer, html: str) -> None:
    (piece,) = pieces(answer)
    assert piece.html == html and plain_of(piece.html) == piece.plain


def test_nothing_is_no_message() -> None:
    assert pieces(Answer()) == () and pieces(Answer(text=" \n ")) == ()


WORDS = st.text(st.sampled_from("ab &<>\n.:→🙂é·\u200d"), max_size=400)


@given(WORDS, st.integers(1, 40))
def test_every_text_is_split_within_the_limit_and_nothing_is_lost(text: str, times: int) -> None:
    found = pieces(Answer(text=text * times))
    assert all(0 < units(piece.plain) <= LIMIT and plain_of(piece.html) == piece.plain for piece in found)
    assert "".join("".join(p.plain for p in found).split()) == "".join((text * times).split())


def test_a_message_ends_at_a_blank_line_and_never_within_a_row() -> None:
    block = "x" * 1000
    first, second = pieces(Answer(text=f"{block}\n{block}\n{block}\n\n{block}\n{block}"))
    assert first.plain == f"{block}\n{block}\n{block}" and second.plain == f"{block}\n{block}"
    rows = tuple((str(number), "🙂" * 20, "cook", "applied", "today", "far " * 15) for number in range(1, 80))
    found = pieces(Answer(table=Table(columns=("#",), rows=rows)))
    assert len(found) > 2 and all(piece.html.startswith("<b>") for piece in found)


def test_keyboards() -> None:
    labels = ("Yes", "No", "Set the interview: Tuesday 3 pm", "x" * 90, "Ünïcode 🙂")
    choices = [Choice(id=f"id{number}", label=label) for number, label in enumerate(labels)]
    rows = keyboard([*choices, Choice(id="ä" * 33, label="too long"), Choice(id="", label="empty")])
    assert [[one.id for one in row] for row in rows] == [["id0", "id1"], ["id2"], ["id3"], ["id4"]]
    assert rows[2][0].label.endswith("…") and len(rows[2][0].label) == 60


# All buttons of a row are equally wide, so the longest label says how many stand side by side.
KEYBOARDS = (
    (
        "Done|1 day|3 days|1 week|Draft a message|Heard back|Mute",
        "Done|1 day|3 days|1 week / Draft a message|Heard back / Mute",
    ),
    ("Los Angeles|Denver|Chicago|New York|London", "Los Angeles|Denver|Chicago / New York|London"),
    ("Yes|No|A|B|C", "Yes|No|A|B / C"),
    ("Apply|Another application…|No", "Apply / Another application… / No"),
    ("株式会社サンプル|株式会社", "株式会社サンプル|株式会社"),
    ("株式会社サンプル本社|No", "株式会社サンプル本社 / No"),
    ("a\nb|\u202edcba\x07", "a b|dcba"),
)


@pytest.mark.parametrize(("labels", "rows"), KEYBOARDS)
def test_as_many_buttons_in_a_row_as_fit_a_phone(labels: str, rows: str) -> None:
    found = keyboard([Choice(id=str(number), label=label) for number, label in enumerate(labels.split("|"))])
    assert " / ".join("|".join(one.label for one in row) for row in found) == rows
