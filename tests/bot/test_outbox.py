"""The way out for reminders: other accounts, retries, dead channels, what hangs, and who holds the scheduler's role."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from agent.bridge import Bridge
from bot import role
from bot.channel import Delivered, Failed, Gone
from bot.outbox import Note, Outbox, Tally
from bot.pushes import Pushes
from storage import reminders, users
from storage.database import Database, open_database
from storage.records import Reminder
from storage.status import Status
from storage.users import Account
from tests.storage.search import Search, at, new_search
from tools.catalog import default
from tools.toolbox import Toolbox

LOGGED, DUE = at("2026-11-03 10:00"), at("2026-11-10 09:00")
Answer = Callable[[Account], Delivered | Failed | Gone]


class Platform:
    """A channel that answers as a test says, and remembers what it was told."""

    def __init__(self, name: str, answer: Answer) -> None:
        self.name = name
        self.answer = answer
        self.told: list[str] = []

    async def push(self, account: Account, note: Note) -> Delivered | Failed | Gone:
        self.told.append(note.answer.text.split("\n")[0])
        return self.answer(account)


def takes(_: Account) -> Delivered:
    return Delivered("message 7")


def blocked(_: Account) -> Gone:
    return Gone("the person blocked the bot")


@pytest.fixture
def search(database: Database) -> Search:
    """A person whose first follow-up is due on Tuesday, 10 November, reached last through stdio."""
    found = new_search(database)
    found.add(Status.APPLIED, LOGGED)
    with database.write() as db:
        users.link_account(db, found.user.id, "slack", "U1", LOGGED)
        users.use_account(db, found.user.id, "stdio", "u1", LOGGED + timedelta(days=1), None)
    found.tick(at("2026-11-09 09:00"))
    return found


@pytest.fixture
def bridge(database: Database) -> Iterator[Bridge]:
    made = Bridge(workers=1 if database.dialect == "sqlite" else 4)
    yield made
    made.close()


def beat(search: Search, bridge: Bridge, now: datetime, *channels: Platform, patience: float = 20.0) -> Tally:
    """One beat of an outbox with these channels."""
    toolbox = Toolbox(search.database, default())
    outbox = Outbox(toolbox, bridge, {one.name: one for one in channels}, patience=patience)
    return asyncio.run(outbox.beat(now))


def follow_up(search: Search) -> Reminder:
    """The first follow-up as it stands."""
    with search.database.read() as db:
        found = reminders.find(db, search.user.id, DUE, statuses=None, kinds=("follow_up",))
    return found[0]


def test_it_goes_to_the_account_used_last_and_keeps_what_the_platform_said(search: Search, bridge: Bridge) -> None:
    stdio, slack = Platform("stdio", takes), Platform("slack", takes)
    assert beat(search, bridge, DUE, slack, stdio).delivered == 1
    assert (stdio.told, slack.told) == (["Follow up: Acme"], [])
    sent = follow_up(search)
    assert (sent.status, sent.channel, sent.answer) == ("sent", "stdio", "message 7")
    assert (sent.sent_at, sent.attempts) == (DUE, 1)
    assert beat(search, bridge, DUE, slack, stdio) == Tally()


def test_it_goes_to_the_channel_that_was_chosen(search: Search, bridge: Bridge) -> None:
    stdio, slack = Platform("stdio", takes), Platform("slack", takes)
    with search.message(DUE) as journal:
        users.change_settings(journal, search.user, reminders_to="slack")
    assert beat(search, bridge, DUE, slack, stdio).delivered == 1
    assert (stdio.told, slack.told) == ([], ["Follow up: Acme"])


def test_a_dead_account_is_marked_and_the_other_one_tried(search: Search, bridge: Bridge) -> None:
    stdio, slack = Platform("stdio", blocked), Platform("slack", takes)
    assert beat(search, bridge, DUE, stdio, slack).delivered == 1
    assert follow_up(search).channel == "slack"
    with search.database.read() as db:
        dead = [one.dead_reason for one in users.list_accounts(db, search.user.id)]
    assert dead == ["the person blocked the bot", None]


def test_whom_nobody_reaches_is_told_when_seen_again(search: Search, bridge: Bridge) -> None:
    stdio = Platform("stdio", blocked)
    assert beat(search, bridge, DUE, stdio).unreachable == 1
    stdio.answer = takes
    later = DUE + timedelta(hours=3)
    assert beat(search, bridge, later, stdio) == Tally()
    with search.database.write() as db:
        users.use_account(db, search.user.id, "stdio", "u1", later, None)
    assert beat(search, bridge, later, stdio).delivered == 1


def test_what_fails_is_tried_again_after_growing_pauses(search: Search, bridge: Bridge) -> None:
    stdio = Platform("stdio", lambda _: Failed("503"))
    now, pauses = DUE, []
    for _ in range(4):
        assert beat(search, bridge, now, stdio).put_off == 1
        held = follow_up(search).held_until
        assert held is not None
        pauses.append((held - now).total_seconds())
        assert beat(search, bridge, held - timedelta(seconds=1), stdio) == Tally()
        now = held
    assert pauses == [30, 60, 120, 240]
    assert (follow_up(search).attempts, follow_up(search).reason) == (4, "503")
    stdio.answer = takes
    assert beat(search, bridge, now, stdio).delivered == 1


def test_the_pause_that_a_platform_names(search: Search, bridge: Bridge) -> None:
    beat(search, bridge, DUE, Platform("stdio", lambda _: Failed("429", 7 * 60)))
    assert follow_up(search).held_until == DUE + timedelta(minutes=7)


def test_what_is_never_taken_is_given_up_with_its_reason(search: Search, bridge: Bridge) -> None:
    stdio, now = Platform("stdio", lambda _: Failed("503")), DUE
    while follow_up(search).status == "pending" and len(stdio.told) < 100:
        now = max(now, follow_up(search).held_until or now)
        beat(search, bridge, now, stdio)
    given_up = follow_up(search)
    assert (given_up.status, given_up.reason) == ("expired", "it could not be delivered: 503")


def test_a_platform_that_hangs_and_one_that_breaks(search: Search, bridge: Bridge) -> None:
    class Hanging(Platform):
        async def push(self, account: Account, note: Note) -> Delivered:
            await asyncio.sleep(60)
            raise AssertionError

    def breaks(_: Account) -> Delivered:
        raise RuntimeError("secret words")

    assert beat(search, bridge, DUE, Hanging("stdio", takes), patience=0.05) == Tally(put_off=1, unsure=1)
    now = follow_up(search).held_until or DUE
    assert beat(search, bridge, now, Platform("stdio", breaks)).put_off == 1
    assert follow_up(search).reason == "RuntimeError"


def test_only_what_ones_channels_reach_is_claimed(search: Search, bridge: Bridge) -> None:
    assert beat(search, bridge, DUE, Platform("telegram", takes)) == Tally()
    assert follow_up(search).status == "pending"


def test_a_push_in_a_stream_is_delivered_when_it_was_shown(search: Search, bridge: Bridge) -> None:
    pushes = Pushes("stdio")

    async def both() -> tuple[str, Tally]:
        outbox = Outbox(Toolbox(search.database, default()), bridge, {"stdio": pushes})
        telling = asyncio.create_task(outbox.beat(DUE))
        handed = await pushes.take()
        await asyncio.sleep(0.05)
        assert not telling.done()
        handed.shown()
        return handed.note.answer.text, await telling

    text, tally = asyncio.run(both())
    assert text.startswith("Follow up: Acme") and tally.delivered == 1


def test_one_holds_the_role_on_sqlite(sqlite_database: Database) -> None:
    first = role.take(sqlite_database)
    other = open_database(sqlite_database.url.render_as_string())
    assert first is not None and role.take(other) is None
    assert "Another jobbot (process" in role.taken(other)
    first.give_back()
    second = role.take(other)
    assert second is not None
    second.give_back()
    other.close()


def test_all_share_it_on_postgresql(postgres_empty: Database) -> None:
    assert role.take(postgres_empty) is not None and role.take(postgres_empty) is not None
    assert role.lock_file(postgres_empty) is None
