"""The person at the terminal, as the chat asks about them between two messages; each function is one short reading."""

from __future__ import annotations

from datetime import datetime

from bot.app import App
from storage import by_name, steps, users
from tools.result import Call
from tools.turn import Turn

CHANNEL = "terminal"
ACCOUNT = "local"
MOST_AHEAD = 5  # lines


def companies(app: App) -> list[str] | None:
    """The names of their companies, latest news first; None where there is nobody, or nobody any more."""
    with app.database.read() as db:
        user = users.find_user(db, CHANNEL, ACCOUNT)
        if user is None:
            return None
        return by_name.companies(db, user.id)


def ahead(app: App, at: datetime) -> str:
    """Interviews, deadlines and own reminders of the next seven days in a few lines; empty for none."""
    with app.database.read() as db:
        user = users.find_user(db, CHANNEL, ACCOUNT)
    if user is None:
        return ""
    # Outside of the conversation: what was looked at is not what the talk is about.
    outcome = app.toolbox.run([Call(name="agenda", args={"period": "next 7 days"})], Turn(user.id, None, at))
    if not any(done.result.refs for done in outcome.done):
        return ""
    first, *lines = outcome.answers[0].text.split("\n")
    left = len(lines) - MOST_AHEAD
    more = [f"… and {left} more: /agenda"] if left > 0 else []
    return "\n".join([first, *lines[:MOST_AHEAD], *more])


def done_at(app: App, at: datetime) -> str:
    """What a message of this instant has changed, in words; empty for nothing."""
    with app.database.read() as db:
        user = users.find_user(db, CHANNEL, ACCOUNT)
        last = steps.recent_steps(db, user.id, limit=1) if user else []
    return last[0].summary if last and last[0].at == at else ""
