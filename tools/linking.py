"""One person on two channels: the code that makes an account elsewhere one with this one."""

from __future__ import annotations

from storage import pairing
from tools.context import Context
from tools.result import Result, Said
from tools.tool import tool


@tool("link", offered=False, examples=("/link",))
def link(ctx: Context) -> Result:
    """Give a code that makes your account in another chat, Telegram or Slack, one with this one."""
    code = pairing.new_code(ctx.db, ctx.now, ctx.user.id)
    return Said(
        text=f"Send this to me in the other chat: {pairing.shown(code)}\nBoth then keep one job search. The code works "
        "once, within an hour; whoever has it sees your data, so give it to nobody."
    )
