"""Whose a mail is, and how far its sender is believed: examples of the pure rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from storage.status import Status
from tests.talk import NOON
from tools.mail.change import Standing, change
from tools.mail.finding import Finding
from tools.mail.match import Known, Match, News, Trails, match
from tools.mail.senders import Trust, is_name, registrable, trust

DAY = date(2026, 11, 16)
STRIPE = Known(1, "Stripe", "Backend Engineer", Status.APPLIED, date(2026, 11, 3))
ANALYST = Known(2, "Stripe", "Data Analyst", Status.APPLIED, date(2026, 11, 4))
NO = Finding("rejected", "Stripe", evidence="no", confidence=1.0, sure=True)


def whose(finding: Finding, *known: Known, trails: Trails | None = None, **more: str) -> Match:
    """The match of a mail from the company's own address."""
    news = News(finding, more.get("thread"), more.get("sender", "jobs@stripe.com"), DAY)
    return match(news, known, trails or Trails())


def test_the_only_one_at_the_company_is_meant() -> None:
    assert whose(NO, STRIPE) == Match("one", (1,), "company")
    assert whose(replace(NO, company="Stripe, Inc."), STRIPE).ids == (1,)
    assert whose(replace(NO, company=None), STRIPE) == Match("one", (1,), "sender")
    assert whose(replace(NO, company="Lyft"), STRIPE).kind == "none"


def test_near_names_are_asked_about() -> None:
    avra = Known(1, "Avra", "Cook", Status.APPLIED)
    assert whose(replace(NO, company="Avail"), avra, sender="x@avail.com").kind != "one"
    assert whose(replace(NO, company="Stripes"), STRIPE, sender="x@stripes.com").kind != "one"


@pytest.mark.parametrize(
    ("title", "ids"),
    [("Data Analyst", (2,)), ("Backend Engineer (m/w/d)", (1,)), ("Backend Engineer – Remote", (1,)), (None, None),
     ("Engineer", None), ("Cook", None), ("Senior Backend Engineer", None)],
)  # fmt: skip
def test_siblings_are_told_by_their_role_and_never_guessed(title: str | None, ids: tuple[int, ...] | None) -> None:
    found = whose(replace(NO, title=title), STRIPE, ANALYST)
    assert (found.ids if found.kind == "one" else None) == ids
    assert found.another == (title in ("Engineer", "Cook", "Senior Backend Engineer"))


@pytest.mark.parametrize("title", ["Engineer", "Senior Backend Engineer", "Sr. Backend Eng", None])
def test_of_one_alone_part_of_the_role_is_enough(title: str | None) -> None:
    assert whose(replace(NO, title=title), STRIPE).ids == (1,)


def test_another_role_at_the_same_company_is_another_application() -> None:
    found = whose(replace(NO, status="applied", title="Cook"), STRIPE)
    assert (found.kind, found.another) == ("several", True)


def test_threads_and_requisitions_tell_siblings_apart() -> None:
    trails = Trails({"t": 2}, {"r-77": 1})
    assert whose(NO, STRIPE, ANALYST, trails=trails, thread="t") == Match("one", (2,), "thread")
    assert whose(replace(NO, requisition="R-77"), STRIPE, ANALYST, trails=trails).by == "requisition"
    other = whose(replace(NO, title="Backend Engineer"), STRIPE, ANALYST, trails=trails, thread="t")
    assert other.ids == (1,)
    assert whose(replace(NO, company="Lyft"), STRIPE, ANALYST, trails=trails, thread="t").kind == "none"
    posted = replace(ANALYST, url="https://jobs.stripe.com/listing/4711")
    assert whose(replace(NO, requisition="4711"), STRIPE, posted).ids == (2,)


def test_the_days_rule_some_out() -> None:
    assert whose(NO, replace(STRIPE, applied_on=DAY + timedelta(days=5))).kind == "none"
    ended = replace(STRIPE, status=Status.REJECTED, ended_on=DAY - timedelta(days=30))
    assert whose(replace(NO, status="applied"), ended).kind == "none"
    assert whose(NO, ended, ANALYST).ids == (2,)


def test_what_was_learnt_counts() -> None:
    trails = Trails(names={"globex holding": "stripe"}, domains={"globex.com": "stripe"})
    assert whose(replace(NO, company="Globex Holding"), STRIPE, trails=trails).ids == (1,)
    assert whose(replace(NO, company=None), STRIPE, trails=trails, sender="x@mail.globex.com").ids == (1,)


def test_agencies_are_matched_by_role_and_asked_about() -> None:
    found = whose(replace(NO, company=None, title="Backend Engineer", agency=True), STRIPE, sender="a@agency.com")
    assert (found.kind, found.ids, found.by) == ("several", (1,), "title")


@pytest.mark.parametrize(
    ("sender", "company", "expected"),
    [
        ("careers@stripe.com", "Stripe", Trust.OWN),
        ("careers@mail.stripe.com", "Stripe", Trust.OWN),
        ("hr@mercygeneral.org", "Mercy General Hospital", Trust.OWN),
        ("no-reply@us.greenhouse-mail.io", "Stripe", Trust.SYSTEM),
        ("stripe@myworkday.com", "Stripe", Trust.SYSTEM),
        ("x@stripe-careers.com", "Stripe", Trust.SUSPICIOUS),
        ("x@str1pe.com", "Stripe", Trust.SUSPICIOUS),
        ("x@stripe.com.evil.example", "Stripe", Trust.SUSPICIOUS),
        ("x@myworkday.com.evil.example", "Stripe", Trust.SUSPICIOUS),
        ("x@xn--strpe-p4a.com", "Stripe", Trust.SUSPICIOUS),
        ("x@ѕtripe.com", "Stripe", Trust.SUSPICIOUS),
        ("x@agency.example", "Stripe", Trust.UNKNOWN),
        ("", "Stripe", Trust.NONE),
    ],
)
def test_how_far_a_sender_is_believed(sender: str, company: str, expected: Trust) -> None:
    assert trust(sender, company) is expected


def test_a_forged_sender_is_not_believed() -> None:
    assert trust("hr@stripe.com", "Stripe", "mx; dmarc=fail") is Trust.SUSPICIOUS
    assert trust("hr@stripe.com", "Stripe", "mx; spf=fail; dkim=pass; dmarc=pass") is Trust.OWN
    assert trust("x@evil.example", "Stripe", name="careers@stripe.com") is Trust.SUSPICIOUS
    assert registrable("a.b.acme.co.uk") == "acme.co.uk" and is_name("brightwater", "Brightwater Leisure Ltd")


@pytest.mark.parametrize(
    ("status", "now", "moves", "asks"),
    [
        ("applied", Status.SAVED, Status.APPLIED, False),
        ("interview", Status.APPLIED, Status.INTERVIEW, False),
        ("assessment", Status.INTERVIEW, None, False),
        ("rejected", Status.OFFER, Status.REJECTED, False),
        ("rejected", Status.WITHDRAWN, None, False),
        ("rejected", Status.ACCEPTED, Status.REJECTED, True),
        ("interview", Status.REJECTED, Status.INTERVIEW, True),
        ("interview", Status.GHOSTED, Status.INTERVIEW, False),
        ("offer", Status.APPLIED, Status.OFFER, True),
        ("withdrawn", Status.APPLIED, Status.WITHDRAWN, True),
        ("update", Status.APPLIED, None, False),
    ],
)
def test_what_a_mail_may_do(status: str, now: Status, moves: Status | None, asks: bool) -> None:
    made = change(Finding(status), Standing(now), NOON)  # type: ignore[arg-type]
    assert (made.status, made.asks) == (moves, asks)


def test_older_news_are_asked_about_or_only_kept() -> None:
    later: datetime = NOON + timedelta(hours=1)
    assert change(NO, Standing(Status.INTERVIEW, later), NOON).asks
    assert change(NO, Standing(Status.APPLIED, later, {Status.REJECTED}), NOON).status is None
