"""The command menu beside the text field: at most twelve of the catalogue's tools, those that people tap."""

from __future__ import annotations

from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from bot.telegram.sending import Bot
from tools.tool import Catalog

MOST = 12
# In the words of people: those of the tools are for models too.
SHOWN = {
    "find": "your applications, or those that fit: /find remote",
    "agenda": "interviews, deadlines and reminders ahead",
    "log": "note a job: /log Stripe, Cook, yesterday",
    "remind": "set a reminder: /remind call Jane, Friday at 10",
    "stats": "how it is going, in figures",
    "undo": "take back the last change",
    "settings": "time zone, hours, quiet hours, digest",
    "export": "all your data as a file",
    "import": "bring in such a file: send it, it needs no command",
    "link": "one job search here and in your other chat",
    "help": "what you can say",
}
IN_GROUPS = {"help": "what you can say to me; what is yours I show in our own chat"}


def commands(catalog: Catalog, shown: dict[str, str]) -> list[BotCommand]:
    """The entries for those of the tools that there are."""
    there = {tool.name for tool in catalog.tools}
    return [BotCommand(name, words) for name, words in shown.items() if name in there][:MOST]


async def publish(bot: Bot, catalog: Catalog) -> None:
    """Tell the server. Raises TelegramError."""
    await bot.set_my_commands(commands(catalog, SHOWN), scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(commands(catalog, IN_GROUPS), scope=BotCommandScopeAllGroupChats())
