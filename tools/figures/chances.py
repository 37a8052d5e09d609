"""An estimate for one application: a range for an interview, an offer and the time to an answer, and only as such."""

from __future__ import annotations

import math

from storage import outcomes, statistics
from storage.outcomes import Outcomes
from storage.records import Application
from storage.status import ORDER, Status
from tools.context import Context
from tools.figures import odds
from tools.figures.rates import rate
from tools.result import Result, Said, application_ref
from tools.which import one
from tools.words import joined, name_of

UNDER_WAY = (Status.SCREENING, Status.ASSESSMENT)


def chances(ctx: Context, said: str | None) -> Result:
    """The estimate for the application that words name; for any new one where they name none."""
    if not said:
        return Said(text=_words(ctx, None, "An application like yours so far"))
    a = one(ctx, said, None)
    name = name_of(a.company, a.title)
    refs = (application_ref(a.id),)
    ended = {Status.ACCEPTED: "You have that job", Status.OFFER: "You have the offer already"}.get(a.status)
    if ended:
        return Said(text=f"{name}: {ended[0].lower()}{ended[1:]}.", refs=refs)
    if not a.active and a.status is not Status.GHOSTED:
        return Said(text=f"{name} has ended ({a.status}), so there is nothing to estimate.", refs=refs)
    return Said(text=_words(ctx, a, name), refs=refs)


def _words(ctx: Context, a: Application | None, name: str) -> str:
    reached = a.status if a is not None and a.status in ORDER[2:] else Status.APPLIED
    waited = (ctx.today - a.applied_on).days if a is not None and a.applied_on and reached is Status.APPLIED else 0
    user = ctx.user
    own = outcomes.outcomes(ctx.db, user.id, ctx.now, user.zone, reached, max(waited, 0), a.id if a else 0)
    stands = f" ({a.status}{f', {waited} days' if waited > 0 else ''})" if a is not None else ""
    lines = [f"{name}{stands}, a rough estimate:", *_chance_lines(reached, own)]
    if reached is Status.APPLIED:
        lines.append(_time_line(ctx, max(waited, 0)))
    return "\n".join([*lines, _basis(reached, own)])


def _chance_lines(reached: Status, own: Outcomes) -> list[str]:
    """The ranges of what may still come."""
    if reached is Status.INTERVIEW:
        return [f"• an offer: {_range(*odds.drawn(own.offers, own.number, odds.OFFER.value))}"]
    # Nothing is published for what lies between an application and an interview: half way, in steps of a ratio.
    prior = odds.INTERVIEW.value if reached is Status.APPLIED else math.sqrt(odds.INTERVIEW.value)
    return [
        f"• an interview: {_range(*odds.drawn(own.interviews, own.number, prior))}",
        f"• an offer: {_range(*odds.drawn(own.offers, own.number, prior * odds.OFFER.value))}",
    ]


def _range(low: float, high: float) -> str:
    least, most = math.floor(100 * low), math.ceil(100 * high)
    return f"{least} to {most} %" if least else f"up to {most} %"


def _time_line(ctx: Context, waited: int) -> str:
    user = ctx.user
    waits = statistics.time_to_response(ctx.db, user.id, user.zone)
    low, high = odds.days_left(waits.days, waited)
    more = " more" if waited else ""
    return f"• an answer, if one comes: in {math.floor(low)} to {math.ceil(high)}{more} days"


def _basis(reached: Status, own: Outcomes) -> str:
    """What the estimate rests on."""
    came = rate(own.offers if reached is Status.INTERVIEW else own.interviews, own.number)
    what = "an offer" if reached is Status.INTERVIEW else "an interview"
    mine = f"your own finished applications that had come as far ({what}: {came})" if own.number else ""
    sources = [odds.CAREERPLUG] + ([odds.GLASSDOOR] if reached is Status.APPLIED else [])
    published = f"published averages that weigh as much as {odds.WEIGHT} of them ({'; '.join(sources)})"
    return (
        f"It rests on {joined([part for part in (mine, published) if part])}. "
        "Four times in five the truth should lie in such a range; it knows nothing of you or the job."
    )
