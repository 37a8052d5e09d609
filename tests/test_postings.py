"""A link is handed in and a posting is watched, through the front door, with a board of our own on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database
from tests.house import House
from tests.tools.postings.boards_table import GREENHOUSE
from tests.web import Page, Web, as_json, serving

LINK = "https://boards.greenhouse.io/inn/jobs/51"
PATH = "/v1/boards/inn/jobs/51"
GONE = as_json({"status": 404, "error": "Job not found"}, 404)
HOURS = timedelta(hours=1)


def job(**changed: Any) -> Page:
    """The posting, or what it became."""
    return as_json({**GREENHOUSE, **changed})


@pytest.fixture
def web() -> Iterator[Web]:
    with serving({PATH: job()}) as found:
        yield found


@pytest.fixture
def online(sqlite_database: Database, tmp_path: Path, web: Web) -> Iterator[House]:
    """The product with a network: that one server."""
    found = House(sqlite_database.url.render_as_string(), tmp_path, servers={"greenhouse": web.url})
    found.say("/settings timezone=Europe/Berlin, digest=off")
    yield found
    found.close()


def test_log_and_a_link_fill_the_application(online: House) -> None:
    said = online.say(f"Log {LINK}?utm_source=feed")
    assert said.labels == ["Undo"] and said.text.startswith("Logged: Old Inn · Sous Chef · applied")
    [found] = online.applications()
    wanted = {
        "company": "Old Inn", "title": "Sous Chef", "status": "applied", "url": LINK, "location": "Bonn, Germany",
        "employment_type": "part_time", "salary_min": 21.5, "salary_max": 26, "salary_currency": "EUR",
        "salary_period": "hour", "deadline_on": "2026-12-01",
    }  # fmt: skip
    assert {name: found[name] for name in wanted} == wanted
    online.press("Undo")
    assert online.applications() == []


def test_what_the_person_said_goes_first(online: House) -> None:
    online.say(f"/log Gasthaus, url={LINK}, pay=30 EUR an hour, location=Köln")
    [found] = online.applications()
    told = (found["company"], found["title"], found["salary_min"], found["location"])
    assert told == ("Gasthaus", "Sous Chef", 30, "Köln")


def test_a_command_with_a_link_in_the_place_of_the_company(online: House) -> None:
    online.say(f"/log {LINK}, saved")
    [found] = online.applications()
    assert (found["company"], found["title"], found["status"]) == ("Old Inn", "Sous Chef", "saved")


def test_a_bare_link_is_asked_about_and_read_once(online: House, web: Web) -> None:
    said = online.say(LINK)
    assert said.labels == ["Save", "Applied", "Nothing"]
    assert said.text.splitlines()[0] == "Old Inn · Sous Chef" and "21.50–26 EUR an hour" in said.text
    assert online.applications() == []
    online.press("Save")
    [found] = online.applications()
    assert (found["status"], found["title"], found["deadline_on"]) == ("saved", "Sous Chef", "2026-12-01")
    assert len(web.asked) == 1


def test_nothing_is_nothing(online: House) -> None:
    online.say(LINK)
    assert online.press("Nothing").text == "All right, I changed nothing."
    online.say(LINK)
    assert online.say("nothing").text == "All right, I changed nothing."
    assert online.applications() == []


def test_the_same_posting_by_another_link_is_there_already(online: House) -> None:
    online.say(f"save {LINK}")
    other = "https://job-boards.greenhouse.io/inn/jobs/51?gh_src=abc"
    said = online.say(other)
    assert "is already there" in said.text and said.labels == ["Applied", "Show it"]
    assert online.say(f"applied to {other}").text.startswith("Old Inn · Sous Chef: saved → applied")
    assert "is already there" in online.say(f"log {other}").text
    assert len(online.applications()) == 1


@pytest.mark.parametrize(
    "answer", [Page(b"no", 403), Page(b"", 500), Page(b"<html>Sign in</html>"), as_json({"x": 1}), Page(b"\xff" * 99)]
)
def test_a_site_that_refuses_leaves_the_link_and_a_question(online: House, web: Web, answer: Page) -> None:
    web.pages[PATH] = answer
    said = online.say(f"Log {LINK}")
    assert "I could not read the page" in said.text and said.text.endswith("What is the role at Inn?")
    online.say("Sous Chef")
    [found] = online.applications()
    assert (found["company"], found["title"], found["url"]) == ("Inn", "Sous Chef", LINK)


def test_a_posting_that_is_gone_is_said(online: House, web: Web) -> None:
    web.pages[PATH] = GONE
    assert "That posting was taken down" in online.say(LINK).text


def test_without_a_network(sqlite_house: House) -> None:
    said = sqlite_house.say("save https://www.linkedin.com/jobs/view/3700000001?trk=x")
    assert said.text.endswith("Which company is it?")
    sqlite_house.say("Old Inn")
    [found] = sqlite_house.applications()
    assert (found["company"], found["url"]) == ("Old Inn", "https://www.linkedin.com/jobs/view/3700000001")


@pytest.mark.parametrize(
    ("words", "status"),
    [("applied {}", "applied"), ("I applied here: {}", "applied"), ("add this job {}", "applied"),
     ("please log this one {}", "applied"), ("save this for later {}", "saved"), ("{} bookmark", "saved"),
     ("I want to apply to {}", "saved"), ("I found this: {}", "saved"), ("Hab mich beworben {}", None),
     ("speichern {}", "saved")],
)  # fmt: skip
def test_ways_to_say_it(sqlite_house: House, words: str, status: str | None) -> None:
    sqlite_house.say(words.format("https://www.inn.example/jobs/7"))
    assert [one["status"] for one in sqlite_house.applications()] == ([status] if status else [])


def watched(house: House, *hours: float) -> list[tuple[str, list[str]]]:
    """What is pushed when the clock beats so many hours after the last time."""
    told = []
    for number in hours:
        house.now += number * HOURS
        heard = house.tick(house.now)
        news = [
            (out["text"], [b["label"] for b in out["buttons"]]) for out in heard.outs if out.get("kind") == "posting"
        ]
        told += news
    return told


def test_a_posting_that_is_gone_twice_is_told_once(online: House, web: Web) -> None:
    online.say(f"save {LINK}")
    assert watched(online, 0, 24) == []
    web.pages[PATH] = GONE
    assert watched(online, 24, 1) == []
    assert watched(online, 6) == []  # in the night nobody is told
    [(text, labels)] = watched(online, 9)
    assert text.startswith("Posting: Old Inn · Sous Chef\nIt has been taken down")
    assert labels == ["Delete it", "I applied", "Show it"]
    assert watched(online, 24, 24) == []
    web.pages[PATH] = job()
    [(text, _)] = watched(online, 24)
    assert "It is there again" in text


@pytest.mark.parametrize(
    "doubt", [Page(b"no", 403), Page(b"", 429), Page(b"", 503), Page(b"<html>404</html>", 404), Page(b"", delay=0.1)]
)
def test_doubt_is_never_told(online: House, web: Web, doubt: Page) -> None:
    online.say(f"save {LINK}")
    assert watched(online, 24) == []
    web.pages[PATH] = doubt
    assert watched(online, *[12] * 8) == []
    web.pages[PATH] = job()
    assert watched(online, 24, 24) == []


def test_other_pay_can_be_taken_over(online: House, web: Web) -> None:
    online.say(f"save {LINK}")
    watched(online, 0, 24)
    more = {**GREENHOUSE["pay_input_ranges"][0], "max_cents": 3000}  # type: ignore[index]
    web.pages[PATH] = job(pay_input_ranges=[more])
    [(text, labels)] = watched(online, 24)
    assert "The pay is now 21.50–30 EUR an hour; it was 21.50–26 EUR an hour." in text
    assert labels == ["Take it over", "Show it"]
    online.press("Take it over")
    assert online.applications()[0]["salary_max"] == 30


def test_a_deadline_that_is_near_and_unknown(online: House, web: Web) -> None:
    web.pages[PATH] = job(application_deadline=None)
    online.say(f"save {LINK}")
    watched(online, 0, 24)
    day = (online.now + 26 * HOURS).date().isoformat()
    web.pages[PATH] = job(application_deadline=day)
    [(text, labels)] = watched(online, 24)
    assert "It closes on " in text and labels == ["I applied", "Keep the deadline", "Show it"]
    online.press("Keep the deadline")
    assert online.applications()[0]["deadline_on"] == day
    assert watched(online, 24) == []


def test_marks_are_sent_and_ended_ones_are_left_alone(online: House, web: Web) -> None:
    web.pages[PATH] = Page(job().body, kind="application/json", headers={"ETag": '"a"'})
    online.say(f"log {LINK}")
    watched(online, 0, 24, 24)
    assert [headers.get("if-none-match") for _, headers in web.asked] == [None, None, '"a"']
    online.say("Old Inn rejected me")
    watched(online, 24, 24)
    assert len(web.asked) == 3


def test_who_stays_offline_is_left_alone(online: House, web: Web) -> None:
    online.say("/settings offline=on")
    online.say(f"save {LINK}")
    watched(online, 24, 24)
    assert web.asked == []


def test_the_posting_is_kept_and_shown(online: House, web: Web) -> None:
    web.pages[PATH] = job(content="&lt;p&gt;You cook. HACCP and first aid, a driver's license.&lt;/p&gt;")
    online.say(f"save {LINK}")
    assert "Posting" in online.say("/show Old Inn").labels
    said = online.press("Posting")
    assert "Asks for: HACCP, First aid, Driving licence" in said.text
    assert said.text.endswith("You cook. HACCP and first aid, a driver's license.")


def test_skills_that_are_asked_for_and_those_that_are_missing(online: House, web: Web) -> None:
    assert "no posting with skills yet" in online.say("which skills are in demand?").text
    for number, text in enumerate(("HACCP, Excel and Word", "HACCP, Excel", "HACCP"), 51):
        web.pages[f"/v1/boards/inn/jobs/{number}"] = job(title=f"Cook {number}", content=text)
        online.say(f"save https://boards.greenhouse.io/inn/jobs/{number}")
    assert "Tell me yours" in online.say("/skills").text
    said = online.say("which skills do they ask for? I know HACCP and first aid")
    assert said.text.splitlines()[2:] == [
        "What your 3 postings ask for (a small sample):",
        "• HACCP: 100 % (3 of 3) ✓",
        "• Excel: 67 % (2 of 3)",
        "• Word: 33 % (1 of 3)",
        "",
        "Not among yours: Excel, Word",
    ]
    assert "Not among yours: Excel, Word" in online.say("/skills").text, "they are remembered"
    assert "Your skills: HACCP, First aid, Excel" in online.say("I know Excel").text
    online.close()
    online.start()
    assert "Not among yours: Word" in online.say("/skills").text, "also after a restart"
    assert "Excel" not in online.say("/skills without=Excel").text.splitlines()[0]
    online.press("Undo")
    assert "Not among yours: Word" in online.say("/skills").text
