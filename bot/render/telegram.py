"""Answers as Telegram shows them: HTML with its plain text, in messages that are short enough, and keyboards; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import wcwidth

from bot.render.marks import bold, calm, rows
from bot.render.units import torn, units
from tools.result import Table
from tools.turn import Answer, Choice

LIMIT = 4096  # UTF-16 units of a message, without its markup
ROW = 34  # cells of labels that fit side by side on a phone, where all buttons of a row are equally wide
MOST_IN_A_ROW = 4
LONGEST_LABEL = 60
MOST_DATA = 64  # bytes that may stand behind a button


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
    """Buttons in rows: short ones side by side, a long one alone; what no button can carry is left out."""
    found: list[list[Choice]] = []
    for choice in choices:
        if not (choice.url or 0 < len(choice.id.encode()) <= MOST_DATA):
            continue
        shown = choice.model_copy(update={"label": _label(choice.label)})
        if found and _fit([*found[-1], shown]):
            found[-1].append(shown)
        else:
            found.append([shown])
    return found


def _fit(row: Sequence[Choice]) -> bool:
    """Whether no label of a row is cut off."""
    return len(row) <= MOST_IN_A_ROW and len(row) * max(wcwidth.width(one.label) for one in row) <= ROW


def _label(label: str) -> str:
    words = " ".join(calm(label).split()) or "…"
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1].rstrip() + "…"


def _lines(text: str) -> Iterator[_Line]:
    for line in calm(text).strip("\n").split("\n") if text.strip() else ():
        for part in torn(line, LIMIT):
            yield _Line(_marked(part), part)


def _marked(line: str, first: int | None = None) -> str:
    """The HTML of a line of which the first characters stand out."""
    end = bold(line) if first is None else first
    head, rest = escape(line[:end], quote=False), escape(line[end:], quote=False)
    return f"<b>{head}</b>{rest}" if head else rest


def _rows(table: Table) -> Iterator[_Line]:
    """Two lines a row: what it is, in bold and with its number, and below it the rest."""
    for row in rows(table):
        plain = f"{row.head}{row.beside}" + (f"\n{row.below}" if row.below else "")
        if units(plain) > LIMIT:
            yield from _lines(plain)
        else:
            yield _Line(_marked(plain, len(row.head)), plain)


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
