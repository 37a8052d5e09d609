"""Answers as Telegram shows them: HTML with its plain text, in messages that are short enough, and keyboards; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from bot.render.units import torn, units
from tools.result import Table
from tools.turn import Answer, Choice

LIMIT = 4096  # UTF-16 units of a message, without its markup
ROW_OF_TWO = 34  # characters of two labels that fit side by side on a phone
LONGEST_LABEL = 60
MOST_DATA = 64  # bytes that may stand behind a button
# "Logged: Stripe …" and "Stripe · cook: applied → rejected": what it is about stands out.
LABELLED = re.compile(r"(?P<head>[A-Z][^:.!?·\n]{1,44}:)(?P<rest> \S.*)", re.S)
MOVED = re.compile(r"(?P<head>[^:\n]{1,120})(?P<rest>: [^:\n]+ → .+)", re.S)


@dataclass(frozen=True)
class Piece:
    """One message: its HTML, and the same as plain text for a server that refuses the HTML."""

    html: str
    plain: str


@dataclass(frozen=True)
class _Line:
    """What is never torn apart: its markup is closed within it."""

    html: str
    plain: str


def pieces(answer: Answer) -> tuple[Piece, ...]:
    """The messages that an answer takes; none for one without words."""
    lines = [
        *_lines(answer.text),
        *(_rows(answer.table) if answer.table else ()),
        *_lines(answer.after),
    ]
    return tuple(_packed(lines))


def keyboard(choices: Sequence[Choice]) -> list[list[Choice]]:
    """Buttons in rows: two short ones side by side, a long one alone; what no button can carry is left out."""
    rows: list[list[Choice]] = []
    for choice in choices:
        if not (choice.url or 0 < len(choice.id.encode()) <= MOST_DATA):
            continue
        shown = choice.model_copy(update={"label": _label(choice.label)})
        if rows and len(rows[-1]) == 1 and len(rows[-1][0].label) + len(shown.label) <= ROW_OF_TWO:
            rows[-1].append(shown)
        else:
            rows.append([shown])
    return rows


def _label(label: str) -> str:
    words = " ".join(label.split()) or "…"
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1].rstrip() + "…"


def _lines(text: str) -> Iterator[_Line]:
    for line in text.strip("\n").split("\n") if text.strip() else ():
        for part in torn(line, LIMIT):
            yield _Line(_marked(part), part)


def _marked(line: str) -> str:
    found = LABELLED.fullmatch(line) or MOVED.fullmatch(line)
    if found is None:
        return escape(line, quote=False)
    return f"<b>{escape(found['head'], quote=False)}</b>{escape(found['rest'], quote=False)}"


def _rows(table: Table) -> Iterator[_Line]:
    """Two lines a row: what it is, in bold and with its number, and below it the rest."""
    for number, name, *rest in table.rows:
        cells = [cell for cell in rest if cell and cell != "–"]
        first, others = cells[:1], cells[1:]
        head = "".join(f" · {cell}" for cell in first)
        below = f"\n    {' · '.join(others)}" if others else ""
        plain = f"{number}. {name}{head}{below}"
        html = f"<b>{escape(f'{number}. {name}', quote=False)}</b>{escape(head + below, quote=False)}"
        if units(plain) > LIMIT:
            yield from _lines(plain)
        else:
            yield _Line(html, plain)


def _packed(lines: Sequence[_Line]) -> Iterator[Piece]:
    """Lines in messages; where one is full it ends at its last blank line, if that is in its second half."""
    hand: list[_Line] = []
    for line in lines:
        while hand and units("\n".join(one.plain for one in (*hand, line))) > LIMIT:
            cut = _blank(hand)
            yield from _piece(hand[:cut])
            hand = hand[cut:]
        hand.append(line)
    yield from _piece(hand)


def _blank(hand: Sequence[_Line]) -> int:
    """After which line a full message ends."""
    for place in range(len(hand) - 1, len(hand) // 2, -1):
        if not hand[place].plain.strip():
            return place
    return len(hand)


def _piece(lines: Sequence[_Line]) -> Iterator[Piece]:
    html, plain = "\n".join(line.html for line in lines), "\n".join(line.plain for line in lines)
    if plain.strip():
        yield Piece(html.strip("\n"), plain.strip("\n"))
