"""Notes on applications; knows nothing of what they say."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from storage.applications import get
from storage.filters import contains
from storage.journal import Journal
from storage.models import applications, notes
from storage.records import Note, plain

N = notes.c


def add_note(journal: Journal, application_id: int, text: str, at: datetime) -> int:
    """Adds a note; gives its id. Raises NotThere."""
    get(journal.db, journal.user_id, application_id)
    note_id = journal.insert(notes, application_id=application_id, text=text, at=at)
    journal.update(applications, application_id, updated_at=at)
    return note_id


def change_note(journal: Journal, note_id: int, text: str) -> bool:
    """Writes a note anew; False when it said the same. Raises NotThere."""
    return journal.update(notes, note_id, text=text)


def remove_note(journal: Journal, note_id: int) -> None:
    """Deletes a note. Raises NotThere."""
    journal.delete(notes, note_id)


def get_notes(db: Connection, user_id: int, application_id: int) -> list[Note]:
    """The notes of an application in the order in which they were written."""
    query = select(notes).where(N.user_id == user_id, N.application_id == application_id).order_by(N.at, N.id)
    return [plain(Note, row) for row in db.execute(query).mappings()]


def search_notes(db: Connection, user_id: int, text: str, *, limit: int = 20) -> list[Note]:
    """The notes in which every word of `text` occurs, ignoring case, the newest first."""
    where = [N.user_id == user_id, *(contains(N.text, word) for word in text.split())]
    query = select(notes).where(*where).order_by(N.at.desc(), N.id.desc()).limit(limit)
    return [plain(Note, row) for row in db.execute(query).mappings()]
