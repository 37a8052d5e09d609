"""What the language model cost: calls, tokens, time and, where prices are set, dollars."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage import usage
from storage.usage import Spent
from tools.context import Context
from tools.result import Result, Said
from tools.tool import tool


@tool("usage", reads=True, offered=False, examples=("/usage",))
def show_usage(ctx: Context) -> Result:
    """Show how often the language model was asked today and in 30 days, and what it cost."""
    today = datetime.combine(ctx.today, datetime.min.time(), ctx.now.tzinfo)
    stretches = (("Today", today), ("30 days", ctx.now - timedelta(days=30)))
    found = [(name, usage.spent(ctx.db, ctx.user.id, since)) for name, since in stretches]
    if not any(spent.turns for _, spent in found):
        return Said(text=f"The language model was not asked in the last 30 days. {ctx.privacy}".strip())
    return Said(text="\n".join(f"{name}: {_line(spent)}" for name, spent in found))


def _line(spent: Spent) -> str:
    """One stretch of time in words."""
    if not spent.calls:
        return f"0 calls, {spent.turns} messages read by my own rules"
    cost = f", ${spent.cost:.4f}" if spent.cost is not None else ""
    seconds = spent.milliseconds / 1000 / spent.calls
    return (
        f"{spent.calls} calls for {spent.turns} messages, {spent.tokens_in:,} tokens in ({spent.tokens_cached:,} from "
        f"the cache), {spent.tokens_out:,} out, {seconds:.1f} s a call{cost}"
    )
