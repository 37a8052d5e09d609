"""What stands behind a figure: the applications it counted, and how it is counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from storage import applications, behind
from storage.filters import Filter
from tools import listing
from tools.context import Context
from tools.fields import Name, PastRange, between
from tools.figures import names, scope
from tools.figures.names import Figure
from tools.find import MAX_PAGE, PAGE, Listed
from tools.receipts import counted, refs_of
from tools.result import Button, Call, Refusal, Result, Said
from tools.tool import tool
from tools.which import again

PageNumber = Annotated[int, between(1, MAX_PAGE)]


@tool("counted", reads=True, offered=False, examples=("/counted response_rate, last month",))
def which_ones(
    ctx: Context,
    figure: Figure = "submitted",
    period: PastRange | None = None,
    only: Name | None = None,
    page: PageNumber = 1,
) -> Result:
    """List the applications that a figure counted."""
    kind = names.BEHIND.get(figure)
    if kind is None:
        raise Refusal("That figure is no count of single applications. “everything” lists them all.")
    about = scope.read(ctx, period, only)
    wanted = replace(about.only, applied_from=about.first, applied_to=about.last, limit=PAGE, offset=(page - 1) * PAGE)
    found = behind.members(ctx.db, ctx.user.id, kind, ctx.now, ctx.user.zone, wanted)
    when = scope.when_words(ctx, period, str(ctx.call.args.get("period", "")))
    group = f", {about.group}" if about.group else ""
    if not found.ids:
        return Said(text="That was the last page." if page > 1 else f"None ({when}{group}).")
    order = {number: place for place, number in enumerate(found.ids)}
    items = applications.find(ctx.db, ctx.user.id, Filter(ids=found.ids, limit=None)).items
    items = sorted(items, key=lambda a: order[a.id])
    first = (page - 1) * PAGE + 1
    more = Button(label="More", calls=(again(ctx.call, page=page + 1),), keep=True)
    return Listed(
        text=f"{counted(found.total)} {names.SUBMITTED_WORDS[kind]} ({when}{group}):",
        table=listing.table(ctx, items, first),
        buttons=(more,) if first - 1 + len(items) < found.total else (),
        refs=refs_of(items),
        listed=True,
    )


@tool("meaning", reads=True, offered=False, examples=("/meaning response_rate",))
def meaning(ctx: Context, figure: Figure = "all") -> Result:
    """Say how a figure is counted."""
    del ctx
    lines = [names.MEANING[figure]]
    if figure == "all":
        shown = ("response_rate", "conversion_rate", "offer_rate", "ghosted_rate", "time_to_response")
        lines += [f"• {names.MEANING[name]}" for name in shown]
    return Said(text="\n".join(lines))


def buttons(figure: str, period: str, only: str | None) -> tuple[Button, ...]:
    """What can be asked of a figure that has just been said."""
    args = {name: value for name, value in (("figure", figure), ("period", period), ("only", only)) if value}
    shown = Call(name="counted", args=args)
    which = (Button(label="Which ones?", calls=(shown,), keep=True),) if figure in names.BEHIND else ()
    return (
        *which,
        Button(label="How is it counted?", calls=(Call(name="meaning", args={"figure": figure}),), keep=True),
    )
