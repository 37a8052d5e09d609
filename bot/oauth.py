"""The way to Google and back over HTTP: any process may take it; the chat then asks whose mailbox it is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from storage import credentials, notices
from storage.mailboxes import State
from storage.vault import NoKey, Unreadable
from tools import google_back, mail_google, sheet_google
from tools.clients import google
from tools.mail_access import CALLBACK, START, MailAccess
from tools.result import Refusal
from tools.toolbox import Toolbox

log = logging.getLogger(__name__)
MOST = 4_000
DONE = "Almost done. Go back to our chat: there I ask you whether this is your mailbox."
SHEET = "Your sheet is connected. Go back to our chat: there I tell you when it is filled."
AGAIN = "It is connected again. You can close this page and go back to our chat."
BROKEN = "Something went wrong here. Go back to our chat and ask for a new link: “connect gmail”, or “my google sheet”."
PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>jobbot</title><body style=\"font-family:sans-serif;max-width:30em;margin:4em auto\"><p>{words}"
)  # fmt: skip
HEADERS = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
}


class GoogleWay:
    """The two addresses of Google's sign-in; `told` is called when something is owed to a person because of it."""

    def __init__(self, toolbox: Toolbox, clock: Callable[[], datetime], told: Callable[[], None]) -> None:
        self.toolbox = toolbox
        self.clock = clock
        self.told = told
        self.routes = [Route(START, self.start), Route(CALLBACK, self.back)]

    async def start(self, request: Request) -> Response:
        """Lead the person on to Google."""
        try:
            url = await asyncio.to_thread(self._away, request.query_params.get("state", "")[:MOST])
            return RedirectResponse(url, 303, HEADERS)
        except Refusal as refusal:
            return _page(refusal.text, 400)

    async def back(self, request: Request) -> Response:
        """Take what Google led back with."""
        try:
            words = await asyncio.to_thread(self._back, str(request.url)[:MOST])
        except Refusal as refusal:
            return _page(refusal.text, 400)
        except Exception as error:
            log.error("the way back from Google broke: %s", type(error).__name__)
            return _page(BROKEN, 500)
        self.told()
        return _page(words)

    def _away(self, state: str) -> str:
        mail = self._mail()
        assert mail.google is not None
        link = None
        try:
            with self.toolbox.database.read() as db:
                link = credentials.look_link(db, mail.vault, state, self.clock())
        except (Unreadable, NoKey):
            pass
        if link is None:
            raise Refusal(mail_google.OLD)
        scope = sheet_google.scope_of(link.wish)
        return google.consent_url(mail.google, link.redirect, state, link.verifier, scope)

    def _back(self, url: str) -> str:
        mail = self._mail()
        assert mail.google is not None
        state, code, refused = mail_google.read_back(url)
        with self.toolbox.database.write() as db:
            link = mail_google.used(db, mail, state, self.clock())
        if refused:
            return google_back.refused_words(link)
        tokens, address = google_back.exchange(mail.google, link, code, self.clock())()
        with self.toolbox.database.write() as db:
            if link.wish:
                sheet_google.keep(db, link.user_id, mail, tokens, link.wish, self.clock())
                return SHEET
            box = mail_google.keep(db, link.user_id, mail, tokens, address, self.clock())
            notices.owe(db, link.user_id, box.id, notices.CONFIRM, self.clock(), asked=True)
        return AGAIN if box.state == State.ACTIVE else DONE

    def _mail(self) -> MailAccess:
        mail = self.toolbox.mail
        if mail is None or mail.google is None or not mail.online:
            raise Refusal(mail_google.NO_CLIENT)
        return mail


def _page(words: str, status: int = 200) -> Response:
    return HTMLResponse(PAGE.format(words=escape(words)), status, HEADERS)
