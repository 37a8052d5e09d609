"""The project's own conversations, told on Telegram and on stdio, come to the same rows; ticks belong to neither."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from bot.cases import OWN, Case, Press, Tick, load
from storage.database import Database
from tests.house import House
from tests.talk import MINUTE
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
        else:
            assert isinstance(turn, str)
            heard = house.say(turn)
        buttons = heard.buttons or buttons
    return essence(house.export())


def on_telegram(house: TelegramHouse, case: Case, account: int) -> Any:
    person, house.now = Person(house, account), case.now - 2 * MINUTE
    person.document("setup.json", setup(case))
    for turn in case.turns:
        if isinstance(turn, Press):
            person.press(turn.press)
        else:
            assert isinstance(turn, str)
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
    cases = [case for case in load(OWN) if not any(isinstance(turn, Tick) for turn in case.turns)]
    assert len(cases) > 40
    assert differing(cases, sqlite_database.url.render_as_string(), tmp_path, server) == []
