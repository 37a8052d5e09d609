"""Telegram: whether its server knows the token, who may write, and how the webhook fares; asked only with a token."""

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
