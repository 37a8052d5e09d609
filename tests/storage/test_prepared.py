"""Statements that are compiled once give and take the same as those that go the usual way, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    case,
    cast,
    func,
    insert,
    literal,
    select,
    union,
    update,
)
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from storage import rows
from storage.columns import UtcDateTime, metadata
from storage.database import Database
from storage.house import events
from storage.models import accounts, applications, users
from storage.prepared import Prepared
from tests.storage.search import Search

NOW = datetime(2026, 11, 1, 13, tzinfo=UTC)
OWN = {"created_at": NOW}
# A value of each type of column that is not what the column has by default.
FULL: dict[str, Any] = {
    "company": "Größe\x00 & Söhne", "company_key": "groesse", "status": "applied", "salary_min": 18.5,
    "favorite": True, "applied_on": NOW.date(), "created_at": NOW, "updated_at": NOW,
    "last_event_at": NOW.astimezone(timezone(timedelta(hours=-8))),
}  # fmt: skip


def test_a_row_comes_back_as_the_usual_way_gives_it(search: Search) -> None:
    with search.database.write() as db:
        made = rows.add_whole_row(db, applications, {**FULL, "user_id": search.user.id})
        usual = db.execute(select(applications).where(applications.c.id == made["id"])).mappings().one()
        assert made == dict(usual)
        assert rows.fetch(db, search.user.id, applications, made["id"]) == made
    assert (made["company"], made["salary_min"], made["last_event_at"]) == ("Größe & Söhne", 18.5, NOW)
    assert (made["favorite"], made["archived"], made["title"], made["applied_on"]) == (True, False, None, NOW.date())


def test_defaults_are_those_of_the_columns(database: Database) -> None:
    with database.write() as db:
        first = rows.add_row(db, users, OWN)
        usual = db.execute(insert(users), OWN).inserted_primary_key
        assert usual is not None
        there = [dict(row) for row in db.execute(select(users).order_by(users.c.id)).mappings()]
    assert [row.pop("id") for row in there] == [first, usual[0]]
    assert there[0] == there[1]


def test_lists_and_objects_and_nothing(database: Database) -> None:
    event = {"channel": "x", "conversation": "y", "payload": {"ä": [1, None]}, "received_at": NOW}
    with database.write() as db:
        rows.add_rows(db, events, [{**event, "event_id": "1", "reply": None}, {**event, "event_id": "2", "reply": [1]}])
        rows.add_rows(db, events, [])
        kept = Prepared(select(events.c.payload, events.c.reply, events.c.finished_at).order_by(events.c.id))
        assert [tuple(row) for row in kept.tuples(db, {})] == [
            ({"ä": [1, None]}, None, None),
            ({"ä": [1, None]}, [1], None),
        ]
        assert db.scalar(select(func.count()).where(events.c.reply.is_(None))) == 1


def test_what_changes_many_rows_and_what_gives_them_back(database: Database) -> None:
    with database.write() as db:
        numbers = [rows.add_row(db, users, OWN) for _ in range(3)]
        named = update(users).where(users.c.id == bindparam("row_id")).values(name=bindparam("named"))
        Prepared(named).run(db, *({"row_id": number, "named": f"n{number}"} for number in numbers[:2]))
        renamed = Prepared(named.returning(users.c.id, users.c.name, literal(True).label("sure")))
        assert renamed.first(db, {"row_id": numbers[2], "named": "Zoë"}) == {
            "id": numbers[2],
            "name": "Zoë",
            "sure": True,
        }
        assert renamed.first(db, {"row_id": 10**9, "named": "Zoë"}) is None
        words = Prepared(union(select(users.c.name), select(literal("n0"))))
        assert {word for (word,) in words.tuples(db, {})} == {"n0", *(f"n{number}" for number in numbers[:2]), "Zoë"}


def test_what_the_database_refuses_is_refused_without_the_values(database: Database) -> None:
    with pytest.raises(IntegrityError) as told, database.write() as db:
        person = rows.add_row(db, users, OWN)
        row = {"user_id": person, "channel": "x", "account": "secret-name", "last_used_at": NOW}
        rows.add_rows(db, accounts, [row, row])
    assert database.dialect == "postgresql" or "secret-name" not in str(told.value)
    with database.read() as db:
        assert db.scalar(select(func.count()).select_from(users)) == 0


def test_what_breaks_while_rows_are_read_is_told_as_usual(database: Database) -> None:
    with database.write() as db:
        first, second = (rows.add_row(db, users, OWN) for _ in range(2))
        lowest = case((users.c.id == second, cast(-(2**63), BigInteger)), else_=users.c.id)
        breaks = Prepared(select(func.abs(lowest)).order_by(users.c.id))
        kept = Prepared(select(users.c.id).order_by(users.c.id))
        assert [tuple(row) for row in kept.tuples(db, {})] == [(first,), (second,)]
        with pytest.raises(DBAPIError, match=r"overflow|out of range"):
            breaks.tuples(db, {})


def test_what_cannot_be_meant_is_refused(database: Database) -> None:
    with database.write() as db:
        with pytest.raises(StatementError, match="naive"):
            rows.add_row(db, users, {"created_at": NOW.replace(tzinfo=None)})
        with pytest.raises(StatementError):
            Prepared(select(users.c.id).where(users.c.id == bindparam("number"))).first(db, {"other": 1})


def test_a_default_that_differs_by_the_row_is_not_kept_for_all() -> None:
    table = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("at", UtcDateTime, default=_now))
    other = Table("o", MetaData(), Column("id", Integer, primary_key=True), Column("name", String(9), default="x"))
    from storage.database import open_database

    database = open_database("sqlite://")
    with database.write() as db:
        other.metadata.create_all(db)
        table.metadata.create_all(db)
        assert Prepared(insert(other), ["id"]).add(db, {"id": 7}) == 7
        with pytest.raises(AssertionError, match="differs"):
            Prepared(insert(table), ["id"]).add(db, {"id": 1})
    database.close()


def _now() -> datetime:
    return NOW


def test_every_column_of_every_table_has_a_default_that_can_be_kept() -> None:
    differing = [
        str(c) for t in metadata.sorted_tables for c in t.c if c.default is not None and not c.default.is_scalar
    ]
    assert differing == []
