"""Files kept with an application: their names and where they lie; knows nothing of what stands in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from storage.applications import get
from storage.journal import Journal
from storage.models import documents
from storage.records import Document, plain
from storage.rows import fetch

D = documents.c


def add_document(journal: Journal, name: str, path: str, at: datetime, application_id: int | None = None) -> int:
    """Notes a file; gives its id. Raises NotThere."""
    if application_id is not None:
        get(journal.db, journal.user_id, application_id)
    return journal.insert(documents, application_id=application_id, name=name, path=path, at=at)


def attach_document(journal: Journal, document_id: int, application_id: int) -> Document:
    """Says which application a file belongs to. Raises NotThere."""
    get(journal.db, journal.user_id, application_id)
    journal.update(documents, document_id, application_id=application_id)
    row = fetch(journal.db, journal.user_id, documents, document_id)
    return Document(**{name: value for name, value in row.items() if name != "user_id"})


def get_documents(db: Connection, user_id: int, application_id: int) -> list[Document]:
    """The files of an application in the order in which they came."""
    query = select(documents).where(D.user_id == user_id, D.application_id == application_id).order_by(D.id)
    return [plain(Document, row) for row in db.execute(query).mappings()]
