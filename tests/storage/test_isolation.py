"""Nobody reads or changes what is another person's, by any function of this floor."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from storage import users
from storage.columns import metadata
from storage.database import Database
from storage.journal import Journal
from storage.models import notes as notes_table
from storage.rows import NotThere
from tests.storage.isolation_table import ABOUT_ONESELF, MAKES_ITS_OWN, MODULES, NOW, READS, SILENT, WRITES, Theirs
from tests.storage.search import new_search


def _public(module: ModuleType) -> list[Callable[..., Any]]:
    return [
        one
        for name, one in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and one.__module__ == module.__name__
    ]


def _named(first: str, second: str | None = None) -> set[Callable[..., Any]]:
    found = set()
    for function in (one for module in MODULES for one in _public(module)):
        names = list(inspect.signature(function).parameters)
        if names[:1] == [first] and (second is None or names[1:2] == [second]):
            found.add(function)
    return found


def test_every_function_is_tried_here() -> None:
    assert _named("db", "user_id") == set(READS) | ABOUT_ONESELF
    assert _named("journal") == set(WRITES) | MAKES_ITS_OWN


def everything(db: Connection, user_id: int) -> dict[str, list[Any]]:
    """All rows of a person, as they stand."""
    owned = [table for table in metadata.sorted_tables if "user_id" in table.c]
    return {
        table.name: [tuple(row) for row in db.execute(select(table).where(table.c.user_id == user_id))]
        for table in owned
    }


def nothing(ask: Callable[[], Any]) -> bool:
    """Whether an answer is empty, or refused."""
    try:
        return not ask()
    except NotThere:
        return True


def test_strangers_get_nothing_and_change_nothing(database: Database) -> None:
    owner, stranger = new_search(database, "owner"), new_search(database, "stranger")
    theirs, me = Theirs(owner), stranger.user.id
    with database.write() as db:
        before = everything(db, theirs.user.id)
        assert all(len(found) > 0 for name, found in before.items() if name not in {"activities"})
        for function, ask in READS.items():
            assert nothing(lambda ask=ask: ask(db, me, theirs)), function  # type: ignore[misc]
        for function, write in WRITES.items():
            journal = Journal(db, me)
            assert nothing(lambda write=write, journal=journal: write(journal, theirs)), function  # type: ignore[misc]
            assert journal.empty, function
        assert everything(db, theirs.user.id) == before


def test_owners_get_theirs(database: Database) -> None:
    owner = new_search(database, "owner")
    theirs = Theirs(owner)
    with database.write() as db:
        for function, ask in READS.items():
            found = ask(db, theirs.user.id, theirs)
            assert found or function in SILENT, function


def test_the_database_itself_refuses_a_row_of_two_people(database: Database) -> None:
    theirs = Theirs(new_search(database, "owner"))
    me = new_search(database, "stranger").user.id
    with database.write() as db, pytest.raises(IntegrityError), db.begin_nested():
        db.execute(insert(notes_table).values(user_id=me, application_id=theirs.app, at=NOW, text="x"))


def test_erasing_one_person_leaves_the_other(database: Database) -> None:
    gone, stays = new_search(database, "gone"), new_search(database, "stays")
    theirs, kept = Theirs(gone), Theirs(stays)
    with database.write() as db:
        before = everything(db, kept.user.id)
        users.erase(db, theirs.user.id)
        assert not any(everything(db, theirs.user.id).values())
        assert everything(db, kept.user.id) == before
        for table in metadata.sorted_tables:
            if "user_id" not in table.c and table.name not in {"users", "events"}:
                assert all(row for row in db.execute(select(table)))
        with pytest.raises(NotThere):
            users.get_user(db, theirs.user.id)
