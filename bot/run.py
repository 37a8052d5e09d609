"""`jobbot run`: the channels that have a token, and the HTTP endpoints, until stopped; puts them together."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import select

from bot import app, logs
from bot.channel import Channel, ChannelProblem, Service
from bot.http import HttpService, build
from bot.mail_watch import MailWatch
from bot.mailing import MailRounds, MailService
from bot.metrics import Metrics
from bot.oauth import GoogleWay
from bot.progress import Progress
from bot.reminding import Reminding
from bot.settings import Settings
from bot.sheeting import SheetRounds, SheetService
from bot.supervisor import Supervisor
from storage.problems import DatabaseProblem
from tools.result import Refusal

log = logging.getLogger(__name__)
NO_CHANNEL = (
    "No channel has a token. Set TELEGRAM_BOT_TOKEN (docs/telegram.md says how to get one) or SLACK_BOT_TOKEN; "
    "to chat in this terminal, run jobbot without a command."
)


def run(settings: Settings) -> int:
    """Serve until SIGTERM or Ctrl-C. Raises Refusal for what the owner has to mend, and DatabaseProblem."""
    if not _services(settings):
        raise Refusal(NO_CHANNEL)
    logs.set_up()
    parts = app.build(settings, " and ".join(_services(settings)))
    try:
        asyncio.run(_serve(settings, parts))
    except ChannelProblem as problem:
        raise Refusal(str(problem)) from None
    finally:
        parts.close()
    return 0


def _services(settings: Settings) -> list[str]:
    """The chat services that have a token, by their names."""
    there = (("Telegram", settings.telegram), ("Slack", settings.slack))
    return [name for name, channel in there if channel is not None]


async def _serve(settings: Settings, parts: app.App) -> None:
    metrics = Metrics()
    channels = make_channels(settings, parts, metrics)
    reminding = Reminding(parts.assistant, channels)
    way = GoogleWay(parts.toolbox, _clock, reminding.heart.clock.wake)
    supervisor: Supervisor
    http = HttpService(
        settings.http,
        build(
            [*way.routes, *(route for channel in channels for route in getattr(channel, "routes", ()))],
            lambda: {"database": _database_answers(parts), **supervisor.ready()},
            metrics,
        ),
    )
    services: list[Service] = [http, reminding, *_mail(parts, reminding, channels), *channels]
    supervisor = Supervisor(services, metrics)
    _stop_on_signals(supervisor)
    log.info("serving: %s", ", ".join(service.name for service in services))
    try:
        await supervisor.run()
    finally:
        await parts.assistant.leave()
    log.info("stopped")


def _mail(parts: app.App, reminding: Reminding, channels: Sequence[Channel]) -> list[Service]:
    """The looks into mailboxes and at sheets, unless nothing may leave the machine."""
    if parts.toolbox.mail is None or not parts.toolbox.mail.online:
        return []
    wake = reminding.heart.clock.wake
    progress = Progress(parts.database, {channel.name: channel for channel in channels})
    service = MailService(MailRounds(parts.toolbox, _clock, progress.show, parts.assistant.aside.write), wake, progress)
    written = SheetService(SheetRounds(parts.toolbox, _clock), wake)
    return [service, MailWatch(parts.toolbox, _clock), written]


def make_channels(settings: Settings, parts: app.App, metrics: Metrics) -> list[Channel]:
    """The channels that have a token; each library is imported only where it is used."""
    channels: list[Channel] = []
    if settings.telegram is not None:
        from bot.telegram.channel import Telegram

        answer = metrics.measured(parts.assistant.answer)
        channels.append(Telegram(settings.telegram, settings.http, parts, answer, metrics, _clock))
    if settings.slack is not None:
        from bot.slack.channel import Slack

        answer = metrics.measured(parts.assistant.answer)
        channels.append(Slack(settings.slack, settings.http, parts, answer, metrics, _clock))
    return channels


def _clock() -> datetime:
    return datetime.now(UTC)


def _database_answers(parts: app.App) -> bool:
    try:
        with parts.database.read() as db:
            return db.scalar(select(1)) == 1
    except DatabaseProblem:
        return False


def _stop_on_signals(supervisor: Supervisor) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, supervisor.stop)
