"""What undo takes back, what it leaves, and that it still can after the database was opened anew."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from storage import applications, contacts, interviews, notes, progress, reminders
from storage import models as m
from storage.database import Database, open_database
from storage.journal import Journal
from storage.records import Entry
from storage.rows import NotThere
from storage.status import Status
from storage.steps import get_step, recent_steps
from storage.undo import undo
from storage.users import change_settings, get_user
from tests.storage.search import Search, at, new_search

NOW = at("2026-11-17 12:00")
TABLES = (m.applications, m.history, m.activities, m.notes, m.tags, m.contacts, m.interviews, m.reminders, m.users)


def rows(database: Database) -> dict[str, list[Any]]:
    """All that a person has, as it stands; what follows from facts aside."""
    with database.read() as db:
        found = {table.name: [tuple(row) for row in db.execute(select(table).order_by(table.c.id))] for table in TABLES}
    found["reminders"] = [row for row in found["reminders"] if row[4] == "custom"]
    return found


def rich(search: Search) -> int:
    """An application with everything on it; gives its id."""
    fields = {"salary_min": 150_000, "salary_max": 180_000.5, "applied_on": date(2026, 11, 3), "favorite": True}
    found = search.add(Status.APPLIED, NOW, company="Größe & Söhne", tags=["a", "b"], **fields)
    with search.message(NOW) as journal:
        notes.add_note(journal, found.id, "first\nsecond", NOW)
        contacts.add_contact(journal, found.id, "Jane Roe", role="recruiter")
        interviews.add_interview(journal, found.id, at("2026-11-20 15:00"), NOW, with_="Jane", duration_minutes=45)
        progress.set_status(journal, found.id, Entry(Status.INTERVIEW, NOW, note="call"))
        progress.record_activity(journal, found.id, "mail", NOW, evidence="<1@x>")
        reminders.set_custom(journal, "call", at("2026-12-01 10:00"), NOW, application_id=found.id)
    return found.id


def test_a_deletion_comes_back_whole_with_its_ids(search: Search) -> None:
    number = rich(search)
    before = rows(search.database)
    with search.message(NOW) as journal:
        applications.remove(journal, number)
    assert rows(search.database)["applications"] == []
    undone = search.undo(NOW)
    assert undone.kept == []
    assert rows(search.database) == before


def test_steps_one_by_one_and_together(search: Search) -> None:
    empty = rows(search.database)
    number = rich(search)
    full = rows(search.database)
    with search.message(NOW, "tag") as journal:
        applications.add_tags(journal, number, ["c", "A"])
        applications.change(journal, number, NOW, title="Cook", archived=True)
    assert [step.summary for step in search.undo(NOW).steps] == ["tag"]
    assert rows(search.database) == full
    assert len(search.undo(NOW, steps=2).steps) == 2
    assert rows(search.database) == empty
    assert search.undo(NOW).steps == []


def test_after_the_database_was_opened_anew(tmp_path: Any, sqlite_migrated: Any) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    (tmp_path / "a.db").write_bytes(sqlite_migrated.read_bytes())
    search = new_search(open_database(url))
    before = rows(search.database)
    rich(search)
    search.database.close()
    again = Search(open_database(url), search.user)
    assert len(again.undo(NOW, steps=2).steps) == 2
    assert rows(again.database) == before
    again.database.close()


def test_a_field_changed_since_stays_and_is_named(search: Search) -> None:
    found = search.add(Status.APPLIED, NOW, title="Cook")
    with search.message(NOW) as journal:
        applications.change(journal, found.id, NOW, title="Chef", location="Paris")
    with search.database.read() as db:
        step = recent_steps(db, search.user.id)[0]
    with search.message(NOW) as journal:
        applications.change(journal, found.id, NOW, title="Head chef")
    undone = search.undo(NOW, step_id=step.id)
    assert [(one.table, one.field, one.application_id) for one in undone.kept] == [("applications", "title", found.id)]
    with search.database.read() as db:
        now = applications.get(db, search.user.id, found.id)
        assert (now.title, now.location) == ("Head chef", None)
        assert get_step(db, search.user.id, step.id) is not None
    assert search.undo(NOW, step_id=step.id).steps == []


def test_a_status_changed_since_stays(search: Search) -> None:
    found = search.add(Status.APPLIED, NOW)
    with search.message(NOW) as journal:
        progress.set_status(journal, found.id, Entry(Status.SCREENING, NOW))
    later = at("2026-11-18 12:00")
    with search.message(later) as journal:
        progress.set_status(journal, found.id, Entry(Status.INTERVIEW, later))
    with search.database.read() as db:
        step = recent_steps(db, search.user.id)[1]
    assert [one.field for one in search.undo(later, step_id=step.id).kept] == ["status"]
    with search.database.read() as db:
        assert [one.status for one in applications.get_history(db, search.user.id, found.id)] == [
            Status.APPLIED,
            Status.INTERVIEW,
        ]
        assert applications.get(db, search.user.id, found.id).last_event_at == later


def test_an_application_with_something_since_stays(search: Search) -> None:
    found = search.add(Status.APPLIED, NOW)
    with search.message(NOW) as journal:
        notes.add_note(journal, found.id, "mine", NOW)
    with search.database.read() as db:
        step = recent_steps(db, search.user.id)[1]
    undone = search.undo(NOW, step_id=step.id)
    assert [(one.table, one.field) for one in undone.kept] == [("applications", None)]
    with search.database.read() as db:
        assert [one.text for one in notes.get_notes(db, search.user.id, found.id)] == ["mine"]


def test_what_belonged_to_something_gone_is_named(search: Search) -> None:
    number = rich(search)
    with search.database.read() as db:
        note = notes.get_notes(db, search.user.id, number)[0]
    with search.message(NOW) as journal:
        notes.remove_note(journal, note.id)
    with search.message(NOW) as journal:
        applications.remove(journal, number)
    with search.database.read() as db:
        step = recent_steps(db, search.user.id)[1]
    assert [one.table for one in search.undo(NOW, step_id=step.id).kept] == ["notes"]


def test_settings_come_back(search: Search) -> None:
    with search.message(NOW) as journal:
        change_settings(journal, search.user, timezone="Asia/Tokyo", follow_up_days=(1, 2, 3), name="Ann")
        assert journal.settings_changed
    with search.database.write() as db:
        journal = Journal(db, search.user.id)
        undo(journal, NOW)
        assert journal.settings_changed
    with search.database.read() as db:
        assert get_user(db, search.user.id) == search.user


def test_nothing_written_makes_no_step(search: Search) -> None:
    found = search.add(Status.APPLIED, NOW, title="Cook")
    with search.database.write() as db:
        journal = Journal(db, search.user.id)
        applications.change(journal, found.id, NOW, title="Cook")
        assert journal.empty and journal.close(NOW, "test", None, [], "") is None


def test_a_rolled_back_call_leaves_no_trace(search: Search) -> None:
    with search.message(NOW) as journal:
        mark = journal.mark()
        nested = journal.db.begin_nested()
        applications.add(journal, "Gone", Status.SAVED, NOW)
        nested.rollback()
        journal.back_to(mark)
        applications.add(journal, "Stays", Status.SAVED, NOW)
    search.undo(NOW)
    assert rows(search.database)["applications"] == []


def test_many_rows_at_once(search: Search) -> None:
    with search.message(NOW) as journal:
        found = applications.add(journal, "Acme", Status.SAVED, NOW)
        texts = [{"application_id": found.id, "text": str(number), "at": NOW} for number in range(30)]
        ids = journal.insert_many(m.notes, texts)
    assert ids == sorted(ids)
    with search.database.read() as db:
        assert [one.text for one in notes.get_notes(db, search.user.id, found.id)] == [str(n) for n in range(30)]
        assert notes.get_notes(db, search.user.id, found.id)[29].id == ids[29]


def test_unknown_columns_and_naive_times_are_refused(search: Search) -> None:
    with search.database.write() as db:
        journal = Journal(db, search.user.id)
        with pytest.raises(TypeError):
            journal.insert(m.notes, nonsense=1)
        with pytest.raises(StatementError, match="naive"):
            journal.insert(m.notes, application_id=1, text="x", at=NOW.replace(tzinfo=None))
        with pytest.raises(NotThere):
            journal.delete(m.notes, 99)


def test_text_that_no_database_keeps(search: Search) -> None:
    noise = "a\x00b\ud800c\x07\u202e😀\r\n" + "z" * 5000
    found = search.add(Status.APPLIED, NOW, company=noise, title="\x00")
    with search.message(NOW) as journal:
        applications.change(journal, found.id, NOW, location=noise)
        notes.add_note(journal, found.id, noise, NOW)
    with search.database.read() as db:
        assert applications.get(db, search.user.id, found.id).location == "ab?c\x07\u202e😀\r\n" + "z" * 5000
    assert search.undo(NOW, steps=2).kept == []
    assert rows(search.database)["applications"] == []
