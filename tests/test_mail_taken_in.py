"""From a mail to the person, by the front door: what is done, what is asked, what is told, and what is taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.house import NOON, House
from tests.mails import DAY, applied, hand_in, invited, look, mail, offered, rejected
from tests.plain_reader import plainly

__all__ = ["plainly"]
pytestmark = pytest.mark.usefixtures("plainly")
WHEN = "Wednesday, 25 November 2026 at 3:00 pm EST"
LATER = "Thursday, 26 November 2026 at 4:00 pm EST"


@pytest.fixture
def house(sqlite_house: House) -> House:
    """Somebody in New York who applied to Stripe two weeks ago."""
    sqlite_house.say("/settings timezone=America/New_York, digest=off")
    sqlite_house.say("/log Stripe, Backend Engineer, applied, 3 November")
    return sqlite_house


def standing(house: House, company: str = "Stripe") -> str:
    """Where the one application at a company stands."""
    (found,) = [a for a in house.applications() if a["company"] == company]
    return str(found["status"])


def application(house: House, company: str) -> dict[str, Any]:
    """The one application at a company."""
    (found,) = [a for a in house.applications() if a["company"] == company]
    return found


def test_a_mail_says_no(house: House) -> None:
    heard = hand_in(house, mail(rejected("Stripe")))
    assert "Stripe · Backend Engineer: applied → rejected" in heard.text
    assert "not be moving forward" in heard.text and "careers@stripe.com" in heard.text
    assert heard.labels == ["Undo", "Why?"]
    last = application(house, "Stripe")["history"][-1]
    assert (last["status"], last["source"], last["at"]) == ("rejected", "email", "2026-11-16T17:00:00Z")


def test_why_shows_the_line_and_the_mail(house: House) -> None:
    hand_in(house, mail(rejected("Stripe"), subject="News from Stripe"))
    for asked in (house.say("why?"), house.say("why is stripe rejected?"), house.say("/why Stripe")):
        assert "not be moving forward" in asked.text and "Subject: News from Stripe" in asked.text
        assert "From: careers@stripe.com" in asked.text and "Mon 16 Nov" in asked.text


def test_what_is_undone_is_never_done_again(house: House) -> None:
    hand_in(house, mail(rejected("Stripe")))
    house.press("Undo")
    assert standing(house) == "applied"
    assert "taken back" in hand_in(house, mail(rejected("Stripe"))).text
    look(house, mail(rejected("Stripe")))
    assert standing(house) == "applied" and house.tick(house.now + timedelta(hours=1)).kinds == []


def test_the_same_mail_counts_once_whatever_way_it_came(house: House) -> None:
    once = mail(applied("Acme", "Cook"), sender="jobs@acme.com")
    assert look(house, once).new == 1
    assert look(house, once).new == 0
    assert "took it in before" in hand_in(house, once).text
    pasted = "From: jobs@acme.com\nSubject: Your application\nDate: Mon, 16 Nov 2026 12:00:00 -0500\n\n"
    heard = house.say(pasted + applied("Acme", "Cook"))
    assert heard.calls == ["read_mail"] and "took it in before" in heard.text
    assert [a["company"] for a in house.applications()].count("Acme") == 1


def test_a_receipt_of_an_unknown_job_logs_it(house: House) -> None:
    heard = hand_in(house, mail(applied("Acme", "Cook"), sender="jobs@acme.com"))
    assert "Acme · Cook · applied Mon 16 Nov" in heard.text and "Undo" in heard.labels
    found = application(house, "Acme")
    assert found["applied_on"] == "2026-11-16" and found["title"] == "Cook"
    assert [entry["source"] for entry in found["history"]] == ["email"]
    assert "Acme" not in hand_in(house, mail(applied("Acme", "Cook"), sender="jobs@acme.com", number="2")).labels
    assert len(house.applications()) == 2


def test_saved_becomes_applied_by_its_receipt(house: House) -> None:
    house.say("/log Acme, Cook, saved")
    hand_in(house, mail(applied("Acme", "Cook"), sender="jobs@acme.com", at=NOON + timedelta(minutes=4)))
    assert (standing(house, "Acme"), application(house, "Acme")["applied_on"]) == ("applied", "2026-11-17")


def test_an_invitation_sets_the_interview_a_reschedule_moves_it_a_cancellation_cancels_it(house: House) -> None:
    heard = hand_in(house, mail(invited("Stripe", WHEN)))
    assert "Interview set" in heard.text and "Wed 25 Nov, 3:00 pm" in heard.text
    assert standing(house) == "interview"
    moved = f"Hi Anna,\n\nYour interview for the Backend Engineer position at Stripe has been rescheduled.\n" \
            f"The new time is {LATER}.\n\nJane"  # fmt: skip
    hand_in(house, mail(moved, subject="Rescheduled: your interview", at=NOON - DAY / 2))
    assert [i["starts_at"] for i in application(house, "Stripe")["interviews"]] == ["2026-11-26T21:00:00Z"]
    off = "Hi Anna,\n\nYour interview for the Backend Engineer position at Stripe has been cancelled.\n\nJane"
    hand_in(house, mail(off, subject="Cancelled: your interview", at=NOON - DAY / 4))
    assert application(house, "Stripe")["interviews"] == [] and standing(house) == "interview"


def test_an_offer_is_the_persons_to_take(house: House) -> None:
    heard = hand_in(house, mail(offered("Stripe")))
    assert standing(house) == "applied" and heard.labels[0] == "Apply"
    assert "reads like an offer" in heard.text and "from stripe.com" in heard.text and "applied → offer" in heard.text
    assert "Stripe · Backend Engineer: applied → offer" in house.press("^Apply").text
    assert standing(house) == "offer"
    house.say("undo")
    assert standing(house) == "applied"


def test_a_withdrawal_is_always_asked(house: House) -> None:
    body = "Hi Anna,\n\nThis confirms that you have withdrawn your application for the Backend Engineer role at Stripe."
    assert "Apply" in hand_in(house, mail(body, subject="Your application has been withdrawn")).labels
    assert standing(house) == "applied"


def test_refused_is_refused_for_ever(house: House) -> None:
    hand_in(house, mail(offered("Stripe")))
    house.press("Not about a job")
    assert "not about a job" in hand_in(house, mail(offered("Stripe"))).text
    assert house.say("/mail").text == "Nothing in your mail waits for you."
    house.say("undo")
    assert "offer" in house.say("/mail").text


@pytest.mark.parametrize("status", ["offer", "accepted", "withdrawn", "declined"])
def test_older_news_and_ended_applications_are_left_alone(house: House, status: str) -> None:
    house.say(f"/status {status}, Stripe")
    hand_in(house, mail(invited("Stripe", WHEN)))
    assert standing(house) == status


def test_ghosted_comes_back(house: House) -> None:
    house.say("/status ghosted, Stripe, on=10 November")
    hand_in(house, mail(invited("Stripe", WHEN)))
    assert standing(house) == "interview"


def test_siblings_are_asked_about_and_a_title_tells_them_apart(house: House) -> None:
    house.say("/log Stripe, Data Analyst, applied, 4 November")
    bare = "Hi Anna,\n\nThank you for your interest in Stripe.\nUnfortunately, we will not be moving forward with you."
    heard = hand_in(house, mail(bare))
    assert {"Stripe · Backend Engineer", "Stripe · Data Analyst"} <= set(heard.labels)
    assert {a["status"] for a in house.applications()} == {"applied"}
    house.press("Data Analyst")
    assert {a["title"]: a["status"] for a in house.applications()} == {
        "Backend Engineer": "applied", "Data Analyst": "rejected"
    }  # fmt: skip
    hand_in(house, mail(rejected("Stripe", "Backend Engineer")))
    assert {a["status"] for a in house.applications()} == {"rejected"}


def test_what_is_asked_about_is_an_event_until_the_person_has_spoken(house: House) -> None:
    """The follow-up counts from the mail; refused, it counts from before; no undo is in between."""

    def due() -> list[str]:
        owed = [r for r in house.export()["reminders"] if r["status"] == "pending"]
        return [r["due_at"][:10] for r in owed if r["kind"] == "follow_up"]

    house.say("/delete Stripe")
    house.press("Yes")
    house.say("/log Acme, Backend Engineer, applied, 16 November")
    assert due() == ["2026-11-23"]
    hand_in(house, mail(offered("Acme"), sender="hr@acme.com", at=NOON))
    assert due() == ["2026-11-24"]
    house.press("Not about a job")
    assert due() == ["2026-11-23"]
    house.say("undo")
    assert "Acme" in house.say("undo").text
