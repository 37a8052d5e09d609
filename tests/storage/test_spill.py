"""A journal that puts its changes into the database while it still writes: one step, one undo, all the same."""

from __future__ import annotations

from sqlalchemy import func, select

from storage import applications, undo
from storage.filters import Filter
from storage.house import changes, steps
from storage.journal import Journal
from storage.status import Status
from storage.steps import recent_steps
from tests.storage.search import Search, at

NOW = at("2026-11-12 12:00")


def add(journal: Journal, *names: str) -> None:
    """Applications at these companies."""
    for name in names:
        applications.add(journal, name, Status.SAVED, NOW)


def companies(search: Search) -> list[str]:
    """What is there."""
    with search.database.read() as db:
        return sorted(a.company for a in applications.find(db, search.user.id, Filter(limit=None)).items)


def test_it_is_one_step_that_one_undo_takes_back(search: Search) -> None:
    with search.message(NOW, "all of it") as journal:
        add(journal, "First")
        journal.mark()
        add(journal, "Acme", "Globex")
        journal.spill(NOW)
        assert not journal.empty and len(journal.changes) == 2
        add(journal, "Hooli")
        journal.spill(NOW)
        journal.spill(NOW)
        add(journal, "Initech")
    with search.database.read() as db:
        assert [step.summary for step in recent_steps(db, search.user.id)] == ["all of it"]
        assert db.scalar(select(func.count()).select_from(changes)) == 10
    assert companies(search) == ["Acme", "First", "Globex", "Hooli", "Initech"]
    assert search.undo(NOW).kept == [] and companies(search) == []


def test_a_call_that_is_rolled_back_takes_what_it_spilled_along(search: Search) -> None:
    with search.message(NOW) as journal:
        add(journal, "Stays")
        mark = journal.mark()
        nested = journal.db.begin_nested()
        add(journal, "Gone")
        journal.spill(NOW)
        nested.rollback()
        journal.back_to(mark)
        assert journal.mark() == mark
    with search.database.read() as db:
        assert db.scalar(select(func.count()).select_from(steps)) == 1
    assert companies(search) == ["Stays"]
    search.undo(NOW)
    assert companies(search) == []


def test_an_undo_of_many_names_what_was_changed_since(search: Search) -> None:
    with search.message(NOW) as journal:
        add(journal, *(f"Firm {number}" for number in range(900)))
        journal.spill(NOW)
    with search.database.read() as db:
        one = next(
            a for a in applications.find(db, search.user.id, Filter(limit=None)).items if a.company == "Firm 500"
        )
    with search.message(NOW) as journal:
        applications.change(journal, one.id, NOW, title="Cook")
    with search.database.read() as db:
        first = recent_steps(db, search.user.id)[-1].id
    with search.database.write() as db:
        kept = undo.undo(Journal(db, search.user.id), NOW, step_id=first).kept
    assert [(k.table, k.field) for k in kept] == [("applications", "title")]
    assert companies(search) == ["Firm 500"]
