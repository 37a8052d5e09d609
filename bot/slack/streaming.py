"""The words of an answer while they are written, in one bubble; and the status that shows that somebody works."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from slack_sdk.errors import SlackApiError

from bot import bubble
from bot.render.slack import MESSAGE, escape
from bot.slack.arrivals import user_of
from bot.slack.sending import TROUBLE, Sender, code_of, pause_of

log = logging.getLogger(__name__)

PATIENCE = 0.4  # seconds: a quicker answer needs no sign
BEAT = 90.0  # seconds; the status vanishes after two minutes
STATUS = "is looking into it…"
LOADING = ["Reading what you wrote…", "Looking at your applications…", "Putting it in order…"]
UNKNOWN = ("unknown_method", "missing_scope", "not_allowed_token_type", "method_not_supported_for_channel_type")


@asynccontextmanager
async def working(sender: Sender, channel: str, thread: str) -> AsyncIterator[None]:
    """Show in a thread that the answer is being written, as long as the block takes; elsewhere Slack has no sign."""
    task = asyncio.create_task(_show(sender, channel, thread)) if thread else None
    try:
        yield
    finally:
        if task is not None:
            task.cancel()


async def _show(sender: Sender, channel: str, thread: str) -> None:
    await asyncio.sleep(PATIENCE)
    set_status = sender.client.assistant_threads_setStatus
    with suppress(*TROUBLE):
        try:
            while True:
                await set_status(channel_id=channel, thread_ts=thread, status=STATUS, loading_messages=LOADING)
                await asyncio.sleep(BEAT)
        except asyncio.CancelledError:
            # A new message takes the status away, a changed card does not.
            await set_status(channel_id=channel, thread_ts=thread, status="")


class Bubble(bubble.Bubble):
    """Slack's own stream in a thread, else a message that is edited: `message` is the one that stays."""

    def __init__(self, sender: Sender, account: str, channel: str, thread: str) -> None:
        super().__init__(MESSAGE - 1)
        self.sender = sender
        self.account = account
        self.channel = channel
        self.thread = thread
        self.message = ""
        self._streams = bool(thread)
        self._shown = 0

    async def close(self) -> None:
        """See bot.bubble; a stream is ended, so that the answer can take its place."""
        await super().close()
        if self.message and self._streams:
            with suppress(*TROUBLE):
                await self.sender.client.chat_stopStream(channel=self.channel, ts=self.message)

    async def show(self, words: str) -> float:
        """See bot.bubble; the answer comes in any case, so what goes wrong here is only noted."""
        try:
            await self._out(words)
        except TROUBLE as error:
            log.warning("slack: a piece of an answer was not shown: %s", code_of(error))
            return (pause_of(error) if isinstance(error, SlackApiError) else None) or 0
        return 0

    async def _out(self, words: str) -> None:
        new, self._shown = words[self._shown :], len(words)
        client = self.sender.client
        if self._streams and not self.message:
            try:
                self.message = (await client.chat_startStream(
                    channel=self.channel, thread_ts=self.thread, markdown_text=escape(new),
                    recipient_user_id=user_of(self.account), recipient_team_id=self.account.partition(":")[0],
                ))["ts"]  # fmt: skip
                return
            except SlackApiError as error:
                if code_of(error) not in UNKNOWN:
                    raise
                self._streams = False
        if self._streams:
            await client.chat_appendStream(channel=self.channel, ts=self.message, markdown_text=escape(new))
        elif self.message:
            await client.chat_update(channel=self.channel, ts=self.message, text=escape(words))
        else:
            sent = await client.chat_postMessage(
                channel=self.channel, text=escape(words), thread_ts=self.thread or None, mrkdwn=False,
                unfurl_links=False, unfurl_media=False,
            )  # fmt: skip
            self.message = sent["ts"]
