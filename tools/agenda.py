"""What lies ahead: interviews, deadlines and reminders, in their order of time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal

from storage import applications, interviews, reminders
from storage.filters import Filter
from storage.records import Application, Interview
from tools.context import Context
from tools.fields import Name, Range
from tools.find import day_bounds
from tools.listing import range_words
from tools.meetings import describe, interview_ref
from tools.receipts import counted
from tools.reminders import describe as reminder_words
from tools.reminders import reminder_ref
from tools.result import Button, Call, Refusal, Result, Said, application_ref
from tools.show import within
from tools.tool import tool
from tools.which import some, with_title
from tools.words import ago_words, clipped, day_and_ago, name_of

What = Literal["interviews", "deadlines", "reminders", "all"]
MAX_LINES = 40
# An interview that began so short a time ago is still asked for as the next one.
RUNNING = timedelta(hours=1)
NOUNS = {"interviews": "interview", "deadlines": "deadline", "reminders": "reminder"}


@dataclass(frozen=True)
class Line:
    """One thing to come: when, in words, and the refs of what it is about."""

    at: datetime
    words: str
    refs: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """Which of them: in a period, of some applications, with somebody."""

    period: Range | None
    only: frozenset[int] | None
    person: str | None

    def meets(self, application_id: int | None) -> bool:
        """Whether it is one of the applications asked for."""
        return self.only is None or application_id in self.only


@tool("agenda", reads=True, examples=("/agenda interviews, this week", "/agenda reminders"))
def agenda(
    ctx: Context,
    what: What = "all",
    period: Range | None = None,
    company: Name | None = None,
    title: Name | None = None,
    person: Name | None = None,
    only_next: bool = False,
) -> Result:
    """List interviews, deadlines or reminders ahead, those of a period ("this week", "tomorrow"), or only the next."""
    asked = Asked(_from_today(ctx, period), _only(ctx, company, title), person)
    # A follow-up is worth a line where nothing else lies ahead.
    found = _lines(ctx, what, asked) or (_reminders(ctx, asked, ("follow_up",)) if what == "all" else [])
    lines = sorted(found, key=lambda line: line.at)
    if not lines and asked.only and not period and what in ("interviews", "deadlines"):
        lines = _held(ctx, asked.only) if what == "interviews" else []
    if not lines:
        return _nothing(ctx, what, asked)
    shown = lines[:1] if only_next else lines[:MAX_LINES]
    heading = _heading(ctx, what, asked, len(lines)) if not only_next else ""
    numbered = [f"{n}. {line.words}" if len(shown) > 1 else line.words for n, line in enumerate(shown, 1)]
    left = len(lines) - len(shown)
    more = f"… and {left} more after that." if left else ""
    text = "\n".join(part for part in (heading, *numbered, more) if part)
    return Said(text=text, refs=tuple(ref for line in shown for ref in line.refs), listed=True)


def _from_today(ctx: Context, period: Range | None) -> Range | None:
    """A period without a beginning ("until Friday") begins today."""
    return replace(period, first=ctx.today) if period and period.first is None else period


def _only(ctx: Context, company: str | None, title: str | None) -> frozenset[int] | None:
    if company:
        return frozenset(a.id for a in some(ctx, company, title))
    if not title:
        return None
    found = frozenset(a.id for a in with_title(ctx, title))
    if not found:
        raise Refusal(f"You have no application as “{clipped(title, 60)}”.")
    return found


def _lines(ctx: Context, what: What, asked: Asked) -> list[Line]:
    kinds: dict[str, tuple[Callable[[Context, Asked], list[Line]], ...]] = {
        "interviews": (_interviews,),
        "deadlines": (_deadlines,),
        "reminders": (_reminders,),
        "all": (_interviews, _deadlines, _own_reminders),
    }
    return [line for kind in kinds[what] for line in kind(ctx, asked)]


def _heading(ctx: Context, what: What, asked: Asked, number: int) -> str:
    """How many there are, and of which days; nothing over a single line of no period."""
    if number == 1 and not asked.period:
        return ""
    when = range_words(ctx, asked.period) if asked.period else ""
    if what == "all":
        return f"{when or 'Ahead'}:"
    return f"{counted(number, NOUNS[what])}{f', {when}' if when else ''}:"


def _nothing(ctx: Context, what: What, asked: Asked) -> Result:
    """That there is none; where it was about a period, how many lie behind it, and a button that shows them."""
    noun = "interviews, deadlines or reminders" if what == "all" else what
    where = f" at {_companies(ctx, asked.only)}" if asked.only else ""
    who = f" with {clipped(asked.person, 60)}" if asked.person else ""
    if asked.period is None:
        how = {"interviews": " To set one, say “interview with … on Tuesday at 3pm”."}.get(what, "")
        return Said(text=f"No {noun} ahead{where}{who}.{how}", refs=_refs(asked))
    later = len(_lines(ctx, what, Asked(None, asked.only, asked.person)))
    day = asked.period.first == asked.period.last
    text = f"No {noun}{where}{who} {'on' if day else 'in'} {range_words(ctx, asked.period)}."
    if not later:
        return Said(text=text, refs=_refs(asked))
    args = {key: value for key, value in ctx.call.args.items() if key not in ("period", "only_next")}
    button = Button(label="Show what lies ahead", calls=(Call(name="agenda", args=args),), keep=True)
    lies = "lies" if later == 1 else "lie"
    return Said(text=f"{text} {later} {lies} ahead on other days.", buttons=(button,), refs=_refs(asked))


def _refs(asked: Asked) -> tuple[str, ...]:
    return tuple(application_ref(number) for number in sorted(asked.only or ()))


def _companies(ctx: Context, only: frozenset[int]) -> str:
    names = dict.fromkeys(applications.get(ctx.db, ctx.user.id, number).company for number in sorted(only))
    return clipped(", ".join(names), 80)


def _interviews(ctx: Context, asked: Asked) -> list[Line]:
    first, last = day_bounds(ctx, asked.period) if asked.period else (ctx.now - RUNNING, None)
    found = interviews.find_interviews(ctx.db, ctx.user.id, first=first, last=last)
    return [_interview(ctx, i) for i in found if asked.meets(i.application_id) and _seen(asked.person, i)]


def _seen(person: str | None, i: Interview) -> bool:
    return person is None or (i.with_ is not None and within(person, i.with_))


def _interview(ctx: Context, i: Interview, lead: str = "Interview") -> Line:
    a = applications.get(ctx.db, ctx.user.id, i.application_id)
    day = i.starts_at.astimezone(ctx.user.zone).date()
    soon = f" · {ago_words(day, ctx.today)}" if (day - ctx.today).days > 1 else ""
    near = " · held" if i.starts_at < ctx.now else soon
    return Line(i.starts_at, f"{lead}: {describe(ctx, a, i)}{near}", (application_ref(a.id), interview_ref(i)))


def _held(ctx: Context, only: frozenset[int]) -> list[Line]:
    """The last interview of an application that has none ahead."""
    found = [i for i in interviews.find_interviews(ctx.db, ctx.user.id, last=ctx.now) if i.application_id in only]
    return [_interview(ctx, i, "No interview ahead; the last one was") for i in found[-1:]]


def _deadlines(ctx: Context, asked: Asked) -> list[Line]:
    first = asked.period.first if asked.period else None if asked.only else ctx.today
    last = asked.period.last if asked.period else None
    wanted = Filter(active=True, deadline_from=first, deadline_to=last, has_deadline=True, sort="deadline", limit=None)
    found = applications.find(ctx.db, ctx.user.id, wanted).items
    return [_deadline(ctx, a) for a in found if asked.meets(a.id)]


def _deadline(ctx: Context, a: Application) -> Line:
    assert a.deadline_on is not None
    kind = "Decide by" if a.status == "offer" else "Deadline"
    day = day_and_ago(a.deadline_on, ctx.today, " · ")
    at = datetime.combine(a.deadline_on, time(), ctx.user.zone)
    return Line(at, f"{kind}: {name_of(a.company, a.title)} · {day}", (application_ref(a.id),))


def _reminders(ctx: Context, asked: Asked, kinds: tuple[str, ...] | None = None) -> list[Line]:
    first, last = day_bounds(ctx, asked.period) if asked.period else (None, None)
    found = reminders.find(ctx.db, ctx.user.id, ctx.now, last=last, kinds=kinds)
    return [
        Line(r.due_at, reminder_words(ctx, r), (reminder_ref(r),))
        for r in found
        if (first is None or r.due_at >= first) and asked.meets(r.application_id)
    ]


def _own_reminders(ctx: Context, asked: Asked) -> list[Line]:
    return [Line(x.at, f"Reminder: {x.words}", x.refs) for x in _reminders(ctx, asked, ("custom",))]
