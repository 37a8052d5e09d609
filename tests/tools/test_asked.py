"""What questions are answered with: the words of lists, cards, the agenda and figures, on a small job search."""

from __future__ import annotations

import pytest

from tests.house import House

SAID = (
    "/settings timezone=America/New_York",
    "/log Stripe, Backend Engineer, applied, 9 November, source=linkedin, pay=150-180k USD, location=Boston",
    "/log Lidl, Driver, applied, 2 November, pay=18 USD/h, employment_type=part_time, location=Albany",
    "/log Mercy Hospital, Nurse, saved, deadline=27 November, tags=night, location=Boston",
    "/log Acme, Cook, applied, 20 October",
    "/status rejected, Acme",
    "/status screening, Stripe",
    "/schedule Stripe, Friday at 3pm, kind=video, minutes=45, people=Jane Roe",
    "/contact Gwen Pryce, Stripe, role=recruiter, phone=0113 496 0721",
    "/note ask about on-call, Stripe",
)


@pytest.fixture
def search(sqlite_house: House) -> House:
    """Four applications, one of them ended, with an interview, a contact, a deadline and a note."""
    for text in SAID:
        assert "Undo" in sqlite_house.say(text).labels, text
    return sqlite_house


def lines(text: str) -> list[str]:
    """The companies of a list, in their order."""
    return [line.split(". ", 1)[1].split(" · ")[0] for line in text.splitlines() if line[:1].isdigit() and ". " in line]


@pytest.mark.parametrize(
    ("command", "heading", "companies"),
    [
        ("/find", "3 applications", ["Stripe", "Mercy Hospital", "Lidl"]),
        ("/find state=all, sort=company", "4 applications, from A to Z:", ["Acme", "Lidl", "Mercy Hospital", "Stripe"]),
        ("/find location=Boston or Albany", "3 applications in Boston or", ["Stripe", "Mercy Hospital", "Lidl"]),
        ("/find location=not Boston", "2 applications not in Boston:", ["Acme", "Lidl"]),
        ("/find pay_at_least=30 USD", "1 application paying 30 USD an hour or more:", ["Stripe"]),
        ("/find sort=applied_on, descending=no", "3 applications, oldest first:", ["Lidl", "Stripe", "Mercy Hospital"]),
        ("/find missing=pay", "2 applications without pay noted:", ["Acme", "Mercy Hospital"]),
        ("/find having=contact", "1 application with a contact noted:", ["Stripe"]),
        ("/find role=nursing", "1 “nursing” application:", ["Mercy Hospital"]),
        ("/find status=rejected", "1 rejected application:", ["Acme"]),
        ("/find status=interview or screening", "1 application at interview or screening:", ["Stripe"]),
        ("/find applied=since Monday", "0", []),
    ],
)  # fmt: skip
def test_a_list(search: House, command: str, heading: str, companies: list[str]) -> None:
    heard = search.say(command).text
    assert sorted(lines(heard)) == sorted(companies)
    assert heard.startswith(heading if companies else "No applications applied to since Monday")


def test_a_list_is_sorted(search: House) -> None:
    assert lines(search.say("/find sort=salary").text)[0] == "Stripe"
    from_z = search.say("/find state=all, sort=company, descending=yes").text
    assert lines(from_z) == ["Stripe", "Mercy Hospital", "Lidl", "Acme"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/find company=Globex", "You have no application at Globex. To add one, say “applied to Globex”."),
        ("/find location=Chicago", "No applications in Chicago. 1 of your 4 applications has no place noted."),
        ("/show Globex", "I have no application at Globex."),
        ("/show title=astronaut", "You have no application as “astronaut”."),
        ("/show person=Zelda", "Nobody called Zelda is noted."),
        ("/show Lidl, about=contact", "Lidl · Driver: no contact yet. To add it, say “Jane Roe is the recruiter"),
        ("/agenda interviews, company=Lidl", "No interviews ahead at Lidl."),
        ("/agenda interviews, period=tomorrow", "No interviews on Wed 18 Nov (tomorrow). 1 lies ahead on other"),
        ("/agenda deadlines, period=tomorrow", "No deadlines on Wed 18 Nov (tomorrow). 1 lies ahead"),
        ("/stats response_rate, period=today", "You have submitted no application on Tue 17 Nov (today), so there"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_said(search: House, command: str, words: str) -> None:
    assert words in search.say(command).text


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/show Stripe, about=pay", "Stripe · Backend Engineer pays 150,000–180,000 USD a year."),
        ("/show Stripe, about=applied_on", "You applied to Stripe · Backend Engineer on Mon 9 Nov, 8 days ago."),
        ("/show Mercy Hospital, about=applied_on", "You have not applied to Mercy Hospital · Nurse yet"),
        ("/show Stripe, about=reply", "Yes, Stripe · Backend Engineer answered: "),
        ("/show Lidl, about=reply", "No answer from Lidl · Driver yet; you applied on Mon 2 Nov, 15 days ago."),
        ("/show Stripe, about=contact", "Gwen Pryce · recruiter · 0113 496 0721"),
        ("/show Stripe, about=notes", "ask about on-call"),
        ("/show person=Gwen", "Gwen Pryce · recruiter · 0113 496 0721 · at Stripe · Backend Engineer"),
        ("/show person=Jane", "Interview with Jane Roe: Stripe · Backend Engineer"),
        ("/show Mercy Hospital, about=deadline", "the deadline is Fri 27 Nov, in 10 days."),
        ("/agenda interviews, only_next=yes", "Interview: Stripe · Backend Engineer · Fri 20 Nov, 3:00 pm"),
        ("/agenda all, period=this week", "Mon 16 Nov to Sun 22 Nov:\nInterview: Stripe"),
        ("/stats submitted, period=this month", "2 applications submitted this month, Sun 1 Nov to Mon 30 Nov."),
        ("/stats rejection_rate", "Rejected: 33 % (1 of 3, a small sample) (in all)"),
        ("/stats by_status", "Where they stand now: 1 saved, 1 applied, 1 interview, 1 rejected"),
        ("/stats interviews, period=this week", "1 interview (this week"),
    ],
)  # fmt: skip
def test_what_is_known_is_answered_first(search: House, command: str, words: str) -> None:
    assert words in search.say(command).text


def test_questions_change_nothing(search: House) -> None:
    before = search.export()
    for command in ("/find", "/show Stripe, about=history", "/agenda all", "/agenda reminders", "/stats"):
        search.say(command)
    assert search.export() == before
