"""Connecting a mailbox by its password (IMAP): which server, the password, and whether both are right."""

from __future__ import annotations

from collections.abc import Callable

from storage import credentials, mailboxes
from storage.mailboxes import Kind, Place, State
from storage.vault import NoKey
from tools.asking import outside
from tools.clients.trouble import AccessLost, MailTrouble
from tools.context import Context
from tools.mail_access import MailAccess
from tools.mail_hosts import server_in, service_of
from tools.mail_words import SINCE, since_buttons
from tools.result import Asking, Call, Refusal, Result, Said, Wanted

MOST_PASSWORD = 500
ASK_SERVER = (
    "Which server is the mail of {address} fetched from? It is in the help of your mail service under IMAP, and looks "
    "like imap.example.org."
)
ASK = (
    "Now send me the password of {address}: {what}. I keep it locked away, nowhere else, and never show it. "
    "You may delete your message when I have answered."
)


def begin(ctx: Context, address: str, folder: str, server: str | None) -> Result:
    """Ask for what is missing - the server, then the password - and try both. Raises Refusal."""
    known = service_of(address)
    place = server_in(server or (known.host if known else "") or "")
    call = Call(name="connect", args=_args(address, folder, server))
    if server and place is None:
        raise Refusal(f"“{server[:60]}” is no name of a mail server. It looks like imap.example.org.", field="server")
    if place is None:
        return Asking(text=ASK_SERVER.format(address=address), wanted=Wanted(call=call, param="server"))
    mail = ctx.mail
    assert mail is not None, "whoever has no way to mail was refused before"
    if not mail.vault.usable:
        raise Refusal(_no_key())
    if not ctx.secret:
        page = f", which you make at {known.page}" if known and known.page else ""
        hint = f" {known.hint}" if known and known.hint else ""
        what = known.password if known else "the one that its mail programs use"
        text = ASK.format(address=address, what=f"{what}{page}") + hint
        return Asking(text=text, wanted=Wanted(call=call, param="password", secret=True))
    return _try(ctx, mail, Place(Kind.IMAP, address, *place, folder))


def _try(ctx: Context, mail: MailAccess, place: Place) -> Result:
    """Log in, and keep the password where that works."""
    password = ctx.secret.strip()
    if len(password) > MOST_PASSWORD:
        raise Refusal("That is too long for a password. Say “connect” again and send only the password.")

    def then(later: Context, folder: str) -> Result:
        found = Place(place.kind, place.address, place.host, place.port, folder)
        try:
            number = credentials.keep(later.db, later.user.id, mail.vault, {"password": password}, later.now)
        except NoKey as error:
            raise Refusal(str(error)) from None
        box = mailboxes.connect(later.db, later.user.id, found, number, State.NEW, later.now)
        if box.state == State.ACTIVE:
            return Said(text=f"{box.address} is connected again. I go on where I was.")
        call = Call(name="mailbox", args={"number": box.id})
        return Asking(text=f"It works. {SINCE.format(address=box.address)}", buttons=since_buttons(later, call),
                      wanted=Wanted(call=call, param="since"))  # fmt: skip

    return outside(_tried(place, password), then)


def _tried(place: Place, password: str) -> Callable[[], str]:
    """Work that logs in, and gives the folder as the server writes it. It raises Refusal."""

    def work() -> str:
        from tools.clients import imap

        try:
            return imap.check(imap.Login(str(place.host), int(place.port or 0), place.address, password),
                              place.folder or "INBOX")  # fmt: skip
        except imap.NoFolder as error:
            raise Refusal(str(error)) from None
        except AccessLost:
            known = service_of(place.address)
            hint = f" {known.hint}" if known and known.hint else ""
            raise Refusal(
                f"{place.host} does not take that password for {place.address}. Most services want an app password, "
                f"not the one you log in with.{hint} Say “connect {place.address}” to try again."
            ) from None
        except MailTrouble as error:
            raise Refusal(
                f"I could not reach {place.host}: {error}. Say “connect {place.address}” to try again."
            ) from None

    return work


def _args(address: str, folder: str, server: str | None) -> dict[str, str]:
    args = {"mailbox": address, "folder": folder if folder != "INBOX" else "", "server": server or ""}
    return {name: value for name, value in args.items() if value}


def _no_key() -> str:
    from storage.vault import NO_KEY

    return NO_KEY
