"""One application among very many, asked for by name: few rows are read for it, and an old one is found as well."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.cursor import CursorFetchStrategy

from storage import models
from storage.by_name import MOST_NAMED
from storage.prepared import Prepared
from storage.users import find_user
from tests.house import House

MANY = 25_000
# What a turn reads besides the names: the person, the conversation, the application with what hangs on it.
BESIDES = 200
FIRST = datetime(2024, 1, 1, 12, tzinfo=UTC)


def crowd(house: House) -> None:
    """Somebody with Acme, the latest, and very many others; Globex Ltd and Meta are the oldest of them."""
    house.say("applied to Acme as a cook yesterday")
    with house.app.database.write() as db:
        user = find_user(db, "stdio", house.user)
        assert user is not None
        shared = {"user_id": user.id, "title": "Waiter", "status": "applied", "applied_on": FIRST.date()}
        names = ["Globex Ltd", "Meta", *(f"Firm {number}" for number in range(2, MANY))]
        # What gives its ids back is put in many rows at a time.
        adding = models.applications.insert().returning(models.applications.c.id)
        db.execute(adding, [{**shared, **row(n, name)} for n, name in enumerate(names)])


def row(number: int, name: str) -> dict[str, Any]:
    """What tells one of them from the others: its name, and its latest news, a minute after the one before."""
    at = FIRST + timedelta(minutes=number)
    key = name.casefold().removesuffix(" ltd")
    return {"company": name, "company_key": key, "created_at": at, "updated_at": at, "last_event_at": at}


@contextmanager
def counted() -> Iterator[list[int]]:
    """The numbers of rows that are fetched meanwhile, of each time that some are."""
    fetched: list[int] = []
    one, all_of_them = CursorFetchStrategy.fetchone, CursorFetchStrategy.fetchall
    as_python = Prepared._read

    def fetchone(self: CursorFetchStrategy, *args: Any, **more: Any) -> Any:
        row = one(self, *args, **more)
        fetched.append(row is not None)
        return row

    def fetchall(self: CursorFetchStrategy, *args: Any) -> Any:
        rows = all_of_them(self, *args)
        fetched.append(len(rows))
        return rows

    def read(self: Prepared, rows: list[tuple[Any, ...]], dialect: Dialect) -> Any:
        fetched.append(len(rows))
        return as_python(self, rows, dialect)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Prepared, "_read", read)
        patch.setattr(CursorFetchStrategy, "fetchone", fetchone)
        patch.setattr(CursorFetchStrategy, "fetchall", fetchall)
        yield fetched


def status_of(house: House, company: str) -> str | None:
    a = models.applications.c
    with house.app.database.read() as db:
        return db.scalar(select(a.status).where(a.company == company))


def test_by_its_name_one_is_found_in_few_rows(house: House) -> None:
    crowd(house)
    asked = ("show Acme", "what's the status of Globex?", "show Firm 77", "/show Facebook", "Globex rejected me")
    for words, name in zip(asked, ("Acme", "Globex Ltd", "Firm 77", "Meta", "Globex Ltd"), strict=True):
        with counted() as fetched:
            heard = house.say(words)
        assert name in heard.text, (words, heard.text)
        # A well-known company's other names are looked for among all names.
        most = MOST_NAMED * 2 if "Facebook" in words else MOST_NAMED
        assert sum(fetched) <= most + BESIDES, (words, sum(fetched))
    assert status_of(house, "Globex Ltd") == "rejected"
    for words, answer in (
        ("/show Acmee", "Acme · cook"),
        ("/show Zorgon", "I have no application at Zorgon. Your older ones I find only"),
    ):
        with counted() as fetched:
            assert house.say(words).text.startswith(answer)
        assert sum(fetched) <= 2 * MOST_NAMED + BESIDES


def test_an_old_one_is_deleted_and_known_by_its_name(sqlite_house: House) -> None:
    house = sqlite_house
    crowd(house)
    with counted() as fetched:
        house.say("delete Globex")
        house.press("Delete")
    assert sum(fetched) <= 2 * MOST_NAMED + BESIDES
    assert status_of(house, "Globex Ltd") is None
    house.press("Undo")
    assert status_of(house, "Globex Ltd") == "applied"
    with counted() as fetched:
        assert "already" in house.say("applied to Globex as a waiter today").text
    assert sum(fetched) <= MOST_NAMED + BESIDES


def test_an_empty_list_and_a_title_alone_read_few_rows(sqlite_house: House) -> None:
    crowd(sqlite_house)
    for words in ("/find company=Zorgon", "/find location=Leeds", "/show title=cook", "/files"):
        with counted() as fetched:
            sqlite_house.say(words)
        assert 0 < sum(fetched) <= 2 * MOST_NAMED + BESIDES, (words, sum(fetched))
