"""A plain chat in the terminal; buttons are numbers."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime

from agent.assistant import Assistant, Message, Said
from bot.render.plain import text_of
from tools.turn import Choice

CHANNEL = "terminal"
ACCOUNT = "local"
WELCOME = """Jobbot keeps your job search. Tell me what happened, in your own words:
  applied to Stripe for backend engineer yesterday
  Acme wants to talk Tuesday at 3
  what's still open?
/help shows more. /quit or Ctrl-D ends."""


def run(assistant: Assistant) -> int:
    """Chat until the input ends."""
    print(WELCOME, assistant.toolbox.privacy)
    choices: list[Choice] = []
    with asyncio.Runner() as runner:
        while (line := _line()) is not None:
            if line:
                choices = _show(runner.run(assistant.answer(_message(line, choices))))
        runner.run(assistant.leave())
    print("Bye.")
    return 0


def _line() -> str | None:
    """What the person types, with the arrow keys and a history where the system has them; None at the end."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - importing it is what gives input() its keys
    try:
        line = input("\nyou> ").strip()
    except (EOFError, KeyboardInterrupt):
        print()
        return None
    return None if line in ("/quit", "/exit", "quit", "exit", "bye") else line


def _message(line: str, choices: list[Choice]) -> Message:
    """A number presses a button of the last answer; all else is said."""
    number = int(line) if line.isdecimal() and len(line) < 4 else 0
    if 0 < number <= len(choices):
        return Message(CHANNEL, ACCOUNT, datetime.now(UTC), press=choices[number - 1].id)
    return Message(CHANNEL, ACCOUNT, datetime.now(UTC), text=line)


def _show(said: Said) -> list[Choice]:
    """Print the answers; give the buttons in the order of their numbers."""
    choices: list[Choice] = []
    for answer in said.answers:
        print(text_of(answer))
        labels = []
        for choice in answer.choices:
            choices.append(choice)
            labels.append(f"[{len(choices)}] {choice.label}")
        if labels:
            print("  ".join(labels))
        for path in answer.files:
            print(f"File: {path}")
    return choices
