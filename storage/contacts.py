"""The people at the other side of an application; knows nothing of interviews or mail."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from storage.applications import get
from storage.filters import contains
from storage.journal import Journal
from storage.models import contacts
from storage.records import Contact, plain

C = contacts.c


def add_contact(journal: Journal, application_id: int, name: str, **fields: str | None) -> int:
    """Adds a contact (role, email, phone); one of the same name is completed instead. Gives its id. Raises NotThere."""
    get(journal.db, journal.user_id, application_id)
    known = get_contacts(journal.db, journal.user_id, application_id)
    same = next((one for one in known if one.name.casefold() == name.casefold()), None)
    if same is None:
        return journal.insert(contacts, application_id=application_id, name=name, **fields)
    journal.update(contacts, same.id, **{field: value for field, value in fields.items() if value is not None})
    return same.id


def change_contact(journal: Journal, contact_id: int, **fields: Any) -> bool:
    """Sets columns of a contact; False when none differs. Raises NotThere."""
    return journal.update(contacts, contact_id, **fields)


def remove_contact(journal: Journal, contact_id: int) -> None:
    """Deletes a contact. Raises NotThere."""
    journal.delete(contacts, contact_id)


def get_contacts(db: Connection, user_id: int, application_id: int) -> list[Contact]:
    """The contacts of an application in the order in which they were added."""
    query = select(contacts).where(C.user_id == user_id, C.application_id == application_id).order_by(C.id)
    return [plain(Contact, row) for row in db.execute(query).mappings()]


def find_contacts(db: Connection, user_id: int, name: str | None = None, *, limit: int = 50) -> list[Contact]:
    """All contacts of a person, or those in whose name every word occurs (ignoring case)."""
    where = [C.user_id == user_id, *(contains(C.name, word) for word in (name or "").split())]
    query = select(contacts).where(*where).order_by(C.name, C.id).limit(limit)
    return [plain(Contact, row) for row in db.execute(query).mappings()]
