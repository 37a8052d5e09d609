"""What a figure is about: a period and a group of applications, read from a person's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from storage import applications, groups, statistics
from storage.filters import Filter
from storage.statistics import Figures, TimeToResponse
from storage.submitted import ALL
from tools import source_names, vocabulary, when
from tools.context import Context
from tools.listing import range_words
from tools.log import at_company
from tools.matching import stems
from tools.result import Refusal
from tools.words import clipped

LEADS = ("via ", "from ", "through ", "in ", "at ", "for ", "by ", "the ", "my ")
NOUNS = (" applications", " application", " jobs", " job", " roles", " ones", " work", " positions")

ALL_OF_IT = "in all"
TRADE = re.compile(r"ing (?:jobs?|roles?|positions?|work)$", re.I)


@dataclass(frozen=True, slots=True)
class Scope:
    """A period (None: no limit) and a group; `group` is how the group is called, empty for all."""

    period: when.DateRange | None = None
    only: Filter = ALL
    group: str = ""

    @property
    def first(self) -> date | None:
        """The first day."""
        return self.period.first if self.period else None

    @property
    def last(self) -> date | None:
        """The last day."""
        return self.period.last if self.period else None


def overview(ctx: Context, scope: Scope) -> tuple[Figures, TimeToResponse]:
    """The figures of a scope and the time to response."""
    user = ctx.user
    return statistics.overview(ctx.db, user.id, ctx.now, user.zone, first=scope.first, last=scope.last, only=scope.only)


def read(ctx: Context, period: when.DateRange | None, said: str | None) -> Scope:
    """The scope of a period and the words of a group. Raises Refusal."""
    return group(ctx, Scope(period), said) if said else Scope(period)


def group(ctx: Context, scope: Scope, said: str) -> Scope:
    """The same scope for the group that words name: a source, a company, an industry, a place, a role."""
    words = _bare(said)
    # "Cleaning jobs" are named by their titles, "cleaning" is a line of business.
    last = (_of_words, _of_industry) if TRADE.search(said) else (_of_industry, _of_words)
    tries = (_of_names, _of_company, *last)
    found = _of_kind(words) or next((one for read in tries if (one := read(ctx, words))), None)
    if found is None:
        raise Refusal(
            f"I find no application that “{clipped(said, 60)}” could mean: name a source, a company, an industry, "
            "a role or a place."
        )
    return replace(scope, only=found[0], group=found[1])


def _bare(said: str) -> str:
    """The words without what only leads in to a name or follows it."""
    words = " ".join(said.casefold().split())
    for lead in LEADS:
        words = words.removeprefix(lead)
    for noun in NOUNS:
        words = words.removesuffix(noun) or words
    return words


def _of_kind(words: str) -> tuple[Filter, str] | None:
    mode = vocabulary.WORK_MODES.get(words)
    if mode:
        return Filter(work_mode=mode), mode
    kind = vocabulary.EMPLOYMENT_TYPES.get(words)
    return (Filter(employment_type=kind), kind.replace("_", "-")) if kind else None


def _of_names(ctx: Context, words: str) -> tuple[Filter, str] | None:
    """A source or a place as the person has noted it."""
    if source := source_names.own(ctx, words):
        return Filter(source=source), source
    said = {form.replace("-", " ") for form in (words, words.removesuffix("s"))}
    places = (g.name for g in groups.by(ctx.db, ctx.user.id, "location") if g.name)
    place = next((name for name in places if name.replace("-", " ") in said), None)
    return (Filter(location=place), place) if place else None


def _of_company(ctx: Context, words: str) -> tuple[Filter, str] | None:
    here = at_company(ctx, words)
    return (Filter(company=here[0].company), here[0].company) if here else None


def _of_industry(ctx: Context, words: str) -> tuple[Filter, str] | None:
    """A line of business in which the person has applied."""
    industry = vocabulary.INDUSTRIES.get(re.sub(r"\s+(?:sector|industry|field|branche)$", "", words))
    wanted = Filter(industry=industry)
    if industry is None or not applications.find(ctx.db, ctx.user.id, replace(wanted, limit=1)).total:
        return None
    return wanted, industry


def _of_words(ctx: Context, words: str) -> tuple[Filter, str] | None:
    """Words of a title, else of a place or a source."""
    tries = (Filter(role_words=stems(words)), Filter(location=words), Filter(source=words), Filter(tag=words))
    for wanted in tries:
        if applications.find(ctx.db, ctx.user.id, replace(wanted, limit=1)).total:
            return wanted, words
    return None


def since(when: str) -> str:
    """The words of `when_words` behind "no application": of none at all it is "yet"."""
    return "yet" if when == ALL_OF_IT else when


def when_words(ctx: Context, period: when.DateRange | None, said: str) -> str:
    """A period in words: as it was said, with the days that were understood; "in all" for none."""
    if period is None or (period.first is None and period.last is None):
        return ALL_OF_IT
    days = range_words(ctx, period)
    if period.first == period.last:
        return f"on {days}"
    words = clipped(said, 30)
    # "October", "2025" and "last 30 days" need a word before them; "heute" and its like have been said above.
    words = f"in {words}" if re.fullmatch(r"[^\W_]+", words) else re.sub(r"^(last|past) \d", r"in the \g<0>", words)
    return f"{words}, {days}" if words else days
