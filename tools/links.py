"""A bare link: what stands behind it, and whether to keep it; the person decides, by a button."""

from __future__ import annotations

from storage import postings
from storage.postings import Kept
from tools import visits
from tools.context import Context
from tools.fields import Text
from tools.postings.identify import identify
from tools.result import Asking, Button, Call, Refusal, Result, Said, application_ref
from tools.tool import tool
from tools.visits import Visited
from tools.which import one
from tools.words import clipped, day_words, name_of, pay_words

MOST_SHOWN = 3000  # characters of a kept text


@tool("posting", examples=("/posting https://jobs.example.com/cook",), offered=False)
def posting(ctx: Context, what: Text) -> Result:
    """Read the posting behind a link and ask what to do with it, or show the one kept with an application."""
    if identify(what).platform is None:
        return _shown(ctx, what)
    url = identify(what).url
    there = visits.already(ctx, url)
    if there is None:
        return visits.visit(ctx, url, _question)
    show = Button(label="Show it", calls=(Call(name="show", args={"company": f"#{there.id}"}),), keep=True)
    name = name_of(there.company, there.title)
    told = f"{name} is already there: that is the same posting. It stands at {there.status}."
    buttons = (show,) if there.status != "saved" else (_button("Applied", url, "applied"), show)
    return Asking(text=told, buttons=buttons, refs=(application_ref(there.id),))


def _shown(ctx: Context, company: str) -> Result:
    """A posting as it was read and kept: links die."""
    a = one(ctx, company, None)
    kept = postings.of_application(ctx.db, ctx.user.id, a.id)
    if kept is None or not (kept.description or kept.skills):
        raise Refusal(f"I have not kept the posting of {name_of(a.company, a.title)}.", refs=(application_ref(a.id),))
    read = day_words(kept.read_at.astimezone(ctx.user.zone).date(), ctx.today)
    lines = [f"{name_of(a.company, a.title)}: the posting as I read it on {read}", _facts(ctx, kept)]
    lines += [f"Asks for: {', '.join(kept.skills)}"] if kept.skills else []
    shown = (kept.description or "")[:MOST_SHOWN]
    cut = "…" if len(kept.description or "") > MOST_SHOWN else ""
    text = "\n".join(line for line in [*lines, "", shown + cut] if line or shown).strip()
    return Said(text=text, refs=(application_ref(a.id),))


def _question(ctx: Context, seen: Visited) -> Result:
    buttons = (_button("Save", seen.link.url, "saved"), _button("Applied", seen.link.url, "applied"))
    return Asking(text=_told(ctx, seen), buttons=(*buttons, Button(label="Nothing")))


def _button(label: str, url: str, status: str) -> Button:
    return Button(label=label, calls=(Call(name="log", args={"url": url, "status": status}),))


def _told(ctx: Context, seen: Visited) -> str:
    """What was found behind the link, on a few lines, and the question."""
    if seen.closed:
        return f"{clipped(seen.link.url, 120)}\nThat posting was taken down. Shall I keep the link all the same?"
    if seen.kept is None:
        failed = f"I could not read that page ({seen.trouble})."
        return f"{clipped(seen.link.url, 120)}\n{failed} Shall I keep the link? I will ask you for the rest."
    lines = [name_of(seen.kept.company or seen.company or "Company not named", seen.kept.title)]
    lines += [facts] if (facts := _facts(ctx, seen.kept)) else []
    return "\n".join([*lines, "Save it for later, or have you applied?"])


def _facts(ctx: Context, kept: Kept) -> str:
    pay = pay_words(kept.salary_min, kept.salary_max, kept.salary_currency, kept.salary_period)
    closes = f"closes {day_words(kept.deadline_on, ctx.today)}" if kept.deadline_on else ""
    kind = (kept.employment_type or "").replace("_", " ")
    place = clipped(kept.location or "", 80)
    return " · ".join(part for part in (place, kept.work_mode, kind, pay, closes) if part)
