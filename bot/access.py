"""Who may talk to the bot, and what a pairing code does when it is sent; alike for every channel."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from storage import pairing, users
from storage.database import Database

MOST_WRONG = 5
WRONG = "I do not know that code, or it is over. Ask the owner of this bot for a new one: jobbot pair"
LINKED = "Done: what you tell me here and in your other chat is one job search now."
SAME = "That code is for your other chat. It is used up now: /link gives a new one, send that there."
HAS_DATA = (
    "You keep applications here already, and I do not mix two lists. Take them out with /export, delete them here "
    "(/delete account=yes), send a new code, and bring them in again with /import."
)


@dataclass(frozen=True)
class Entry:
    """Whether the person may talk, and words that answer this message already; `new` when let in just now."""

    admitted: bool
    words: str = ""
    new: bool = False


class Access:
    """The door of one channel: `allowed` accounts, those who have paired, and, where it is `open`, everybody."""

    def __init__(self, database: Database, channel: str, allowed: frozenset[str] = frozenset(), *, open: bool) -> None:
        self.database = database
        self.channel = channel
        self.allowed = allowed
        self.open = open
        self._wrong: Counter[str] = Counter()

    def plainly_in(self, account: str, said: str) -> bool:
        """Whether the person is in and says no code, as far as that can be told without the database."""
        return (self.open or account in self.allowed) and not pairing.looks_like_code(said)

    def enter(self, account: str, said: str, at: datetime) -> Entry:
        """What becomes of a message before the assistant sees it: a code is used up, a stranger is not heard."""
        known = self._known(account)
        if not pairing.looks_like_code(said) or self._wrong[account] >= MOST_WRONG:
            return Entry(known)
        with self.database.write() as db:
            used = pairing.use_code(db, said, at, links_only=known)
            if used is not None and used.user_id is None:
                users.ensure_user(db, self.channel, account, at)
        if used is None:
            self._wrong[account] += not known
            # Whoever is known may have said an ordinary word that only looks like a code.
            return Entry(known, "" if known else WRONG)
        return Entry(True, new=True) if used.user_id is None else self._linked(used.user_id, account, at, known)

    def _known(self, account: str) -> bool:
        if self.open or account in self.allowed:
            return True
        with self.database.read() as db:
            return users.find_user(db, self.channel, account) is not None

    def _linked(self, user_id: int, account: str, at: datetime, known: bool) -> Entry:
        try:
            with self.database.write() as db:
                joined = pairing.join(db, user_id, self.channel, account, at)
        except pairing.HasData:
            return Entry(known, HAS_DATA)
        return Entry(True, LINKED if joined else SAME)
