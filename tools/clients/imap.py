"""Reads an IMAP mailbox: TLS always, folders opened for reading only, mails peeked at; knows no database."""

from __future__ import annotations

import hashlib
import imaplib
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from tools.clients.mails import MOST_BYTES, Fetched, Page, Span
from tools.clients.trouble import AccessLost, MailTrouble, Unreachable

PATIENCE = 30.0  # seconds for a server to answer
LISTED = 200  # mails in a page
AT_ONCE = 20  # mails fetched by one command
MOST_AT_ONCE = 2 * MOST_BYTES  # bytes of them
LISTENING = 2.0  # seconds between two looks whether to go on waiting
HEAD = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Login:
    """A server, always asked through TLS, and who one is there."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)


class NoFolder(MailTrouble):
    """The server has no folder of that name; the words say which there are."""


def check(login: Login, folder: str) -> str:
    """Log in and look for a folder; gives its name as the server writes it. Raises MailTrouble."""
    mailbox = Imap(login, folder)
    try:
        return mailbox.folder
    finally:
        mailbox.close()


class Imap:
    """A folder of an IMAP mailbox that is open for reading. Everything raises MailTrouble; nothing is changed there."""

    def __init__(self, login: Login, folder: str) -> None:
        """Log in and open the folder, in whatever case it was said. Raises MailTrouble."""
        self._client = _translated(lambda: _logged_in(login))
        self._numbers: dict[str, int] = {}
        try:
            self.folder = _translated(lambda: _folder(self._client, folder))
            # EXAMINE: the server itself refuses whatever would change the folder.
            opened = _translated(lambda: self._client.select_folder(self.folder, readonly=True))
        except MailTrouble:
            self.close()
            raise
        self.validity = int(opened.get(b"UIDVALIDITY", 0))
        self.user = login.user.casefold()

    def close(self) -> None:
        """Let go of the server."""
        try:
            self._client.logout()
        except (OSError, imaplib.IMAP4.error):
            self._client.shutdown()

    def pages(self, cursor: dict[str, Any], span: Span) -> Iterator[Page]:
        """What came since the cursor, the newest first; then what lies between it and the day, from where it was left.

        The cursor: `validity`, `high` (all above is unread), and while the first reading lasts `low` (all from there
        on is read).
        """
        known = cursor if cursor.get("validity") == self.validity else {}
        since = span.since
        if cursor and not known and span.looked_at is not None:
            since = max(since, span.looked_at - timedelta(days=2))  # the folder was made anew: its numbers mean nothing
        criteria: list[Any] = ["SINCE", since.date() - timedelta(days=1)]
        numbers = sorted(_translated(lambda: self._client.search(criteria)), reverse=True)
        high, low = int(known.get("high", 0)), known.get("low")
        fresh = [one for one in numbers if one > high] if known else []
        older = [one for one in numbers if not known or (low is not None and one < low)]
        top = max([high, *numbers[:1]])
        kept = {"validity": self.validity, "high": high if known else top}
        yield from self._new(fresh, {**kept, "low": low} if low is not None else kept, top)
        yield from self._old(older, {"validity": self.validity, "high": top}, done=low is None and bool(known))

    def _new(self, numbers: Sequence[int], cursor: dict[str, Any], top: int) -> Iterator[Page]:
        """What came since: only when all of it is read the cursor moves on."""
        for start in range(0, len(numbers), LISTED):
            part = numbers[start : start + LISTED]
            last = start + LISTED >= len(numbers)
            yield Page(self._named(part), {**cursor, "high": top} if last else cursor, len(numbers))

    def _old(self, numbers: Sequence[int], cursor: dict[str, Any], *, done: bool) -> Iterator[Page]:
        """What was there at the first reading: the cursor says how far down it has come."""
        for start in range(0, len(numbers), LISTED):
            part = numbers[start : start + LISTED]
            last = start + LISTED >= len(numbers)
            yield Page(self._named(part), cursor if last else {**cursor, "low": part[-1]}, len(numbers))
        if not numbers and not done:
            yield Page((), cursor)

    def fetch(self, names: Sequence[str]) -> list[Fetched]:
        """Mails of the page given last, in this order; those that are gone by now are left out."""
        numbers = [self._numbers[name] for name in names]
        sizes = self._asked(numbers, ["RFC822.SIZE"])
        found: dict[int, bytes] = {}
        for part in _parts(
            [one for one in numbers if one in sizes], {n: int(s[b"RFC822.SIZE"]) for n, s in sizes.items()}
        ):
            whole = int(sizes[part[0]][b"RFC822.SIZE"]) <= MOST_BYTES
            what = "BODY.PEEK[]" if whole else "BODY.PEEK[HEADER]"
            for number, said in self._asked(part, [what]).items():
                found[number] = bytes(said.get(what.replace(".PEEK", "").encode(), b""))
        pairs = zip(names, numbers, strict=True)
        return [Fetched(name, found[number]) for name, number in pairs if number in found]

    def wait(self, seconds: float, ended: Callable[[], bool]) -> bool | None:
        """Whether a mail came within some seconds; None where the server does not tell by itself (IDLE)."""
        if not _translated(lambda: self._client.has_capability("IDLE")):
            return None
        _translated(self._client.idle)
        end = time.monotonic() + seconds
        came = False
        while not (came or ended() or time.monotonic() > end):
            heard = _translated(lambda: self._client.idle_check(timeout=LISTENING))
            came = any(len(one) > 1 and one[1] in (b"EXISTS", b"RECENT") for one in heard)
        _translated(self._client.idle_done)
        return came

    def _named(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """The names of mails: by their message ids, which stay the same when the folder is made anew."""
        heads = self._asked(numbers, [HEAD])
        self._numbers = {}
        for number in numbers:
            said = heads.get(number)
            if said is not None:
                raw = next((bytes(v) for k, v in said.items() if k.startswith(b"BODY[")), b"").strip().lower()
                own = raw if len(raw) > len(b"message-id:") else f"{self.validity}/{number}".encode()
                self._numbers.setdefault(hashlib.sha256(own).hexdigest(), number)
        return tuple(self._numbers)

    def _asked(self, numbers: Sequence[int], what: list[str]) -> dict[int, dict[bytes, Any]]:
        if not numbers:
            return {}
        found: dict[int, dict[bytes, Any]] = dict(_translated(lambda: self._client.fetch(list(numbers), what)))
        return found


def _parts(numbers: Sequence[int], sizes: dict[int, int]) -> Iterator[list[int]]:
    """Mails in parts that are not too many and not too long together; one that is too long stands alone."""
    hand: list[int] = []
    for number in numbers:
        alone = sizes[number] > MOST_BYTES
        full = len(hand) == AT_ONCE or sum(sizes[one] for one in hand) + sizes[number] > MOST_AT_ONCE
        if hand and (alone or full or sizes[hand[-1]] > MOST_BYTES):
            yield hand
            hand = []
        hand.append(number)
    if hand:
        yield hand


def _logged_in(login: Login) -> Any:
    from imapclient import IMAPClient

    client = IMAPClient(
        login.host, login.port, ssl=True, ssl_context=ssl.create_default_context(), timeout=PATIENCE, use_uid=True
    )
    try:
        client.login(login.user, login.password)
    except Exception:
        client.shutdown()
        raise
    client.normalise_times = False
    return client


def _folder(client: Any, said: str) -> str:
    """The folder that is meant, in whatever case; every server has an INBOX. Raises NoFolder."""
    if said.casefold() == "inbox":
        return "INBOX"
    names = [str(name) for flags, _, name in client.list_folders() if b"\\Noselect" not in flags]
    for fits in (str.__eq__, lambda a, b: a.casefold() == b.casefold()):
        for name in names:
            if fits(name, said):
                return name
    some = ", ".join(names[:12])
    raise NoFolder(f"There is no folder “{said[:60]}”. There are: {some}.")


def _translated(ask: Callable[[], T]) -> T:
    """What is asked, its errors in our words. Raises MailTrouble."""
    from imapclient.exceptions import LoginError

    try:
        return ask()
    except LoginError:
        raise AccessLost("the server does not take the password") from None
    except ssl.SSLCertVerificationError:
        raise Unreachable("its certificate cannot be trusted") from None
    except imaplib.IMAP4.abort:
        raise Unreachable("the server hung up") from None
    except imaplib.IMAP4.error:
        raise Unreachable("the server did not understand") from None
    except OSError as error:
        raise Unreachable(f"no answer ({type(error).__name__})") from None
