"""What `jobbot doctor` says of Slack: whether its tokens are known, which scopes are missing, how events come in."""

from __future__ import annotations

from typing import Any

from slack_sdk.errors import SlackApiError

from bot.settings import Http
from bot.settings import Slack as Settings
from bot.slack.channel import NO_WAY_IN, UNKNOWN, make_client
from bot.slack.sending import UNREACHED, code_of
from bot.slack.socket import UNKNOWN_APP

Finding = tuple[bool, str]
# The scopes of slack-manifest.json without which something does not work.
SCOPES = (
    "app_mentions:read", "assistant:write", "chat:write", "commands", "files:read", "files:write", "im:history",
    "im:write", "users:read",
)  # fmt: skip


async def findings(settings: Settings, http: Http) -> list[Finding]:
    """Whether each part is well, and a sentence about it; asks the server twice and changes nothing there."""
    try:
        tested = await make_client(settings, settings.bot_token).auth_test()
    except SlackApiError as error:
        return [(False, f"slack: {UNKNOWN.format(code=code_of(error))}")]
    except UNREACHED as error:
        return [(False, f"slack: cannot be reached ({type(error).__name__}). Check the network and SLACK_API_URL.")]
    well = f"slack: @{tested.get('user', '')} answers in {tested.get('team', '')}"
    return [(True, well), *_scopes(tested), await _way_in(settings, http)]


def _scopes(tested: Any) -> list[Finding]:
    """Those that the app was not given; nothing where the server does not say."""
    given = str(tested.headers.get("x-oauth-scopes", ""))
    missing = [scope for scope in SCOPES if scope not in given.split(",")] if given else []
    if not missing:
        return []
    mend = "Add them: api.slack.com/apps, your app, OAuth & Permissions, Bot Token Scopes; then reinstall the app."
    return [(False, f"slack: the app lacks {', '.join(missing)}. {mend}")]


async def _way_in(settings: Settings, http: Http) -> Finding:
    if settings.signing_secret and http.public_url:
        return True, f"slack: events come to {http.public_url}/slack/events"
    if not settings.app_token:
        return False, f"slack: {NO_WAY_IN}"
    client = make_client(settings, settings.app_token)
    try:
        await client.apps_connections_open(app_token=settings.app_token)
    except SlackApiError as error:
        return False, f"slack: {UNKNOWN_APP.format(code=code_of(error))}"
    except UNREACHED as error:
        return False, f"slack: cannot be reached ({type(error).__name__}). Check the network."
    return True, "slack: events come by Socket Mode"
