"""What the interpreter is told of a person for one message, read from the database; it understands nothing itself."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection

from agent.offline import own_reminders
from agent.offline.briefing import Ahead, Briefing, Known, Owed
from storage import by_name, interviews, reminders, users
from storage.journal import NotThere
from tools.focus import Focus, numbers

# Where an application stands once an interview is set: no other is asked for interviews to come.
MET = frozenset(("screening", "assessment", "interview", "offer"))


def briefing(db: Connection, user: users.User, at: datetime, focus: Focus, text: str, *, new: bool = False) -> Briefing:
    """What is known at an instant (aware, UTC), as far as these words may be about it; of somebody `new`, nothing."""
    if new:
        return Briefing(at.astimezone(user.zone), (), (), (), focus, ())
    names = by_name.vocabulary(db, user.id, text)
    known = tuple(Known(c.application_id, c.company, c.title, str(c.status)) for c in names.companies)
    met = any(k.status in MET for k in known)
    found = interviews.find_interviews(db, user.id, first=at) if met else []
    ahead = tuple(Ahead(i.application_id, i.starts_at, i.kind) for i in found)
    owed = _owed(db, user.id, at, focus) if own_reminders.may_be_meant(text, focus) else ()
    return Briefing(
        at.astimezone(user.zone), known, tuple(names.contacts), tuple(names.tags), focus, ahead, owed, user.settings
    )


def _owed(db: Connection, user_id: int, at: datetime, focus: Focus) -> tuple[Owed, ...]:
    """The reminders of the person's own that wait, and those that the talk is about."""
    about = numbers(focus.subject, "reminder")
    found = reminders.find(db, user_id, at, kinds=("custom",))
    known = {r.id for r in found}
    for number in (number for number in about if number not in known):
        with suppress(NotThere):  # the talk may be about one that is gone
            found.append(reminders.get(db, user_id, number))
    return tuple(Owed(r.id, r.kind, r.text or "", r.due_at) for r in found if r.status in ("pending", "sent"))
