"""Connecting Gmail: the button to Google's page, the way back with a code, and whose mailbox it is; reads no mail."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from sqlalchemy import Connection

from storage import credentials, findings, mailboxes, sheets
from storage.credentials import Link
from storage.mailboxes import Kind, Mailbox, Place, State
from storage.rows import NotThere
from storage.vault import NoKey, Unreadable
from tools.asking import outside
from tools.clients import google
from tools.clients.google import GoogleApp, Tokens
from tools.clients.trouble import AccessLost, MailTrouble
from tools.context import Context
from tools.mail_access import START, MailAccess
from tools.mail_words import account_words, kept_of
from tools.result import Button, Call, Proposed, Refusal, Result, Said

NO_CLIENT = (
    "Reading Gmail needs a Google client of whoever runs me: docs/mail-accounts.md says how to make one, in ten "
    "minutes. Without it, Gmail works with an app password too: send me “connect” and your Gmail address."
)
PRESS = (
    "Press the button, choose your account at Google and allow reading. I may only read: I cannot send, change or "
    "delete anything there. The button works for half an hour."
)
PASTE = (
    "If the last page does not open, as on a phone, copy its address from the top of the browser and send it to me "
    "here. It begins with {start}."
)
OLD = (
    "That link is out of date or was used already. Say “connect gmail” for a new one, or for a sheet “make me a google "
    "sheet”."
)
NO_CODE = "There is no code in that address. Say “connect gmail” and try once more."
REFUSED = "Google says that you did not allow it, so nothing is connected. Say “connect gmail” to try again."
LEADS_BACK = re.compile(r"https?://\S+?[?&]\S*\bstate=\S+", re.IGNORECASE)
PAGE = "https://myaccount.google.com/connections"
MOST = 4_000
NOT_WANTED = "you disconnected it"


def is_way_back(text: str) -> bool:
    """Whether a text is the address to which Google led back."""
    found = LEADS_BACK.search(text)
    return found is not None and ("code=" in found.group() or "error=" in found.group())


def begin(ctx: Context) -> Result:
    """The button that opens Google's page. Raises Refusal."""
    mail = access_of(ctx)
    if mail.google is None:
        return Said(text=NO_CLIENT)
    button = Button(label="Connect Gmail", url=way_there(ctx, mail, mail.google))
    return Said(text="\n".join([PRESS, *way_back(mail)]), buttons=(button,))


def way_there(ctx: Context, mail: MailAccess, app: GoogleApp, scope: str = google.SCOPE, wish: str = "") -> str:
    """Where a button leads that asks for a permission; `wish` says what for when they come back. Raises Refusal."""
    try:
        state, verifier = credentials.new_link(ctx.db, ctx.user.id, mail.vault, mail.redirect, ctx.now, wish=wish)
    except NoKey as error:
        raise Refusal(str(error)) from None
    except OSError as error:
        raise Refusal(f"I could not make the key that locks your data: {error.strerror}.") from None
    if mail.public_url:
        return f"{mail.public_url.rstrip('/')}{START}?{urlencode({'state': state})}"
    return google.consent_url(app, mail.redirect, state, verifier, scope)


def way_back(mail: MailAccess) -> list[str]:
    """What to do where Google's last page does not open."""
    return [] if mail.public_url else [PASTE.format(start=mail.redirect)]


def read_back(text: str) -> tuple[str, str, bool]:
    """State, code, and whether the person refused, from an address. Raises Refusal for one without them."""
    found = LEADS_BACK.search(text[:MOST])
    asked = parse_qs(urlsplit(found.group()).query) if found else {}
    state, code = asked.get("state", [""])[0], asked.get("code", [""])[0]
    refused = bool(asked.get("error"))
    if not state or not (code or refused):
        raise Refusal(NO_CODE)
    return state, code, refused


def used(db: Connection, mail: MailAccess, state: str, at: datetime, *, by: int | None = None) -> Link:
    """The link behind a state, used up. Raises Refusal where there is none, or it is another person's."""
    with suppress(Unreadable, NoKey):
        link = credentials.use_link(db, mail.vault, state, at, by=by)
        if link is not None:
            return link
    raise Refusal(OLD)


def exchange(app: GoogleApp, link: Link, code: str, now: datetime) -> Callable[[], tuple[Tokens, str]]:
    """Work that fetches the tokens for a code, and the address of their mailbox. It raises Refusal."""

    def work() -> tuple[Tokens, str]:
        try:
            tokens = google.tokens_for(app, code, link.redirect, link.verifier, now)
            return tokens, _address(app, tokens, now)
        except AccessLost as error:
            raise Refusal(f"Google did not let me in: {error}. Say “connect gmail” and try once more.") from None
        except MailTrouble as error:
            raise Refusal(f"I could not reach Google: {error}. Say “connect gmail” and try once more.") from None

    return work


def _address(app: GoogleApp, tokens: Tokens, now: datetime) -> str:
    from tools.clients.access import Access
    from tools.clients.gmail import Gmail
    from tools.clients.google_line import Line

    mailbox = Gmail(Line(Access(app, tokens, now)))
    try:
        return mailbox.profile().address
    finally:
        mailbox.close()


def keep(db: Connection, user_id: int, mail: MailAccess, tokens: Tokens, address: str, at: datetime) -> Mailbox:
    """Keep a mailbox that Google handed over. Raises Refusal."""
    try:
        number = credentials.keep(db, user_id, mail.vault, tokens.secret(), at)
    except NoKey as error:
        raise Refusal(str(error)) from None
    return mailboxes.connect(db, user_id, Place(Kind.GMAIL, address), number, State.UNCONFIRMED, at)


def ask_whose(box: Mailbox) -> Result:
    """Which address it is, before it counts; one that was known before needs no question."""
    if box.state == State.ACTIVE:
        return Said(text=f"{box.address} is connected again. I go on where I was.")
    calls = [Call(name="mailbox", args={"number": box.id, "action": action}) for action in ("confirm", "refuse")]
    return Proposed(
        text=f"Google says that this is the mailbox of {box.address}. Is it yours, and shall I read it?",
        buttons=(Button(label="Yes, read it", calls=(calls[0],)), Button(label="No, not that one", calls=(calls[1],))),
    )


def refuse(ctx: Context, box: Mailbox) -> Result:
    """The mailbox is not the one that was meant: nothing of it is kept."""
    if box.state != State.UNCONFIRMED:
        raise Refusal("That mailbox is connected already. Say “disconnect” to let go of it.")
    return let_go(ctx, box)


def let_go(ctx: Context, box: Mailbox) -> Result:
    """Delete a mailbox and its secret, and give the permission back to Google."""
    tokens, buttons = _tokens(ctx, box), _take_back(ctx, box)
    if box.kind == Kind.ATS and box.credential_id is None:
        # The row stays, so that the office's key is not used for this person again.
        mailboxes.change(ctx.db, ctx.user.id, box.id, state=State.BROKEN, reason=NOT_WANTED, due_at=None)
        return Said(text=f"I do not ask {account_words(box)} for you any more.", buttons=buttons)
    mailboxes.remove(ctx.db, ctx.user.id, box.id)
    done = f"{account_words(box)} is disconnected. The {kept_of(box)} is deleted here"
    app = ctx.mail.google if ctx.mail is not None and ctx.mail.online else None
    # Google takes all permissions of a person back with one: a sheet that is kept up to date would be lost.
    if tokens is None or app is None or sheets.of_person(ctx.db, ctx.user.id) is not None:
        return Said(text=f"{done}.", buttons=buttons)

    def work() -> bool:
        return _revoked(app, tokens)

    def then(_: Any, revoked: bool) -> Result:
        lost = f"{done}. Google did not answer when I gave it back: you can take it away at {PAGE}."
        return Said(text=f"{done} and given back to Google." if revoked else lost, buttons=buttons)

    return outside(work, then)


def give_all_back(ctx: Context) -> Callable[[], bool] | None:
    """Work that gives all that Google allowed for this person back to it, and tells whether Google took it; None where
    it allowed nothing."""
    mail = ctx.mail
    if mail is None:
        return None
    held: list[Tokens] = []
    for secret in credentials.readable(ctx.db, ctx.user.id, mail.vault):
        with suppress(KeyError, ValueError, TypeError):
            held.append(google.kept(secret))
    app = mail.google if mail.online else None

    def work() -> bool:
        return app is not None and all([_revoked(app, tokens) for tokens in held])

    return work if held else None


def _revoked(app: GoogleApp, tokens: Tokens) -> bool:
    try:
        return google.revoke(app, tokens)
    except MailTrouble:
        return False


def _take_back(ctx: Context, box: Mailbox) -> tuple[Button, ...]:
    """The offer to take back what mails of this mailbox changed; all of it, or it stays."""
    steps = findings.steps_from(ctx.db, ctx.user.id, account_words(box))
    calls = tuple(Call(name="undo", args={"step": step}) for step in steps)
    return (Button(label=f"Take back what came from it ({len(steps)})", calls=calls),) if steps else ()


def _tokens(ctx: Context, box: Mailbox) -> Tokens | None:
    return tokens_of(ctx, box.credential_id) if box.kind == Kind.GMAIL else None


def tokens_of(ctx: Context, credential_id: int | None) -> Tokens | None:
    """What Google gave, as it is kept; None where it cannot be read."""
    if credential_id is None or ctx.mail is None:
        return None
    try:
        return google.kept(credentials.read(ctx.db, ctx.user.id, ctx.mail.vault, credential_id))
    except (NotThere, Unreadable, NoKey, KeyError, ValueError):
        return None


def access_of(ctx: Context) -> MailAccess:
    """What mail accounts need. Raises Refusal where they are not reached."""
    if ctx.mail is None:
        raise Refusal("Mailboxes cannot be connected here.")
    return ctx.mail
