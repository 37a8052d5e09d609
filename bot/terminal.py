"""A plain chat in the terminal; buttons are numbers."""

from __future__ import annotations

import asyncio
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
/help shows more. /quit or Ctrl-D ends. Nothing you type leaves this machine."""


def run(assistant: Assistant) -> int:
    """Chat until the input ends."""
    print(WELCOME)
    return asyncio.run(_chat(assistant))


async def _chat(assistant: Assistant) -> int:
    choices: list[Choice] = []
    while True:
        try:
            line = (await asyncio.to_thread(input, "\nyou> ")).strip()
        except (EOFError, KeyboardInterrupt):
            print("\nBye.")
            return 0
        if line in ("/quit", "/exit", "quit", "exit", "bye"):
            print("Bye.")
            return 0
        if not line:
            continue
        press = choices[int(line) - 1].id if line.isdigit() and 0 < int(line) <= len(choices) else ""
        message = Message(CHANNEL, ACCOUNT, datetime.now(UTC), text="" if press else line, press=press)
        said = await assistant.answer(message)
        choices = _show(said)


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
