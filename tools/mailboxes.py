"""Mail accounts in the chat: connecting one, since when it is read, a look at once, what is connected, letting go."""

from __future__ import annotations

from datetime import datetime, time
from typing import Literal

from storage import lookups, mailboxes
from storage.journal import NotThere
from storage.mailboxes import Kind, Mailbox, State
from tools import google_back, mail_google, mail_password
from tools.ats import connecting, registry
from tools.context import Context
from tools.fields import Name
from tools.mail_hosts import NAMES, address_in, service_of
from tools.mail_words import SINCE, account_words, box_words, kept_of, look_words, since_buttons, since_day
from tools.result import Asking, Button, Call, Proposed, Refusal, Result, Said, Wanted
from tools.tool import tool
from tools.when.lexicon import fold
from tools.words import clipped, day_words

NONE = "No mailbox is connected, and no system for applicants. Say “connect gmail”, or “connect” and your mail address."
OFFLINE = "I am set to stay offline (JOBBOT_OFFLINE), so I cannot reach any mailbox."
GONE = "That mailbox is not connected any more."
WHICH = (
    "Which mailbox shall I read? Tell me your mail address, or say “connect gmail”. I only ever read: nothing is "
    "marked, moved, sent or deleted there."
)


@tool("connect", offered=False, examples=("/connect gmail", "/connect ana@fastmail.com"))
def connect(
    ctx: Context,
    mailbox: Name | None = None,
    folder: Name | None = None,
    server: Name | None = None,
    company: Name | None = None,
    email: Name | None = None,
    account: Name | None = None,
    columns: Name | None = None,
) -> Result:
    """Connect a mailbox (gmail, or a mail address) or an employer's system for applicants (greenhouse, lever …)."""
    if not _reachable(ctx):
        return Said(text=OFFLINE)
    platform = None if address_in(mailbox or "") else registry.named(mailbox or "")
    if platform is not None:
        return connecting.begin(ctx, platform, connecting.Answers(company, email, account, columns))
    address = address_in(mailbox or "")
    service = next((domain for name, domain in NAMES.items() if name in fold(mailbox or "").casefold()), None)
    if address is None and service == "gmail.com":
        return mail_google.begin(ctx)
    if address is None:
        wanted = Wanted(call=Call(name="connect", args=_said(folder=folder, server=server)), param="mailbox")
        which = f"What is your address there? ({(mailbox or '').strip()[:40]})" if service else WHICH
        return Asking(text=which, wanted=wanted)
    known = service_of(address)
    if known is not None and not known.host:
        raise Refusal(known.hint)
    return mail_password.begin(ctx, address, folder or "INBOX", server)


@tool("google_code", offered=False)
def google_code(ctx: Context) -> Result:
    """Take the address to which Google led back, as it was pasted."""
    return google_back.pasted(ctx) if _reachable(ctx) else Said(text=OFFLINE)


@tool("mailbox", offered=False)
def mailbox(
    ctx: Context,
    number: int,
    since: Name | None = None,
    action: Literal["confirm", "refuse", "since"] = "since",
) -> Result:
    """Settle what is open about a mailbox: whose it is, and since when it is to be read."""
    box = _box(ctx, number)
    if action == "refuse":
        return mail_google.refuse(ctx, box)
    if action == "confirm" and box.state == State.UNCONFIRMED:
        box = mailboxes.change(ctx.db, ctx.user.id, box.id, state=State.NEW)
    if box.state == State.UNCONFIRMED:
        return mail_google.ask_whose(box)
    if since is None:
        return ask_since(ctx, box)
    day = since_day(ctx, since)
    at = datetime.combine(day, time.min, ctx.user.zone)
    mailboxes.change(
        ctx.db, ctx.user.id, box.id, since=at, state=State.ACTIVE, cursor={}, due_at=ctx.now, asked_at=ctx.now,
        reason=None,
    )  # fmt: skip
    return Said(
        text=f"I now look through {box.address} since {day_words(day, ctx.today)}, the newest first. Before anything "
        "in your list changes because of these mails, I show you what I found. From then on I look every 15 minutes."
    )


def ask_since(ctx: Context, box: Mailbox) -> Result:
    """The first question about a new mailbox."""
    call = Call(name="mailbox", args={"number": box.id})
    return Asking(text=SINCE.format(address=box.address), buttons=since_buttons(ctx, call),
                  wanted=Wanted(call=call, param="since"))  # fmt: skip


@tool("check_mail", offered=False, examples=("/check_mail",))
def check_mail(ctx: Context) -> Result:
    """Look into the connected mailboxes now."""
    found = mailboxes.of_person(ctx.db, ctx.user.id)
    if not found:
        return Said(text=NONE)
    if not _reachable(ctx):
        return Said(text=OFFLINE)
    asked = mailboxes.ask(ctx.db, ctx.user.id, ctx.now)
    if asked:
        names = " and ".join(clipped(account_words(one), 80) for one in asked[:5])
        return Said(text=f"I am looking into {names}.")
    waiting = next((one for one in found if one.state in (State.NEW, State.UNCONFIRMED)), None)
    if waiting is not None:
        return ask_since(ctx, waiting) if waiting.state == State.NEW else mail_google.ask_whose(waiting)
    return broken(ctx, found[0])


@tool("mailboxes", offered=False, reads=True, examples=("/mailboxes",))
def list_mailboxes(ctx: Context) -> Result:
    """Show the connected mailboxes, and when I last looked into them."""
    found = mailboxes.of_person(ctx.db, ctx.user.id)
    if not found:
        return Said(text=NONE)
    lines = []
    for box in found:
        looks = lookups.recent(ctx.db, ctx.user.id, box.id)
        thing = "application" if box.kind == Kind.ATS else "mail"
        lines += [box_words(ctx, box), *(f"  {look_words(ctx, look, thing)}" for look in looks)]
    buttons = [Button(label="Look now", calls=(Call(name="check_mail"),))]
    buttons += [_again(box) for box in found if box.state == State.BROKEN]
    buttons += [_button("Disconnect", box, _off(box)) for box in found]
    return Said(text="\n".join(lines), buttons=tuple(buttons))


@tool("disconnect", offered=False, examples=("/disconnect gmail",))
def disconnect(ctx: Context, mailbox: Name | None = None, number: int | None = None) -> Result:
    """Let go of a mailbox: its password or permission is deleted; always asks first."""
    found = mailboxes.of_person(ctx.db, ctx.user.id)
    if not found:
        return Said(text=NONE)
    meant = [_box(ctx, number)] if number is not None else [one for one in found if _names(one, mailbox)] or found
    if len(meant) > 1:
        buttons = tuple(Button(label=clipped(account_words(one), 60), calls=(_off(one),)) for one in meant[:6])
        return Asking(text="Which one shall I disconnect?", buttons=buttons)
    (box,) = meant
    if not ctx.confirmed:
        call = _off(box).model_copy(update={"confirmed": True})
        return Proposed(
            text=f"Disconnect {account_words(box)}? I delete the {kept_of(box)} and what I know of it. What came from "
            "it stays in your list.",
            buttons=(Button(label="Yes, disconnect", calls=(call,)), Button(label="No, keep it")),
        )
    return mail_google.let_go(ctx, box)


def broken(ctx: Context, box: Mailbox) -> Said:
    """That a mailbox cannot be read any more, and what to do."""
    return Said(
        text=f"I can't read {account_words(box)} any more: {box.reason or 'it does not let me in'}. I have stopped "
        "trying. Connect it again and I go on where I was.",
        buttons=(_again(box),),
    )


def _again(box: Mailbox) -> Button:
    if box.kind == Kind.ATS:
        args = _said(mailbox=box.platform, company=box.company, email=box.address, account=box.host)
        return _button("Reconnect", box, Call(name="connect", args=args))
    said = "gmail" if box.kind == Kind.GMAIL else box.address
    args = _said(mailbox=said, folder=box.folder if box.kind == Kind.IMAP else None, server=_server(box))
    return _button("Reconnect", box, Call(name="connect", args=args))


def _button(deed: str, box: Mailbox, call: Call) -> Button:
    return Button(label=f"{deed} {clipped(account_words(box), 40)}", calls=(call,), keep=True)


def _server(box: Mailbox) -> str | None:
    return f"{box.host}:{box.port}" if box.kind == Kind.IMAP and box.host else None


def _said(**args: str | None) -> dict[str, str]:
    return {name: value for name, value in args.items() if value}


def _off(box: Mailbox) -> Call:
    return Call(name="disconnect", args={"number": box.id})


def _names(box: Mailbox, said: str | None) -> bool:
    words = (said or "").strip().casefold()
    if box.kind == Kind.ATS:
        return bool(words) and box.platform == getattr(registry.named(words), "name", "")
    return bool(words) and (words in box.address or (box.kind == Kind.GMAIL and "gmail" in words))


def _box(ctx: Context, number: int) -> Mailbox:
    try:
        return mailboxes.get(ctx.db, ctx.user.id, min(max(number, 0), 2**53))
    except NotThere:
        raise Refusal(GONE) from None


def _reachable(ctx: Context) -> bool:
    return ctx.mail is not None and ctx.mail.online
