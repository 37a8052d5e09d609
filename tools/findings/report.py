"""What the mails told since the person last heard of them: a receipt, a question, or one list to go through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from storage import findings
from storage.findings import APPLIED, OPEN, Found
from storage.journal import Journal
from tools.context import Context
from tools.findings import words
from tools.findings.applying import apply, finding_ref, logged
from tools.findings.books import Books, open_books
from tools.findings.cards import card, changes
from tools.findings.planning import plan
from tools.focus import numbers
from tools.result import Button, Call, Said
from tools.words import clipped

# A finding that was made, its line, and whether that is nothing to tell.
T = TypeVar("T")
Made = tuple[Found, str, bool]
MOST_LINES = 12
SHORT = 70  # characters of a line in a list
MOST_UNDO = 3


@dataclass(frozen=True, slots=True)
class Sorted:
    """What there is to tell: what was `changed` already, what is `clear` and waits to be made, what is `doubtful`."""

    changed: tuple[Found, ...]
    clear: tuple[tuple[Found, str], ...]
    doubtful: tuple[Found, ...]

    @property
    def number(self) -> int:
        """How many there are in all."""
        return len(self.changed) + len(self.clear) + len(self.doubtful)


def sort(ctx: Context, found: Sequence[Found]) -> Sorted:
    """Sort findings; what is clear comes with its line, found out by making the change and taking it back."""
    changed = tuple(one for one in found if one.state == APPLIED)
    waiting = [one for one in found if one.state == OPEN]
    made = rehearse(ctx, waiting)
    known = {one.id for one, *_ in made}
    books = open_books(ctx) if len(known) < len(waiting) else None
    doubtful = [one for one in waiting if one.id not in known and not plan(ctx, one, books).silent(one)]
    return Sorted(changed, tuple((one, line) for one, line, silent in made if not silent), tuple(doubtful))


def rehearse(ctx: Context, waiting: Sequence[Found]) -> tuple[Made, ...]:
    """The findings that may be made without a question, in their order; nothing is changed."""
    clear: list[Made] = []
    try:
        with ctx.db.begin_nested():
            clear += make_clear(ctx, waiting)
            raise _TakenBackError
    except _TakenBackError:
        return tuple(clear)


class _TakenBackError(Exception):
    """Ends a savepoint that must leave nothing behind."""


def make_clear(ctx: Context, waiting: Sequence[Found], into: Journal | None = None) -> list[Made]:
    """Make all that may be made without a question, each as the ones before have left things."""
    journal = into or Journal(ctx.db, ctx.user.id)
    made: list[Made] = []
    books = open_books(ctx) if waiting else None
    for one in waiting:
        planned = plan(ctx, one, books)
        if books is not None and planned.alone and (planned.application is not None or planned.creates):
            words, refs = apply(ctx, journal, one, planned)
            books.note(ctx, one, numbers(refs, "application")[0])
            made.append((one, words.split("\n")[0], planned.silent(one)))
    return made


def report(ctx: Context) -> Said | None:
    """All that the person was not told of yet; None for nothing. It does not count as told by this."""
    there = sort(ctx, findings.untold(ctx.db, ctx.user.id))
    return told(ctx, there) if there.number else None


def told(ctx: Context, there: Sorted) -> Said:
    """One receipt, one question, or the list."""
    if there.number == 1 and there.changed:
        return _receipt(ctx, there.changed[0])
    if there.number == 1:
        return card(ctx, (*there.doubtful, *(one for one, _ in there.clear))[0])
    return _list(ctx, there)


def _receipt(ctx: Context, found: Found) -> Said:
    lines = [found.outcome or "", words.proof(ctx, found)]
    buttons = (*_undo(found, "Undo"), _why(found))
    return Said(text="\n".join(lines), buttons=buttons, refs=_refs(found))


def _undo(found: Found, label: str) -> tuple[Button, ...]:
    return (Button(label=label, calls=(Call(name="undo", args={"step": found.step_id}),)),) if found.step_id else ()


def _why(found: Found) -> Button:
    return Button(label="Why?", calls=(Call(name="why", args={"finding": found.id}),), keep=True)


def _list(ctx: Context, there: Sorted) -> Said:
    """The list: what was changed, what would be, what is to be looked at; never longer than one message."""
    books = open_books(ctx)
    parts = [
        _section("Changed ({}):", there.changed, lambda one: _line(ctx, one, one.outcome or "")),
        _section("Clear ({}), nothing is changed yet:", there.clear, lambda one: _clear_line(ctx, *one)),
        _section("To look at ({}):", there.doubtful, lambda one: _open_line(ctx, one, books)),
    ]
    text = "\n".join([_head(there), *(part for part in parts if part)])
    refs = [ref for one in (*there.changed, *(c for c, _ in there.clear), *there.doubtful) for ref in _refs(one)]
    return Said(text=text, buttons=_ways(there), refs=tuple(dict.fromkeys(refs)), listed=True)


def _head(there: Sorted) -> str:
    sure = len(there.changed) + len(there.clear)
    origins = {one.source for one in (*there.changed, *(one for one, _ in there.clear), *there.doubtful)}
    whence = "your mail" if origins == {"email"} else "employers' systems" if origins == {"ats"} else "mail and systems"
    return f"From {whence}: {there.number} found: {sure} clear, {len(there.doubtful)} to look at."


def _section(head: str, items: Sequence[T], line: Callable[[T], str]) -> str:
    """A heading with the number of what stands below it, a line each, as far as one message holds them."""
    more = [f"… and {len(items) - MOST_LINES} more"] if len(items) > MOST_LINES else []
    return (
        "\n".join([head.format(len(items)), *(f"• {line(one)}" for one in items[:MOST_LINES]), *more]) if items else ""
    )


def _clear_line(ctx: Context, found: Found, line: str) -> str:
    return _line(ctx, found, line.replace(logged(found), "New:"))


def _line(ctx: Context, found: Found, words_: str) -> str:
    return f"{clipped(words_.split(chr(10))[0], 110)} {words.proof(ctx, found, SHORT)}"


def _open_line(ctx: Context, found: Found, books: Books) -> str:
    planned = plan(ctx, found, books)
    if planned.application is not None:
        what = f"{changes(ctx, found, planned, planned.application)}?"
    else:
        named = words.quoted(found.company, 50) if found.company else words.domain_words(found)
        what = f"{words.reads_like(found)}{f', {named}' if named else ''}?"
    return _line(ctx, found, what)


def _ways(there: Sorted) -> tuple[Button, ...]:
    """The ways on from a list."""
    buttons: list[Button] = []
    clear, doubtful = len(there.clear), len(there.doubtful)
    if clear:
        label = f"Apply the {clear} clear ones" if clear > 1 else "Apply the clear one"
        buttons.append(Button(label=label, calls=(Call(name="settle_mail", args={"do": "clear"}),)))
    if clear or doubtful:
        label = f"Look at the {doubtful}" if doubtful > 1 else "Look at it"
        label = label if doubtful and not clear else "One by one"
        buttons.append(Button(label=label, calls=(Call(name="mail", args={"next": True}),), keep=True))
    undoable = [one for one in there.changed if one.step_id]
    if len(undoable) <= MOST_UNDO:
        buttons += [b for one in undoable for b in _undo(one, f"Undo: {clipped(one.outcome or '', 40)}")]
    else:
        steps = tuple(Call(name="undo", args={"step": one.step_id}) for one in reversed(undoable[-50:]))
        buttons.append(Button(label=f"Undo all {len(steps)}", calls=steps))
    return tuple(buttons)


def _refs(found: Found) -> tuple[str, ...]:
    about = (f"application:{found.application_id}",) if found.application_id is not None else ()
    return (finding_ref(found), *about)
