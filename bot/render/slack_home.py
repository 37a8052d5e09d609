"""The board of a job search as App Home of Slack shows it; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.render.slack import Block, button, plain_block, words

LOG = "form:log"
NOTHING = "Nothing is noted yet. Press the button, or write me what you applied to: “applied to Stripe yesterday”."
SOON = ("interview", "offer", "assessment", "screening", "applied", "saved")


@dataclass(frozen=True)
class Row:
    """An application on the board: its number, what it is called, and where it stands."""

    number: int
    name: str
    status: str


@dataclass(frozen=True)
class Board:
    """A person's job search: how many stand where, interviews, what waits, the latest, figures, and whose times."""

    counts: tuple[tuple[str, int], ...] = ()
    interviews: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    latest: tuple[Row, ...] = ()
    figures: tuple[str, ...] = ()
    zone: str = ""


def view(board: Board) -> Block:
    """The view that is published."""
    top = [_header("Your job search"), _actions([button(LOG, "Log an application"), *_asks()])]
    if not board.counts:
        return {"type": "home", "blocks": [*top, plain_block(NOTHING)]}
    blocks = [
        *top, *_pipeline(board.counts),
        *(_list("Figures", board.figures, "") if board.figures else []),
        *_list("Next interviews", board.interviews, "No interview is set."),
        *_list("Waits for you", board.waiting, "Nothing in the next seven days."), *_rows(board.latest),
        *([plain_block(f"Times are those of {board.zone}.")] if board.zone else []),
    ]  # fmt: skip
    return {"type": "home", "blocks": blocks}


def _asks() -> list[Block]:
    asked = (("All applications", "/find"), ("What comes next", "/agenda"), ("How it is going", "/stats"))
    return [button(f"say:{words_}", label, words_) for label, words_ in asked]


def _pipeline(counts: Sequence[tuple[str, int]]) -> list[Block]:
    line = " · ".join(f"{status} {number:,}" for status, number in counts)
    open_ = [status for status, _ in counts if status in SOON]
    shown = [button(f"say:status={status}", f"Show: {status}", f"/find status={status}") for status in open_[:5]]
    return [_header("Pipeline"), plain_block(line), *([_actions(shown)] if shown else [])]


def _list(title: str, lines: Sequence[str], nothing: str) -> list[Block]:
    return [_header(title), plain_block("\n".join(f"• {line}" for line in lines) or nothing)]


def _rows(rows: Sequence[Row]) -> list[Block]:
    """Each of the latest applications with its buttons."""
    blocks = [_header("Latest")] if rows else []
    for row in rows:
        who = f"#{row.number}"
        blocks.append(plain_block(f"{row.name} · {row.status}"))
        shown = [button(f"say:show{who}", "Open", f"/show {who}"), button(f"form:edit:{row.number}", "Edit")]
        blocks.append(_actions(shown))
    return blocks


def _header(text: str) -> Block:
    return {"type": "header", "text": words(text, 150)}


def _actions(elements: Sequence[Block]) -> Block:
    return {"type": "actions", "elements": list(elements)}
