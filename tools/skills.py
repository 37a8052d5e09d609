"""Which skills the postings of the person's applications ask for, how often, and which of them are not theirs."""

from __future__ import annotations

from collections import Counter

from storage import postings, users
from tools.context import Context
from tools.fields import Names
from tools.figures.rates import SMALL_SAMPLE, rate
from tools.postings.skills import read_list
from tools.result import Receipt, Refusal, Result, Said
from tools.tool import tool
from tools.words import clipped

MOST = 15
MOST_KEPT = 100
LONGEST = 60  # characters of a skill


@tool("skills", examples=("/skills", "/skills Python, SQL"), offered=False)
def skills(ctx: Context, have: Names = (), without: Names = ()) -> Result:
    """Keep which skills the user has (without: has no more), and count which ones their postings ask for."""
    before = ctx.user.settings.skills
    mine = _kept(before, have, without)
    if mine == before:
        return Said(text=_figure(ctx, mine))
    users.change_settings(ctx.journal, ctx.user, skills=mine)
    listed = clipped(", ".join(mine), 300) if mine else "none"
    return Receipt(text=f"Your skills: {listed}.\n\n{_figure(ctx, mine)}")


def _kept(before: tuple[str, ...], have: Names, without: Names) -> tuple[str, ...]:
    """The skills as they are now, each once, the new ones last."""
    gone = {name.casefold() for name in read_list(without)}
    named = {name.casefold(): clipped(name, LONGEST) for name in (*before, *read_list(have))}
    found = tuple(name for key, name in named.items() if key not in gone)
    if len(found) > MOST_KEPT:
        raise Refusal(f"I keep {MOST_KEPT} skills at most. Take some away: /skills without=SQL", field="have")
    return found


def _figure(ctx: Context, have: tuple[str, ...]) -> str:
    """What the postings ask for, and which of it is missing."""
    # The latest posting of an application is the one that counts.
    asked = {number: set(names) for number, names in postings.asked_skills(ctx.db, ctx.user.id)}
    telling = [names for names in asked.values() if names]
    if not telling:
        return "I have read no posting with skills yet. Send me links to jobs: I read what they ask for."
    counts = Counter(name for names in telling for name in names)
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0].casefold()))
    mine = {name.casefold() for name in have}
    few = " (a small sample)" if len(telling) < SMALL_SAMPLE else ""
    which = f"{len(telling)} postings ask" if len(telling) > 1 else "one posting asks"
    lines = [f"What your {which} for{few}:"]
    lines += [
        f"• {name}: {rate(number, len(telling), remark=False)}{_mark(name, mine)}" for name, number in ranked[:MOST]
    ]
    more = len(ranked) - MOST
    lines += [f"… and {more} more"] if more > 0 else []
    return "\n".join([*lines, *_gap(ranked, mine)])


def _mark(name: str, mine: set[str]) -> str:
    return " ✓" if name.casefold() in mine else ""


def _gap(ranked: list[tuple[str, int]], mine: set[str]) -> list[str]:
    """What is asked for most and was not named; how to name it, where nothing was."""
    if not mine:
        return ["", "Tell me yours to see what is missing: /skills Excel, first aid"]
    missing = [name for name, _ in ranked if name.casefold() not in mine][:5]
    return ["", f"Not among yours: {', '.join(missing)}" if missing else "You have all of them."]
