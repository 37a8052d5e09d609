"""People with some of everything, for tests of what one may see of another; and what each tool needs to do anything."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from storage import models, reminders, steps, users
from storage.columns import metadata
from tests.house import House
from tests.talk import NOON
from tools.result import Call
from tools.turn import Outcome, Turn

# Arguments without which a tool does nothing.
NEEDED: dict[str, dict[str, Any]] = {
    "log": {"company": "Newcomer"},
    "status": {"status": "rejected"},
    "update": {"new_title": "Driver"},
    "note": {"text": "a note"},
    "contact": {"name": "Max"},
    "label": {"add": "seen"},
    "schedule": {"when": "Friday at 4pm"},
    "reschedule": {"when": "Friday at 5pm"},
    "remind": {"text": "write", "when": "tomorrow"},
    "change_reminder": {"action": "done"},
    "ask_back": {"said": "x", "guesses": []},
    "posting": {"what": "https://jobs.example.com/cook"},
}


@dataclass(frozen=True)
class Person:
    """Somebody with some of everything, made of words that only this one has."""

    house: House
    account: str
    company: str
    title: str
    secret: str

    def move_in(self) -> None:
        """Say it all."""
        c, s = self.company, self.secret
        for text in (
            f"/log {c}, {self.title}, applied, 9 November, location={s}-place, tags={s}-tag, source={s}-source",
            f"/schedule {c}, Friday at 3pm, people={s}-person",
            f"/remind {s}-call, tomorrow at 10am",
            f"/remind {s}-write, Thursday, {c}",
            f"/note {s}-note, {c}",
            f"/contact {s}-contact, {c}, email={s}@mail.example",
            f"/settings name={s}-name",
            f"/delete {c}",
        ):
            heard = self.house.say(text, user=self.account)
            assert heard.labels, text

    @property
    def id(self) -> int:
        """The number of this person."""
        with self.house.app.database.read() as db:
            found = users.find_user(db, "stdio", self.account)
            assert found is not None
            return found.id

    def names(self) -> list[Any]:
        """All ways to name what is this person's."""
        with self.house.app.database.read() as db:
            made = [step.id for step in steps.recent_steps(db, self.id)]
            owed = [f"#{one.id}" for one in reminders.find(db, self.id, NOON, statuses=None)]
        form = self.house.export(user=self.account)["applications"]
        return [f"#{form[0]['id']}", form[0]["id"], self.company, self.title, *owed, *made]

    def rows(self) -> dict[str, list[Any]]:
        """All rows of this person, as they stand."""
        with self.house.app.database.read() as db:
            owned = [table for table in metadata.sorted_tables if "user_id" in table.c]
            rows = {t.name: [*db.execute(select(t).where(t.c.user_id == self.id))] for t in owned}
            rows["users"] = [*db.execute(select(models.users).where(models.users.c.id == self.id))]
            return {name: sorted((tuple(row) for row in found), key=repr) for name, found in rows.items()}

    def ask(self, calls: Sequence[Call]) -> Outcome:
        """Carry out calls as this person."""
        return self.house.app.toolbox.run(calls, Turn(self.id, None, NOON))


def comparable(form: dict[str, Any]) -> dict[str, Any]:
    """An export without the ids, which are given anew by each database, and without the reminders that fell through."""
    places = {a["id"]: place for place, a in enumerate(form["applications"])}
    return {
        **form,
        "applications": [{k: v for k, v in a.items() if k != "id"} for a in form["applications"]],
        "reminders": sorted(
            json.dumps({**r, "application_id": places.get(r["application_id"])})
            for r in form["reminders"]
            if r["status"] != "cancelled"
        ),
    }


def a_rich_search(house: House, user: str = "u1") -> None:
    """Some of everything, as a person would come by it."""
    said = [
        "/settings timezone=America/New_York",
        "/log Stripe, Backend Engineer, applied, 9 November, source=referral, pay=150-180k USD, work_mode=remote",
        "/log Mercy Hospital, Nurse, saved, deadline=27 November, tags=night, location=Boston",
        "/log Lidl, Driver, applied, 2 November, pay=£18/h, employment_type=part_time, url=https://lidl.example/1",
        "/schedule Stripe, Friday at 3pm, kind=video, minutes=45, people=Jane Roe, location=Zoom",
        "/contact Jane Roe, Stripe, role=recruiter, email=jane@stripe.example",
        "/note ask about on-call, Stripe",
        "/status rejected, Lidl",
        "/label Lidl, archived=yes",
        "/label Stripe, favorite=yes, add=fintech",
        "/remind call Jane, tomorrow at 10am, Stripe",
        "/remind buy a suit, Saturday",
    ]
    for text in said:
        assert "Undo" in house.say(text, user=user).labels, text
