"""What every channel offers to the rest of the house: it serves, it stops, and it delivers; knows no platform."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from agent.assistant import Message, Said
from agent.thinking import Sink


@dataclass(frozen=True)
class Delivered:
    """It arrived; `answer` is what the platform said, such as the message's id there."""

    answer: str = ""


@dataclass(frozen=True)
class Failed:
    """It did not arrive now, and may later: not before `retry_after` seconds, where the platform named them."""

    reason: str
    retry_after: float | None = None


@dataclass(frozen=True)
class Gone:
    """It will never arrive there: the person blocked the bot, or the account does not exist any more."""

    reason: str


Delivery = Delivered | Failed | Gone
Clock = Callable[[], datetime]
# What a channel asks: the assistant's own `answer`, or one that counts and times it.
Answering = Callable[[Message, Sink | None], Awaitable[Said]]


class ChannelProblem(Exception):
    """A channel cannot serve until a person mends something; the words say what to do."""


class Service(Protocol):
    """A part of `jobbot run` that serves until it is stopped; the supervisor restarts it when it fails."""

    @property
    def name(self) -> str:
        """A short word for logs: telegram, slack, http."""
        ...

    @property
    def ready(self) -> bool:
        """Whether it can do its work at this moment."""
        ...

    async def start(self) -> None:
        """Serve until `stop` is called; may be called again after it raised. Raises ChannelProblem, or anything."""
        ...

    async def stop(self) -> None:
        """Take no new work, finish what is in hand, and let `start` return."""
        ...


class Channel(Service, Protocol):
    """A chat platform; `name` is the channel of its accounts in the database."""

    async def push(self, account: str, said: Said) -> Delivery:
        """Write to a person first. Never raises; whoever gets Gone marks the account as dead (users.mark_dead)."""
        ...
