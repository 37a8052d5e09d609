"""Why an application stands where it stands: the line of the mail that said so, and who sent it when."""

from __future__ import annotations

from urllib.parse import quote

from storage import applications, findings, mailboxes
from storage.findings import Found
from storage.journal import NotThere
from storage.mailboxes import Kind
from storage.records import Application
from storage.status import Source
from tools.context import Context
from tools.fields import MailNumber, Name
from tools.findings.applying import finding_ref
from tools.findings.words import by_system, details, reads_like
from tools.result import Button, Refusal, Result, Said, application_ref
from tools.tool import tool
from tools.which import one
from tools.words import day_words, name_of

NOTHING = "Nothing here came from a mail or an employer's system yet."
SOURCES = {
    Source.USER: "you told me so",
    Source.IMPORT: "it was imported so",
    Source.SYSTEM: "it followed from the rules",
    Source.ATS: "the employer's own system said so",
    Source.EMAIL: "a mail said so",
}
OPENS = "https://mail.google.com/mail/?authuser={account}#search/rfc822msgid%3A{mail}"


@tool("why", offered=False, reads=True, examples=("/why Stripe",))
def why(
    ctx: Context, company: Name | None = None, title: Name | None = None, finding: MailNumber | None = None
) -> Result:
    """Show why an application stands where it does: the line of the mail, its sender, subject and day."""
    if finding is not None:
        return _finding(ctx, _there(ctx, finding))
    if company is None and title is None:
        last = findings.latest(ctx.db, ctx.user.id)
        return Said(text=NOTHING) if last is None else _finding(ctx, last)
    a = one(ctx, company, title, living=False)
    found = findings.of_application(ctx.db, ctx.user.id, a.id, limit=1)
    stands = _standing(ctx, a)
    text = "\n".join([stands, *(_lines(ctx, found[0]) if found else ())])
    refs = (application_ref(a.id), *((finding_ref(found[0]),) if found else ()))
    return Said(text=text, refs=refs, buttons=_opens(ctx, found[0]) if found else ())


def _there(ctx: Context, number: int) -> Found:
    try:
        return findings.get(ctx.db, ctx.user.id, number)
    except NotThere:
        raise Refusal("That mail is not there any more.") from None


def _finding(ctx: Context, found: Found) -> Said:
    lines = [found.outcome.splitlines()[0]] if found.outcome else []
    about = (application_ref(found.application_id),) if found.application_id is not None else ()
    text = "\n".join([*lines, *_lines(ctx, found)])
    return Said(text=text, refs=(finding_ref(found), *about), buttons=_opens(ctx, found))


def _standing(ctx: Context, a: Application) -> str:
    entries = applications.get_history(ctx.db, ctx.user.id, a.id)
    if not entries:
        return f"{name_of(a.company, a.title)} stands at {a.status}."
    last = entries[-1]
    day = day_words(last.at.astimezone(ctx.user.zone).date(), ctx.today)
    return f"{name_of(a.company, a.title)} stands at {a.status} since {day}: {SOURCES[last.source]}."


def _lines(ctx: Context, found: Found) -> list[str]:
    """The mail itself: the line, who sent it, its subject, when."""
    waits = "It waits for your word: /mail." if found.state == findings.OPEN else ""
    head = "" if by_system(found) else f"The mail reads like {reads_like(found)}:"
    return [line for line in (head, *details(ctx, found), waits) if line]


def _opens(ctx: Context, found: Found) -> tuple[Button, ...]:
    """The button that opens a mail where Gmail shows it, in the account that it came to."""
    if "@" not in found.message_id or not _is_gmail(ctx, found.mailbox):
        return ()
    url = OPENS.format(account=quote(found.mailbox, safe=""), mail=quote(found.message_id, safe=""))
    return (Button(label="Open the mail", url=url),)


def _is_gmail(ctx: Context, address: str) -> bool:
    """Whether Gmail keeps a mailbox, whatever its domain."""
    known = any(one.address == address and one.kind == Kind.GMAIL for one in mailboxes.of_person(ctx.db, ctx.user.id))
    return known or address.casefold().endswith(("@gmail.com", "@googlemail.com"))
