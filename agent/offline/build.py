"""From an intent to the builder of its calls; the table of all intents that the interpreter knows."""

from __future__ import annotations

from collections.abc import Callable

from agent.offline.calls import (
    aids,
    contacts,
    fields,
    handouts,
    interviews,
    logging,
    news,
    notes,
    preferences,
    queries,
    reminder_change,
    reminders,
    removal,
    statuses,
    talk,
)
from agent.offline.calls import (
    labels as marks,
)
from agent.offline.clause import Clause
from storage.status import Status
from tools.result import Call
from tools.words import clipped

Made = list[Call] | str
Builder = Callable[[Clause], Made]

STATUSES = [str(status) for status in Status if status != Status.SAVED]


def _status(value: str) -> Builder:
    return lambda clause: statuses.status(clause, value)


BUILDERS: dict[str, Builder] = {
    "log.applied": logging.applied,
    "log.saved": logging.saved,
    "log.not": lambda clause: talk.NOTHING_LOGGED,
    "log.unsent": statuses.unsent,
    **{f"status.{value}": _status(value) for value in STATUSES},
    "interview.schedule": interviews.schedule,
    "interview.move": interviews.move,
    "interview.cancel": interviews.cancel,
    "interview.held": interviews.held,
    "update": fields.update,
    "note.add": notes.note,
    "news.awaited": news.awaited,
    "news.kept": news.kept,
    "contact.add": contacts.contact,
    "tag.add": lambda clause: marks.tags(clause, remove=False),
    "tag.remove": lambda clause: marks.tags(clause, remove=True),
    "favorite.add": lambda clause: marks.flag(clause, "favorite", True),
    "favorite.remove": lambda clause: marks.flag(clause, "favorite", False),
    "archive.add": lambda clause: marks.flag(clause, "archived", True),
    "archive.remove": lambda clause: marks.flag(clause, "archived", False),
    "remind.set": reminders.remind,
    "remind.list": reminder_change.listed,
    "remind.done": lambda clause: reminder_change.change(clause, "done"),
    "remind.snooze": lambda clause: reminder_change.change(clause, "snooze"),
    "remind.cancel": lambda clause: reminder_change.change(clause, "cancel"),
    "find": queries.find,
    "show": queries.show,
    "agenda.interviews": lambda clause: queries.agenda(clause, "interviews"),
    "agenda.deadlines": lambda clause: queries.agenda(clause, "deadlines"),
    "stats": queries.stats,
    "delete.application": removal.delete,
    "delete.all": removal.delete_all,
    "undo": removal.undo,
    "settings": preferences.settings,
    "export": handouts.export,
    "import": lambda clause: [Call(name="import")],
    "help": lambda clause: [Call(name="help")],
    "aid.draft": aids.draft,
    "aid.mute": lambda clause: aids.mute(clause, off=False),
    "aid.unmute": lambda clause: aids.mute(clause, off=True),
    "aid.calendar": aids.calendar,
    "aid.digest": lambda clause: [Call(name="waiting")],
    "aid.heard": aids.heard,
    "aid.back": lambda clause: [Call(name="settings", args={"resume": True})],
    "aid.away": preferences.settings,
    "aid.set": aids.set_for,
    "aid.days": lambda clause: aids.NO_DAYS,
    "aid.sent": lambda clause: [Call(name="settings")],
    "smalltalk": talk.smalltalk,
    "secrets": lambda clause: talk.SECRETS,
    "correction": fields.corrected,
    "off_topic": lambda clause: talk.OFF_TOPIC,
}

LABELS = {
    "log.applied": "Log: applied",
    "log.saved": "Save for later",
    "interview.schedule": "Set an interview",
    "interview.move": "Move the interview",
    "interview.cancel": "Cancel the interview",
    "interview.held": "The interview was held",
    "update": "Change its details",
    "note.add": "Keep a note",
    "news.kept": "Keep it as a note",
    "news.awaited": "Keep it, and ask about the answer then",
    "contact.add": "Keep a contact",
    "remind.set": "Set a reminder",
    "remind.list": "List reminders",
    "find": "List applications",
    "show": "Show it",
    "agenda.interviews": "List interviews",
    "agenda.deadlines": "List deadlines",
    "stats": "Show figures",
    "delete.application": "Delete it",
    "undo": "Undo",
    "settings": "Settings",
    "help": "Help",
}


def build(intent: str, clause: Clause) -> Made:
    """The calls of a clause under an intent, or words to answer with; an empty list where its parts are missing."""
    return BUILDERS[intent](clause)


def labels(intent: str, clause: Clause) -> str:
    """What a button for this reading says."""
    plain = LABELS.get(intent) or intent.replace(".", ": ").capitalize()
    if intent.startswith("status."):
        plain = f"Mark as {intent.removeprefix('status.')}"
    company = clause.slots.company
    return f"{plain}: {clipped(company, 30)}" if company else plain
