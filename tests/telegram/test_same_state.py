"""The project's own conversations, told on Telegram and on stdio, come to the same rows, reminders too."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

from bot import stdio
from bot.cases import OWN, Case, Press, Tick, load
from bot.outbox import Outbox
from storage import users
from storage.database import Database
from tests.house import House
from tests.talk import MINUTE, Heard
from tests.telegram_house import Person, TelegramHouse
from tests.telegram_http import Server
from tools import portable

FIRST = 1001


def differing(cases: list[Case], url: str, folder: Path, server: Server) -> list[str]:
    """The ids of those cases after which the two channels do not hold the same."""
    numbers = {case.id: FIRST + place for place, case in enumerate(cases)}
    telegram = TelegramHouse(url, folder, server, open_to=" ".join(map(str, numbers.values())))
    stdio = House(url, folder)
    try:
        return [
            case.id
            for case in cases
            if on_telegram(telegram, case, numbers[case.id]) != on_stdio(stdio, case, folder / "setup.json")
        ]
    finally:
        stdio.close()
        telegram.close()


def on_stdio(house: House, case: Case, path: Path) -> Any:
    house.user, house.now = case.id, case.now - 2 * MINUTE
    path.write_bytes(setup(case))
    buttons = house.bring(path).buttons
    for turn in case.turns:
        if isinstance(turn, Press):
            heard = house.press_id(next(number for number, label in buttons if re.search(turn.press, label, re.I)))
        elif isinstance(turn, Tick):
            heard = ticked(house, turn.tick)
        else:
            heard = house.say(turn)
        buttons = heard.buttons or buttons
    return essence(house.export())


def ticked(house: House, at: datetime) -> Heard:
    """What falls due for the one person whose case it is."""
    channel, house.now = stdio.Collected(0), at
    outbox = Outbox(house.app.toolbox, house.app.assistant.bridge, {stdio.CHANNEL: channel})
    house.runner.run(outbox.beat(at, number_of(house.app.database, stdio.CHANNEL, house.user)))
    return Heard(channel.outs)


def number_of(database: Database, channel: str, account: str) -> int:
    """The person behind an account."""
    with database.read() as db:
        found = users.find_user(db, channel, account)
    assert found is not None
    return found.id


def on_telegram(house: TelegramHouse, case: Case, account: int) -> Any:
    person, house.now = Person(house, account), case.now - 2 * MINUTE
    person.document("setup.json", setup(case))
    for turn in case.turns:
        if isinstance(turn, Press):
            person.press(turn.press)
        elif isinstance(turn, Tick):
            house.now = turn.tick
            house.tick(turn.tick, number_of(house.app.database, "telegram", str(account)))
        else:
            person.say(turn)
    return essence(house.export(account))


def setup(case: Case) -> bytes:
    form = {**case.setup.model_dump(), "version": portable.VERSION}
    return json.dumps({**form, "user": {**case.setup.user, "timezone": case.tz}}).encode()


def essence(form: dict[str, Any]) -> Any:
    """The export with applications numbered from one: both channels fill the same tables."""
    places = {one["id"]: place for place, one in enumerate(form["applications"], 1)}
    applications = [{**one, "id": places[one["id"]]} for one in form["applications"]]
    reminders = [{**one, "application_id": places.get(one["application_id"])} for one in form["reminders"]]
    return form["user"], applications, reminders


def test_the_same_rows_on_both(sqlite_database: Database, tmp_path: Path, server: Server) -> None:
    cases = load(OWN)
    assert len(cases) > 40
    assert differing(cases, sqlite_database.url.render_as_string(), tmp_path, server) == []
