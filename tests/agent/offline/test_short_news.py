"""Yes and no in few words, pay and first day beside them, and a bare "remind me" behind a fact."""

from __future__ import annotations

from typing import Any

import pytest

from tests.house import House


def told(house: House, *lines: str) -> dict[str, dict[str, Any]]:
    """The applications by company after these lines."""
    for line in lines:
        house.say(line)
    return {a["company"]: a for a in house.applications()}


@pytest.mark.parametrize(
    "said",
    [
        "they said yes, 14.20 an hour start on the 1st",
        "they've said yes! 14.20 an hour, start december 1",
        "Oakfield Lodge said yes. 14.20 an hour and they want me to start on monday",
        "they offered me the job! 14.20 an hour, starting on the 1st",
    ],
)
def test_a_yes_is_an_offer_with_its_pay_and_first_day(sqlite_house: House, said: str) -> None:
    (found,) = told(sqlite_house, "applied to Oakfield Lodge as a carer", said).values()
    assert (found["status"], found["salary_min"], found["salary_period"]) == ("offer", 14.2, "hour")
    assert any("start" in note["text"] for note in found["notes"])


def test_the_pay_in_a_sentence_of_its_own_is_kept(sqlite_house: House) -> None:
    (found,) = told(sqlite_house, "Sent my form to Arriva yesterday for bus driver. 15.75 an hour").values()
    assert (found["title"], found["salary_min"]) == ("bus driver", 15.75)


@pytest.mark.parametrize("said", ["they said yes to thursday", "they said yes or no?", "did they say yes?"])
def test_another_yes_is_no_offer(sqlite_house: House, said: str) -> None:
    (found,) = told(sqlite_house, "applied to Oakfield Lodge as a carer", said).values()
    assert found["status"] != "offer"


@pytest.mark.parametrize(
    "said",
    [
        "tell wagamama and itsu no",
        "told wagamama and itsu no thanks",
        "say no to wagamama and itsu",
        "turned down wagamama and itsu",
        "no thanks to wagamama, itsu",
    ],
)
def test_a_no_reaches_each_that_is_named(sqlite_house: House, said: str) -> None:
    found = told(sqlite_house, "applied to wagamama as waiter", "applied to itsu as waiter", said)
    assert [a["status"] for a in found.values()] == ["declined", "declined"]


@pytest.mark.parametrize(
    "said",
    ["put the oakfield one in last night", "put the oakfield lodge one in yesterday"],
)
def test_what_was_put_in_was_applied_to(sqlite_house: House, said: str) -> None:
    (found,) = told(sqlite_house, "save carer at Oakfield Lodge", said).values()
    assert found["status"] == "applied"


@pytest.mark.parametrize(
    "said",
    [
        "oakfield closes friday, remind me thursday evening",
        "oakfield closes friday remind me thursday evening",
        "oakfield closes on friday. can you remind me on thursday at 6pm",
    ],
)
def test_a_bare_wish_is_about_what_was_told_before_it(sqlite_house: House, said: str) -> None:
    (found,) = told(sqlite_house, "save carer at Oakfield Lodge", said).values()
    (kept,) = [r for r in sqlite_house.export()["reminders"] if r["kind"] == "custom"]
    assert found["deadline_on"] is not None
    assert kept["text"].startswith("oakfield closes") and kept["application_id"] == found["id"]


def test_a_name_is_as_long_by_hand_as_by_import(sqlite_house: House) -> None:
    found = told(sqlite_house, f"/log {'A' * 480}, cook")
    assert list(found) == ["A" * 480]
    assert "has 501 characters, and 500 fit" in sqlite_house.say(f"/log {'B' * 501}, cook").text


@pytest.mark.parametrize("said", ["ab-tec never got back to me", "XQ said I lack experience, so that's a no"])
def test_news_of_a_short_unknown_name_moves_no_other_job(sqlite_house: House, said: str) -> None:
    (found,) = told(sqlite_house, "applied to Oakfield Lodge as a carer", said).values()
    assert found["status"] == "applied"


def test_two_capitals_begin_a_name_that_is_known(sqlite_house: House) -> None:
    lines = ("applied to QX Coaches as driver", "applied to Arriva as driver", "QX said no", "the qx is not in town")
    assert [a["status"] for a in told(sqlite_house, *lines).values()] == ["rejected", "applied"]


@pytest.mark.parametrize(
    "said",
    [
        "applied to tonkotsu, itsu and greggs",
        "applied to tonkotsu and itsu and greggs",
        "applied to greggs, itsu, tonkotsu",
    ],
)
def test_each_of_a_list_in_small_letters_is_logged(sqlite_house: House, said: str) -> None:
    assert {"Tonkotsu", "Itsu", "Greggs"} <= set(told(sqlite_house, said))


@pytest.mark.parametrize("said", ["applied stripe backend", "applied stripe frontend remote"])
def test_a_side_of_the_program_is_a_title(sqlite_house: House, said: str) -> None:
    assert told(sqlite_house, said)["Stripe"]["title"] in ("backend", "frontend")


@pytest.mark.parametrize("said", ["no half eleven", "nvm 11:30", "no, half past eleven"])
def test_another_hour_in_two_words(sqlite_house: House, said: str) -> None:
    (found,) = told(
        sqlite_house, "my time zone is UTC", "applied to Itsu as cook", "interview at Itsu on friday at 10:00", said
    ).values()
    assert [i["starts_at"][11:16] for i in found["interviews"]] == ["11:30"]


def test_onsite_at_an_hour_is_an_interview(sqlite_house: House) -> None:
    (found,) = told(sqlite_house, "applied to Itsu as cook", "itsu onsite next thu 10am").values()
    assert found["work_mode"] is None and [i["kind"] for i in found["interviews"]] == ["onsite"]


@pytest.mark.parametrize("said", ["itsu put me on the waiting list", "they've put me on a reserve list"])
def test_a_waiting_list_is_noted(sqlite_house: House, said: str) -> None:
    (found,) = told(sqlite_house, "applied to Itsu as cook", said).values()
    assert found["status"] == "applied" and [note["text"] for note in found["notes"]] == [said]


@pytest.mark.parametrize(
    "said", ["i said yes!!", "said yes to them", "I said yes to Oakfield Lodge", "ich habe zugesagt"]
)
def test_my_yes_to_an_offer_accepts_it(sqlite_house: House, said: str) -> None:
    (found,) = told(sqlite_house, "applied to Oakfield Lodge as a carer", "they offered me the job", said).values()
    assert found["status"] == "accepted"


def test_a_yes_to_a_day_accepts_nothing(sqlite_house: House) -> None:
    (found,) = told(sqlite_house, "applied to Oakfield Lodge as a carer", "said yes to thursday").values()
    assert found["status"] != "accepted"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Oakfield Lodge rejected, asked for feedback", "rejected"),
        ("oakfield lodge ghosted and i am fed up", "ghosted"),
    ],
)
def test_what_was_decided_counts_whatever_follows(sqlite_house: House, said: str, status: str) -> None:
    (found,) = told(sqlite_house, "applied to Oakfield Lodge as a carer", said).values()
    assert found["status"] == status


def test_a_test_handed_in_is_kept(sqlite_house: House) -> None:
    lines = ("applied to Oakfield Lodge as a carer", "handed in the oakfield lodge online test")
    (found,) = told(sqlite_house, *lines).values()
    assert found["status"] == "assessment"
    (found,) = told(sqlite_house, "submitted the oakfield lodge case study too").values()
    assert found["notes"][0]["text"] == "submitted the oakfield lodge case study too"


@pytest.mark.parametrize("end", [" - note that", ". write it down", ". note that please"])
def test_note_that_keeps_the_words_before(sqlite_house: House, end: str) -> None:
    (found,) = told(
        sqlite_house, "applied to Oakfield Lodge as a carer", f"ask oakfield lodge about parking{end}"
    ).values()
    assert [note["text"] for note in found["notes"]] == ["ask oakfield lodge about parking"]


def test_people_are_no_hour_and_no_place(sqlite_house: House) -> None:
    lines = ("applied to Oakfield Lodge as a carer", "had my oakfield lodge interview today, 4 ppl, went ok")
    (found,) = told(sqlite_house, *lines).values()
    assert found["interviews"][0]["location"] is None
    assert "16:00" not in str(found["interviews"])


@pytest.mark.parametrize("said", ["delete the note", "remove that note please", "lösch die Notiz", "borra la nota"])
def test_a_note_just_made_is_taken_back(sqlite_house: House, said: str) -> None:
    lines = ("applied to Oakfield Lodge as a carer", "note: free parking", said)
    (found,) = told(sqlite_house, *lines).values()
    assert found["notes"] == []


def test_an_older_note_stays_and_that_is_said(sqlite_house: House) -> None:
    told(sqlite_house, "applied to Oakfield Lodge as a carer", "note: free parking", "star oakfield lodge")
    assert "I left it" in sqlite_house.say("delete the note").text
    assert [note["text"] for note in sqlite_house.applications()[0]["notes"]] == ["free parking"]


@pytest.mark.parametrize(
    ("said", "company"),
    [
        ("j'ai envoyé mon cv à la clinique des lilas (infirmière)", "Clinique des Lilas"),
        ("he mandado el cv a la residencia de la loma como auxiliar", "Residencia de la Loma"),
    ],
)
def test_a_house_in_small_letters_keeps_its_whole_name(sqlite_house: House, said: str, company: str) -> None:
    assert list(told(sqlite_house, said)) == [company]


def test_reminders_only_at_an_hour_set_that_hour(sqlite_house: House) -> None:
    assert "Morning hour: 09:00 → 08:00" in sqlite_house.say("Erinnerungen bitte nur um 8 Uhr").text
