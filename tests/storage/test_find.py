"""Finding applications: every condition, the order, the page, and what a list leaves out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from storage import applications, by_name, contacts, interviews, models, notes, progress
from storage.filters import Filter, count
from storage.records import Entry
from storage.rows import NotThere
from storage.status import Status
from tests.storage.search import Search, at

S = Status
NOW = at("2026-11-17 12:00")


@pytest.fixture
def filled(search: Search) -> Search:
    """Six applications, each a day newer than the one before."""
    fields: list[tuple[str, Status, dict[str, Any]]] = [
        ("Acme", S.APPLIED, {"title": "Backend Engineer", "work_mode": "remote", "salary_min": 120_000,
                             "salary_max": 160_000, "salary_currency": "USD", "salary_period": "year"}),
        ("Blue Bottle", S.SAVED, {"title": "Barista", "salary_min": 18.5, "salary_max": 18.5, "salary_period": "hour",
                                  "deadline_on": date(2026, 12, 4), "location": "San Francisco"}),
        ("Größe & Söhne", S.INTERVIEW, {"title": "Köchin", "location": "München", "source": "referral"}),
        ("acme GmbH", S.REJECTED, {"title": "100% Cook_er", "applied_on": date(2026, 11, 3)}),
        ("Globex", S.OFFER, {"title": "Senior Data Engineer", "archived": True, "employment_type": "contract"}),
        ("Initech", S.APPLIED, {"favorite": True, "salary_min": 3_000, "salary_period": "month"}),
    ]  # fmt: skip
    for number, (company, status, more) in enumerate(fields):
        search.add(status, NOW + timedelta(days=number), company=company, **more)
    return search


def names(search: Search, **wanted: Any) -> list[str]:
    """The companies that are found, in their order."""
    with search.database.read() as db:
        found = applications.find(db, search.user.id, Filter(**wanted))
        assert found.total == count(db, search.user.id, Filter(**wanted))
        return [one.company for one in found.items]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"company": "ACME Inc."}, ["acme GmbH", "Acme"]),
        ({"statuses": (S.OFFER, S.REJECTED)}, ["Globex", "acme GmbH"]),
        ({"ended": True}, ["acme GmbH"]),
        ({"archived": True}, ["Globex"]),
        ({"favorite": True}, ["Initech"]),
        ({"text": "KÖCHIN"}, ["Größe & Söhne"]),
        ({"text": "engineer data"}, ["Globex"]),
        ({"text": "100%"}, ["acme GmbH"]),
        ({"text": "0% c"}, ["acme GmbH"]),
        ({"text": "k_e"}, ["acme GmbH"]),
        ({"text": "%"}, ["acme GmbH"]),
        ({"text": "k\x00_\ud800"}, []),
        ({"company": "\x00", "tag": "\x00", "location": "\udfff"}, []),
        ({"text": "'; DROP TABLE applications; --"}, []),
        ({"role_words": ("engineer",)}, ["Globex", "Acme"]),
        ({"location": "münchen"}, ["Größe & Söhne"]),
        ({"source": "Referral"}, ["Größe & Söhne"]),
        ({"work_mode": "remote", "salary_at_least": 150_000}, ["Acme"]),
        ({"salary_at_least": 150_000, "salary_currency": "USD"}, ["Acme"]),
        ({"salary_at_most": 40_000}, ["Initech", "Blue Bottle"]),
        ({"salary_at_least": 37_000, "salary_at_most": 100_000}, ["Blue Bottle"]),
        ({"employment_type": "contract"}, ["Globex"]),
        ({"applied_from": date(2026, 11, 1), "applied_to": date(2026, 11, 3)}, ["acme GmbH"]),
        ({"updated_from": NOW + timedelta(days=4)}, ["Initech", "Globex"]),
        ({"unanswered": True, "silent_before": NOW}, ["Acme"]),
        ({"has_deadline": True}, ["Blue Bottle"]),
        ({"deadline_from": date(2026, 12, 5)}, []),
        ({"sort": "company"}, ["Acme", "acme GmbH", "Blue Bottle", "Globex", "Größe & Söhne", "Initech"]),
        ({"sort": "salary", "limit": 3}, ["Acme", "Blue Bottle", "Initech"]),
        ({"sort": "status", "limit": 2}, ["acme GmbH", "Globex"]),
        ({"limit": 2, "offset": 1}, ["Globex", "acme GmbH"]),
    ],
)
def test_conditions(filled: Search, wanted: dict[str, Any], found: list[str]) -> None:
    listed = names(filled, **wanted)
    assert sorted(listed) == sorted(found) if wanted.get("sort") == "company" else listed == found


def test_what_a_list_leaves_out(filled: Search) -> None:
    with filled.database.read() as db:
        page = applications.find(db, filled.user.id, Filter(active=True, archived=False, limit=2))
    assert (len(page.items), page.total, page.left_out_ended, page.left_out_archived) == (2, 4, 1, 1)


def test_by_interviews_notes_and_tags(filled: Search) -> None:
    with filled.message(NOW) as journal:
        globex = by_name.same_company(journal.db, filled.user.id, "Globex")[0]
        interviews.add_interview(journal, globex.id, at("2026-11-24 15:00"), NOW)
        cancelled = interviews.add_interview(journal, globex.id, at("2026-11-26 15:00"), NOW)
        interviews.cancel_interview(journal, cancelled.id, NOW)
        notes.add_note(journal, globex.id, "They use ÉLIXIR", NOW)
        assert applications.add_tags(journal, globex.id, ["Fintech", "fintech", "Paris"]) == [
            "Fintech",
            "fintech",
            "Paris",
        ]
    assert names(filled, has_interview_between=(at("2026-11-24 00:00"), at("2026-11-25 00:00"))) == ["Globex"]
    assert names(filled, has_interview_between=(at("2026-11-26 00:00"), at("2026-11-27 00:00"))) == []
    assert names(filled, text="élixir") == ["Globex"]
    assert names(filled, tag="FINTECH") == ["Globex"]
    with filled.database.read() as db:
        assert [one.text for one in notes.search_notes(db, filled.user.id, "élixir THEY")] == ["They use ÉLIXIR"]


def test_tags_and_contacts(search: Search) -> None:
    found = search.add(S.APPLIED, NOW, tags=["one"])
    with search.message(NOW) as journal:
        assert applications.add_tags(journal, found.id, ["ONE", "two"]) == ["two"]
        assert applications.remove_tags(journal, found.id, ["TWO", "three"]) == ["two"]
        jane = contacts.add_contact(journal, found.id, "Jane Roe")
        assert contacts.add_contact(journal, found.id, "jane roe", email="j@x.org", role=None) == jane
        assert contacts.change_contact(journal, jane, phone="123")
        contacts.remove_contact(journal, contacts.add_contact(journal, found.id, "Max"))
    with search.database.read() as db:
        assert applications.get(db, search.user.id, found.id).tags == ("one",)
        (one,) = contacts.get_contacts(db, search.user.id, found.id)
        assert (one.name, one.email, one.phone) == ("Jane Roe", "j@x.org", "123")
        assert by_name.vocabulary(db, search.user.id).contacts == ["Jane Roe"]


def test_corrections_replace_what_they_correct(search: Search) -> None:
    found = search.add(S.APPLIED, NOW, applied_on=NOW.date())
    me = search.user.id
    later = NOW + timedelta(days=2)
    with search.message(later) as journal:
        progress.set_status(journal, found.id, Entry(S.INTERVIEW, later))
        progress.replace_last_status(journal, found.id, Entry(S.SCREENING, later))
        assert [one.status for one in applications.get_history(journal.db, me, found.id)] == [S.APPLIED, S.SCREENING]
        assert progress.move_last_entry(journal, found.id, NOW + timedelta(days=1)).last_event_at == NOW + timedelta(
            days=1
        )
        assert progress.replace_last_status(journal, found.id, Entry(S.APPLIED, later)).status is S.APPLIED
        assert [one.status for one in applications.get_history(journal.db, me, found.id)] == [S.APPLIED]
        assert progress.replace_last_status(journal, found.id, Entry(S.SAVED, later)).applied_on is None
        again = progress.replace_last_status(journal, found.id, Entry(S.APPLIED, later), applied_on=date(2026, 11, 1))
        assert again.applied_on == date(2026, 11, 1)
        moved = progress.move_applied(journal, found.id, date(2026, 11, 5), now=later)
        assert moved.applied_on == date(2026, 11, 5)
        assert moved.last_event_at == at("2026-11-05 12:00")


def test_a_move_to_applied_fills_the_day_of_the_persons_zone(search: Search) -> None:
    found = search.add(S.SAVED, NOW)
    with search.message(NOW) as journal:
        late = at("2026-11-18 23:30")
        progress.set_status(journal, found.id, Entry(S.APPLIED, late))
        assert applications.get(journal.db, journal.user_id, found.id).applied_on == date(2026, 11, 18)
        with pytest.raises(NotThere):
            progress.set_status(journal, found.id + 99, Entry(S.APPLIED, late))


def test_of_very_many_only_the_names_with_the_latest_news_are_known(search: Search) -> None:
    most = by_name.MOST_NAMED
    row = {
        "user_id": search.user.id,
        "status": "applied",
        "applied_on": NOW.date(),
        "created_at": NOW,
        "updated_at": NOW,
    }
    rows = [
        {**row, "company": f"C{number}", "company_key": f"c{number}", "last_event_at": NOW + timedelta(minutes=number)}
        for number in range(most + 5)
    ]
    with search.database.write() as db:
        db.execute(models.applications.insert(), rows)
    with search.database.read() as db:
        known = [entry.company for entry in by_name.vocabulary(db, search.user.id).companies]
        assert (known[0], known[-1], len(known)) == (f"C{most + 4}", "C5", most)
        assert by_name.same_company(db, search.user.id, "C0")[0].company == "C0"
        told = by_name.vocabulary(db, search.user.id, "any news of C0's kitchen, or of C7?").companies
        assert [entry.company for entry in told] == [*known, "C0"]
