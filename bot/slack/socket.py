"""Socket Mode: the connection that Slack sends its events through, one after the other in their order."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.channel import ChannelProblem
from bot.slack.gateway import QUIET
from bot.slack.sending import code_of

log = logging.getLogger(__name__)

PING = 10.0  # seconds
UNKNOWN_APP = (
    "Slack does not take the token in SLACK_APP_TOKEN ({code}). It begins with xapp- and has the scope "
    "connections:write: api.slack.com/apps, your app, Basic Information, App-Level Tokens."
)
REFUSED = ("invalid_auth", "not_authed", "account_inactive", "token_revoked", "not_allowed_token_type", "missing_scope")


class Socket:
    """One connection, which the library renews by itself."""

    def __init__(self, app: AsyncApp, token: str, client: AsyncWebClient) -> None:
        self.app = app
        self._in_order = asyncio.Lock()
        self.handler = AsyncSocketModeHandler(app, token, logger=QUIET, web_client=client, ping_interval=PING)
        self.handler.client.socket_mode_request_listeners[:] = [self._arrived]  # type: ignore[list-item]

    @property
    def connected(self) -> bool:
        """Whether the connection stands."""
        session = self.handler.client.current_session
        return session is not None and not session.closed

    async def open(self) -> None:
        """Connect. Raises ChannelProblem for a token that Slack does not take, and what the network raises."""
        try:
            # The library would try again for ever, whatever the server says.
            self.handler.client.wss_uri = await self.handler.client.issue_new_wss_url()
        except SlackApiError as error:
            if code_of(error) in REFUSED:
                raise ChannelProblem(UNKNOWN_APP.format(code=code_of(error))) from None
            raise
        await self.handler.connect_async()  # type: ignore[no-untyped-call]
        log.info("slack: the socket is connected")

    async def renew(self) -> None:
        """Connect anew: this connection does not bring what was sent."""
        await self.handler.client.connect_to_new_endpoint(force=True)

    async def close(self) -> None:
        """Disconnect."""
        await self.handler.close_async()  # type: ignore[no-untyped-call]

    async def _arrived(self, client: SocketModeClient, request: SocketModeRequest) -> None:
        # The library starts a task for each envelope; the lock keeps their order.
        async with self._in_order:
            began = monotonic()
            answer = await run_async_bolt_app(self.app, request)
            await send_async_response(client, request, answer, began)
