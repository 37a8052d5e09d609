"""What stands out in a search: only what the numbers bear out, by the rules of `rates.apart`."""

from __future__ import annotations

import re

from storage import groups
from storage.groups import Facet, Group
from storage.status import Status
from tools.context import Context
from tools.figures.lines import Counted
from tools.figures.rates import SMALL_SAMPLE, apart, days_words, rate, waiting
from tools.receipts import counted
from tools.result import Result, Said
from tools.words import clipped

LOOKED_AT: dict[Facet, str] = {
    "source": "via {}", "role": "with “{}” in the role", "work_mode": "that are {}", "location": "in {}",
    "company": "at {}", "industry": "in {}",
}  # fmt: skip
MOST = 4
WORDS = 120
INSTRUCTION = (
    "Put these findings about a person's own job search in plain, kind words, at most 90 words, in the language of the "
    "findings. Use no number that is not in them, claim nothing else, give no cause and no advice beyond them."
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def insight(c: Counted, when: str) -> Result:
    """The findings; in the words of a language model where there is one and it adds no number of its own."""
    found = findings(c)
    own = "\n".join([f"What stands out ({when})", *(f"• {line}" for line in found)])

    def then(ctx: Context, words: str | None) -> Result:
        del ctx
        return Said(text=own if words is None or not only_known(words, own) else f"{words.strip()}\n\n{own}")

    return c.ctx.writer.write(INSTRUCTION, own, WORDS * 8, then)


def only_known(words: str, facts: str) -> bool:
    """Whether words hold no number that the facts do not hold."""
    return bool(words.strip()) and set(NUMBER.findall(words)) <= set(NUMBER.findall(facts))


def findings(c: Counted) -> list[str]:
    """What can be said of the numbers, the strongest first; that it is too early where there are too few."""
    f = c.figures
    if f.submitted < SMALL_SAMPLE:
        few = f"{counted(f.submitted)} submitted: too few to say anything. Ask again from {SMALL_SAMPLE} on."
        return [few]
    lines = [*_differences(c), *_waits(c)]
    return lines or [f"Nothing does yet: over {f.submitted} applications all differences may be chance."]


def _differences(c: Counted) -> list[str]:
    """Groups that are answered more or less often than all others together, by more than chance explains."""
    ctx, scope = c.ctx, c.scope
    looked: list[tuple[str, Group]] = []
    for facet, words in LOOKED_AT.items():
        for one in groups.by(ctx.db, ctx.user.id, facet, first=scope.first, last=scope.last, only=scope.only):
            if one.name and one.submitted >= SMALL_SAMPLE and c.figures.submitted - one.submitted >= SMALL_SAMPLE:
                looked.append((words.format(clipped(one.name, 40)), one))
    found = [(words, one, _sign(c, one, len(looked))) for words, one in looked]
    found = sorted((item for item in found if item[2]), key=lambda item: -abs(_gap(c, item[1])))
    return [_difference(c, words, one, sign) for words, one, sign in found[:MOST]]


def _rest(c: Counted, one: Group) -> tuple[int, int]:
    return c.figures.answered - one.answered, c.figures.submitted - one.submitted


def _sign(c: Counted, one: Group, looks: int) -> int:
    return apart((one.answered, one.submitted), _rest(c, one), looks)


def _gap(c: Counted, one: Group) -> float:
    part, whole = _rest(c, one)
    return one.answered / one.submitted - part / whole


def _difference(c: Counted, words: str, one: Group, sign: int) -> str:
    more = "more" if sign > 0 else "less"
    own, others = rate(one.answered, one.submitted), rate(*_rest(c, one))
    return f"Applications {words} are answered {more} often: {own}, all others {others}."


def _waits(c: Counted) -> list[str]:
    """How late answers come, and how many of those that wait are later than that."""
    waits = c.waits
    if waits.answered < SMALL_SAMPLE or waits.p90 is None:
        return []
    line = f"Nine in ten answers came within {days_words(waits.p90)}; {waiting(waits.waiting)}."
    silent = c.figures.ghosted - c.figures.by_status.get(Status.GHOSTED, 0)
    return [line + (f" {silent} of them have been silent for 30 days or more." if silent else "")]
