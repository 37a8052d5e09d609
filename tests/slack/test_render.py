"""How answers look on Slack: a table of examples, and what holds of every text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.slack import MESSAGE, buttons, escape, pieces
from tests.slack_wire import check_message, text_of
from tools.result import Table
from tools.turn import Answer, Choice

ROWS = (("1", "B&B", "cook", "applied", "Thu 19 Nov", "remote"), ("2", "Lidl", "–", "saved", "–", ""))
EXAMPLES = (
    (Answer(text="Logged: Stripe · cook"), "*Logged:* Stripe · cook"),
    (Answer(text="Stripe · cook: applied → interview"), "*Stripe · cook*: applied → interview"),
    (Answer(text="Taken back: Logged: <!channel>"), "*Taken back:* Logged: <!channel>"),
    (Answer(text="at 10:30 we talk"), "at 10:30 we talk"),
    (Answer(text="see https://x.example/a?b=1&c=2."), "see [https://x.example/a?b=1&c=2]."),
    (Answer(text="**not** _markup_ `here` @here <@U1>"), "**not** _markup_ `here` @here <@U1>"),
    (
        Answer(text="2 applications:", table=Table(columns=("#", "C"), rows=ROWS), after="Left out: 1 ended."),
        "2 applications:\n*1. B&B* · cook\n    applied · Thu 19 Nov · remote\n*2. Lidl* · saved\n"
        "*Left out:* 1 ended.",
    ),
)  # fmt: skip


def seen(block: dict[str, Any]) -> str:
    """A block with its bold text in stars and its links in brackets."""
    parts = [part for section in block["elements"] for part in section["elements"]]
    marked = [f"*{p['text']}*" if p.get("style") else p["text"] if "text" in p else f"[{p['url']}]" for p in parts]
    return "".join(marked)


@pytest.mark.parametrize(("answer", "looks"), EXAMPLES, ids=[example.text for example, _ in EXAMPLES])
def test_examples(answer: Answer, looks: str) -> None:
    (piece,) = pieces(answer)
    assert "".join(map(seen, piece.blocks)) == looks
    assert "".join(map(text_of, piece.blocks)) == piece.plain
    check_message(escape(piece.plain), list(piece.blocks))


COMMANDS = (
    ("/help shows what I understand.", "/jobs help shows what I understand."),
    ("You may want to /export first (/undo).", "You may want to /jobs export first (/jobs undo)."),
    ("Commands: /log /find /help", "Commands: /jobs log · find · help"),
    ("There is no command /findd. “/find remote”", "There is no command /findd. “/jobs find remote”"),
    ("and/or /etc/find https://x.example/find a/find", "and/or /etc/find https://x.example/find a/find"),
)


@pytest.mark.parametrize(("said", "typed_as"), COMMANDS)
def test_commands_are_named_as_slack_takes_them(said: str, typed_as: str) -> None:
    (piece,) = pieces(Answer(text=said, after=said), {"help", "export", "undo", "log", "find"})
    assert piece.plain == f"{typed_as}\n{typed_as}"


def test_nothing_is_no_message() -> None:
    assert pieces(Answer()) == () and pieces(Answer(text=" \n ")) == ()


WORDS = st.text(st.sampled_from("ab &<>\n.:→🙂é·\u200d"), max_size=400)


@given(WORDS, st.integers(1, 60))
def test_every_text_is_split_within_the_limits_and_nothing_is_lost(text: str, times: int) -> None:
    found = pieces(Answer(text=text * times))
    for piece in found:
        check_message(escape(piece.plain), list(piece.blocks))
        assert 0 < len(piece.plain) <= MESSAGE
    assert "".join("".join(p.plain for p in found).split()) == "".join((text * times).split())


def test_rows_are_never_torn_apart_and_blocks_end_at_blank_lines() -> None:
    block = "x" * 700
    first, second = pieces(Answer(text=f"{block}\n{block}\n{block}\n\n{block}\n{block}"))[0].blocks
    assert text_of(first) == f"{block}\n{block}\n{block}" and text_of(second) == f"{block}\n{block}"
    rows = tuple((str(number), "🙂" * 20, "cook", "applied", "today", "far " * 15) for number in range(1, 300))
    found = pieces(Answer(table=Table(columns=("#",), rows=rows)))
    assert len(found) > 2
    for piece in found:
        check_message(escape(piece.plain), list(piece.blocks))


def test_buttons() -> None:
    labels = ["Yes", "No", "x" * 90, "Ünïcode 🙂", " ", *map(str, range(30))]
    rows = buttons([Choice(id=f"id{number}", label=label) for number, label in enumerate(labels)])
    assert [len(row["elements"]) for row in rows] == [5] * 5
    assert len(rows[0]["elements"][2]["text"]["text"]) == 75 and rows[0]["elements"][4]["text"]["text"] == "…"
    check_message("", list(rows))
    assert buttons([Choice(id="", label="empty")]) == ()
