"""Connecting a system for applicants in the chat: whose it is, which address was applied with, the key, and a try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from storage import credentials, mailboxes
from storage.mailboxes import Kind, Mailbox, Place, State
from storage.vault import NO_KEY, NoKey
from tools.asking import outside
from tools.ats import keys, proven, registry
from tools.ats.contract import AccessLost, Key, MailTrouble, Platform, RemoteApplication
from tools.ats.source import ask
from tools.context import Context
from tools.mail_access import MailAccess
from tools.mail_hosts import address_in
from tools.receipts import counted
from tools.result import Asking, Call, Refusal, Result, Said, Wanted

BACK = timedelta(days=365)  # a first look goes back so far
MOST_SECRET = 4_000
ASK_COMPANY = (
    "Whose {title} is it? Tell me the employer's name, such as Acme. (The key is one that the employer's own people "
    "make; an applicant's login does not do.)"
)
ASK_EMAIL = "Which e-mail address did you apply with? I ask {title} for applications of that address alone."
ASK_KEY = (
    "Now send me the key of {title}: {what}. docs/ats.md says where it is made. I keep it locked away, nowhere else, "
    "and never show it. You may delete your message when I have answered."
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said by now on the way to a connection, each as it was written."""

    company: str | None = None
    email: str | None = None
    account: str | None = None
    columns: str | None = None


def begin(ctx: Context, platform: Platform, said: Answers) -> Result:
    """Ask for what is missing, one thing at a time, then try the key. Raises Refusal."""
    mail = ctx.mail
    assert mail is not None, "whoever has no way out was refused before"
    if not mail.vault.usable:
        raise Refusal(NO_KEY)
    email = said.email or _only_address(ctx)
    args = {"mailbox": platform.name, "company": said.company, "email": email, "account": said.account,
            "columns": said.columns}  # fmt: skip
    call = Call(name="connect", args={name: words for name, words in args.items() if words})
    missing = _missing(platform, said, email)
    if missing is not None:
        param, words = missing
        return Asking(text=words.format(title=platform.title), wanted=Wanted(call=call, param=param))
    if not ctx.secret:
        text = ASK_KEY.format(title=platform.title, what=platform.secret)
        return Asking(text=text, wanted=Wanted(call=call, param="key", secret=True))
    return _try(mail, platform, _key(platform, said, ctx.secret), _address(email))


def _missing(platform: Platform, said: Answers, email: str | None) -> tuple[str, str] | None:
    if not said.company:
        return "company", ASK_COMPANY
    if platform.ask_account and not said.account:
        return "account", platform.ask_account
    return ("email", ASK_EMAIL) if not email else None


def _only_address(ctx: Context) -> str | None:
    """The address of the person's that is known for theirs, where it is one."""
    known = proven.addresses(mailboxes.of_person(ctx.db, ctx.user.id))
    return known[0] if len(known) == 1 else None


def _address(email: str | None) -> str:
    found = address_in(email or "")
    if found is None:
        raise Refusal("That is no e-mail address. It looks like ana@example.com.", field="email")
    return found


def _key(platform: Platform, said: Answers, secret: str) -> Key:
    try:
        return keys.made(platform, (said.company or "").strip(), said.account or "", secret[:MOST_SECRET], said.columns)
    except keys.NoKeyYet as error:
        raise Refusal(f"{error} Say “connect {platform.name}” to try again.") from None


def _try(mail: MailAccess, platform: Platform, key: Key, email: str) -> Result:
    """Ask the system once, and keep the key where that works."""
    place = Place(Kind.ATS, email, key.account or None, platform=platform.name, company=key.company)

    def then(later: Context, found: list[RemoteApplication]) -> Result:
        try:
            number = credentials.keep(later.db, later.user.id, mail.vault, keys.packed(key), later.now)
        except NoKey as error:
            raise Refusal(str(error)) from None
        box = mailboxes.connect(later.db, later.user.id, place, number, State.ACTIVE, later.now)
        if box.looked_at is not None:
            return Said(
                text=f"{registry.system_words(box.platform, box.company)} is connected again. I go on where I was."
            )
        since = later.now - BACK
        mailboxes.change(later.db, later.user.id, box.id, since=since, due_at=later.now, asked_at=later.now)
        return Said(text=_connected(box, len(found)))

    return outside(_tried(mail, platform, key, email), then)


def _connected(box: Mailbox, number: int) -> str:
    there = counted(number, "application") if number else "no application yet"
    return (
        f"It works. {registry.system_words(box.platform, box.company)} shows {there} of {box.address}. Before anything "
        "in your list changes because of it, I show you what I found. From then on I look every 4 hours."
    )


def _tried(mail: MailAccess, platform: Platform, key: Key, email: str) -> Callable[[], list[RemoteApplication]]:
    """Work that asks for the applications. It raises Refusal."""
    again = f"Say “connect {platform.name}” to try again."

    def work() -> list[RemoteApplication]:
        try:
            return ask(key, email, None, mail.servers)
        except AccessLost as error:
            raise Refusal(f"{platform.title} did not let me in: {error}. Nothing is connected. {again}") from None
        except MailTrouble as error:
            raise Refusal(f"I could not ask {platform.title}: {error}. Nothing is connected. {again}") from None

    return work
