"""The figures of groups side by side: by source, company, industry, word of the role, way of working, place."""

from __future__ import annotations

from storage import groups
from storage.groups import Facet, Group
from tools.context import Context
from tools.figures.rates import SMALL_SAMPLE, apart, rate
from tools.figures.scope import Scope, since
from tools.result import Result, Said
from tools.words import clipped

MOST = 10
LABELS: dict[str, tuple[str, str]] = {
    "source": ("By source", "no source noted"),
    "company": ("By company", "no company"),
    "industry": ("By industry, where a tag, the company's name or the title says it", "not known"),
    "role": ("By word of the role; a role counts for each of its words", "no role noted"),
    "work_mode": ("By way of working", "not noted"),
    "location": ("By place", "no place noted"),
}


def by_group(ctx: Context, facet: Facet, scope: Scope, when: str) -> Result:
    """A line for each group, the largest first, and which one does best where that can be said."""
    found = groups.by(ctx.db, ctx.user.id, facet, first=scope.first, last=scope.last, only=scope.only)
    if not found:
        return Said(text=f"You have submitted no application {since(when)}, so there are no groups: –.")
    label, unknown = LABELS[facet]
    lines = [_line(one, unknown) for one in found[:MOST]]
    left = len(found) - MOST
    more = [f"… and {left:,} smaller {'one' if left == 1 else 'ones'}"] if left > 0 else []
    return Said(text="\n".join([f"{label} ({when})", *lines, *more, _best(found)]))


def _line(one: Group, unknown: str) -> str:
    name = clipped(one.name, 40) if one.name else unknown
    further = f", screening or later {one.converted:,}, offers {one.offers:,}" if one.converted else ""
    return f"• {name}: {one.submitted:,}, answered {rate(one.answered, one.submitted)}{further}"


def _best(found: list[Group]) -> str:
    """The group with the best share of answers, if the numbers bear it out; else why nothing can be said."""
    known = [one for one in found if one.name and one.submitted >= SMALL_SAMPLE]
    if len(known) < 2:
        return f"Too few to say which is best: that takes two groups of {SMALL_SAMPLE} or more."
    best = max(known, key=lambda one: one.answered / one.submitted)
    total, answered = sum(one.submitted for one in known), sum(one.answered for one in known)
    rest = (answered - best.answered, total - best.submitted)
    name = clipped(best.name or "", 40)
    if apart((best.answered, best.submitted), rest, len(known)) > 0:
        return f"{name} is answered most often, by more than chance explains."
    return f"{name} is answered most often so far, but chance may explain the difference."
