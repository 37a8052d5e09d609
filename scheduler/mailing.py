"""A look into a mailbox that is due: claimed, fetched page by page, each page taken in by itself; knows no protocol.

No transaction waits for a server. A look that is cut off goes on later where it was: what was taken in stays so.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from scheduler.reading import Reader, Second
from scheduler.sources import open_source
from storage import lookups, mailboxes, notices
from storage.mailboxes import Kind, Mailbox, State
from storage.rows import NotThere
from tools.asking import Ask, Outside
from tools.clients.mails import Page, Span
from tools.clients.trouble import AccessLost, Busy, MailTrouble
from tools.context import Context
from tools.inbox import Taken
from tools.incoming import Item, take_in
from tools.pauses import growing
from tools.result import Call, Refusal, Refused, Result
from tools.toolbox import Toolbox
from tools.turn import Turn

EVERY = timedelta(minutes=15)
EVERY_SYSTEM = timedelta(hours=4)  # systems for applicants
LONGEST_PAUSE = timedelta(hours=6)
AT_ONCE = 100  # mails that are fetched, and taken in, together
BY_MAIL = "mail"
Tell = Callable[[Mailbox, str], None]


class Lost(Exception):
    """The mailbox is another process's by now, or was disconnected: nothing more is to be done with it here."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A mailbox that is ours to look into, and the token that says so."""

    box: Mailbox
    token: str


@dataclass
class Look:
    """One look while it lasts: how many mails were looked at, and how many were news; `second`: who else is asked."""

    toolbox: Toolbox
    claimed: Claimed
    now: Callable[[], datetime]
    tell: Tell
    second: Second | None = None
    stopping: threading.Event = field(default_factory=threading.Event)
    number: int = 0
    looked: int = 0
    new: int = 0

    @property
    def box(self) -> Mailbox:
        """The mailbox as it was when it was claimed."""
        return self.claimed.box


def every(box: Mailbox) -> timedelta:
    """How long it is to the next look. Systems for applicants are spread: not all people's at the same minute."""
    spread = timedelta(minutes=box.id % 20)
    return EVERY_SYSTEM + spread if box.kind == Kind.ATS else EVERY


def claim(toolbox: Toolbox, at: datetime, only: int | None = None) -> Claimed | None:
    """A mailbox that is due by an instant and that nobody looks into (one of `only` this person's), if there is one."""
    with toolbox.database.read() as db:
        due = mailboxes.next_due(db)
    if due is None or due > at:
        return None
    token = secrets.token_hex(16)
    with toolbox.database.write() as db:
        box = mailboxes.claim(db, at, token, only=only)
    return None if box is None else Claimed(box, token)


def look(run: Look) -> str:
    """Look through a mailbox to the end; gives how that ended, as the log has it. A server's faults are not raised."""
    try:
        with run.toolbox.database.write() as db:
            run.number = lookups.begin(db, run.box.user_id, run.box.id, run.now())
        return _done(run) if _through(run) else lookups.CUT
    except (Lost, NotThere):
        return lookups.CUT
    except AccessLost as error:
        return _lost_access(run, str(error))
    except MailTrouble as error:
        return _failed(run, error)
    except BaseException:
        _give_back(run, lookups.FAILED, "something broke")
        raise


def _through(run: Look) -> bool:
    """Read what is unread; False where that was cut off because the program ends. Raises MailTrouble, Lost."""
    source = open_source(run.toolbox, run.box, run.now())
    reader = Reader(run.toolbox, run.box, run.second)
    try:
        span = Span(run.box.since or run.now(), run.box.looked_at)
        for page in source.pages(dict(run.box.cursor), span):
            for names in _parts(run, page):
                _taken(run, reader.read(source.fetch(names), run.now()), names)
                if run.stopping.is_set():
                    _give_back(run, lookups.CUT, None)
                    return False
                _tell(run, page)
            _read_so_far(run, page)
        return True
    finally:
        source.close()


def _parts(run: Look, page: Page) -> Iterator[Sequence[str]]:
    """The mails of a page that nobody has looked at, some at a time."""
    with run.toolbox.database.read() as db:
        names = lookups.unseen(db, run.box.user_id, run.box.id, page.names)
    for start in range(0, len(names), AT_ONCE):
        yield names[start : start + AT_ONCE]


def _taken(run: Look, read: Mapping[str, Item], names: Sequence[str]) -> None:
    """Take mails in; those on which that breaks are left out by themselves."""
    if _take(run, read, names):
        return
    for name, letter in read.items():
        if not _take(run, {name: letter}, [name]):
            with run.toolbox.database.write() as db:
                _hold(run, db)
                lookups.mark_seen(db, run.box.user_id, run.box.id, [name])


def _take(run: Look, read: Mapping[str, Item], names: Sequence[str], *, last: bool = False) -> bool:
    """Take mails in and note that they were looked at, in one transaction; False where that broke. Raises Lost."""
    box, gone = run.box, False

    def then(ctx: Context, _: object) -> Result:
        nonlocal gone
        gone = not mailboxes.renew(ctx.db, box.user_id, box.id, run.claimed.token)
        if gone:
            raise Refusal("not ours any more")
        fresh = set(lookups.unseen(ctx.db, box.user_id, box.id, names))
        taken = take_in(ctx, box, [letter for name, letter in read.items() if name in fresh], last=last)
        lookups.mark_seen(ctx.db, box.user_id, box.id, names)
        lookups.looked(ctx.db, box.user_id, run.number, len(fresh))
        return taken

    turn = Turn(user_id=box.user_id, conversation_id=None, at=run.now(), origin=BY_MAIL, channel=BY_MAIL)
    call = Call(name="check_mail", args={"mailbox": box.id})
    (done,) = run.toolbox.go_on(call, Ask(request=Outside(_nothing), then=then), None, turn).done
    if gone:
        raise Lost
    if isinstance(done.result, Refused):
        return False
    run.looked += len(names)
    run.new += done.result.new if isinstance(done.result, Taken) else 0
    return True


def _nothing() -> None:
    """Nothing is asked outside any more: the mails are here."""


def _hold(run: Look, db: Connection) -> None:
    """Hold the mailbox for longer. Raises Lost."""
    if not mailboxes.renew(db, run.box.user_id, run.box.id, run.claimed.token):
        raise Lost


def _read_so_far(run: Look, page: Page) -> None:
    with run.toolbox.database.write() as db:
        _hold(run, db)
        mailboxes.change(db, run.box.user_id, run.box.id, cursor=page.cursor)


def _tell(run: Look, page: Page) -> None:
    of = f" of about {page.expected:,}" if page.expected and page.expected > run.looked else ""
    what = "applications" if run.box.kind == Kind.ATS else "mails"
    run.tell(run.box, f"Looking through {run.box.address}: {run.looked:,}{of} {what} …")


def _done(run: Look) -> str:
    """The end of a look: what came of it is told, and the next one is due in a while."""
    _take(run, {}, [], last=True)
    box, now = run.box, run.now()
    with run.toolbox.database.write() as db:
        _hold(run, db)
        asked = mailboxes.get(db, box.user_id, box.id).asked_at is not None
        lookups.end(db, box.user_id, run.number, now, lookups.DONE)
        values = {"looked_at": now, "due_at": now + every(box), "asked_at": None, "failures": 0, "reason": None}
        mailboxes.release(db, box.user_id, box.id, run.claimed.token, **values)
        if asked and not run.new:
            notices.owe(db, box.user_id, box.id, notices.DONE, now, asked=True)
        elif asked:
            notices.let_through(db, box.user_id)
    return lookups.DONE


def _lost_access(run: Look, reason: str) -> str:
    """The server lets us in no more: nothing is tried again, and the person is told, once."""
    box, now = run.box, run.now()
    with run.toolbox.database.write() as db:
        if not mailboxes.renew(db, box.user_id, box.id, run.claimed.token):
            return lookups.CUT
        lookups.end(db, box.user_id, run.number, now, lookups.FAILED, reason)
        own = box.kind != Kind.ATS or box.credential_id is not None
        if not own:  # a key of the office: its people cannot mend that, whoever runs the house sees it in the log
            values = {"due_at": now + LONGEST_PAUSE, "asked_at": None, "failures": box.failures + 1, "reason": reason}
            mailboxes.release(db, box.user_id, box.id, run.claimed.token, **values)
            return lookups.FAILED
        values = {"state": State.BROKEN, "reason": reason, "due_at": None, "asked_at": None}
        mailboxes.release(db, box.user_id, box.id, run.claimed.token, **values)
        notices.owe(db, box.user_id, box.id, notices.BROKEN, now, asked=box.asked_at is not None)
    return lookups.FAILED


def _failed(run: Look, error: MailTrouble) -> str:
    """The server cannot be asked now: it is tried again after a pause that grows; who asked is told."""
    pause = timedelta(seconds=error.pause or 0) if isinstance(error, Busy) else timedelta()
    _give_back(run, lookups.FAILED, str(error)[:200], pause)
    return lookups.FAILED


def _give_back(run: Look, outcome: str, detail: str | None, pause: timedelta = timedelta()) -> None:
    box, now = run.box, run.now()
    failed = outcome == lookups.FAILED
    wait = growing(every(box), box.failures, LONGEST_PAUSE, pause) if failed else timedelta()
    with run.toolbox.database.write() as db:
        if not mailboxes.renew(db, box.user_id, box.id, run.claimed.token):
            return
        lookups.end(db, box.user_id, run.number, now, outcome, detail)
        values = {"due_at": now + wait, "failures": box.failures + failed}
        if failed and box.asked_at is not None:
            notices.owe(db, box.user_id, box.id, notices.FAILED, now, asked=True)
            values["asked_at"] = None
        mailboxes.release(db, box.user_id, box.id, run.claimed.token, **values)
