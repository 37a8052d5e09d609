"""Which of the person's applications is meant: by name, name and title, "#12", or in a sweep; asks when unsure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from rapidfuzz import fuzz

from storage import applications, by_name
from storage.companies import decide
from storage.filters import Filter, count
from storage.journal import NotThere
from storage.records import Application
from storage.status import ACTIVE, Status
from tools import employers
from tools.context import Context
from tools.result import Button, Call, Refusal, application_ref
from tools.when import read_range
from tools.words import clipped, name_of

MAX_BUTTONS = 6
MAX_GUESSED = 4
AGAIN = re.compile(r"#(\d{1,12})")


def one(
    ctx: Context, company: str | None, title: str | None, unknown: tuple[Button, ...] = (), *, living: bool = True
) -> Application:
    """The one application meant; raise Refusal with a button for each choice where several may be meant, or none.

    `unknown` are the buttons for a company that is not there. With `living`, an ended application gives way to the only
    active one at the same company.
    """
    found = some(ctx, company, title, unknown)
    if len(found) > 1 and living:
        active = [a for a in found if a.status in ACTIVE and not a.archived]
        found = active if len(active) == 1 else found
    if len(found) == 1:
        return found[0]
    raise _which_one(ctx, found)


def some(ctx: Context, company: str | None, title: str | None, unknown: tuple[Button, ...] = ()) -> list[Application]:
    """All applications at the company meant (with that title, if one is given); never empty."""
    number = AGAIN.fullmatch((company or "").strip())
    if number:
        return [_numbered(ctx, int(number.group(1)))]
    if not company:
        return _by_title(ctx, title)
    found = by_name.same_company(ctx.db, ctx.user.id, company) or _near(ctx, company)
    if not found:
        return _described(ctx, company, title, unknown)
    return titled(found, title) if title else found


def _near(ctx: Context, company: str) -> list[Application]:
    """The applications at the company whose name is nearest, of the latest ones; empty where none is near."""
    decision = decide(company, by_name.likely(ctx.db, ctx.user.id, company))
    if decision.kind == "none":
        return []
    found = by_name.at_companies(ctx.db, ctx.user.id, [match.name for match in decision.matches])
    if decision.kind == "several" and len({a.company for a in found}) > 1:
        raise _which_one(ctx, found, f"Which one do you mean by “{clipped(company, 40)}”?")
    if decision.kind == "several":
        raise _which_one(ctx, found, f"I have no “{clipped(company, 40)}”. Do you mean this one?")
    return found


def _described(ctx: Context, company: str, title: str | None, unknown: tuple[Button, ...]) -> list[Application]:
    """The one that words like "the care home" can mean; asks where they fit several or none."""
    kind = employers.kind_of(company)
    mine = latest(ctx) if kind else []
    pool = [a for a in mine if a.active and not a.archived] or mine
    if kind is None or not pool:
        raise _unknown(ctx, company, title, unknown)
    fits = [pool[i] for i in employers.fitting(company, kind, [(a.company, a.title) for a in pool])]
    if len(fits) == 1:
        return fits
    what = re.sub(r"^(?:the|that|this|my|an?|our|one)\s+", "", company.strip().casefold())
    new = "say its name, or choose Add" if unknown else "tell me of it first: “applied to …”"
    question = f"Which of your applications is the {what}? If it is a new one, {new}."
    raise Refusal(question, *_choices(ctx, (fits or pool)[:MAX_GUESSED]), *unknown, field="company")


def everything(ctx: Context) -> list[Application]:
    """All applications of the person, the latest news first."""
    return applications.everything(ctx.db, ctx.user.id)


def latest(ctx: Context, most: int = by_name.MOST_NAMED) -> list[Application]:
    """The applications with the latest news, those first: all that most people have."""
    return by_name.latest(ctx.db, ctx.user.id, most)


def titled(found: Sequence[Application], title: str) -> list[Application]:
    """Those whose title is, or is close to, the one given; all of them where none is."""
    words = title.casefold()
    exact = [a for a in found if (a.title or "").casefold() == words]
    if exact:
        return exact
    close = [a for a in found if a.title and like(words, a.title.casefold())]
    return close or list(found)


def like(said: str, title: str) -> bool:
    """Whether words name a title: all of them stand in it, or it is spelt nearly the same."""
    parts = re.findall(r"\w+", said)
    have = re.findall(r"\w+", title)
    if fuzz.ratio(said, title) >= 85:
        return True
    return bool(parts) and all(any(_same_word(p, h) for h in have) for p in parts)


def _same_word(said: str, word: str) -> bool:
    return word == said or (len(said) > 3 and (word.startswith(said) or fuzz.ratio(word, said) >= 85))


def sweep(ctx: Context, every: str) -> list[Application]:
    """The applications that sweeping words mean: "open", "all", statuses ("rejected,ghosted"), or "silent 30" (days).

    The days are those without news; " applied …" behind it limits them to those applied to in a period.
    """
    words, _, applied = every.strip().casefold().partition(" applied ")
    found = _swept(ctx, words)
    if applied:
        period = read_range(applied, ctx.said)
        found = [a for a in found if a.applied_on and period.holds(a.applied_on)]
    return found


def _swept(ctx: Context, words: str) -> list[Application]:
    silent = re.fullmatch(r"silent (\d{1,4})", words)
    if silent:
        before = ctx.now - timedelta(days=int(silent.group(1)))
        wanted = Filter(active=True, silent_before=before, limit=None)
    elif (several := [word.strip() for word in words.split(",")]) and set(several) <= set(Status):
        wanted = Filter(statuses=tuple(map(Status, several)), limit=None)
    elif words in ("all", "everything"):
        wanted = Filter(limit=None)
    elif words == "ended":
        wanted = Filter(ended=True, limit=None)
    elif words in ("open", "active"):
        wanted = Filter(active=True, archived=False, limit=None)
    else:
        # A sweep over what was not meant would be worse than none.
        raise Refusal(f"“{clipped(words, 40)}” is no group I know: say open, ended, all, a status, or silent 30.")
    return applications.find(ctx.db, ctx.user.id, wanted).items


def again(call: Call, **changes: object) -> Call:
    """The same call with some arguments changed."""
    return call.model_copy(update={"args": {**call.args, **changes}})


def _numbered(ctx: Context, number: int) -> Application:
    try:
        return applications.get(ctx.db, ctx.user.id, number)
    except NotThere:
        raise Refusal("That application is not there any more.") from None


def with_title(ctx: Context, title: str) -> list[Application]:
    """The applications whose title is like the one said, of the latest ones."""
    words = title.casefold()
    return [a for a in latest(ctx) if a.title and like(words, a.title.casefold())]


def _by_title(ctx: Context, title: str | None) -> list[Application]:
    close = with_title(ctx, title) if title else []
    if close:
        return close
    raise Refusal(
        "Which application do you mean? Tell me the company.", *_choices(ctx, [a for a in latest(ctx) if a.active])
    )


def _choices(ctx: Context, found: Sequence[Application]) -> tuple[Button, ...]:
    """A button for each: the call that is being carried out, with the answer filled in."""
    return tuple(
        Button(label=choice_label(a, found), calls=(again(ctx.call, company=f"#{a.id}", title=None),))
        for a in list(found)[:MAX_BUTTONS]
    )


def choice_label(a: Application, among: Sequence[Application]) -> str:
    """A short label that tells an application from the others."""
    label = name_of(a.company, a.title)
    twins = [b for b in among if name_of(b.company, b.title) == label]
    if len(twins) > 1:
        label += f" ({a.status}, {a.applied_on:%d %b %Y})" if a.applied_on else f" ({a.status})"
    return clipped(label, 60)


def how_many(found: Sequence[Application]) -> str:
    """The number of those found, as words: at one company no more than MOST_NAMED are looked at."""
    return f"{len(found):,}{' or more' if len(found) == by_name.MOST_NAMED else ''}"


def _which_one(ctx: Context, found: Sequence[Application], question: str = "") -> Refusal:
    question = question or f"You have {how_many(found)} applications at {found[0].company}. Which one?"
    lines = [f"• {choice_label(a, found)}" for a in list(found)[:MAX_BUTTONS]]
    more = (
        f"\n… and {len(found) - MAX_BUTTONS:,} more: say the company and the role." if len(found) > MAX_BUTTONS else ""
    )
    refs = tuple(application_ref(a.id) for a in found)
    return Refusal("\n".join([question, *lines]) + more, *_choices(ctx, found), refs=refs)


def _unknown(ctx: Context, company: str, title: str | None, unknown: tuple[Button, ...]) -> Refusal:
    name = name_of(clipped(company, 60), title)
    hint = " Shall I add it?" if unknown else " To add it, say “applied to …” or “save …”."
    many = count(ctx.db, ctx.user.id, Filter()) > by_name.MOST_NAMED
    older = " Your older ones I find only by the name as it was logged." if many else ""
    return Refusal(f"I have no application at {name}.{older}{hint}", *unknown)
