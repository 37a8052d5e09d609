"""What comes in and what goes out of the assistant: a message and its answers; types only, known to all channels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tools.result import Call
from tools.turn import Answer


@dataclass(frozen=True)
class Message:
    """What a person sent: the channel and account, the instant (aware), and words, a press or files.

    `event_id` is the platform's own: a message that comes again with the same one is answered as before, once.
    `chat` is where a chat platform reaches the person: it is kept with the account, as is when it was used last.
    `private`: nobody else reads along where it was said.
    """

    channel: str
    account: str
    at: datetime
    text: str = ""
    press: str = ""
    files: tuple[Path, ...] = ()
    event_id: str | None = None
    chat: str | None = None
    private: bool = True


@dataclass(frozen=True)
class Said:
    """The answers to a message, the calls that were made, and what it cost: calls and tokens of a language model.

    `stale`: a button was pressed that is not open any more, so its card is to be left as it is. `secret`: a password
    is asked for, which is not to be shown as it is typed.
    """

    answers: tuple[Answer, ...]
    calls: tuple[Call, ...] = ()
    model_calls: int = 0
    tokens: int = 0
    stale: bool = False
    secret: bool = False
