"""Several at once: people beside each other, messages of one in their order, two processes on one database."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from storage.database import Database
from tests.house import Heard, House


@pytest.fixture
def two(database: Database, tmp_path: Path) -> Iterator[tuple[House, House]]:
    """Two programs on one database."""
    url = database.url.render_as_string(hide_password=False)
    first, second = House(url, tmp_path), House(url, tmp_path)
    yield first, second
    first.close()
    second.close()


def at_once(two: tuple[House, House], **line: str) -> list[Heard]:
    """What both answer to the same line at the same moment."""
    start = Barrier(2)

    def send(house: House) -> Heard:
        house.runner.get_loop()
        start.wait()
        return house.together([line])[0]

    with ThreadPoolExecutor(2) as pool:
        return [*pool.map(send, two)]


def test_many_people_at_once(house: House) -> None:
    lines = [{"user": f"u{n}", "text": f"/log Company {m}, Cook"} for m in range(3) for n in range(12)]
    assert all("Logged" in heard.text for heard in house.together(lines))
    for number in range(12):
        found = [a["company"] for a in house.applications(user=f"u{number}")]
        assert found == ["Company 0", "Company 1", "Company 2"]


def test_messages_of_one_person_do_not_overtake_each_other(house: House) -> None:
    statuses = ("screening", "assessment", "interview", "offer", "accepted")
    lines = [{"text": "/log Stripe, Cook"}, *({"text": f"/status {status}, Stripe"} for status in statuses)]
    heard = house.together(lines)
    assert heard[-1].text.startswith("Stripe · Cook: offer → accepted")
    assert [entry["status"] for entry in house.applications()[0]["history"]] == ["applied", *statuses]


def test_an_event_that_comes_twice_at_once(house: House) -> None:
    first, second = house.together([{"text": "/log Stripe, Cook", "event": "1"}] * 2)
    assert first.text == second.text and len(house.applications()) == 1


def test_an_event_that_two_processes_are_given(two: tuple[House, House]) -> None:
    two[0].say("/log Acme, Cook")
    for number in range(5):
        text = f"/log Company {number}, Cook"
        first, second = at_once(two, text=text, event=f"e{number}")
        assert first.text == second.text and first.text.startswith("Logged")
        assert first.buttons == second.buttons
    assert len(two[0].applications()) == 6


def test_a_newcomer_that_two_processes_meet(two: tuple[House, House]) -> None:
    for number in range(3):
        heard = at_once(two, user=f"new{number}", text="/log Acme, Cook", event="e")
        assert [one.text.split(":")[0] for one in heard] == ["Logged"] * 2
        assert len(two[0].applications(user=f"new{number}")) == 1


def test_a_button_pressed_in_two_processes_at_once(two: tuple[House, House]) -> None:
    for number in range(5):
        two[0].say(f"/log Company {number}, Cook")
        heard = at_once(two, press=two[0].last["u1"].button("Undo"))
        assert sorted("pressed already" in one.text for one in heard) == [False, True]
    assert two[0].applications() == []


def test_two_changes_of_one_person_in_two_processes(two: tuple[House, House]) -> None:
    two[0].say("/log Acme, Cook")
    for _ in range(5):
        assert all("Noted" in one.text for one in at_once(two, text="/note hello, Acme"))
    assert len(two[0].applications()[0]["notes"]) == 10
    two[1].say("/undo 11")
    assert two[0].applications() == []
