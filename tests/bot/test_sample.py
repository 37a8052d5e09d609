"""The sample data: believable, the same each time, of any size, and in the export form."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot import sample, seed
from storage.status import ACTIVE, Status
from tests.house import NOON, House
from tools import portable

TODAY = NOON.date()
FORM = sample.form(600, TODAY)
NOW = NOON.replace(hour=0)


def all_of(part: str) -> list[dict[str, Any]]:
    """All entries of a list that applications hold."""
    return [entry for a in FORM["applications"] for entry in a[part]]


@pytest.mark.parametrize("number", [0, 1, 60])
def test_any_size_is_a_form_that_can_be_read(number: int) -> None:
    form = portable.read(json.dumps(sample.form(number, TODAY)), "sample.json")
    assert len(form.applications) == number


def test_it_is_the_same_each_time_and_a_longer_one_only_goes_on() -> None:
    assert sample.form(600, TODAY) == FORM
    assert sample.form(60, TODAY)["applications"] == FORM["applications"][:60]
    assert sample.form(60, date(2027, 2, 28))["applications"] != FORM["applications"][:60]


def test_no_job_comes_twice() -> None:
    jobs = Counter((a["company"], a["title"], a["applied_on"]) for a in sample.form(10_000, TODAY)["applications"])
    assert jobs.total() == 10_000 and set(jobs.values()) == {1}


def test_it_is_varied() -> None:
    first = FORM["applications"][:60]
    assert len({a["company"] for a in first}) > 50 and len({a["title"] for a in first}) > 25
    assert {a["status"] for a in FORM["applications"]} == {str(status) for status in Status}
    for field in ("source", "work_mode", "employment_type", "salary_period", "deadline_on", "url"):
        assert len({a.get(field) for a in first}) > 1, field
    for part in ("notes", "interviews", "contacts", "tags"):
        assert any(a[part] for a in first) and not all(a[part] for a in first), part
    assert (
        {a["favorite"] for a in FORM["applications"]} == {a["archived"] for a in FORM["applications"]} == {True, False}
    )
    assert 0.25 < sum(a["status"] in ACTIVE for a in FORM["applications"]) / 600 < 0.75


def test_histories_are_believable() -> None:
    for a in FORM["applications"]:
        instants = [datetime.fromisoformat(entry["at"]) for entry in a["history"]]
        assert instants == sorted(instants) and instants[-1] < NOW
        assert instants[0] > NOW - timedelta(days=sample.OLDEST + 10)
        assert a["history"][-1]["status"] == a["status"]
        applied = [entry for entry in a["history"] if entry["status"] == "applied"]
        assert len(applied) == (a["applied_on"] is not None) == (a["status"] != "saved")
        assert all(datetime.fromisoformat(note["at"]) <= NOW + timedelta(days=1) for note in a["notes"])
        assert not (a["archived"] and a["status"] in ACTIVE)


def test_interviews_lie_ahead_and_behind() -> None:
    held = [i for i in all_of("interviews") if datetime.fromisoformat(i["starts_at"]) < NOW]
    assert 0 < len(held) < len(all_of("interviews"))
    hours = {datetime.fromisoformat(i["starts_at"]).astimezone(sample.ZONE).hour for i in all_of("interviews")}
    days = {datetime.fromisoformat(i["starts_at"]).astimezone(sample.ZONE).weekday() for i in all_of("interviews")}
    assert min(hours) >= 9 and max(hours) <= 16 and max(days) < sample.SATURDAY


def test_it_names_nobody_who_could_be_called() -> None:
    for person in all_of("contacts"):
        assert person["email"] is None or person["email"].endswith(".example")
        assert person["phone"] is None or person["phone"].startswith("+1 555 01")
    assert all(a["url"] is None or ".example/" in a["url"] for a in FORM["applications"])


def test_it_goes_through_the_door(house: House) -> None:
    toolbox = house.app.toolbox
    assert "Added 25 applications" in seed.fill(toolbox, 25, NOON)
    assert "25 applications already" in seed.fill(toolbox, 25, NOON + timedelta(days=40))
    # More of it later is more of the same: the first ones are not told anew.
    assert "Added 15 applications for the demo person, 25 were there already" in seed.fill(
        toolbox, 40, NOON + timedelta(days=40)
    )
    with toolbox.database.read() as db:
        from storage import users
        from tools.exports import form_of

        demo = users.find_user(db, *seed.DEMO)
        assert demo is not None and demo.settings.timezone == "America/New_York"
        form = form_of(db, demo, NOON)
    assert len(form["applications"]) == 40
    assert {"follow_up", "deadline", "interview"} <= {r["kind"] for r in form["reminders"]}
