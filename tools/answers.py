"""From the results of a turn to what is said: one receipt and Undo, cards with their buttons, and the new focus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from storage import actions
from tools.focus import Focus, numbers
from tools.result import Asking, Button, Call, Proposed, Receipt, Refused, Result, Said
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

    All changes of the turn are one receipt with one Undo, and all that waits for a "yes" is one question; what is a
    list, a card or a choice stands by itself.
    """
    if turn.conversation_id is not None and turn.retires:
        actions.retire(db, turn.user_id, turn.conversation_id)
    undo = (Button(label="Undo", calls=(Call(name="undo", args={"step": step}),)),) if step else ()
    done = _asked_once(done)
    receipts = [d for d in done if _plain_receipt(d)]
    proposed = [d.result for d in done if isinstance(d.result, Proposed)]
    cards: list[_Card] = []
    if receipts:
        words = "\n".join(d.result.reply().text for d in receipts)
        about = _about(receipts) if step else None
        cards.append(_Card(Said(text=words, buttons=(*_beside(receipts), *undo)), about=about))
    if len(proposed) > 1:
        cards.append(_Card(_together(proposed), asks=True))
    for d in done:
        if d not in receipts and not (len(proposed) > 1 and isinstance(d.result, Proposed)):
            cards.append(_Card(d.result, undo if d.changed and not receipts else (), asks=_asks(d)))
    return tuple(_answer(db, turn, card, number) for number, card in enumerate(cards))


def not_open(action: actions.Action | None) -> str:
    """Why a button does nothing any more; empty where it still waits."""
    if action is None:
        return "That button is not there any more."
    if action.state == actions.USED:
        return f"“{action.label}” was pressed already."
    if action.state == actions.OPEN:
        return ""
    return "That question is out of date: it was answered, or something else was chosen."


def card(db: Connection, turn: Turn, result: Result) -> Answer:
    """One result as it is told unasked, with its buttons; no earlier question is touched."""
    return _answer(db, turn, _Card(result), 0)


@dataclass(frozen=True)
class _Card:
    """A result to be said, with buttons of the house's own; `asks`: its buttons may be named in words."""

    result: Result
    more: tuple[Button, ...] = ()
    asks: bool = False
    about: int | None = None


def _about(receipts: Sequence[Done]) -> int | None:
    """The one application that receipts tell of, and of nothing else of it such as a reminder."""
    refs = {ref for d in receipts for ref in d.result.refs}
    found = numbers(tuple(refs), "application")
    return found[0] if len(found) == len(refs) == 1 else None


def _answer(db: Connection, turn: Turn, card: _Card, number: int) -> Answer:
    reply = card.result.reply()
    # Of several questions in one turn, the first is the one that waits: it counts as the newest.
    at = turn.at - timedelta(microseconds=number)
    kind = actions.QUESTION if card.asks else actions.RECEIPT
    choices = _offer(db, turn, (*reply.buttons, *card.more), kind, at)
    after = getattr(card.result, "after", "")
    return Answer(
        text=reply.text, table=reply.table, after=after, choices=choices, files=reply.files, about=card.about
    )  # fmt: skip


def _together(proposed: Sequence[Proposed]) -> Proposed:
    """Several questions that wait for a "yes" as one: it answers them all."""
    yes, no = ({question.buttons[place].label for question in proposed} for place in (0, 1))
    calls = tuple(call for question in proposed for call in question.buttons[0].calls)
    buttons = (
        Button(label=yes.pop() if len(yes) == 1 else "Yes", calls=calls),
        Button(label=no.pop() if len(no) == 1 else "No"),
    )
    return Proposed(text="\n".join(question.text for question in proposed), buttons=buttons)


def _asked_once(done: Sequence[Done]) -> list[Done]:
    """The results, where a question that comes twice (shall this stranger be added?) is one whose button does all."""
    kept: list[Done] = []
    for d in done:
        first = kept[-1].result if kept else None
        if isinstance(first, Refused) and isinstance(d.result, Refused) and _same_question(first, d.result):
            add, more = first.buttons[0], d.result.buttons[0].calls[1:]
            buttons = (add.model_copy(update={"calls": (*add.calls, *more)}),)
            kept[-1] = replace(kept[-1], result=first.model_copy(update={"buttons": buttons}))
        else:
            kept.append(d)
    return kept


def _same_question(first: Refused, second: Refused) -> bool:
    """Whether both ask in the same words, and their only buttons log the same company."""
    adds = [r.buttons[0].calls[0] for r in (first, second) if len(r.buttons) == 1 and r.buttons[0].calls]
    logs = len(adds) == len((first, second)) and all(call.name == "log" for call in adds)
    return logs and first.text == second.text and adds[0].args["company"] == adds[1].args["company"]


def _plain_receipt(done: Done) -> bool:
    """Whether a receipt can stand in one message with others: its buttons, if any, only read."""
    result = done.result
    return isinstance(result, Receipt) and not result.files and all(one.keep for one in result.buttons)


def _beside(receipts: Sequence[Done]) -> tuple[Button, ...]:
    """The buttons of several receipts; those of one label are one, for all of it."""
    found: dict[str, Button] = {}
    for one in (button for d in receipts for button in d.result.reply().buttons):
        calls = found[one.label].calls if one.label in found else ()
        found[one.label] = one.model_copy(
            update={"calls": (*calls, *(call for call in one.calls if call not in calls))}
        )
    return tuple(found.values())


def _asks(done: Done) -> bool:
    """Whether a result is a question, whose buttons may be named in words."""
    return isinstance(done.result, Proposed | Refused | Asking)


def _offer(db: Connection, turn: Turn, buttons: Sequence[Button], kind: str, at: datetime) -> tuple[Choice, ...]:
    """Keep the calls behind buttons as rows; all of one card go stale together when one that changes is pressed."""
    if not buttons:
        return ()
    rows = [
        actions.NewAction(b.label, [_dated(c, turn.at).model_dump(mode="json") for c in b.calls], not b.keep)
        for b in buttons
        if not b.url
    ]
    offered = actions.offer(db, turn.user_id, rows, at, conversation_id=turn.conversation_id, kind=kind) if rows else []
    kept = iter(offered)
    return tuple(_choice(b, kept) for b in buttons)


def _choice(button: Button, kept: Iterator[actions.Action]) -> Choice:
    """A button as it is drawn: one that opens a page is no row."""
    return (
        Choice(id="", label=button.label, url=button.url)
        if button.url
        else Choice(id=next(kept).id, label=button.label)
    )


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
