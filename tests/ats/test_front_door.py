"""A system for applicants as a person meets it: connected, looked into, asked about, taken over, taken back."""

from __future__ import annotations

from datetime import timedelta

from tests.ats.greenhouse_at import SECRET, Greenhouse
from tests.ats.houses import AtsHouse
from tests.ats.replay import Replay

MORNING = timedelta(hours=21)  # of the next day: what was found at night waits until then


def system(greenhouse: Replay) -> Greenhouse:
    """What the Greenhouse holds."""
    assert isinstance(greenhouse.answers, Greenhouse)
    return greenhouse.answers


def test_step_by_step_to_the_first_look(atshouse: AtsHouse) -> None:
    atshouse.say("/log Acme, Line Cook, applied, 2 November")
    assert "Whose Greenhouse" in atshouse.say("connect greenhouse").text
    assert "e-mail address" in atshouse.say("Acme").text
    assert "client ID" in atshouse.say("ana@example.com").text
    heard = atshouse.say(SECRET)
    assert "It works" in heard.text and "1 application of ana@example.com" in heard.text
    assert "Acme · Line Cook: applied → interview" in heard.text
    assert atshouse.applications()[0]["status"] == "applied", "the first look changes nothing"
    atshouse.press("Apply")
    (acme,) = atshouse.applications()
    assert acme["status"] == "interview" and acme["history"][-1]["source"] == "ats"
    why = atshouse.say("/why Acme").text
    assert "Greenhouse of Acme" in why and "stage: Onsite" in why and "mail" not in why
    atshouse.say("/undo")
    assert atshouse.applications()[0]["status"] == "applied"


def test_later_looks_change_by_themselves_and_can_be_undone(atshouse: AtsHouse, greenhouse: Replay) -> None:
    atshouse.say("/log Acme, Line Cook, applied, 2 November")
    atshouse.connect()
    atshouse.press("Apply")
    system(greenhouse).lists["applications"][0] |= {
        "status": "rejected", "rejected_at": "2026-11-17T18:30:00Z", "updated_at": "2026-11-17T18:30:00Z",
    }  # fmt: skip
    heard = atshouse.tick(atshouse.now + MORNING)
    assert "interview → rejected" in heard.text and "Greenhouse of Acme" in heard.text
    assert atshouse.applications()[0]["status"] == "rejected"
    atshouse.press("Undo")
    assert atshouse.applications()[0]["status"] == "interview"
    atshouse.tick(atshouse.now + 2 * MORNING)
    assert atshouse.applications()[0]["status"] == "interview", "what was taken back is not done again"
