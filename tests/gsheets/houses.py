"""The product as it may reach a Google for sheets: what a person says to have a sheet, and what they see in it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.settings import Http, Mail
from tests.google.emulated import ANNA, CLIENT, SECRET
from tests.google.houses import KEY
from tests.gsheets.server import SheetServer
from tests.gsheets.workbook import Tab, Workbook
from tests.house import House
from tests.talk import Heard
from tools.clients.google import GoogleApp

THEIRS = "1AbcDefGhiJklMnoPqrStuVwxYz0123456789_-abcde"
LINK = f"https://docs.google.com/spreadsheets/d/{THEIRS}/edit?gid=0#gid=0"


class SheetHouse(House):
    """The product, its Google, and a person who uses both."""

    def __init__(self, url: str, folder: Path, server: SheetServer, public_url: str = "") -> None:
        self.server, self.google = server, server.google
        app = GoogleApp(
            CLIENT, SECRET, f"{server.url}/o/oauth2/v2/auth", f"{server.url}/oauth2/token", server.url, server.url
        )
        keys = (KEY,) if url.startswith("postgres") else ()
        more = {"offline": False, "mail": Mail(app, keys), "http": Http(public_url=public_url)}
        super().__init__(url, folder, more=more)

    def url(self, heard: Heard, label: str) -> str:
        """Where a button leads."""
        return next(str(one["url"]) for out in heard.outs for one in out["buttons"] if label in one["label"])

    def made(self) -> Heard:
        """Have a sheet made; gives all that is said once it is allowed."""
        heard = self.say("make me a google sheet")
        return self.say(self.google.allow(self.url(heard, "Make my sheet")))

    def connected(self, owner: str = ANNA) -> Heard:
        """Connect a sheet of the person's own."""
        self.google.books.setdefault(THEIRS, Workbook(THEIRS, owner, tabs=[Tab(0, "Budget", [["Rent", "800"]])]))
        heard = self.say(f"connect my google sheet {LINK}")
        return self.say(self.google.allow(self.url(heard, "Connect this sheet")))

    @property
    def book(self) -> Workbook:
        """The one file that there is."""
        (found,) = self.google.books.values()
        return found

    @property
    def tab(self) -> Tab:
        """Our tab in it."""
        (found,) = [one for one in self.book.tabs if one.title.startswith("Jobbot")]
        return found

    def later(self, minutes: int = 1) -> Heard:
        """Some minutes pass."""
        return self.tick(self.now + timedelta(minutes=minutes))
