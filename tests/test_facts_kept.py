"""From words to rows and back: facts, contacts, labels, reminders, settings and deletions, as a person says them."""

from __future__ import annotations

from typing import Any

from tests.house import House


def only(house: House) -> dict[str, Any]:
    """The one application that is kept."""
    (found,) = house.applications()
    return dict(found)


def test_a_currency_or_a_period_alone_belongs_to_the_pay_that_is_kept(sqlite_house: House) -> None:
    sqlite_house.say("/log Sage, Data Engineer, pay=50-60k USD")
    sqlite_house.say("Sage pays euros rather than dollars")
    sqlite_house.say("the Sage pay is per month")
    kept = only(sqlite_house)
    assert (kept["salary_min"], kept["salary_max"]) == (50_000, 60_000)
    assert (kept["salary_currency"], kept["salary_period"]) == ("EUR", "month")


def test_a_currency_without_pay_asks_how_much(sqlite_house: House) -> None:
    sqlite_house.say("/log Sage, Data Engineer")
    assert "How much" in sqlite_house.say("Sage pays in pounds").text
    assert only(sqlite_house)["salary_currency"] is None


def test_a_note_stays_in_the_persons_words(sqlite_house: House) -> None:
    sqlite_house.say("/log Sage, Data Engineer")
    sqlite_house.say("note for Sage: recieved teh pack; Lidl is next door, tmrw 9am. Bring ID!")
    (kept,) = only(sqlite_house)["notes"]
    assert kept["text"] == "recieved teh pack; Lidl is next door, tmrw 9am. Bring ID!"


def test_a_person_who_is_known_needs_no_company(sqlite_house: House) -> None:
    sqlite_house.say("/log Sage, Data Engineer")
    sqlite_house.say("/log Lidl, Baker")
    sqlite_house.say("/contact Ann Bee, Sage")
    sqlite_house.say("/show Lidl")
    sqlite_house.say("Ann Bee's number is 0161 496 0000")
    found = {a["company"]: a["contacts"] for a in sqlite_house.applications()}
    assert found["Lidl"] == [] and found["Sage"][0]["phone"] == "0161 496 0000"


def test_an_unknown_company_is_offered_not_guessed(sqlite_house: House) -> None:
    sqlite_house.say("/log Sage, Data Engineer")
    before = sqlite_house.export()
    for said in ("star Zalando", "tag Zalando as fashion", "note for Zalando: free snacks", "archive Zalando"):
        heard = sqlite_house.say(said)
        assert "Zalando" in heard.text and any(label.startswith("Add Zalando") for label in heard.labels), said
    assert "Zalando" in sqlite_house.say("delete Zalando").text
    assert sqlite_house.export() == before


def test_sweeps_and_deletions_ask_once_for_all(sqlite_house: House) -> None:
    for company in ("Sage", "Lidl", "Tesco"):
        sqlite_house.say(f"/log {company}, Cook")
    assert "2 applications" in sqlite_house.say("delete Sage and Lidl").text
    assert len(sqlite_house.applications()) == 3
    assert "Deleted" in sqlite_house.say("yes").text
    assert only(sqlite_house)["company"] == "Tesco"
    sqlite_house.say("undo")
    assert len(sqlite_house.applications()) == 3
    sqlite_house.say("/status rejected, Sage")
    sqlite_house.say("/status ghosted, Lidl")
    assert "2 applications" in sqlite_house.say("archive everything rejected or ghosted").text
    sqlite_house.say("yes")
    assert {a["company"] for a in sqlite_house.applications() if a["archived"]} == {"Sage", "Lidl"}


def test_what_goes_is_the_fact_not_the_application(sqlite_house: House) -> None:
    sqlite_house.say("/log Sage, Data Engineer, saved, deadline=27 November, pay=50k EUR")
    assert "Delete" not in sqlite_house.say("the Sage closing date is gone, remove it").text
    sqlite_house.say("take the salary off Sage")
    kept = only(sqlite_house)
    assert (kept["deadline_on"], kept["salary_min"]) == (None, None)


def test_a_reminder_asks_for_what_it_lacks(sqlite_house: House) -> None:
    assert "What" in sqlite_house.say("set a reminder").text
    assert "When" in sqlite_house.say("ring the school").text
    assert "ring the school" in sqlite_house.say("tomorrow at 9am").text
    assert "can't repeat" in sqlite_house.say("remind me every Monday to stretch").text
    sqlite_house.say("move it to friday")
    assert "cancelled" in sqlite_house.say("cancel it").text


def test_settings_in_words(sqlite_house: House) -> None:
    said = {
        "I've relocated to Denver": "America/Denver",
        "quiet hours from 10pm to 7": "22:00",
        "send the digest on fridays": "Friday",
        "follow up after 5 days instead of 7": "5, 14 and 30",
        "set a goal of 9 a week": "9",
        "call me Sam": "Sam",
    }
    for words, shown in said.items():
        assert shown in sqlite_house.say(words).text, words
    assert "no time zone" in sqlite_house.say("set my time zone to Gotham").text
    assert "1 to 1000" in sqlite_house.say("my goal is 5000 a week").text
    shown_now = sqlite_house.say("/settings").text
    assert "America/Denver" in shown_now and "weekly (Friday)" in shown_now
