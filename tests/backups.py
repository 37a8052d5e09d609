"""What the tests of backup and restore share: a product with data of every kind, and all that its database holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot import backup, restore
from bot.settings import Settings
from storage import snapshot
from tests.house import House


def filled(house: House) -> House:
    """Two people with what a job search holds, files, and an id that was given out and must not come again."""
    house.say("applied to Stripe as a cook yesterday, €20.50 an hour; note: naïve “quotes” 🙂")
    house.say("/interview Stripe, Tuesday at 3pm")
    house.say("/remind call home, Friday at 9am")
    house.say("/log Acme, Nurse", user="other")
    house.say("/export json", user="other")
    house.say("/log Gone, Driver", user="other")
    house.press("Undo", user="other")
    return house


def rows(house: House) -> dict[str, list[Any]]:
    """All that the database holds."""
    with house.app.database.read() as db:
        return {table.name: list(snapshot.dump(db, table)) for table in snapshot.tables(db)}


def kept(house: House) -> Path:
    path = house.settings.data_dir / "kept.zip"
    backup.back_up(house.settings, str(path))
    return path


def put_back(house: House, path: Path | str, settings: Settings | None = None) -> str:
    house.close()
    try:
        return restore.restore(settings or house.settings, str(path), sure=True)
    finally:
        house.start()
