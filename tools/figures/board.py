"""The few figures that a board shows at a glance."""

from __future__ import annotations

from tools.context import Context
from tools.figures import pace, scope
from tools.figures.lines import LINES, Counted
from tools.figures.scope import Scope
from tools.receipts import counted

SHOWN = ("response_rate", "conversion_rate", "offer_rate", "time_to_response")


def lines(ctx: Context) -> list[str]:
    """How many were submitted, the rates, the time to an answer, and the week; none where nothing was submitted."""
    about = Scope()
    c = Counted(ctx, about, *scope.overview(ctx, about))
    if not c.figures.submitted:
        return []
    return [f"{counted(c.figures.submitted)} submitted", *(LINES[name](c) for name in SHOWN), *pace.progress(ctx)]
