"""One process of several that bring sheets in step, as `jobbot run` does beside the channels, until its input ends.

    python -m tests.gsheets.worker DATABASE_URL GOOGLE_URL NOW

It looks again and again, with no rest between, and says on its output how many looks it took.
"""

from __future__ import annotations

import asyncio
import select
import sys
from datetime import datetime

from bot.sheeting import SheetRounds
from storage.database import open_database
from storage.vault import Vault
from tests.google.emulated import CLIENT, SECRET
from tests.google.houses import KEY
from tools.catalog import default
from tools.clients.google import GoogleApp
from tools.mail_access import MailAccess
from tools.toolbox import Toolbox


def said(word: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(url: str, google: str, now: datetime) -> None:
    """Look until the input ends."""
    app = GoogleApp(CLIENT, SECRET, f"{google}/o/oauth2/v2/auth", f"{google}/oauth2/token", google, google)
    toolbox = Toolbox(open_database(url), default(), mail=MailAccess(Vault((KEY,)), app))
    rounds = SheetRounds(toolbox, lambda: now)
    looks = 0
    said("ready")
    while not select.select([sys.stdin], [], [], 0)[0]:
        looks += asyncio.run(rounds.once(now))
    said(str(looks))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], datetime.fromisoformat(sys.argv[3]))
