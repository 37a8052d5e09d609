"""Answers as Slack shows them: blocks whose text nothing interprets, with the same as plain text, and buttons; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.render.marks import bold, calm, rows
from bot.render.units import reach, torn, units
from tools.result import Table
from tools.turn import Answer, Choice

Block = dict[str, Any]
BLOCK = 3_000  # characters of one block
MESSAGE = 12_000  # characters of all blocks of a message
MOST_BLOCKS = 50
IN_A_ROW = 5
MOST_BUTTONS = 25
LONGEST_LABEL = 75
LONGEST_VALUE = 2_000
PRESS, FORM = "press:", "form:"
OPEN = "open:"  # the browser does, and we need not be told
SLASHES = re.compile(r"(?<![\w/.:&=?#~-])/[a-z_]+(?: /[a-z_]+)*(?![\w/])")
LINK = re.compile(r"https?://[^\s<>|\"“”]+[^\s<>|\"“”.,;:!?)\]]")


@dataclass(frozen=True)
class Piece:
    """One message: its blocks, and the same as plain text for notifications and where the blocks are refused."""

    blocks: tuple[Block, ...]
    plain: str


@dataclass(frozen=True)
class _Line:
    """A line; its first `bold` characters stand out."""

    text: str
    bold: int = 0


def pieces(answer: Answer, commands: Collection[str] = ()) -> tuple[Piece, ...]:
    """The messages that an answer takes; none for one without words. Commands are named as they are typed here."""
    text, after = (typed(part, commands) for part in (answer.text, answer.after))
    lines = [*_lines(text), *(_rows(answer.table) if answer.table else ()), *_lines(after)]
    messages: list[list[list[_Line]]] = []
    size = 0
    for chunk in _packed(lines):
        length = sum(units(line.text) + 1 for line in chunk)
        if not messages or size + length > MESSAGE:
            messages.append([])
            size = 0
        messages[-1].append(chunk)
        size += length
    return tuple(Piece(tuple(map(rich, chunks)), _plain(chunks)) for chunks in messages)


def typed(text: str, commands: Collection[str]) -> str:
    """The words with "/jobs find" for "/find": Slack keeps what begins with another slash for itself."""

    def ours(found: re.Match[str]) -> str:
        names = found[0].removeprefix("/").split(" /")
        return f"/jobs {' · '.join(names)}" if commands and set(names) <= set(commands) else found[0]

    return SLASHES.sub(ours, text)


def escape(text: str) -> str:
    """Words for a place where Slack reads marks: no mention, no link and no channel can come of them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def buttons(choices: Sequence[Choice]) -> tuple[Block, ...]:
    """Buttons in rows of five; what no button can carry is left out."""
    shown = [one for one in choices if one.url or (one.id and len(one.id) <= LONGEST_VALUE)][:MOST_BUTTONS]
    fives = [shown[start : start + IN_A_ROW] for start in range(0, len(shown), IN_A_ROW)]
    return tuple(
        {"type": "actions", "elements": [_drawn(one, place) for place, one in enumerate(row)]} for row in fives
    )


def _drawn(choice: Choice, place: int) -> Block:
    """A button that is pressed, or one that opens a page or a form."""
    if choice.url:
        return {**button(f"{OPEN}{place}", choice.label), "url": choice.url}
    if choice.id.startswith(FORM):
        return button(choice.id, choice.label)
    return button(f"{PRESS}{choice.id}"[:255], choice.label, choice.id)


def offered(answer: Answer) -> tuple[Choice, ...]:
    """The buttons of an answer, and beside a receipt of one application that which opens its form."""
    if answer.about is None:
        return answer.choices
    return (*answer.choices, Choice(id=f"{FORM}edit:{answer.about}", label="Edit"))


def button(action: str, label: str, value: str = "-") -> Block:
    """One button; its label is plain text, in which Slack reads no marks."""
    return {"type": "button", "action_id": action, "text": words(label, LONGEST_LABEL), "value": value}


def words(text: str, longest: int) -> Block:
    """A short plain text, in which Slack reads no marks."""
    line = " ".join(calm(text).split()) or "…"
    shown = line if units(line) <= longest else line[: reach(line, longest - 1)].rstrip() + "…"
    return {"type": "plain_text", "text": shown, "emoji": False}


def rich(lines: Sequence[_Line]) -> Block:
    """A block of text that is shown as it is: only what we say is bold, and a link shows its whole address."""
    elements: list[Block] = []
    for number, line in enumerate(lines):
        elements += _text("\n" if number else "") + _text(line.text[: line.bold], bold=True) + _linked(line)
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements or _text(" ")}]}


def plain_block(text: str) -> Block:
    """The first three thousand characters of a text as a block."""
    shown = calm(text)
    return rich([_Line(part) for part in shown[: reach(shown, BLOCK)].split("\n")])


def _linked(line: _Line) -> list[Block]:
    rest, found, end = line.text[line.bold :], [], 0
    for match in LINK.finditer(rest):
        found += [*_text(rest[end : match.start()]), {"type": "link", "url": match.group()}]
        end = match.end()
    return [*found, *_text(rest[end:])]


def _text(text: str, *, bold: bool = False) -> list[Block]:
    if not text:
        return []
    return [{"type": "text", "text": text, **({"style": {"bold": True}} if bold else {})}]


def _plain(chunks: Sequence[Sequence[_Line]]) -> str:
    return "\n".join(line.text for chunk in chunks for line in chunk).strip("\n")


def _lines(text: str) -> Iterator[_Line]:
    for line in calm(text).strip("\n").split("\n") if text.strip() else ():
        for part in torn(line, BLOCK):
            yield _Line(part, bold(part))


def _rows(table: Table) -> Iterator[_Line]:
    """Two lines a row: what it is, with its number and in bold, and below it the rest."""
    for row in rows(table):
        if units(row.head) > BLOCK:
            yield from _lines(row.head + row.beside)
        else:
            yield from _bold_first(row.head, row.beside)
        if row.below:
            yield from map(_Line, torn(row.below, BLOCK))


def _bold_first(head: str, rest: str) -> Iterator[_Line]:
    first, *others = torn(head + rest, BLOCK)
    yield _Line(first, min(len(head), len(first)))
    yield from map(_Line, others)


def _packed(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines in blocks; where one is full it ends at its last blank line, if that is in its second half."""
    hand: list[_Line] = []
    for line in lines:
        while hand and sum(units(one.text) + 1 for one in (*hand, line)) > BLOCK + 1:
            cut = _blank(hand)
            yield hand[:cut]
            hand = hand[cut + 1 :] if cut < len(hand) and not hand[cut].text.strip() else hand[cut:]
        hand.append(line)
    if any(line.text.strip() for line in hand):
        yield hand


def _blank(hand: Sequence[_Line]) -> int:
    """After which line a full block ends."""
    for place in range(len(hand) - 1, len(hand) // 2, -1):
        if not hand[place].text.strip():
            return place
    return len(hand)
