"""A Google sheet in the chat: made or connected, brought up to date, shown, asked about, let go; writes no cell."""

from __future__ import annotations

from typing import Literal

from storage import sheet_rows, sheets
from storage.sheet_rows import GONE, OUT, Row
from storage.sheets import Scope, State
from tools import sheet_google
from tools.context import Context
from tools.fields import Names, Text
from tools.livesheet import words
from tools.livesheet.edits import Edit, opened
from tools.result import Button, Proposed, Refusal, Result, Said
from tools.tool import tool

OFFLINE = "I am set to stay offline (JOBBOT_OFFLINE), so I cannot reach Google Sheets."
THEIR_OFFLINE = "You asked me to stay offline, so I do not reach Google. Say “go online” to change that."
SYNCING = "I am comparing your sheet with my list and tell you what comes of it."
Action = Literal["show", "make", "connect", "sync", "again", "disconnect"]


@tool("sheet", offered=False, examples=("/sheet", "/sheet action=sync"))
def sheet(ctx: Context, link: Text | None = None, action: Action = "show") -> Result:
    """Keep a Google sheet up to date with the list: make one, connect one by its link, sync, disconnect."""
    if ctx.mail is None or not ctx.mail.online or ctx.user.settings.offline:
        return Said(text=OFFLINE if ctx.mail is None or not ctx.mail.online else THEIR_OFFLINE)
    if link:
        return _connect(ctx, sheet_google.spreadsheet_of(link))
    if action == "make":
        return _make(ctx)
    known = sheets.of_person(ctx.db, ctx.user.id)
    if known is None:
        return Said(text=words.NONE, buttons=(Button(label="Make me a sheet", calls=(words.do("make"),), keep=True),))
    if action == "connect":
        return sheet_google.begin(ctx, known.spreadsheet, known)
    if action == "disconnect":
        return _disconnect(ctx)
    if action in ("sync", "again"):
        return _sync(ctx, known, new_tab=action == "again")
    return words.standing(ctx, known)


def _connect(ctx: Context, spreadsheet: str) -> Result:
    known = sheets.of_person(ctx.db, ctx.user.id)
    if known is not None and known.spreadsheet == spreadsheet and known.state == State.ACTIVE:
        return words.standing(ctx, known)
    return sheet_google.begin(ctx, spreadsheet, known)


def _make(ctx: Context) -> Result:
    known = sheets.of_person(ctx.db, ctx.user.id)
    if known is not None and known.scope == Scope.FILE and known.state == State.ACTIVE and not ctx.confirmed:
        shown = words.standing(ctx, known)
        return shown.model_copy(update={"text": f"You have one already.\n{shown.text}"})
    return sheet_google.begin(ctx, None, known)


def _sync(ctx: Context, known: sheets.Sheet, *, new_tab: bool) -> Result:
    if known.state == State.BROKEN and known.reason not in words.WRONG:
        return words.broken(known)
    if new_tab:
        sheet_rows.forget(ctx.db, ctx.user.id)
        sheets.change(ctx.db, ctx.user.id, tab=None)
    sheets.change(ctx.db, ctx.user.id, state=State.ACTIVE, reason=None, failures=0, due_at=ctx.now, asked_at=ctx.now)
    return Said(text=SYNCING)


def _disconnect(ctx: Context) -> Result:
    known = sheets.of_person(ctx.db, ctx.user.id)
    if known is None:
        return Said(text=words.NONE)
    if not ctx.confirmed:
        yes = words.do("disconnect").model_copy(update={"confirmed": True})
        return Proposed(
            text="Disconnect your sheet? It stays in your Google Drive with all that is in it; I only stop writing.",
            buttons=(Button(label="Yes, disconnect", calls=(yes,)), Button(label="No, keep it")),
        )
    return sheet_google.let_go(ctx, known)


@tool("sheet_cells", offered=False)
def sheet_cells(
    ctx: Context, keep: Literal["sheet", "mine", "each", "back", "out"], cells: Names = (), then: Names = ()
) -> Result:
    """Settle whose words stay in cells that were changed by hand in the sheet, and what rows deleted there mean."""
    if sheets.of_person(ctx.db, ctx.user.id) is None:
        raise Refusal(words.NONE)
    if keep in ("back", "out"):
        return _rows(ctx, keep)
    edits = list(opened(ctx))
    chosen = [one for one in edits if one.key in cells]
    if keep == "each":
        return words.one_by_one(chosen) if chosen else Said(text="That is settled already.")
    stuck = [one for one in chosen if keep == "sheet" and not one.taken]
    _settle(ctx, [one for one in chosen if one not in stuck])
    sheets.change(ctx.db, ctx.user.id, due_at=ctx.now)
    done = _kept(len(chosen) - len(stuck), keep)
    if stuck:
        done += (
            "\nI could not take over: " + "; ".join(one.words for one in stuck[:5]) + ". Nothing is lost in the sheet."
        )
    rest = [one for one in edits if one.key in then]
    return _and_next(done.strip(), rest)


def _and_next(done: str, rest: list[Edit]) -> Result:
    if not rest:
        return Said(text=done)
    asked = words.one_by_one(rest)
    return asked.model_copy(update={"text": f"{done}\n{asked.text}"})


def _kept(number: int, keep: str) -> str:
    if not number:
        return ""
    cells = "1 cell" if number == 1 else f"{number} cells"
    whose = "as the sheet has it" if keep == "sheet" else "as I have it; I write that into the sheet"
    return f"Settled: {cells} {whose}."


def _settle(ctx: Context, edits: list[Edit]) -> None:
    """Note what stands in cells as if we had written it: ours then goes over it, where it differs."""
    rows, changed = sheet_rows.of_sheet(ctx.db, ctx.user.id), dict[int, Row]()
    for one in edits:
        number = one.application.id
        row = changed.get(number, rows[number])
        open_ = {name: said for name, said in row.open.items() if name != one.column}
        changed[number] = Row(number, row.state, {**row.cells, one.column: one.there}, open_)
    sheet_rows.keep(ctx.db, ctx.user.id, list(changed.values()))


def _rows(ctx: Context, keep: str) -> Result:
    rows = sheet_rows.of_sheet(ctx.db, ctx.user.id).values()
    if keep == "back":
        sheet_rows.forget(ctx.db, ctx.user.id, [row.number for row in rows if row.state == GONE])
        sheets.change(ctx.db, ctx.user.id, due_at=ctx.now)
        return Said(text="I put them back at the end of the sheet.")
    sheet_rows.mark(ctx.db, ctx.user.id, GONE, OUT)
    return Said(text="I leave them out of the sheet. My list keeps them.")
