"""A walk through all that mails do, on each kind of database; the mails are read by the product's own reader."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.house import NOON, House
from tests.mails import DAY, applied, hand_in, invited, look, mail, offered, rejected
from tests.plain_reader import plainly

__all__ = ["plainly"]
SOON = timedelta(minutes=5)


def statuses(house: House) -> dict[str, str]:
    """Where each application stands."""
    return {a["company"]: a["status"] for a in house.applications()}


@pytest.mark.usefixtures("plainly")
def test_a_walk(house: House) -> None:
    house.say("/settings timezone=America/New_York, digest=off")
    house.say("/log Stripe, Cook, applied, 3 November")
    firms = [mail(applied(f"Firm{n}", "Cook"), sender=f"hr@firm{n}.com", at=NOON - DAY * (9 - n)) for n in range(4)]
    look(house, *firms, mail(offered("Stripe", "Cook")), hold=True)
    assert statuses(house) == {"Stripe": "applied"}
    assert "5 found: 4 clear, 1 to look at." in house.tick(house.now + SOON).text
    house.press("Apply the 4")
    assert len(statuses(house)) == 5
    house.press("^Undo")
    assert statuses(house) == {"Stripe": "applied"}
    look(house, *firms)
    assert statuses(house) == {"Stripe": "applied"}
    house.say("/mail")
    house.press("Not about a job")
    look(house, mail(invited("Stripe", "Wednesday, 25 November 2026 at 3:00 pm EST", "Cook")))
    assert house.tick(house.now + SOON).kinds == ["mail"]
    assert statuses(house) == {"Stripe": "interview"}
    assert [i["starts_at"] for i in house.applications()[0]["interviews"]] == ["2026-11-25T20:00:00Z"]
    house.say("undo")
    assert statuses(house) == {"Stripe": "applied"} and house.applications()[0]["interviews"] == []
    house.say("/delete account=yes")
    assert "deleted" in house.press("Yes").text


def test_the_products_own_reader(house: House) -> None:
    house.say("/settings timezone=America/New_York, digest=off")
    for company in ("Stripe", "Lidl"):
        house.say(f"/log {company}, Backend Engineer, applied, 3 November")
    heard = hand_in(house, mail(rejected("Stripe")))
    assert "Stripe · Backend Engineer: applied → rejected" in heard.text and "Undo" in heard.labels
    when = "Wednesday, 25 November 2026 at 3:00 pm EST"
    hand_in(house, mail(invited("Lidl", when), sender="jobs@lidl.com"))
    assert statuses(house) == {"Stripe": "rejected", "Lidl": "interview"}
    (lidl,) = [a for a in house.applications() if a["company"] == "Lidl"]
    assert [i["starts_at"] for i in lidl["interviews"]] == ["2026-11-25T20:00:00Z"]
    assert "nothing in it" in hand_in(house, mail("Your shoes have been shipped.", subject="Your order")).text
