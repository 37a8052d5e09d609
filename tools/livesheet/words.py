"""What is said about a sheet: where it is, what was changed there by hand, what is wrong with it; changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from storage.sheets import Sheet, State
from tools.clients.sheets import EXCEL, GONE, NO_NUMBERS, NO_RIGHTS, NO_TAB
from tools.context import Context
from tools.livesheet.edits import Edit, gone, opened
from tools.receipts import counted
from tools.result import Asking, Button, Call, Said
from tools.words import clipped, joined, moment_words, name_of

SHOWN = 10
AT_ONCE = 20  # cells that one press settles
NONE = (
    "No Google sheet is connected. Say “make me a google sheet”, or send me “connect” and the link of the sheet that "
    "you have."
)
WRONG = {
    GONE: "I can't find your sheet any more: it was deleted, or it is not shared with your account now. Take it out of "
    "the bin in Google Drive and say “sync my sheet”, or have a new one made.",
    NO_RIGHTS: "Your Google account may not change that sheet. Ask its owner to let you edit it and say “sync my "
    "sheet”, or have a new one made.",
    NO_TAB: "My tab in your sheet was deleted. I can make it again; your own tabs stay as they are.",
    NO_NUMBERS: "The column “Jobbot no.” in your sheet was deleted, by which I find my rows. Take that back in the "
    "sheet and say “sync my sheet”, or have me make a new tab.",
    EXCEL: "That file is an Excel workbook in Google Drive. Open it, choose File, Save as Google Sheets, and send me "
    "the link of the new sheet.",
}
STOPPED = "I have stopped writing into it."
LOST = "Google does not let me into your sheet any more ({reason}). I have stopped trying. Connect it again."


def button_open(sheet: Sheet) -> tuple[Button, ...]:
    """The button that opens the sheet."""
    return (Button(label="Open the sheet", url=sheet.link),) if sheet.link else ()


def broken(sheet: Sheet) -> Said:
    """That a sheet is written no more, and how that is mended."""
    reason = sheet.reason or ""
    if reason not in WRONG:
        again = Button(label="Reconnect my sheet", calls=(do("connect"),), keep=True)
        return Said(text=LOST.format(reason=reason or "it says no"), buttons=(again,))
    if reason in (NO_TAB, NO_NUMBERS):
        mend = Button(label="Make a new tab", calls=(do("again"),))
    else:
        mend = Button(label="Make me a new one", calls=(do("make"),), keep=True)
    return Said(text=f"{WRONG[reason]} {STOPPED}", buttons=(mend, *button_open(sheet)))


def standing(ctx: Context, sheet: Sheet) -> Said:
    """Where a sheet is, when it was last written, and what is open about it."""
    if sheet.state == State.BROKEN:
        return broken(sheet)
    buttons = (
        Button(label="Sync now", calls=(do("sync"),), keep=True),
        Button(label="Disconnect", calls=(do("disconnect"),), keep=True),
    )
    if sheet.looked_at is None:
        text = "Your sheet is on its way: I have not written it yet."
        return Said(text=f"{text} {sheet.reason or ''}".strip(), buttons=(*button_open(sheet), *buttons))
    when = moment_words(sheet.looked_at, ctx.user.zone, ctx.today)
    lines = [f"Your sheet: {sheet.link}", f"Last in step with my list: {when}."]
    if sheet.reason:
        lines.append(f"The last try failed: {sheet.reason}. I try again by myself.")
    asked = question(ctx)
    lines += [asked.text] if asked else []
    return Said(text="\n".join(lines), buttons=(*(asked.buttons if asked else ()), *button_open(sheet), *buttons))


def question(ctx: Context) -> Asking | None:
    """Whose words are to stay where cells were changed by hand, and what deleted rows mean; None: nothing is open."""
    edits, missing = list(opened(ctx)), gone(ctx)
    lines: list[str] = []
    buttons: tuple[Button, ...] = ()
    if edits:
        cells = "One cell was" if len(edits) == 1 else f"{len(edits)} cells were"
        lines.append(f"{cells} changed in your sheet by hand. Whose words shall stay? Until you say, I leave them.")
        lines += [f"- {one.words}" for one in edits[:SHOWN]]
        lines += [f"- and {len(edits) - SHOWN} more"] if len(edits) > SHOWN else []
        buttons += _buttons(edits[:AT_ONCE])
    if missing:
        names = [clipped(name_of(a.company, a.title), 50) for a in missing[:SHOWN]]
        more = [f"{len(missing) - SHOWN} more"] if len(missing) > SHOWN else []
        rows = f"{'The row' if len(missing) == 1 else 'The rows'} of {joined(names + more)}"
        lines.append(f"{rows} {'was' if len(missing) == 1 else 'were'} deleted from your sheet. My list still has "
                     f"{'it' if len(missing) == 1 else counted(len(missing))}.")  # fmt: skip
        buttons += (
            Button(label="Put back", calls=(settle("back"),)),
            Button(label="Leave out", calls=(settle("out"),)),
        )
    return Asking(text="\n".join(lines), buttons=buttons) if lines else None


def one_by_one(edits: Sequence[Edit]) -> Asking:
    """The question about the first of several cells."""
    (first, *rest) = edits
    later = Button(label="Later", calls=())
    return Asking(text=f"{first.words}. Whose shall stay?", buttons=(*_buttons([first], rest), later))


def _buttons(edits: Sequence[Edit], rest: Sequence[Edit] = ()) -> tuple[Button, ...]:
    cells, then = [one.key for one in edits], [one.key for one in rest]
    calls = [one.call for one in edits if one.call is not None]
    sheets = Button(label="Keep the sheet's", calls=(*calls, settle("sheet", cells, then)))
    mine = Button(label="Keep Jobbot's", calls=(settle("mine", cells, then),))
    each = (Button(label="One by one", calls=(settle("each", cells),)),) if len(edits) > 1 else ()
    # Where no cell can be taken as it is, there is nothing to choose but to put ours back.
    return (sheets, mine, *each) if calls else (mine, *each)


def settle(keep: str, cells: Sequence[str] = (), then: Sequence[str] = ()) -> Call:
    """The call that settles cells or rows; it then asks about the cells `then`."""
    args = {"keep": keep} | ({"cells": list(cells)} if cells else {}) | ({"then": list(then)} if then else {})
    return Call(name="sheet_cells", args=args)


def do(action: str) -> Call:
    """The call that does something with the sheet."""
    return Call(name="sheet", args={"action": action})
