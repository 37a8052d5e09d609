"""`jobbot pair`: a one-time code that lets a newcomer in, or makes one more account that of a person met before."""

from __future__ import annotations

from datetime import datetime

from bot import app, files
from bot.settings import Settings
from storage import pairing

NEWCOMER = "Whoever sends it to the bot on Telegram first is let in, as a new person."
LINK = "Send it to the bot on the other channel: that account then becomes one with this person's."


def run(settings: Settings, user: str | None, at: datetime) -> str:
    """The code and what it does, in words; with `user`, for one more account of that person. Raises Refusal."""
    parts = app.build(settings.without_model)
    try:
        person = files.person_of(parts.database, user) if user else None
        with parts.database.write() as db:
            code = pairing.new_code(db, at, person.id if person else None)
    finally:
        parts.close()
    return f"{pairing.shown(code)}\n{LINK if person else NEWCOMER} It works once, within an hour."
