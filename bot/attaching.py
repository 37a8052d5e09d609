"""Files that are to be kept: with the application that the words beside them were about; knows no platform."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from agent.message import Message, Said
from bot.channel import Answering
from storage import conversations, users
from storage.database import Database
from tools.focus import Focus, numbers
from tools.turn import Answer


async def keep(answer: Answering, database: Database, message: Message, told: Said | None) -> tuple[Answer, ...]:
    """What is said about the files of a message, which are kept; `told` is what its words came to, if it had any."""
    if not message.files:
        return ()
    about = await asyncio.to_thread(_subject, database, message) if told is not None and told.calls else ""
    # The event itself is that of the words, if there were any: they are acted on once, and so is this.
    once = message.event_id if told is None else None
    return (await answer(replace(message, text=f"/attach{about}", press="", event_id=once), None)).answers


def _subject(database: Database, message: Message) -> str:
    """The one application that the conversation is about, as a command names it; empty where there is none."""
    with database.read() as db:
        user = users.find_user(db, message.channel, message.account)
        talk = conversations.find(db, user.id, message.channel, message.account) if user else None
    about = numbers(Focus.model_validate(talk.focus).subject, "application") if talk else ()
    return f" #{about[0]}" if len(about) == 1 else ""
