"""The product as it may reach a Google of the test's: what a person says to connect a mailbox and to have it read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from agent.thinking import Mind
from bot.settings import Http, Mail
from tests.google.emulated import ANNA, CLIENT, SECRET
from tests.google.front import Front
from tests.house import House
from tests.talk import Heard
from tools.clients.google import GoogleApp
from tools.toolbox import Toolbox

KEY = "a long word that only the tests know"


class GoogleHouse(House):
    """The product, its Google, and a person who uses both."""

    def __init__(
        self,
        url: str,
        folder: Path,
        front: Front,
        public_url: str = "",
        mind: Callable[[Toolbox], Mind] | None = None,
        port: int = Http.port,
        keys: tuple[str, ...] = (KEY,),
    ) -> None:
        """`keys` lock secrets where there is no file beside the database that could hold one (PostgreSQL)."""
        self.front = front
        app = GoogleApp(CLIENT, SECRET, f"{front.behind.url}/o/oauth2/v2/auth", f"{front.url}/oauth2/token", front.url)
        locks = keys if url.startswith("postgres") else ()
        more = {"offline": False, "mail": Mail(app, locks), "http": Http(port=port, public_url=public_url)}
        super().__init__(url, folder, mind=mind, more=more)

    def link(self) -> str:
        """Ask to connect Gmail; gives where the button leads."""
        heard = self.say("connect gmail")
        (button,) = heard.outs[0]["buttons"]
        return str(button["url"])

    def connect(self, email: str = ANNA) -> Heard:
        """Allow it at Google and send the address that it led back to; gives the question whose mailbox it is."""
        return self.say(self.front.behind.allow(self.link(), email))

    def connected(self, since: str = "1 November") -> Heard:
        """Connect, confirm, and say since when; gives what came of the first look."""
        self.connect()
        self.press("Yes, read it")
        return self.say(since)
