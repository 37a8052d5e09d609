"""Connecting a Google sheet: which links lead to one, the button to Google's page with the least permission that does.

A sheet that we make is reached with permission for our own files alone (`drive.file`). For one that is there already
Google has no smaller permission to offer without its own file picker than the one for all sheets (`spreadsheets`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from storage import credentials, mailboxes, sheets
from storage.credentials import Link
from storage.mailboxes import Kind
from storage.sheets import Scope, Sheet
from storage.vault import NoKey
from tools import mail_google
from tools.asking import outside
from tools.clients import google
from tools.clients.google import GoogleApp, Tokens
from tools.clients.trouble import AccessLost, MailTrouble
from tools.context import Context
from tools.mail_access import MailAccess
from tools.result import Button, Call, Refusal, Result, Said

NO_CLIENT = (
    "Writing into Google Sheets needs a Google client of whoever runs me: docs/sheets.md says how to make one. "
    "Without it, /export xlsx gives you a file that Google Sheets opens."
)
MAKE = (
    "I make a new Google sheet for you and keep it up to date. Press the button and choose your account at Google. I "
    "only ask for the files that I make myself: I see none of your others. The button works for half an hour."
)
CONNECT = (
    "I add a tab to that sheet and keep it up to date; your own tabs stay as they are. For a sheet that exists already "
    "Google makes me ask for all your sheets; I open this one alone. If that is too much, let me make a new one: for "
    "that I ask for my own file only."
)
NOT_A_SHEET = (
    "That is no link of a Google sheet. Open the sheet, copy the address from the top of the browser and send it to "
    "me: it begins with https://docs.google.com/spreadsheets/d/."
)
OTHERS = (
    (r"docs\.google\.com/spreadsheets/(?:u/\d+/)?d/e/", "That is a published copy, into which nobody can write. "
     "Open the sheet itself and send me its address from the top of the browser."),
    (r"docs\.google\.com/(?:document|presentation|forms|drawings)/", "That is a Google document of another kind. I "
     "can only write into a Google sheet: send me the link of one, or say “make me a google sheet”."),
    (r"drive\.google\.com/", "That leads to Google Drive. Open the file in Google Sheets and send me the address that "
     "then stands at the top of the browser."),
    (r"(?:onedrive\.live|1drv\.ms|sharepoint|office|microsoft|live)\b|\.xlsx?\b", "That is an Excel file. I can write "
     "into Google Sheets, not into Excel; /export xlsx gives you your list as an Excel file."),
)  # fmt: skip
REFUSED = "Google says that you did not allow it, so no sheet is connected. Say “make me a google sheet” to try again."
SHEET_LINK = re.compile(r"docs\.google\.com/(?:a/[^/\s]+/)?spreadsheets/(?:u/\d+/)?d/([\w-]{20,200})(?![\w-])", re.I)
NEW = "sheet"


def spreadsheet_of(link: str) -> str:
    """The id of the sheet behind a link. Raises Refusal, with what to do instead."""
    for pattern, words in OTHERS[:1]:
        if re.search(pattern, link, re.IGNORECASE):
            raise Refusal(words)
    found = SHEET_LINK.search(link)
    if found:
        return found[1]
    for pattern, words in OTHERS[1:]:
        if re.search(pattern, link, re.IGNORECASE):
            raise Refusal(words)
    raise Refusal(NOT_A_SHEET)


def scope_of(wish: str) -> str:
    """The permission that goes with what a link is for."""
    if not wish:
        return google.SCOPE
    return google.SHEETS if wish.startswith(f"{NEW}:{Scope.SHEETS}:") else google.OWN_FILES


def begin(ctx: Context, spreadsheet: str | None, known: Sheet | None) -> Result:
    """The button that opens Google's page; `known` is the sheet that there is by now. Raises Refusal."""
    mail = mail_google.access_of(ctx)
    if mail.google is None:
        return Said(text=NO_CLIENT)
    ours = known is not None and known.spreadsheet == spreadsheet and known.scope == Scope.FILE
    wish = NEW if spreadsheet is None else f"{NEW}:{Scope.FILE if ours else Scope.SHEETS}:{spreadsheet}"
    url = mail_google.way_there(ctx, mail, mail.google, scope_of(wish), wish)
    label = "Make my sheet" if spreadsheet is None else "Connect this sheet"
    words = [MAKE if spreadsheet is None else CONNECT]
    if ours:
        label, words = "Reconnect my sheet", ["Press the button and allow it at Google once more: I go on where I was."]
    elif known is not None:
        words.append("It takes the place of the sheet that I write into now, which stays as it is.")
    other = () if spreadsheet is None or ours else (Button(label="Make me a new one", calls=(_make(),), keep=True),)
    return Said(text="\n".join([*words, *mail_google.way_back(mail)]), buttons=(Button(label=label, url=url), *other))


def _make() -> Call:
    return Call(name="sheet", args={"action": "make"})


def exchange(app: GoogleApp, link: Link, code: str, now: datetime) -> Callable[[], tuple[Tokens, str]]:
    """Work that fetches the tokens for a code. It raises Refusal."""

    def work() -> tuple[Tokens, str]:
        try:
            return google.tokens_for(app, code, link.redirect, link.verifier, now, scope_of(link.wish)), ""
        except AccessLost as error:
            raise Refusal(f"Google did not let me in: {error}. Say “my google sheet” and try once more.") from None
        except MailTrouble as error:
            raise Refusal(f"I could not reach Google: {error}. Say “my google sheet” and try once more.") from None

    return work


def keep(db: Connection, user_id: int, mail: MailAccess, tokens: Tokens, wish: str, at: datetime) -> Sheet:
    """Keep a sheet that Google lets us use. Raises Refusal."""
    try:
        number = credentials.keep(db, user_id, mail.vault, tokens.secret(), at)
    except NoKey as error:
        raise Refusal(str(error)) from None
    _, _, rest = wish.partition(":")
    scope, _, spreadsheet = rest.partition(":")
    return sheets.connect(db, user_id, spreadsheet or None, Scope(scope or Scope.FILE), number, at)


def connected(sheet: Sheet) -> Said:
    """That it worked."""
    if sheet.spreadsheet is None:
        return Said(text="Thank you. I make your sheet now and tell you when it is filled.")
    return Said(text="Thank you. I fill your sheet now and tell you when that is done.")


def let_go(ctx: Context, sheet: Sheet) -> Result:
    """Forget a sheet, which stays with the person, and give the permission back where nothing else needs it."""
    tokens = mail_google.tokens_of(ctx, sheet.credential_id)
    sheets.remove(ctx.db, ctx.user.id)
    done = "Your sheet is disconnected. It stays in your Google Drive as it is; I write nothing into it any more."
    app = ctx.mail.google if ctx.mail is not None and ctx.mail.online else None
    if tokens is None or app is None or _has_gmail(ctx):
        return Said(text=done)

    def work() -> bool:
        try:
            return google.revoke(app, tokens)
        except MailTrouble:
            return False

    def then(_: Context, revoked: bool) -> Result:
        lost = "Google did not answer when I gave the permission back: take it away at"
        page = f"{lost} https://myaccount.google.com/connections."
        return Said(text=f"{done} {'The permission is given back to Google.' if revoked else page}")

    return outside(work, then)


def _has_gmail(ctx: Context) -> bool:
    """Google takes all permissions of a person away with one: a mailbox that is read would be lost."""
    return any(box.kind == Kind.GMAIL for box in mailboxes.of_person(ctx.db, ctx.user.id))
