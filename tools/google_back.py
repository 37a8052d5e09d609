"""What comes of the address to which Google led a person back: a mailbox, or a sheet, as the link was made for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from storage import mailboxes, sheets
from storage.credentials import Link
from storage.mailboxes import Kind
from tools import mail_google, sheet_google
from tools.asking import outside
from tools.clients import google
from tools.clients.google import GoogleApp, Tokens
from tools.clients.trouble import MailTrouble
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
        return Said(text=sheet_google.REFUSED if link.wish else mail_google.REFUSED)

    def then(later: Context, found: tuple[Tokens, str]) -> Result:
        if link.wish:
            return sheet_google.connected(
                sheet_google.keep(later.db, later.user.id, mail, found[0], link.wish, ctx.now)
            )
        return mail_google.ask_whose(mail_google.keep(later.db, later.user.id, mail, *found, later.now))

    return outside(exchange(mail.google, link, code, ctx.now), then)


def exchange(app: GoogleApp, link: Link, code: str, now: datetime) -> Callable[[], tuple[Tokens, str]]:
    """Work that fetches the tokens for a code; for a mailbox its address too. It raises Refusal."""
    if link.wish:
        return sheet_google.exchange(app, link, code, now)
    return mail_google.exchange(app, link, code, now)


def all_given_back(ctx: Context) -> Callable[[], None] | None:
    """Work that gives all permissions of a person back to Google, as far as it answers; None where there are none."""
    app = ctx.mail.google if ctx.mail is not None and ctx.mail.online else None
    sheet = sheets.of_person(ctx.db, ctx.user.id)
    held = [one.credential_id for one in mailboxes.of_person(ctx.db, ctx.user.id) if one.kind == Kind.GMAIL]
    held += [] if sheet is None else [sheet.credential_id]
    tokens = [found for found in (mail_google.tokens_of(ctx, number) for number in held) if found is not None]
    if app is None or not tokens:
        return None

    def work() -> None:
        for one in tokens:
            with suppress(MailTrouble):
                google.revoke(app, one)

    return work
