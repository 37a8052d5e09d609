"""Mails come in, from a mailbox or handed in, and what they say comes to the applications, or to a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from storage import by_name, findings
from storage.findings import APPLIED, OPEN, REFUSED, UNDONE, Found
from storage.journal import NotThere
from tools.asking import outside
from tools.context import Context
from tools.fields import MailNumber, Name, Text
from tools.findings import cards, report, settling
from tools.findings.applying import finding_ref
from tools.findings.books import Books, open_books
from tools.findings.gathering import Gathered, gather, keep, said_by
from tools.findings.letters import MOST_NOTED, Letter, letters
from tools.findings.planning import HANDED_IN
from tools.findings.second import MailForm, checked, text_of
from tools.findings.words import proof
from tools.handed_in import handed_in
from tools.mail.files import mail_in
from tools.mail.mail import Mail
from tools.receipts import counted
from tools.result import Button, Call, Refusal, Result, Said
from tools.surprise import surprise
from tools.tool import tool
from tools.words import clipped

# Handed in at once, so many are shown before anything is changed.
MANY = 5
MOST_BUTTONS = 3
MOST_ASKED = 5  # mails of one message on which a language model is asked
NOTHING = "There is nothing in it about an application of yours. All stays as it is."
SILENT = "It changes nothing for any application of yours."
GONE = "That mail is not there any more."


class Taken(Said):
    """What came of some mails: how many were looked at, how many findings are new, and how many could not be read."""

    looked: int
    new: int
    broken: int = 0


def take(ctx: Context, mailbox: str, read: Iterable[Letter], *, hold: bool = False, push: bool = True) -> Taken:
    """Take in mails of a mailbox (`mailbox`: its name for the person), in any order, each message once.

    What is sure and may be done is done, each as a step of its own that undo takes back; the rest waits for the person.
    `hold`: nothing is done (a first sync), all of it waits. The person is told of it by a push, if `push`; whoever
    tells them at once says `push=False` and ends with `news`.
    """
    gathered = gather(ctx, mailbox, read)
    settle_new(ctx, gathered.new, hold=hold, push=push)
    text = f"{counted(gathered.looked, 'mail')} looked at, {len(gathered.new)} about your applications."
    return Taken(text=text, looked=gathered.looked, new=len(gathered.new), broken=gathered.broken)


def settle_new(ctx: Context, new: Sequence[Found], *, hold: bool, push: bool) -> None:
    """Do what new findings may do by themselves, and owe the person the word of it."""
    _act(ctx, new, hold=hold)
    if push and findings.untold(ctx.db, ctx.user.id):
        findings.owe_telling(ctx.db, ctx.user.id, ctx.now)


def news(ctx: Context) -> Said | None:
    """What the person was not told of yet, as it is told now; None for nothing. It counts as told."""
    said = report.report(ctx)
    if said is not None:
        _told(ctx, [one.id for one in findings.untold(ctx.db, ctx.user.id)])
    return said


def _told(ctx: Context, ids: Sequence[int]) -> None:
    findings.mark_told(ctx.db, ctx.user.id, ids, ctx.now)


def _act(ctx: Context, new: Sequence[Found], *, hold: bool) -> None:
    """Do what may be done by itself, the oldest mail first; what would change nothing needs no word."""
    if hold or not new:
        return
    books = open_books(ctx)
    for found in sorted(new, key=lambda one: (one.at, one.id)):
        _act_on(ctx, found, books)


def _act_on(ctx: Context, found: Found, books: Books) -> None:
    """Do what one finding may do; where that breaks it waits for the person, and all others go on."""
    try:
        with ctx.db.begin_nested():
            settling.by_rule(ctx, found, books)
    except Exception as error:
        surprise(error, ["mail"])


@tool("read_mail", offered=False)
def read_mail(ctx: Context, text: Text | None = None, said: Text | None = None) -> Result:
    """Read mails that the user hands in, as files (.eml, .mbox) or as pasted text."""
    if text is None and not ctx.files:
        raise Refusal("Send the mail as a file (.eml or .mbox), or paste its text.")
    zone, files = ctx.user.zone, ctx.files

    def work() -> list[Letter]:
        return list(letters([mail_in(text)] if text is not None else handed_in(files), zone))

    def then(later: Context, read: list[Letter] | None) -> Result:
        gathered = gather(later, HANDED_IN, read or [], named=_named(later, said))
        return _second(later, gathered, gathered.unclear[:MOST_ASKED])

    return outside(work, then)


def _named(ctx: Context, said: str | None) -> str | None:
    """The one company of the person's that their words beside a mail name."""
    named = [name for name in by_name.companies(ctx.db, ctx.user.id) if said and _stands_in(name, said)]
    return named[0] if len(named) == 1 else None


def _second(ctx: Context, gathered: Gathered, unclear: Sequence[tuple[Mail, Found | None]]) -> Result:
    """Ask the language model, where there is one, on what the rules were not sure of, one mail after the other."""
    if not unclear:
        return _answer(ctx, gathered)
    (mail, found), rest = unclear[0], unclear[1:]

    def then(later: Context, form: MailForm | None) -> Result:
        finding = checked(mail, form, later.now)
        if finding is not None and found is None and finding.status != "not_job":
            keep(later, HANDED_IN, Letter(mail, finding), gathered)
        elif finding is not None and found is not None:
            _replace(later, gathered, found, said_by(finding))
        return _second(later, gathered, rest)

    return ctx.writer.read(text_of(mail), MailForm, then)


def _replace(ctx: Context, gathered: Gathered, found: Found, values: dict[str, Any]) -> None:
    """Put the better reading in the place of the first; one that is no news after all is dropped."""
    if values["status"] == "not_job":
        findings.drop(ctx.db, ctx.user.id, found.id)
        gathered.new.remove(found)
        return
    kept = {name: value for name, value in values.items() if value is not None}
    gathered.new[gathered.new.index(found)] = findings.reread(ctx.db, ctx.user.id, found.id, kept)


def _answer(ctx: Context, gathered: Gathered) -> Result:
    """What is said of mails that were handed in; many of them are shown before anything is changed."""
    _act(ctx, gathered.new, hold=len(gathered.new) > MANY)
    fresh = [findings.get(ctx.db, ctx.user.id, one.id) for one in gathered.new]
    _told(ctx, [one.id for one in fresh])
    there = report.sort(ctx, [one for one in fresh if one.state == OPEN or one.outcome])
    if there.number:
        said = report.told(ctx, there)
    elif fresh:
        said = Said(text=SILENT)
    elif gathered.known:
        said = _known(ctx, gathered.known[0])
    else:
        said = Said(text=NOTHING, buttons=_notes(ctx, gathered.other))
    broken = f"\n{counted(gathered.broken, 'mail')} could not be read." if gathered.broken else ""
    read = f"{counted(gathered.looked, 'mail')} read. " if gathered.looked > 1 else ""
    return said.model_copy(update={"text": f"{read}{said.text}{broken}"})


def _notes(ctx: Context, other: Mail | None) -> tuple[Button, ...]:
    """The buttons that keep a mail as a note with the companies that it names."""
    words = f"{other.subject}\n{other.text}"[:MOST_NOTED] if other is not None else ""
    named = [name for name in by_name.companies(ctx.db, ctx.user.id) if _stands_in(name, words)]
    return tuple(
        Button(label=f"Keep it as a note at {clipped(name, 30)}",
               calls=(Call(name="note", args={"text": words, "company": name}),))
        for name in named[:MOST_BUTTONS]
    )  # fmt: skip


def _stands_in(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.I) is not None


def _known(ctx: Context, found: Found) -> Said:
    """What became of a mail that came before."""
    if found.state == OPEN:
        return cards.card(ctx, found)
    became = {APPLIED: "I took it in before", REFUSED: "you said that it is not about a job",
              UNDONE: "what it changed was taken back"}[found.state]  # fmt: skip
    line = f": {found.outcome.splitlines()[0]}" if found.state == APPLIED and found.outcome else ""
    buttons = () if found.state == APPLIED else (cards.after_all(found),)
    text = f"I know that mail: {became}{line}. Nothing was changed.\n{proof(ctx, found)}"
    return Said(text=text, buttons=buttons, refs=(finding_ref(found),))


@tool("mail", offered=False, reads=True, examples=("/mail",))
def mail(ctx: Context, next: bool = False) -> Result:
    """Show what the user's mail says and waits for a word from them; next shows the first of it alone."""
    waiting = settling.to_look_at(ctx)
    untold = findings.untold(ctx.db, ctx.user.id)
    _told(ctx, [one.id for one in (*waiting, *untold)])
    if next and waiting:
        left = f"{len(waiting)} left" if len(waiting) > 1 else "the last one"
        return cards.card(ctx, waiting[0], place=left, go_on=True)
    there = list({one.id: one for one in (*untold, *waiting)}.values())
    found = report.sort(ctx, there)
    if not found.number:
        return Said(text="That was all of it." if next else "Nothing in your mail waits for you.")
    return report.told(ctx, found)


@tool("mail_choices", offered=False, reads=True)
def mail_choices(ctx: Context, finding: MailNumber, go_on: bool = False) -> Result:
    """Ask which application a mail is about, with a button for each."""
    return cards.choices(ctx, _open(ctx, finding), go_on)


@tool("settle_mail", offered=False)
def settle_mail(
    ctx: Context,
    do: Literal["apply", "new", "refuse", "clear"],
    finding: MailNumber | None = None,
    company: Name | None = None,
    title: Name | None = None,
) -> Result:
    """Take over what a mail says: for the application named, as a new one, or not at all; or all clear ones."""
    if do == "clear":
        return settling.all_clear(ctx)
    if finding is None:
        raise Refusal("Which mail is meant? /mail shows what waits.")
    found = _open(ctx, finding)
    if do == "refuse":
        return settling.refuse(ctx, found)
    if do == "new":
        return settling.add(ctx, found)
    return settling.take_over(ctx, found, company, title)


def _open(ctx: Context, number: int) -> Found:
    try:
        found = findings.get(ctx.db, ctx.user.id, number)
    except NotThere:
        raise Refusal(GONE) from None
    if found.state == APPLIED:
        raise Refusal(f"That was taken in already: {(found.outcome or '').splitlines()[0]}")
    return found
