"""What comes of the address to which Google led a person back: a mailbox, or a sheet, as the link was made for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from storage.credentials import Link
from tools import mail_google, sheet_google
from tools.asking import outside
from tools.clients.google import GoogleApp, Tokens
from tools.context import Context
from tools.result import Refusal, Result, Said


def pasted(ctx: Context) -> Result:
    """The mailbox, and the question whose it is; or the sheet. Raises Refusal."""
    mail = mail_google.access_of(ctx)
    state, code, refused = mail_google.read_back(ctx.secret)
    if mail.google is None:
        raise Refusal(mail_google.NO_CLIENT)
    link = mail_google.used(ctx.db, mail, state, ctx.now, by=ctx.user.id)
    if refused:
        return Said(text=refused_words(link))

    def then(later: Context, found: tuple[Tokens, str]) -> Result:
        if link.wish:
            return sheet_google.connected(
                sheet_google.keep(later.db, later.user.id, mail, found[0], link.wish, ctx.now)
            )
        return mail_google.ask_whose(mail_google.keep(later.db, later.user.id, mail, *found, later.now))

    return outside(exchange(mail.google, link, code, ctx.now), then)


def refused_words(link: Link) -> str:
    """What is said to somebody who did not allow it."""
    return sheet_google.REFUSED if link.wish else mail_google.REFUSED


def exchange(app: GoogleApp, link: Link, code: str, now: datetime) -> Callable[[], tuple[Tokens, str]]:
    """Work that fetches the tokens for a code; for a mailbox its address too. It raises Refusal."""
    if link.wish:
        return sheet_google.exchange(app, link, code, now)
    return mail_google.exchange(app, link, code, now)
