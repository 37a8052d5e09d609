"""Who is claimed by whom, for how long, and when the next look is."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import insert, text

from storage import delivery, reminders, users
from storage.database import Database
from storage.models import accounts
from storage.status import Status
from tests.storage.search import Search, at, new_search

LOGGED, DUE = at("2026-11-03 10:00"), at("2026-11-10 09:00")
MOMENT = timedelta(minutes=1)


def people(database: Database, *names: str) -> list[Search]:
    """Each owes a follow-up on Tuesday, 10 November; the digest is turned off."""
    found = [new_search(database, name) for name in names]
    for one in found:
        one.add(Status.APPLIED, LOGGED)
        with one.message(LOGGED) as journal:
            one.user = users.change_settings(journal, one.user, digest="off")
        one.tick(at("2026-11-09 09:00"))
    return found


def claim(database: Database, token: str, now: datetime = DUE, **more: object) -> list[int]:
    with database.write() as db:
        return delivery.claim(db, now, ["stdio"], token, **more)  # type: ignore[arg-type]


def test_each_is_claimed_once(database: Database) -> None:
    found = {one.user.id for one in people(database, "a", "b")}
    assert claim(database, "x", DUE - MOMENT) == []
    assert set(claim(database, "x")) == found
    assert claim(database, "y") == []
    with database.write() as db:
        delivery.release(db, "x", list(found))
    assert set(claim(database, "y")) == found


def test_in_batches_without_leaving_anybody_out(database: Database) -> None:
    owed = {one.user.id for one in people(database, "a", "b", "c")}
    first, second = claim(database, "x", limit=2), claim(database, "y", limit=2)
    assert (len(first), len(second)) == (2, 1) and {*first, *second} == owed


def test_only_one_of_them(database: Database) -> None:
    _, second = people(database, "a", "b")
    assert claim(database, "x", only=second.user.id) == [second.user.id]


def test_a_lease_that_ended_is_anybodys_and_a_renewed_one_is_not(database: Database) -> None:
    (one,) = people(database, "a")
    assert claim(database, "dead", lease=-MOMENT) == [one.user.id]
    assert claim(database, "slow", lease=timedelta(seconds=30)) == [one.user.id]
    with database.write() as db:
        assert not delivery.holds(db, one.user.id, "dead") and delivery.holds(db, one.user.id, "slow")
        delivery.renew(db, "slow")
    assert claim(database, "y") == []


def test_whom_no_channel_reaches_is_left_to_others(database: Database) -> None:
    (one,) = people(database, "a")
    with database.write() as db:
        assert delivery.claim(db, DUE, ["telegram"], "x") == []
        assert delivery.next_look(db, ["telegram"]) is None
        db.execute(insert(accounts).values(user_id=one.user.id, channel="telegram", account="1", last_used_at=LOGGED))
        assert delivery.claim(db, DUE, ["telegram"], "x") == [one.user.id]


def test_the_next_look(database: Database) -> None:
    (one,) = people(database, "a")
    with database.write() as db:
        assert delivery.next_look(db, ["stdio"]) == DUE
        (owed,) = reminders.find(db, one.user.id, DUE)
        delivery.hold(db, one.user.id, [owed.id], DUE + MOMENT)
        assert delivery.next_look(db, ["stdio"]) == DUE + MOMENT
        assert delivery.claim(db, DUE, ["stdio"], "x") == []
        assert delivery.claim(db, DUE + MOMENT, ["stdio"], "x") == [one.user.id]
        assert delivery.next_look(db, ["stdio"]) is None


def test_a_claim_uses_the_index(postgres_empty: Database) -> None:
    """A clock function in its condition would make every look walk over all that is pending."""
    people(postgres_empty, "a")
    seen: list[str] = []
    with postgres_empty.write() as db:
        db.execute(text("SET LOCAL enable_seqscan = off"))
        query = "EXPLAIN SELECT user_id FROM reminders WHERE status = 'pending' AND coalesce(held_until, due_at) <= :at"
        seen = list(db.scalars(text(f"{query} ORDER BY coalesce(held_until, due_at) LIMIT 5"), {"at": DUE}))
    assert any("ix_reminders_look" in line and "Index" in line for line in seen)
