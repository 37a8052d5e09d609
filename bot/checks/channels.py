"""The chat services: whether their servers know the tokens, and how the ways in fare; asked where a token is set."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from bot.checks.finding import Finding, Patient, bad, ok


def check_telegram(patient: Patient) -> Iterator[Finding]:
    """What the server says of the bot; nothing where no token is set or nothing may leave the machine."""
    settings = patient.settings
    if settings.telegram is None or settings.offline:
        return
    from bot.telegram import checkup

    for well, words in asyncio.run(checkup.findings(settings.telegram, settings.http)):
        yield ok(words) if well else bad(words)


def check_slack(patient: Patient) -> Iterator[Finding]:
    """The same of the Slack app."""
    settings = patient.settings
    if settings.slack is None or settings.offline:
        return
    from bot.slack import checkup

    for well, words in asyncio.run(checkup.findings(settings.slack, settings.http)):
        yield ok(words) if well else bad(words)
