"""Many applications at once, as an import brings them, with what became of their reminders."""

from __future__ import annotations

from datetime import date

from storage import applications, bulk, contacts, interviews, notes, reminders
from storage.bulk import KnownReminder, NewApplication
from storage.journal import Journal
from storage.records import Entry
from storage.status import Source, Status
from tests.storage.search import Search, at

NOW = at("2026-11-12 12:00")
APPLIED = Entry(Status.APPLIED, at("2026-11-02 12:00"), Source.IMPORT)


def bring(search: Search, items: list[NewApplication], known: list[tuple[str, str, str]] | None = None) -> list[int]:
    """Imports; `known` are the kind, local due time and status of reminders of the first application."""
    with search.database.write() as db:
        journal = Journal(db, search.user.id)
        ids = bulk.add_all(journal, items, NOW)
        bulk.adopt(db, search.user, [KnownReminder(ids[0], kind, at(due), how) for kind, due, how in known or []], NOW)
        reminders.refresh(db, search.user, journal.touched_applications, NOW)
        journal.close(NOW, "import", None, [], "import")
    return ids


def test_all_that_hangs_on_them(search: Search) -> None:
    rich = NewApplication(
        "Acme",
        Status.INTERVIEW,
        {"title": "Cook", "favorite": True, "applied_on": date(2026, 11, 2), "salary_min": 18.5},
        [APPLIED, Entry(Status.INTERVIEW, at("2026-11-10 12:00"))],
        ["a", "b", "a"],
        [{"at": NOW, "text": "hello"}],
        [
            {"starts_at": at("2026-11-20 15:00"), "kind": "phone", "with_": "Jane"},
            {"starts_at": at("2026-11-21 15:00")},
        ],
        [{"name": "Jane", "email": "j@x.org"}, {"name": "Max"}],
    )
    one, two = bring(search, [rich, NewApplication("Globex", Status.SAVED)])
    me = search.user.id
    with search.database.read() as db:
        first, second = applications.get(db, me, one), applications.get(db, me, two)
        assert (first.company, first.favorite, first.tags, first.salary_min) == ("Acme", True, ("a", "b"), 18.5)
        assert (second.company, second.favorite, second.title) == ("Globex", False, None)
        assert [entry.source for entry in applications.get_history(db, me, one)] == [Source.IMPORT, Source.USER]
        assert [note.text for note in notes.get_notes(db, me, one)] == ["hello"]
        assert [(meeting.kind, meeting.with_) for meeting in interviews.get_interviews(db, me, one)] == [
            ("phone", "Jane"),
            ("other", None),
        ]
        assert [person.email for person in contacts.get_contacts(db, me, one)] == ["j@x.org", None]
    assert search.undo(NOW).kept == []
    with search.database.read() as db:
        assert applications.find(db, me).total == 0


def test_a_thousand(search: Search) -> None:
    ids = bring(search, [NewApplication(f"Company {number}", Status.APPLIED) for number in range(1000)])
    with search.database.read() as db:
        assert applications.get(db, search.user.id, ids[777]).company == "Company 777"
    assert len(search.pending(NOW)) == 1000


def test_what_was_sent_elsewhere_is_not_sent_again(search: Search) -> None:
    bring(
        search, [NewApplication("Acme", Status.APPLIED, entries=[APPLIED])], [("follow_up", "2026-11-09 09:00", "sent")]
    )
    assert search.owed(NOW) == ["follow_up second 16 Nov 09:00"]


def test_without_that_knowledge_it_comes_next_morning(search: Search) -> None:
    bring(search, [NewApplication("Acme", Status.APPLIED, entries=[APPLIED])])
    assert search.owed(NOW) == ["follow_up first 13 Nov 09:00"]


def test_a_snooze_from_elsewhere_holds(search: Search) -> None:
    known = [("follow_up", "2026-11-14 09:00", "pending"), ("deadline", "2026-11-14 09:00", "sent")]
    bring(search, [NewApplication("Acme", Status.APPLIED, entries=[APPLIED])], known)
    assert search.owed(NOW) == ["follow_up first 14 Nov 09:00"]
    assert search.tick(at("2026-11-14 09:00")) == ["follow_up first 14 Nov 09:00"]
    assert search.owed(at("2026-11-14 10:00")) == ["follow_up second 16 Nov 09:00"]


def test_a_pending_one_that_follows_anyway_is_there_once(search: Search) -> None:
    entry = Entry(Status.APPLIED, at("2026-11-10 12:00"))
    known = [("follow_up", "2026-11-17 09:00", "pending")]
    bring(search, [NewApplication("Acme", Status.APPLIED, entries=[entry])], known)
    assert search.owed(NOW) == ["follow_up first 17 Nov 09:00"]
