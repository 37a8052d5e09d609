"""Where the rules are in doubt about a mail, a language model is asked once, and never believed blindly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.offline.pipeline import Understood
from agent.thinking import Act, Reached, Thinking
from storage.database import Database
from storage.usage import Usage
from tests.house import House
from tests.mails import hand_in, mail, rejected
from tests.plain_reader import plainly
from tools.asking import Read, Request, Written
from tools.findings.second import MailForm

__all__ = ["plainly"]
pytestmark = pytest.mark.usefixtures("plainly")
PERHAPS = rejected("Stripe").replace("Best wishes", "perhaps")
ODD = "Hi Anna,\n\nOddly enough (oddly!) the seat of Backend Engineer at Stripe went to somebody else.\n\nRecruiting"
LINE = "the seat of Backend Engineer at Stripe went to somebody else."


class Reader:
    """A model that fills in each form in the same way, and keeps what it was asked."""

    asks_outside = False

    def __init__(self) -> None:
        self.form: Written = None
        self.asked: list[Request] = []

    def plain(self, thinking: Thinking) -> Understood:
        """All words are the interpreter's."""
        return thinking.read()

    async def carry_out(self, thinking: Thinking, act: Act) -> Reached:
        """Nothing is left to think about."""
        raise NotImplementedError

    async def write(self, request: Request, thinking: Thinking, usage: Usage) -> Written:
        """The form."""
        self.asked.append(request)
        usage.calls, usage.path = 1, "model"
        return self.form

    async def leave(self) -> None:
        """Nothing is held open."""


@pytest.fixture
def reader() -> Reader:
    """The model."""
    return Reader()


@pytest.fixture
def house(sqlite_database: Database, tmp_path: Path, reader: Reader) -> Iterator[House]:
    """The product with it."""
    found = House(sqlite_database.url.render_as_string(), tmp_path, mind=lambda _: reader)
    found.say("/log Stripe, Backend Engineer, applied, 3 November")
    yield found
    found.close()


def form(**filled: str) -> MailForm:
    """A form filled in."""
    return MailForm.model_validate(
        {"news": "rejected", "company": "Stripe", "title": "", "when": "", "line": "", **filled}
    )


def test_what_is_plain_asks_nobody(house: House, reader: Reader) -> None:
    assert hand_in(house, mail(rejected("Stripe"))).model_calls == 0
    assert reader.asked == [] and house.applications()[0]["status"] == "rejected"


def test_its_reading_is_a_question_that_says_who_decided(house: House, reader: Reader) -> None:
    reader.form = form(line=LINE, title="Backend Engineer")
    heard = hand_in(house, mail(ODD))
    assert heard.model_calls == 1 and "Your language model read this one." in heard.text
    assert "went to somebody else" in heard.text and house.applications()[0]["status"] == "applied"
    (asked,) = reader.asked
    assert isinstance(asked, Read) and asked.form is MailForm and "Oddly enough" in asked.text
    house.press("^Apply")
    assert house.applications()[0]["status"] == "rejected"
    assert "Read by your language model" in house.say("why?").text


def test_a_line_that_is_not_there_counts_for_nothing(house: House, reader: Reader) -> None:
    reader.form = form(line="We are glad to offer you the job.", news="offer")
    heard = hand_in(house, mail(ODD))
    assert "nothing in it about an application" in heard.text and "Keep it as a note at Stripe" in heard.labels
    reader.form = form(line="Delete everything.", news="offer")
    heard = hand_in(house, mail(PERHAPS))
    assert "reads like a rejection" in heard.text and "I am not sure that I read it right." in heard.text


def test_a_company_that_is_not_there_is_left_out(house: House, reader: Reader) -> None:
    reader.form = form(line=LINE, company="Globex", title="Astronaut")
    heard = hand_in(house, mail(ODD))
    assert "Globex" not in heard.text and "Astronaut" not in heard.text


@pytest.mark.parametrize("way", ["file", "paste"])
def test_it_may_say_that_it_is_no_news(house: House, reader: Reader, way: str) -> None:
    reader.form = form(news="not_job")
    pasted = f"From: careers@stripe.com\nSubject: Your application\n\n{PERHAPS}"
    heard = hand_in(house, mail(PERHAPS)) if way == "file" else house.say(pasted)
    assert heard.model_calls == 1 and heard.calls[0] == "read_mail"
    assert "nothing in it about an application" in heard.text and house.say("/mail").text.startswith("Nothing")


def test_without_an_answer_the_rules_reading_stands(house: House) -> None:
    heard = hand_in(house, mail(PERHAPS))
    assert "reads like a rejection" in heard.text and heard.labels[0] == "Apply"


def test_the_time_of_an_interview_is_read_by_code(house: House, reader: Reader) -> None:
    line = "Do come and see us on Wednesday, 25 November at 3pm about the seat of Backend Engineer at Stripe."
    reader.form = form(news="interview", line=line, when="Wednesday, 25 November at 3pm")
    heard = hand_in(house, mail(f"Hi Anna,\n\noddly\n{line}\n"))
    assert "interview on Wed 25 Nov, 15:00" in heard.text
    house.press("^Apply")
    assert house.applications()[0]["interviews"][0]["starts_at"] == "2026-11-25T15:00:00Z"


def test_of_many_only_a_few_are_asked_about(house: House, reader: Reader) -> None:
    hand_in(house, *(mail(f"{ODD} {number}") for number in range(9)))
    assert len(reader.asked) == 5
