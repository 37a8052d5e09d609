"""The chat services: whether their servers know the tokens, and how the ways in fare; asked where a token is set."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from typing import Any

from bot.checks.finding import Finding, Patient, bad, ok


def check_telegram(patient: Patient) -> Iterator[Finding]:
    """What the server says of the bot; nothing where no token is set or nothing may leave the machine."""
    settings = patient.settings
    if settings.telegram is not None and not settings.offline:
        from bot.telegram import checkup

        yield from _told(checkup.findings(settings.telegram, settings.http))


def check_slack(patient: Patient) -> Iterator[Finding]:
    """The same of the Slack app."""
    settings = patient.settings
    if settings.slack is not None and not settings.offline:
        from bot.slack import checkup

        yield from _told(checkup.findings(settings.slack, settings.http))


def _told(asking: Coroutine[Any, Any, list[tuple[bool, str]]]) -> Iterator[Finding]:
    for well, words in asyncio.run(asking):
        yield ok(words) if well else bad(words)
