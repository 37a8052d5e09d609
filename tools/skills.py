"""Which skills the postings of the person's applications ask for, how often, and which of them they have not named."""

from __future__ import annotations

from collections import Counter

from storage import postings
from tools.context import Context
from tools.fields import Names
from tools.figures.rates import SMALL_SAMPLE, rate
from tools.postings.skills import read_list
from tools.result import Result, Said
from tools.tool import tool

MOST = 15


@tool("skills", reads=True, examples=("/skills", "/skills Python, SQL"), offered=False)
def skills(ctx: Context, have: Names = ()) -> Result:
    """Count which skills the user's postings ask for, and which of them are missing among those named."""
    # The latest posting of an application is the one that counts.
    asked = {number: set(names) for number, names in postings.asked_skills(ctx.db, ctx.user.id)}
    telling = [names for names in asked.values() if names]
    if not telling:
        return Said(text="I have read no posting with skills yet. Send me links to jobs: I read what they ask for.")
    counts = Counter(name for names in telling for name in names)
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0].casefold()))
    mine = {name.casefold() for name in read_list(have)}
    few = " (a small sample)" if len(telling) < SMALL_SAMPLE else ""
    which = f"{len(telling)} postings ask" if len(telling) > 1 else "one posting asks"
    lines = [f"What your {which} for{few}:"]
    lines += [
        f"• {name}: {rate(number, len(telling), remark=False)}{_mark(name, mine)}" for name, number in ranked[:MOST]
    ]
    more = len(ranked) - MOST
    lines += [f"… and {more} more"] if more > 0 else []
    return Said(text="\n".join([*lines, *_gap(ranked, mine)]))


def _mark(name: str, mine: set[str]) -> str:
    return " ✓" if name.casefold() in mine else ""


def _gap(ranked: list[tuple[str, int]], mine: set[str]) -> list[str]:
    """What is asked for most and was not named; how to name it, where nothing was."""
    if not mine:
        return ["", "Tell me yours to see what is missing: /skills Excel, first aid"]
    missing = [name for name, _ in ranked if name.casefold() not in mine][:5]
    return ["", f"Not among yours: {', '.join(missing)}" if missing else "You have all of them."]
