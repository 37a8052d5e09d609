"""A person seen for the first time through a chat service: kept with the time zone that it says of them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import available_timezones

from storage import reminders, users
from storage.database import Database
from storage.journal import Journal


def meet(database: Database, channel: str, account: str, zone: str, at: datetime) -> bool:
    """Whether the person was known; a newcomer is kept, in `zone` where that is one (IANA). It is no step of theirs
    that could be undone. Raises DatabaseProblem."""
    with database.read() as db:
        if users.find_user(db, channel, account) is not None:
            return True
    with database.write() as db:
        user = users.ensure_user(db, channel, account, at)
        if zone in available_timezones() and user.settings.timezone != zone:
            reminders.refresh(db, users.change_settings(Journal(db, user.id), user, timezone=zone), None, at)
    return False
