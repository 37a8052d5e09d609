"""The project's own conversations, told on Slack and on stdio, come to the same rows, reminders that fall due too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.cases import OWN, Case, Press, Tick, load
from storage.database import Database
from tests.house import House
from tests.slack_house import SlackHouse
from tests.slack_server import SlackServer
from tests.slack_workspace import TEAM
from tests.talk import MINUTE
from tests.telegram.test_same_state import essence, number_of, on_stdio, setup


def on_slack(house: SlackHouse, case: Case, user: str) -> Any:
    person, house.now = house.person(user), case.now - 2 * MINUTE
    house.server.files[user] = setup(case)
    address = f"{house.server.url}/file/{user}"
    file = {"id": user, "name": "setup.json", "size": 9, "url_private": address}
    person.send("", subtype="file_share", files=[file])
    for turn in case.turns:
        if isinstance(turn, Press):
            person.press(turn.press)
        elif isinstance(turn, Tick):
            house.now = turn.tick
            house.tick(turn.tick, number_of(house.app.database, "slack", f"{TEAM}:{user}"))
        else:
            person.say(turn.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    return essence(house.export(user))


def test_the_same_rows_on_both(sqlite_database: Database, tmp_path: Path, server: SlackServer) -> None:
    cases = load(OWN)
    assert len(cases) > 40
    url = sqlite_database.url.render_as_string()
    slack, stdio = SlackHouse(url, tmp_path, server), House(url, tmp_path)
    try:
        differing = [
            case.id
            for place, case in enumerate(cases)
            if on_slack(slack, case, f"U{place}") != on_stdio(stdio, case, tmp_path / "setup.json")
        ]
    finally:
        stdio.close()
        slack.close()
    assert differing == []
