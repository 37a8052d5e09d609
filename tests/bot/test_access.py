"""Who is let in, and what the codes of `jobbot pair` and /link do."""

from __future__ import annotations

import re
from datetime import timedelta

from bot import access
from bot.access import Access
from storage import pairing, users
from storage.database import Database
from tests.house import NOON, House


def code_for(database: Database, user_id: int | None = None) -> str:
    with database.write() as db:
        return pairing.new_code(db, NOON, user_id)


def test_a_stranger_is_let_in_by_a_code_once(database: Database) -> None:
    door = Access(database, "telegram", open=False)
    code = code_for(database)
    assert not door.enter("1", "hello", NOON).admitted
    assert door.enter("1", "AAAA-2222", NOON).words == access.WRONG
    first = door.enter("1", f" {code[:4].lower()}-{code[4:]} ", NOON)
    assert (first.admitted, first.new, first.words) == (True, True, "")
    assert door.enter("1", "hello", NOON).admitted
    assert door.enter("2", code, NOON).words == access.WRONG


def test_a_code_lives_an_hour_and_guessing_ends(database: Database) -> None:
    door = Access(database, "telegram", open=False)
    code = code_for(database)
    assert door.enter("1", code, NOON + timedelta(minutes=61)).words == access.WRONG
    for number in range(access.MOST_WRONG):
        door.enter("2", f"AAAA222{number + 2}", NOON)
    assert door.enter("2", code, NOON) == access.Entry(False)


def test_allowed_accounts_and_open_doors(sqlite_database: Database) -> None:
    door = Access(sqlite_database, "telegram", frozenset({"7"}), open=False)
    assert door.enter("7", "hello", NOON).admitted and not door.enter("8", "hello", NOON).admitted
    assert Access(sqlite_database, "slack", open=True).enter("U1", "rejected", NOON) == access.Entry(True)


def test_two_accounts_become_one_person(house: House) -> None:
    house.say("applied to Stripe as cook")
    code = house.say("/link").text.partition("chat: ")[2][:9]
    assert re.fullmatch(r"\w{4}-\w{4}", code)
    database = house.app.database
    door = Access(database, "telegram", open=False)
    assert door.enter("5", code, house.now) == access.Entry(True, access.LINKED, new=False)
    with database.read() as db:
        person, same = users.find_user(db, "telegram", "5"), users.find_user(db, "stdio", "u1")
    assert person is not None and person == same
    assert not door.enter("6", code, house.now).admitted


def test_who_is_in_two_services_may_choose_where_reminders_go(house: House) -> None:
    house.say("hello")
    assert "Where" not in house.say("/settings").text
    assert "I do not know you on Slack yet" in house.say("/settings reminders_to=slack").text
    with house.app.database.write() as db:
        person = users.find_user(db, "stdio", "u1")
        assert person is not None
        for channel in ("telegram", "slack"):
            users.link_account(db, person.id, channel, "5", house.now)
    page = house.say("/settings")
    assert "Where: the chat that you used last" in page.text
    assert {"Always on Slack", "Always on Telegram"} <= {label for _, label in page.buttons}
    assert "Reminders go to: the chat that you used last → Slack" in house.press("Always on Slack").text
    with house.app.database.read() as db:
        assert users.list_accounts(db, person.id)[0].channel == "slack"
    assert "Where I wrote last" in [label for _, label in house.say("/settings").buttons]
    house.say("undo")
    assert "Where: the chat that you used last" in house.say("/settings").text


def test_two_lists_are_never_mixed(house: House) -> None:
    house.say("applied to Stripe as cook")
    house.say("applied to Acme as driver", user="u2")
    code = house.say("/link").text.partition("chat: ")[2][:9]
    assert Access(house.app.database, "stdio", open=True).enter("u2", code, house.now).words == access.HAS_DATA
    assert [one["company"] for one in house.applications(user="u2")] == ["Acme"]


def test_a_code_that_is_sent_where_it_was_given(house: House) -> None:
    code = house.say("/link").text.partition("chat: ")[2][:9]
    assert Access(house.app.database, "stdio", open=True).enter("u1", code, house.now).words == access.SAME


def test_an_empty_account_goes_when_it_is_linked(house: House) -> None:
    house.say("applied to Stripe as cook")
    house.say("hello", user="u2")
    code = house.say("/link").text.partition("chat: ")[2][:9]
    assert Access(house.app.database, "stdio", open=True).enter("u2", code, house.now).words == access.LINKED
    assert [one["company"] for one in house.applications(user="u2")] == ["Stripe"]
    with house.app.database.read() as db:
        assert len(users.all_users(db)) == 1


def test_a_code_for_newcomers_is_not_used_up_by_one_who_is_in(database: Database) -> None:
    door = Access(database, "telegram", frozenset({"7"}), open=False)
    code = code_for(database)
    assert door.enter("7", code, NOON) == access.Entry(True)
    assert door.enter("1", code, NOON).new
