"""`jobbot sync --source email`: one pass over mailboxes now, or only a look at what it would find."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from bot import app
from bot.files import person_of
from bot.mailing import MailRounds
from bot.settings import Settings
from scheduler import rehearsal
from storage import lookups, mailboxes
from storage.mailboxes import Kind, Mailbox, State
from tools.mail_words import account_words
from tools.receipts import counted
from tools.result import Refusal

NO_MAIL = "No mailbox is connected. Connect one in the chat: say “connect gmail”, or “connect” and a mail address."
NO_SYSTEM = "No system for applicants is connected. Say in the chat “connect greenhouse”, or another: docs/ats.md."
NONE_OF = {"email": NO_MAIL, "ats": NO_SYSTEM, "all": f"{NO_MAIL} {NO_SYSTEM}"}
OFFLINE = "JOBBOT_OFFLINE is set, so nothing was looked at. Take it away to read mail and systems."


@dataclass(frozen=True)
class Manner:
    """How a pass is made: for whom (None: everybody), how many days back (None: what is new), and how much is said."""

    user: str | None = None
    days_back: int | None = None
    dry_run: bool = False
    verbose: bool = False
    source: str = "email"


def sync(settings: Settings, manner: Manner) -> list[str]:
    """Look into the mailboxes; the lines to print. Raises Refusal, where one could not be read too; DatabaseProblem."""
    if settings.offline:
        raise Refusal(OFFLINE)
    parts = app.build(settings)
    try:
        only = person_of(parts.database, manner.user).id if manner.user else None
        with parts.database.read() as db:
            boxes = [one for one in mailboxes.of_everybody(db) if only in (None, one.user_id) and _meant(one, manner)]
        if not boxes:
            return [NONE_OF[manner.source]]
        pass_ = _Pass(parts, manner, datetime.now(UTC))
        lines = asyncio.run(pass_.over_all(boxes))
        if pass_.failed:
            raise Refusal("\n".join(lines))
        return lines
    finally:
        parts.close()


def _meant(box: Mailbox, manner: Manner) -> bool:
    return manner.source == "all" or (box.kind == Kind.ATS) == (manner.source == "ats")


class _Pass:
    """One pass at an instant; `failed`: a mailbox could not be read."""

    def __init__(self, parts: app.App, manner: Manner, now: datetime) -> None:
        self.parts, self.manner, self.now = parts, manner, now
        self.failed = False

    async def over_all(self, boxes: Sequence[Mailbox]) -> list[str]:
        """What comes of mailboxes, one after the other, in lines."""
        try:
            return [line for box in boxes for line in await self.over(box)]
        finally:
            await self.parts.assistant.leave()

    async def over(self, box: Mailbox) -> list[str]:
        """What comes of one mailbox, in lines."""
        if box.state != State.ACTIVE:
            why = box.reason or "it waits for an answer in the chat"
            return [f"{account_words(box)}: not read: {why}."]
        since = self._since(box)
        if self.manner.dry_run:
            return await asyncio.to_thread(self._rehearsed, box, since)
        with self.parts.database.write() as db:
            self._make_due(db, box, since)
        write = self.parts.assistant.aside.write
        rounds = MailRounds(self.parts.toolbox, lambda: datetime.now(UTC), self._show, write)
        await rounds.once(datetime.now(UTC), box.user_id)
        return self._told(box)

    def _since(self, box: Mailbox) -> datetime | None:
        """From when on all is gone through once more; None: only what is new."""
        days = self.manner.days_back
        return None if days is None else min(self.now - timedelta(days=days), box.since or self.now)

    def _make_due(self, db: Connection, box: Mailbox, since: datetime | None) -> None:
        again = {} if since is None else {"since": since, "cursor": {}}
        mailboxes.change(db, box.user_id, box.id, due_at=self.now, **again)

    def _rehearsed(self, box: Mailbox, since: datetime | None) -> list[str]:
        found = rehearsal.rehearse(self.parts.toolbox, box, self.now, since)
        self.failed = self.failed or bool(found.problem)
        head = f"{account_words(box)}: {found.problem or counted(found.mails, _thing(box))}"
        said = [f"  {line}" for text in found.said for line in text.split("\n")]
        return [f"{head}. Nothing was changed.", *said]

    def _told(self, box: Mailbox) -> list[str]:
        with self.parts.database.read() as db:
            looks = lookups.recent(db, box.user_id, box.id, limit=1)
        if not looks or looks[0].began_at < self.now:
            return [f"{account_words(box)}: another process is looking into it."]
        last = looks[0]
        self.failed = self.failed or last.outcome == lookups.FAILED
        if last.outcome == lookups.DONE:
            return [f"{account_words(box)}: {counted(last.looked, _thing(box))} looked at."]
        looked = counted(last.looked, _thing(box))
        return [f"{account_words(box)}: {looked} looked at, then: {last.detail or last.outcome}."]

    def _show(self, _: Mailbox, words: str) -> None:
        if self.manner.verbose:
            sys.stderr.write(f"{words}\n")


def _thing(box: Mailbox) -> str:
    return "change" if box.kind == Kind.ATS else "new mail"
