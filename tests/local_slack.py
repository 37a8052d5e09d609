"""A talk with local-slack, a Slack by others, in a network of its own: `python -m tests.local_slack MODE FOLDER`.

It listens on all interfaces, so it is only ever started where there is none but loopback (`unshare --net`). What was
seen comes out as one JSON object.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import aiohttp

from bot.http import HttpService, build
from bot.settings import Http
from storage.database import migrate, open_database
from tests.checkout import ROOT
from tests.slack_house import ANNA, SlackHouse
from tests.slack_wire import buttons_of
from tests.slack_workspace import APP_TOKEN, BOT, BOT_TOKEN, TEAM, Raw

PACKAGE = "local-slack-linux-x64@0.1.8"
FOLDER = ROOT / ".counterparts" / "slack"
BINARY = FOLDER / "node_modules" / "local-slack-linux-x64" / "bin" / "local-slack"
PORT, OURS, SECRET = 3900, 3901, "s3cret"
CHANNEL = "C01GEN"
UP = 0x1 | 0x40
SET_FLAGS = 0x8914


class LocalSlack:
    """The server, and the human's side of it."""

    def __init__(self) -> None:
        self.url = f"http://127.0.0.1:{PORT}"

    def tell_time(self, _: Callable[[], float]) -> None:
        """It has a clock of its own."""

    def ask(self, path: str, said: Raw | None = None) -> Raw:
        """Use its control interface."""
        connection = HTTPConnection("127.0.0.1", PORT, timeout=20)
        body = None if said is None else json.dumps(said)
        headers = {"content-type": "application/json"}
        connection.request("GET" if said is None else "POST", f"/_control/{path}", body, headers)
        found: Raw = json.loads(connection.getresponse().read())
        connection.close()
        return found

    def messages(self, channel: str) -> list[Raw]:
        """What the bot wrote in a channel, as local-slack shows it."""
        return [one for one in self.ask(f"messages/{channel}")["messages"] if one.get("user") == BOT]

    async def upload(self, channel: str, path: Path) -> None:
        """Send a file."""
        form = aiohttp.FormData({"channel": channel, "user": ANNA})
        form.add_field("file", path.read_bytes(), filename=path.name)
        async with aiohttp.ClientSession() as session, session.post(f"{self.url}/_control/upload", data=form) as done:
            assert done.status == 200

    async def submit(self, **typed: str) -> None:
        """Fill in the open form, as the page does."""
        values = {name: {"value": {"type": "plain_text_input", "value": value}} for name, value in typed.items()}
        said = {"t": "view_submit", "user": ANNA, "values": values}
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{self.url}/ui") as page:
            await page.send_json(said)
            await asyncio.sleep(0.5)


def config(mode: str) -> Raw:
    """The workspace."""
    app = {
        "appId": "A1", "botUserId": BOT, "botToken": BOT_TOKEN, "appToken": APP_TOKEN, "signingSecret": SECRET,
        "mode": mode, "requestUrl": f"http://127.0.0.1:{OURS}/slack/events",
    }  # fmt: skip
    return {
        "workspace": {"teamId": TEAM, "name": "Jobs", "domain": "jobs"}, "apps": [app],
        "users": [{"id": ANNA, "name": "anna"}],
        "channels": [{"id": CHANNEL, "name": "general", "members": [ANNA, BOT]}],
    }  # fmt: skip


def talk(slack: LocalSlack, house: SlackHouse, folder: Path) -> Raw:
    """A morning with the bot; gives what was seen on the way."""
    seen: Raw = {}
    slack.ask("message", {"channel": ANNA, "user": ANNA, "text": "applied to Stripe as cook &lt;!channel&gt;"})
    house.until(lambda: bool(house.companies()))
    chat = next(one["id"] for one in slack.ask("state")["channels"] if one["is_im"])
    house.until(lambda: bool(slack.messages(chat)))
    (card,) = slack.messages(chat)
    seen["receipt"], seen["logged"] = card["text"], house.companies()
    slack.ask(
        "interact", {"channel": chat, "messageTs": card["ts"], "user": ANNA, "action": buttons_of(card["blocks"])[0]}
    )
    house.until(lambda: not house.companies() and slack.messages(chat)[0]["text"].startswith("Taken back"))
    seen["outcome"] = slack.messages(chat)[0]["text"]
    slack.ask("message", {"channel": CHANNEL, "user": ANNA, "text": f"<@{BOT}> applied to Lidl as driver"})
    house.until(lambda: bool(slack.messages(CHANNEL)))
    seen["note"], seen["mentioned"] = slack.messages(CHANNEL)[0], house.companies()
    slack.ask("command", {"channel": CHANNEL, "user": ANNA, "command": "/jobs", "text": "find"})
    house.until(lambda: len(slack.messages(CHANNEL)) == 2)
    seen["aside"] = slack.messages(CHANNEL)[1]
    slack.ask("command", {"channel": CHANNEL, "user": ANNA, "command": "/jobs", "text": "log"})
    house.until(lambda: "views.open" in methods(slack))
    asyncio.run(slack.submit(company="Aldi", title="cook"))
    house.until(lambda: "Aldi" in house.companies())
    slack.ask("open-home", {"user": ANNA})
    house.until(lambda: "views.publish" in methods(slack))
    (folder / "posting.pdf").write_bytes(b"%PDF-1.7")
    asyncio.run(slack.upload(chat, folder / "posting.pdf"))
    house.until(lambda: "posting.pdf" in slack.messages(chat)[-1]["text"])
    seen["asked"], seen["companies"] = slack.messages(chat)[-1]["text"], house.companies()
    return seen


def methods(slack: LocalSlack) -> list[str]:
    """The methods of the web API that were called."""
    return [entry.get("summary") or entry.get("label") or "" for entry in slack.ask("log")["log"]]


def listen(house: SlackHouse) -> None:
    """Serve the channel's address."""
    application = build(house.channel.routes, lambda: {}, house.metrics)
    service = HttpService(Http(port=OURS), application)
    asyncio.run_coroutine_threadsafe(service.start(), house.loop)
    house.until(lambda: service.ready)


def loopback_up() -> None:
    """Switch the only interface of a new network on."""
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sh22x", b"lo", UP))


def wait_for(port: int) -> None:
    """Until somebody listens."""
    for _ in range(400):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError("local-slack did not start")


def main(mode: str, folder: Path) -> None:
    """Start it, talk, and print what was seen."""
    loopback_up()
    (folder / "slack.json").write_text(json.dumps(config(mode)))
    url = f"sqlite:///{folder / 'jobbot.db'}"
    database = open_database(url)
    migrate(database)
    database.close()
    command = [str(BINARY), "--config", str(folder / "slack.json"), "--port", str(PORT), "--base-host", "127.0.0.1"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(PORT)
            slack: Any = LocalSlack()
            house = SlackHouse(url, folder, slack, secret=SECRET if mode == "events" else "")
            if mode == "events":
                listen(house)
            print(json.dumps(talk(slack, house, folder)))  # noqa: T201
            house.close()
        finally:
            process.terminate()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
