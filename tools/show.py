"""One application as a card, or the answer to one question about it; and who a person is."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from storage import applications, contacts, interviews, notes, postings
from storage.journal import NotThere
from storage.records import Application, Contact
from tools import documents
from tools.about import About, answer, contact_words, interview_words
from tools.context import Context
from tools.fields import Name
from tools.receipts import facts_words, refs_of
from tools.result import Button, Call, Refusal, Result, Said, application_ref
from tools.tool import tool
from tools.which import again, choice_label, how_many, like, some, with_title
from tools.words import clipped, day_and_ago, day_words, name_of

MAX_CARDS = 6
# The parts of an answer are all there is to say; behind the others the whole card follows.
WHOLE = ("contact", "notes", "history", "interview")


@tool("show", reads=True, examples=("/show Stripe", "/show Stripe, about=pay", "/show person=Jane"))
def show(
    ctx: Context,
    company: Name | None = None,
    title: Name | None = None,
    about: About | None = None,
    person: Name | None = None,
) -> Result:
    """Show one application with its facts, history, interviews, contacts and notes, or what is asked about it."""
    if person and not company:
        return _person(ctx, person)
    found = _meant(ctx, company, title)
    other = [_other_role(title, found)] if title and company else []
    if len(found) > 1:
        return _several(ctx, found, about, other)
    a = found[0]
    lines = other + ([answer(ctx, a, about)] if about else [])
    lines += [] if about in WHOLE else [*([""] if about else []), card(ctx, a)]
    text = "\n".join(lines).strip()
    return Said(text=text, buttons=(*_files(ctx, a), *_posting(ctx, a), *_next_steps(a)), refs=(application_ref(a.id),))


def _other_role(title: str, found: list[Application]) -> str:
    """The words that none of those found is for the role asked for; empty where one is, or none has a role."""
    if not any(a.title for a in found) or any(a.title and like(title.casefold(), a.title.casefold()) for a in found):
        return ""
    return f"You have no application as “{clipped(title, 60)}” at {found[0].company}, but:"


def _meant(ctx: Context, company: str | None, title: str | None) -> list[Application]:
    if company or not title:
        return some(ctx, company, title)
    found = with_title(ctx, title)
    if not found:
        raise Refusal(f"You have no application as “{clipped(title, 60)}”. Say “everything” to see all that is there.")
    return found


def _several(ctx: Context, found: list[Application], about: About | None, other: list[str]) -> Result:
    """All that are meant, a line for each, or the answer for each."""
    same = len({a.company for a in found}) == 1
    heading = f"You have {how_many(found)} applications{f' at {found[0].company}' if same else ''}:"
    lines = [answer(ctx, a, about) if about else f"{n}. {_line(ctx, a)}" for n, a in enumerate(found[:MAX_CARDS], 1)]
    lines += [f"… and {len(found) - MAX_CARDS:,} more"] if len(found) > MAX_CARDS else []
    buttons = tuple(
        Button(label=choice_label(a, found), calls=(again(ctx.call, company=f"#{a.id}", title=None),), keep=True)
        for a in found[:MAX_CARDS]
    )
    text = "\n".join([*other, heading, *lines]).strip()
    return Said(text=text, buttons=buttons, refs=refs_of(found), listed=True)


def _line(ctx: Context, a: Application) -> str:
    day = f", applied {day_words(a.applied_on, ctx.today)}" if a.applied_on else ""
    return f"{name_of(a.company, a.title)}: {a.status}{day}"


def _files(ctx: Context, a: Application) -> tuple[Button, ...]:
    """The button that hands out the files, where there are any."""
    if not documents.lines(ctx, a.id):
        return ()
    return (Button(label="Files", calls=(Call(name="files", args={"company": f"#{a.id}"}),), keep=True),)


def _posting(ctx: Context, a: Application) -> tuple[Button, ...]:
    """The posting as it was read, where it was kept."""
    kept = postings.of_application(ctx.db, ctx.user.id, a.id)
    if kept is None or not kept.description:
        return ()
    return (Button(label="Posting", calls=(Call(name="posting", args={"what": f"#{a.id}"}),), keep=True),)


def _next_steps(a: Application) -> tuple[Button, ...]:
    who = {"company": f"#{a.id}"}
    star = Button(
        label="Unstar" if a.favorite else "Star", calls=(Call(name="label", args={**who, "favorite": not a.favorite}),)
    )
    if a.active and a.status != "saved":
        return (Button(label="Rejected", calls=(Call(name="status", args={**who, "status": "rejected"}),)), star)
    if a.status == "saved":
        return (Button(label="Applied", calls=(Call(name="status", args={**who, "status": "applied"}),)), star)
    return (star,)


def _person(ctx: Context, said: str) -> Result:
    """Who somebody is: the contacts of that name, else the interviews and notes that name them."""
    known = contacts.find_contacts(ctx.db, ctx.user.id, limit=10_000)
    found = [c for c in known if named(said, c.name)]
    lines = [_contact_line(ctx, c) for c in found]
    ids = [c.application_id for c in found]
    if not found:
        lines, ids = _mentioned(ctx, said)
    if not lines:
        who = clipped(said, 60)
        raise Refusal(f"Nobody called {who} is noted. To add them, say “{who} is my contact at …”.")
    refs = tuple(application_ref(number) for number in dict.fromkeys(ids))
    return Said(text="\n".join(lines), refs=refs, listed=len(refs) > 1)


def named(said: str, name: str) -> bool:
    """Whether words name a person: each of them is, or nearly is, a part of the name."""
    have = re.findall(r"\w+", name.casefold())
    parts = [word for word in re.findall(r"\w+", said.casefold()) if word not in ("mr", "mrs", "ms", "dr")]
    return bool(parts) and all(any(h == p or (len(p) > 3 and fuzz.ratio(h, p) >= 80) for h in have) for p in parts)


def _contact_line(ctx: Context, c: Contact) -> str:
    a = _application(ctx, c.application_id)
    return f"{contact_words(c)} · at {name_of(a.company, a.title)} ({a.status})" if a else contact_words(c)


def _mentioned(ctx: Context, said: str) -> tuple[list[str], list[int]]:
    """Where interviews and notes speak of somebody."""
    held = interviews.find_interviews(ctx.db, ctx.user.id)
    found = [i for i in held if i.with_ and within(said, i.with_)]
    told = notes.search_notes(ctx.db, ctx.user.id, said, limit=5)
    lines = []
    for i in found:
        a = _application(ctx, i.application_id)
        lines += [f"Interview with {i.with_}: {name_of(a.company, a.title)} · {interview_words(ctx, i)}"] if a else []
    for n in told:
        a = _application(ctx, n.application_id)
        lines += [f"Note on {name_of(a.company, a.title)}: {clipped(n.text, 200)}"] if a else []
    return lines, [i.application_id for i in found] + [n.application_id for n in told]


def within(said: str, names: str) -> bool:
    """Whether words name one of the people of a list."""
    return any(named(said, one) for one in re.split(r",|&|\band\b|\+", names))


def _application(ctx: Context, number: int) -> Application | None:
    try:
        return applications.get(ctx.db, ctx.user.id, number)
    except NotThere:
        return None


def card(ctx: Context, a: Application) -> str:
    """All that is known of an application, in lines."""
    away = " · archived" if a.archived else ""
    head = f"{'★ ' if a.favorite else ''}{name_of(a.company, a.title)} (#{a.id}){away}"
    day = a.applied_on
    applied = f", applied {day_and_ago(day, ctx.today)}" if day else ""
    lines = [head, f"Status: {a.status}{applied}", facts_words(ctx, a)]
    lines += _interviews(ctx, a) + _people(ctx, a) + _notes(ctx, a) + _history(ctx, a)
    lines += documents.lines(ctx, a.id)
    return "\n".join(line for line in lines if line)


def _interviews(ctx: Context, a: Application) -> list[str]:
    found = interviews.get_interviews(ctx.db, ctx.user.id, a.id)
    return [f"Interview{'' if i.starts_at >= ctx.now else ' held'}: {interview_words(ctx, i)}" for i in found]


def _people(ctx: Context, a: Application) -> list[str]:
    return [f"Contact: {contact_words(c)}" for c in contacts.get_contacts(ctx.db, ctx.user.id, a.id)]


def _notes(ctx: Context, a: Application) -> list[str]:
    found = notes.get_notes(ctx.db, ctx.user.id, a.id)
    return [f"Note ({day_words(n.at.astimezone(ctx.user.zone).date(), ctx.today)}): {n.text}" for n in found]


def _history(ctx: Context, a: Application) -> list[str]:
    entries = applications.get_history(ctx.db, ctx.user.id, a.id)
    steps = [f"{e.status} {day_words(e.at.astimezone(ctx.user.zone).date(), ctx.today)}" for e in entries]
    noted = [f"  {e.status}: {e.note}" for e in entries if e.note]
    return ["History: " + " → ".join(steps), *noted] if steps else []
