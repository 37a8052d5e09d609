"""What holds of reminders in every chat service: pushed by the real channel, pressed there, and what cards become.

A service's own tests take these over, with `bot` and `anna` of its own and what says how its messages are read.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar
from zoneinfo import ZoneInfo

import pytest

from tests.chat_house import ChatHouse

ZONE = ZoneInfo("America/Chicago")
Message = dict[str, Any]
House = TypeVar("House", bound=ChatHouse[Any])


class Somebody(Protocol):
    """A person of a service, as far as these tests go."""

    def say(self, text: str) -> str:
        """What is answered to words."""
        ...

    def press(self, label: str) -> Message:
        """Press a button; gives its message as it stands then."""
        ...


def at(words: str) -> datetime:
    """An instant in the person's zone."""
    return datetime.fromisoformat(words).replace(tzinfo=ZONE)


class ChatReminders(ABC, Generic[House]):
    """The tests."""

    hostile: str  # the company of the fixture, as it is typed in this service
    number: str  # what tells messages apart

    @abstractmethod
    def newest(self, bot: House) -> Message:
        """What the bot wrote last."""

    @abstractmethod
    def shown(self, message: Message) -> str:
        """The words of a message."""

    @abstractmethod
    def labels(self, message: Message) -> list[str]:
        """The buttons of a message."""

    @abstractmethod
    def file(self, message: Message) -> str:
        """The name of the file that a message is."""

    @pytest.fixture
    def told(self, bot: House, anna: Somebody) -> Message:
        """The first follow-up about an application of Tuesday, 17 November."""
        anna.say("/settings timezone=America/Chicago, digest=off")
        anna.say(f"applied to {self.hostile} as cook")
        assert bot.tick(at("2026-11-24 08:59")).delivered == 0
        assert bot.tick(at("2026-11-24 09:00")).delivered == 1
        assert bot.tick(at("2026-11-24 09:00")).delivered == 0
        return self.newest(bot)

    def test_it_has_its_buttons(self, told: Message) -> None:
        assert self.labels(told) == [
            "Done", "1 day", "3 days", "1 week", "Draft a message", "Heard back", "Mute this one",
        ]  # fmt: skip

    def test_a_press_that_changes_takes_the_place_of_the_card(self, bot: House, anna: Somebody, told: Message) -> None:
        card = anna.press("^1 day")
        assert card[self.number] == told[self.number] and self.shown(card).startswith("Later: Follow up · B&B")
        assert bot.tick(at("2026-11-25 09:00")).delivered == 1
        assert self.shown(anna.press("^Done")).startswith("Done: Follow up")

    def test_a_press_that_only_reads_leaves_it(self, bot: House, anna: Somebody, told: Message) -> None:
        before = self.shown(told)
        assert self.shown(anna.press("Draft a message")) == before
        assert "Kind regards" in self.shown(self.newest(bot))
        anna.press("Heard back")
        assert self.shown(anna.press("A no")).startswith("B&B")
        assert bot.export()["applications"][0]["status"] == "rejected"

    def test_words_answer_it_as_well(self, anna: Somebody, told: Message) -> None:
        assert "Later: Follow up · B&B" in anna.say("not now, ask me again in 3 days")

    def test_an_interview_comes_with_its_calendar_file(self, bot: House, anna: Somebody) -> None:
        anna.say("/settings timezone=America/Chicago, digest=off")
        anna.say("applied to Lidl as driver")
        anna.say("interview with Lidl on Friday at 3pm")
        anna.press("Calendar file")
        assert self.file(self.newest(bot)).endswith(".ics")
        assert bot.tick(at("2026-11-19 15:00")).delivered == 1
        assert self.shown(self.newest(bot)).startswith("Tomorrow: interview, Lidl · driver")
