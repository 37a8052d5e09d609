"""From the results of a turn to what is said: one receipt and Undo, cards with their buttons, and the new focus."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import actions
from tools.focus import Focus
from tools.result import Asking, Button, Call, Proposed, Receipt, Refused
from tools.turn import Answer, Choice, Done, Turn

KEPT_REFS = 100


def kept(reply: Any) -> tuple[Answer, ...]:
    """The answers as they were kept with an event."""
    return tuple(Answer.model_validate(answer) for answer in reply or [])


def plain(done: Sequence[Done]) -> tuple[Answer, ...]:
    """The results' words alone, without buttons."""
    return tuple(Answer(text=d.result.reply().text, files=d.result.reply().files) for d in done)


def compose(db: Connection, turn: Turn, done: Sequence[Done], step: int | None) -> tuple[Answer, ...]:
    """The answers of a turn; the questions of earlier turns wait no longer.

    All changes of the turn are one receipt with one Undo; what is a list, a card or a question stands by itself.
    """
    answers: list[Answer] = []
    if turn.conversation_id is not None:
        actions.retire(db, turn.user_id, turn.conversation_id)
    receipts = [d for d in done if _plain_receipt(d)]
    if receipts:
        buttons = (Button(label="Undo", calls=(Call(name="undo", args={"step": step}),)),) if step else ()
        text = "\n".join(d.result.reply().text for d in receipts)
        answers.append(Answer(text=text, choices=_offer(db, turn, buttons, actions.RECEIPT)))
    for d in done:
        if d in receipts:
            continue
        reply = d.result.reply()
        undo = (Button(label="Undo", calls=(Call(name="undo", args={"step": step}),)),) if d.changed and step else ()
        kind = actions.QUESTION if _asks(d) else actions.RECEIPT
        choices = _offer(db, turn, (*reply.buttons, *(() if receipts else undo)), kind)
        after = getattr(d.result, "after", "")
        answers.append(Answer(text=reply.text, table=reply.table, after=after, choices=choices, files=reply.files))
    return tuple(answers)


def _plain_receipt(done: Done) -> bool:
    return isinstance(done.result, Receipt) and not done.result.buttons and not done.result.files


def _asks(done: Done) -> bool:
    """Whether a result is a question, whose buttons may be named in words."""
    return isinstance(done.result, Proposed | Refused | Asking)


def _offer(db: Connection, turn: Turn, buttons: Sequence[Button], kind: str) -> tuple[Choice, ...]:
    """Keep the calls behind buttons as rows; all of one card go stale together when one that changes is pressed."""
    if not buttons:
        return ()
    rows = [
        actions.NewAction(b.label, [_dated(c, turn.at).model_dump(mode="json") for c in b.calls], not b.keep)
        for b in buttons
    ]
    offered = actions.offer(db, turn.user_id, rows, turn.at, conversation_id=turn.conversation_id, kind=kind)
    return tuple(Choice(id=a.id, label=a.label) for a in offered)


def _dated(call: Call, at: datetime) -> Call:
    """The call with the instant of its words, so that "tomorrow" means the same when the button is pressed."""
    return call if call.said_at else call.model_copy(update={"said_at": at})


def refocused(focus: Focus, done: Sequence[Done], step: int | None, made: tuple[Call, ...], at: datetime) -> Focus:
    """What the conversation is about after these results; what they do not touch stays."""
    changes: dict[str, object] = {"wanted": None, "last": tuple(_dated(d.call, at) for d in done)}
    for d in done:
        refs = d.result.refs[:KEPT_REFS]
        if d.result.listed and refs:
            changes["listed"] = refs
        if d.call.name == "find":
            changes["find"] = _dated(d.call, at)
        if d.result.wanted is not None:
            changes["wanted"] = d.result.wanted
    about = tuple(dict.fromkeys(ref for d in done if not d.result.listed for ref in d.result.refs))
    if about:
        changes["subject"] = about[:KEPT_REFS]
    elif any(d.result.listed and d.result.refs for d in done):
        changes["subject"] = ()
    if step is not None:
        changes |= {"step": step, "calls": tuple(_dated(c, at) for c in made)}
    return focus.model_copy(update=changes)


def summary(done: Sequence[Done]) -> str:
    """The first lines of the results, for the row of a pressed button."""
    return "; ".join(d.result.reply().text.split("\n")[0] for d in done)[:300]
