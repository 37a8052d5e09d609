"""Reads mails that were fetched, before any of it is kept; about a few in doubt somebody else is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from storage import users
from storage.mailboxes import Mailbox
from tools.asking import Read, Written
from tools.clients.mails import Fetched
from tools.findings.letters import Letter
from tools.findings.second import MailForm, better, checked, text_of
from tools.incoming import Item, read_in
from tools.toolbox import Toolbox

MOST_ASKED = 20  # mails of one look on which a language model is asked
Second = Callable[[Mailbox, Read], Written]


@dataclass
class Reader:
    """Reads for one look into a mailbox. `second` asks a language model, and may take its time: no transaction is open
    meanwhile; `left` is about how many mails it still may be asked."""

    toolbox: Toolbox
    box: Mailbox
    second: Second | None
    left: int = MOST_ASKED

    def read(self, mails: Sequence[Fetched], now: datetime) -> dict[str, Item]:
        """What they say, by their names."""
        with self.toolbox.database.read() as db:
            zone = users.get_user(db, self.box.user_id).zone
        read = read_in(self.box, mails, zone)
        for name, letter in read.items():
            if isinstance(letter, Letter) and letter.unclear:
                read[name] = self._asked(letter, now.astimezone(zone))
        return read

    def _asked(self, letter: Letter, now: datetime) -> Letter:
        """The letter as the language model reads it, where the mail bears that out; as it was, else."""
        if self.second is None or self.left <= 0 or letter.finding is None:
            return letter
        self.left -= 1
        form = self.second(self.box, Read(text_of(letter.mail), MailForm))
        found = checked(letter.mail, form if isinstance(form, MailForm) else None, now)
        return letter if found is None else replace(letter, finding=better(letter.finding, found))
