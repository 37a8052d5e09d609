"""Reads a Gmail mailbox: what it holds since a day, what is new since the last look; knows no database."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tools.clients import replies
from tools.clients.google_line import Line
from tools.clients.mails import Fetched, Page, Span
from tools.clients.trouble import HistoryGone, Unreachable
from tools.clients.web import TooLong

LISTED = 500  # ids in a page, the most that Gmail gives
NOT_NEWS = frozenset(("DRAFT", "SPAM", "TRASH", "CHAT"))
READ_AGAIN = timedelta(days=7)  # so much is listed again where Gmail forgot how far we were
FIELDS = "id,threadId,labelIds,raw"


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose mailbox it is, and how far its history has come."""

    address: str
    history: str


class Gmail:
    """A Gmail mailbox that is open for reading. Everything raises MailTrouble; nothing is ever changed there."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._users = line.service.users()
        self._messages = self._users.messages()
        self._history = self._users.history()

    def close(self) -> None:
        """Let go of the server."""
        self._line.close()

    def profile(self) -> Profile:
        """Whose mailbox this is."""
        said = self._line.ask(self._users.getProfile(userId="me"))
        return Profile(str(said["emailAddress"]).casefold(), str(said["historyId"]))

    def pages(self, cursor: dict[str, Any], span: Span) -> Iterator[Page]:
        """What is new since the cursor; everything since the day where there is none or Gmail knows it no more."""
        if "history" in cursor:
            try:
                yield from self._changed(str(cursor["history"]))
                return
            except HistoryGone:
                cursor, span = {}, Span(max(span.since, (span.looked_at or span.since) - READ_AGAIN))
        yield from self._listed(cursor, span)

    def fetch(self, names: Sequence[str]) -> list[Fetched]:
        """Mails by their ids, in this order; those that are gone by now are left out."""
        asks = {name: self._messages.get(userId="me", id=name, format="raw", fields=FIELDS) for name in names}
        said, long = self._line.ask_all(asks)
        found = {name: _fetched(one) for name, one in said.items() if not NOT_NEWS & set(one.get("labelIds", ()))}
        found |= {name: mail for name in long if (mail := self._long(name)) is not None}
        return [found[name] for name in names if name in found]

    def _listed(self, cursor: dict[str, Any], span: Span) -> Iterator[Page]:
        """All mails since a day, the newest first; goes on in the list where it was left."""
        kept = cursor if "next" in cursor else {}
        following, token = str(kept.get("next") or self.profile().history), kept.get("page")
        query = f"after:{int(span.since.timestamp())}"
        while True:
            ask = self._messages.list(userId="me", q=query, pageToken=token, maxResults=LISTED)
            try:
                said = self._line.ask(ask)
            except replies.BadRequest:
                if token is None:
                    raise Unreachable("Gmail does not take the search") from None
                token = None  # the place in the list has grown old: what was looked at is known anyway
                continue
            token = said.get("nextPageToken")
            names = tuple(str(one["id"]) for one in said.get("messages", ()))
            after = {"next": following, "page": token} if token else {"history": following}
            yield Page(names, after, said.get("resultSizeEstimate"))
            if not token:
                return

    def _changed(self, history: str) -> Iterator[Page]:
        """What came since a point of the history. Raises HistoryGone."""
        token = None
        while True:
            ask = self._history.list(
                userId="me", startHistoryId=history, historyTypes="messageAdded", pageToken=token, maxResults=LISTED
            )
            try:
                said = self._line.ask(ask)
            except (replies.NotFound, replies.BadRequest):
                raise HistoryGone("Gmail's history does not reach back so far") from None
            token = said.get("nextPageToken")
            after = history if token else str(said.get("historyId") or history)
            yield Page(tuple(reversed(_added(said))), {"history": after})
            if not token:
                return

    def _long(self, name: str) -> Fetched | None:
        """A mail that was too long among others; of one that is too long by itself only its head."""
        try:
            return _fetched(self._line.ask(self._messages.get(userId="me", id=name, format="raw", fields=FIELDS)))
        except TooLong:
            return _head(self._line.ask(self._messages.get(userId="me", id=name, format="metadata")))
        except replies.NotFound:
            return None


def _added(said: dict[str, Any]) -> list[str]:
    """The ids of what a page of the history added, but for drafts and the like."""
    added = (one["message"] for record in said.get("history", ()) for one in record.get("messagesAdded", ()))
    return list(dict.fromkeys(str(mail["id"]) for mail in added if not NOT_NEWS & set(mail.get("labelIds", ()))))


def _fetched(said: dict[str, Any]) -> Fetched:
    try:
        raw = base64.urlsafe_b64decode(said.get("raw", "") + "==")
    except (binascii.Error, ValueError):
        raw = b""
    return Fetched(str(said["id"]), raw, said.get("threadId"), "SENT" in said.get("labelIds", ()))


def _head(said: dict[str, Any]) -> Fetched:
    """A mail of its head alone, and of the words that Gmail shows beside it."""
    lines = (f"{one.get('name')}: {one.get('value')}" for one in said.get("payload", {}).get("headers", ()))
    clean = [" ".join(line.split()) for line in lines if not line.lower().startswith("content-")]
    body = "Content-Type: text/plain; charset=utf-8"
    raw = "\r\n".join([*clean, body, "", str(said.get("snippet", ""))]).encode("utf-8", "replace")
    return Fetched(str(said["id"]), raw, said.get("threadId"), "SENT" in said.get("labelIds", ()))
