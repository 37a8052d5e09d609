"""The product with other servers for its systems for applicants, and what a person says to connect one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.settings import Mail
from tests.ats.greenhouse_at import SECRET
from tests.house import House
from tests.talk import Heard

KEY = "a long word that only the tests know"


class AtsHouse(House):
    """The product, and a person who uses it."""

    def __init__(
        self, url: str, folder: Path, servers: Mapping[str, str], office: Mapping[str, Any] | None = None
    ) -> None:
        keys = (KEY,) if url.startswith("postgres") else ()
        more = {"offline": False, "mail": Mail(None, keys), "office": office or {}}
        super().__init__(url, folder, more=more, servers=servers)

    def connect(self, platform: str = "greenhouse", *answers: str) -> Heard:
        """Say what is asked for, up to the key and what came of the first look."""
        self.say(f"connect {platform}")
        for words in answers or ("Acme", "ana@example.com", SECRET):
            heard = self.say(words)
        return heard
