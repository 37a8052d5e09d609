"""What the doctor says of Slack."""

from __future__ import annotations

import asyncio
import json

from bot.settings import Http, Slack
from bot.slack import checkup
from tests.checkout import text
from tests.slack_server import SlackServer
from tests.slack_workspace import APP_TOKEN, BOT_TOKEN


def found(server: SlackServer, bot: str = BOT_TOKEN, app: str = APP_TOKEN, secret: str = "") -> str:
    settings = Slack(bot, app, secret, f"{server.url}/api")
    http = Http(public_url="https://jobs.example.org" if secret else "")
    return "\n".join(f"{ok} {words}" for ok, words in asyncio.run(checkup.findings(settings, http)))


def test_all_is_well_but_for_scopes(server: SlackServer) -> None:
    said = found(server)
    assert "True slack: @jobbot answers in Jobs" in said and "True slack: events come by Socket Mode" in said
    assert "False slack: the app lacks app_mentions:read, assistant:write, commands" in said
    assert "events come to https://jobs.example.org/slack/events" in found(server, app="", secret="s")


def test_what_is_wrong_is_said(server: SlackServer) -> None:
    assert found(server, bot="xoxb-wrong").startswith("False slack: Slack does not take the token in SLACK_BOT_TOKEN")
    assert "False slack: Slack does not take the token in SLACK_APP_TOKEN" in found(server, app="xapp-wrong")
    assert "False slack: Slack has no way to reach me" in found(server, app="")
    gone = Slack(BOT_TOKEN, APP_TOKEN, "", "http://127.0.0.1:9/api")
    assert "cannot be reached" in asyncio.run(checkup.findings(gone, Http()))[0][1]


def test_the_manifest_asks_for_these_scopes_and_the_page_explains_each() -> None:
    manifest = json.loads(text("slack-manifest.json"))
    assert manifest["oauth_config"]["scopes"]["bot"] == list(checkup.SCOPES)
    page = text("docs/slack.md")
    assert all(f"| `{scope}` |" in page for scope in (*checkup.SCOPES, "connections:write"))
    assert manifest["settings"]["socket_mode_enabled"] and manifest["features"]["app_home"]["home_tab_enabled"]
    assert len(manifest["features"]["assistant_view"]["suggested_prompts"]) == 4
