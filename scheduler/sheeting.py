"""A look at a sheet that is due: claimed, compared with the person's list, written in parts; knows no protocol.

No transaction waits for the server. What was written is kept part by part: a look that is cut off goes on later.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from scheduler import granted
from storage import sheet_rows, sheets
from storage.filters import Filter
from storage.rows import NotThere
from storage.sheet_rows import Row
from storage.sheets import Scope, Sheet, State
from storage.wholes import each
from tools.clients import google
from tools.clients.access import Access
from tools.clients.sheet_grid import Tab
from tools.clients.sheets import API, SheetLost, Sheets
from tools.clients.trouble import AccessLost, Busy, MailTrouble, Unreachable
from tools.livesheet.columns import HEADINGS, cells_of
from tools.livesheet.plan import Plan, Step, plan
from tools.pauses import growing
from tools.toolbox import Toolbox

EVERY = timedelta(hours=6)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=2), timedelta(hours=6)
AT_ONCE = 500  # rows in one request
TITLE = "Job applications"
DONE, FAILED, CUT = "done", "failed", "cut off"


class Lost(Exception):
    """The sheet is another process's by now, or was disconnected: nothing more is to be done with it here."""


@dataclass(frozen=True)
class Look:
    """One look at a sheet that is ours for a while, by `token`."""

    toolbox: Toolbox
    sheet: Sheet
    token: str
    now: Callable[[], datetime]


@dataclass(frozen=True)
class Mine:
    """What the person's list holds at one instant: cells by application, what was written, the latest change."""

    ours: Mapping[int, Mapping[str, str]]
    known: Mapping[int, Row]
    step: int


def claim(toolbox: Toolbox, at: datetime, now: Callable[[], datetime], only: int | None = None) -> Look | None:
    """A sheet that is due by an instant and that nobody looks at (or only this person's), if there is one."""
    with toolbox.database.read() as db:
        if not sheets.is_due(db, at):
            return None
    token = secrets.token_hex(16)
    with toolbox.database.write() as db:
        found = sheets.claim(db, at, token, only=only)
    return None if found is None else Look(toolbox, found, token, now)


def look(run: Look) -> str:
    """Bring a sheet in step; gives how that ended. The server's faults are not raised."""
    began = run.now()
    try:
        mine = _mine(run)
        return _done(run, began, mine, _compared(run, mine))
    except (Lost, NotThere):
        return CUT
    except SheetLost as error:
        return _broken(run, error.why)
    except AccessLost as error:
        return _broken(run, str(error)[:100])
    except MailTrouble as error:
        return _failed(run, error)
    except BaseException:
        _failed(run, Unreachable("something broke"))
        raise


def _mine(run: Look) -> Mine:
    user_id = run.sheet.user_id
    with run.toolbox.database.read() as db:
        step = sheets.last_step(db, user_id)
        found = {one.application.id: cells_of(one) for one in each(db, user_id, Filter())}
        return Mine(dict(sorted(found.items())), sheet_rows.of_sheet(db, user_id), step)


def _compared(run: Look, mine: Mine) -> Plan:
    """Read the sheet and write what is to be written. Raises MailTrouble, Lost."""
    access = _access(run)
    before, client = access.tokens, _client(run, access)
    try:
        tab = _tab(run, client)
        found = plan(mine.ours, mine.known, client.read(tab), tab)
        for start in range(0, len(found.steps), AT_ONCE):
            _write(run, client, tab, found.steps[start : start + AT_ONCE])
        return found
    finally:
        client.close()
        if access.tokens != before:
            granted.keep(run.toolbox, run.sheet.user_id, run.sheet.credential_id, access.tokens)


def _access(run: Look) -> Access:
    mail, sheet = run.toolbox.mail, run.sheet
    if mail is None or mail.google is None:
        raise Unreachable("GOOGLE_CLIENT_ID is not set any more")
    secret = granted.secret(run.toolbox, mail, sheet.user_id, sheet.credential_id)
    try:
        return Access(mail.google, google.kept(secret), run.now())
    except (KeyError, ValueError):
        raise AccessLost(granted.SHUT) from None


def _client(run: Look, access: Access) -> Sheets:
    from tools.clients.google_line import Line

    return Sheets(Line(access, api=API, url=access.app.sheets_url), run.sheet.spreadsheet or "")


def _tab(run: Look, client: Sheets) -> Tab:
    """Our tab, which is made where there is none; a spreadsheet too, where it is to be ours."""
    if run.sheet.spreadsheet is None:
        if run.sheet.scope != Scope.FILE:
            raise Unreachable("it is not known which sheet is meant")
        _hold(run, spreadsheet=client.create(TITLE))
    found = client.tab(run.sheet.tab)
    if found is None:
        found = client.set_up(HEADINGS)
    if found.id != run.sheet.tab:
        _hold(run, tab=found.id)
    return found


def _hold(run: Look, **values: Any) -> None:
    """Hold the sheet for longer, and keep what is known of it. Raises Lost."""
    with run.toolbox.database.write() as db:
        if not sheets.renew(db, run.sheet.user_id, run.token, **values):
            raise Lost


def _write(run: Look, client: Sheets, tab: Tab, steps: Sequence[Step]) -> None:
    """Write some rows, and then keep that they are written."""
    cells = [cell for step in steps for cell in step.cells]
    new = {step.row.number: step.row.cells for step in steps if step.new}
    client.write(tab, cells, new)
    with run.toolbox.database.write() as db:
        if not sheets.renew(db, run.sheet.user_id, run.token):
            raise Lost
        sheet_rows.keep(db, run.sheet.user_id, [step.row for step in steps])


def _done(run: Look, began: datetime, mine: Mine, found: Plan) -> str:
    """The end of a look: who asked is told, and what is to be decided is asked."""
    sheet, now = run.sheet, run.now()
    values = {
        "seen_step": mine.step, "seen_at": began, "looked_at": now, "due_at": now + EVERY, "asked_at": None,
        "failures": 0, "reason": None,
    }  # fmt: skip
    with run.toolbox.database.write() as db:
        if not sheets.release(db, sheet.user_id, run.token, **values):
            return CUT
        asked = sheet.asked_at is not None
        if sheet.looked_at is None:
            sheets.owe(db, sheet.user_id, sheets.READY, now, asked=True)
        if found.asks or (asked and any(step.open for step in _rows(found, mine))):
            sheets.owe(db, sheet.user_id, sheets.ASKING, now, asked=asked)
        elif asked and sheet.looked_at is not None:
            sheets.owe(db, sheet.user_id, sheets.DONE, now, asked=True)
    return DONE


def _rows(found: Plan, mine: Mine) -> list[Row]:
    """The rows as they are known after a look."""
    return list({**mine.known, **{step.row.number: step.row for step in found.steps}}.values())


def _broken(run: Look, reason: str) -> str:
    """The sheet cannot be written as it is: nothing is tried again, and the person is told, once."""
    now, sheet = run.now(), run.sheet
    values = {"state": State.BROKEN, "reason": reason, "due_at": None, "asked_at": None}
    with run.toolbox.database.write() as db:
        if sheets.release(db, sheet.user_id, run.token, **values):
            sheets.owe(db, sheet.user_id, sheets.BROKEN, now, asked=sheet.asked_at is not None)
    return FAILED


def _failed(run: Look, error: MailTrouble) -> str:
    """The server cannot be asked now: it is tried again after a pause that grows; who asked is told."""
    now, sheet = run.now(), run.sheet
    named = timedelta(seconds=error.pause or 0) if isinstance(error, Busy) else timedelta()
    pause = growing(FIRST_PAUSE, sheet.failures, LONGEST_PAUSE, named)
    values = {"due_at": now + pause, "failures": sheet.failures + 1, "reason": str(error)[:200], "asked_at": None}
    with run.toolbox.database.write() as db:
        if sheets.release(db, sheet.user_id, run.token, **values) and sheet.asked_at is not None:
            sheets.owe(db, sheet.user_id, sheets.FAILED, now, asked=True)
    return FAILED
