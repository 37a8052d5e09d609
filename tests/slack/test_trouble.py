"""What goes wrong between us and Slack: limits, refused blocks, people who are gone, dead connections, bad tokens."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from agent.assistant import Message, Said
from agent.thinking import Sink
from bot import files
from bot.channel import ChannelProblem, Delivered, Failed, Gone
from bot.metrics import Metrics
from bot.slack.channel import NO_WAY_IN, Slack
from storage import users
from tests.slack_house import ANNA, Person, SlackHouse, shown, words
from tests.slack_wire import SlackError
from tests.slack_workspace import TEAM
from tools.result import Refusal
from tools.turn import Answer

HELLO = Said((Answer(text="Interview tomorrow"),))
ACCOUNT = f"{TEAM}:{ANNA}"


def test_a_pause_is_kept(bot: SlackHouse, anna: Person) -> None:
    bot.server.failing["chat.postMessage"] = [SlackError("ratelimited", 1), SlackError("internal_error")]
    assert "Logged: Stripe" in anna.say("applied to Stripe as cook")
    assert bot.companies() == ["Stripe"]


def test_refused_blocks_come_as_words(bot: SlackHouse, anna: Person) -> None:
    bot.server.failing["chat.postMessage"] = [SlackError("invalid_blocks")]
    (answer,) = anna.send("applied to Stripe as cook")
    assert "blocks" not in answer or answer["blocks"] == []
    assert answer["text"].startswith("Logged: Stripe") and answer["text"].endswith("(Undo)")
    assert "Taken back" in anna.say("undo")


def test_a_card_that_cannot_be_changed_gets_a_new_message(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    bot.server.failing["chat.update"] = [SlackError("edit_window_closed")]
    anna.press("Undo")
    assert [shown(one)[:10] for one in anna.written()] == ["Logged: St", "Taken back"]


def test_pushes(bot: SlackHouse, anna: Person) -> None:
    assert isinstance(bot.push(ACCOUNT, HELLO), Delivered)
    assert words(anna.written()) == "Interview tomorrow"
    bot.server.failing["chat.postMessage"] = [SlackError("user_not_found")]
    assert isinstance(bot.push(ACCOUNT, HELLO), Gone)
    bot.server.failing["chat.postMessage"] = [SlackError("ratelimited", 90)]
    outcome = bot.push(ACCOUNT, HELLO)
    assert isinstance(outcome, Failed) and outcome.retry_after is not None and outcome.retry_after > 90


def test_somebody_who_cannot_be_reached_is_noted(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    bot.server.failing["chat.postMessage"] = [SlackError("user_disabled")]
    anna.send("list")
    with bot.app.database.read() as db:
        found = users.find_user(db, "slack", ACCOUNT)
        assert found is not None and users.list_accounts(db, found.id)[0].dead_reason


def test_what_cannot_be_read_is_no_event(bot: SlackHouse, anna: Person) -> None:
    for body in ({"type": "event_callback", "event": {"type": "message"}}, {"type": "what"}, {"command": "/jobs"}):
        bot.server.send("events_api", body)
    bot.server.send("interactive", {"type": "block_actions", "actions": [], "user": {"id": ANNA}, "team": {"id": TEAM}})
    assert "Logged" in anna.say("applied to Stripe as cook")


def test_what_a_silent_connection_did_not_bring_is_fetched_and_it_is_made_anew(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook", thread_ts="1.1")
    head = anna.message("applied to Lidl as driver")
    anna.message("applied to Aldi as cook", thread_ts=head["ts"])
    bot.now += timedelta(minutes=1)
    socket = bot.channel.socket
    assert socket is not None

    async def watch() -> None:
        await asyncio.wait_for(bot.channel.watchdog.watch(socket.renew, 0.05), 1)

    with pytest.raises(TimeoutError):
        asyncio.run_coroutine_threadsafe(watch(), bot.loop).result(30)
    bot.settle()
    assert sorted(bot.companies()) == ["Aldi", "Lidl", "Stripe"]
    bot.until(lambda: bot.server.connections == 2)
    assert "Logged" in anna.say("applied to Wickes as cook")


def test_what_was_there_before_somebody_was_known_stays_unread(bot: SlackHouse, anna: Person) -> None:
    anna.message("applied to Lidl as driver")
    anna.say("applied to Stripe as cook")
    bot.now += timedelta(minutes=1)
    assert asyncio.run_coroutine_threadsafe(bot.channel.watchdog.missed(), bot.loop).result(30) == 0
    assert bot.companies() == ["Stripe"]


def test_what_was_said_before_accounts_were_linked_is_not_said_again(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    code = anna.say("/link").splitlines()[0].rpartition(" ")[2]
    bob = bot.person("UBOB")
    for said in ("applied to Lidl as cook", "undo", code):
        bob.say(said)
    bot.now += timedelta(minutes=1)
    assert asyncio.run_coroutine_threadsafe(bot.channel.watchdog.missed(), bot.loop).result(30) == 0
    bot.settle()
    assert bot.companies() == ["Stripe"] == bot.companies("UBOB")


def test_an_event_is_acknowledged_before_its_turn(serving: Callable[..., SlackHouse]) -> None:
    goes_on = threading.Event()

    async def answer(message: Message, sink: Sink | None = None) -> Said:
        await asyncio.to_thread(goes_on.wait, 20)
        return HELLO

    bot = serving(answer=answer)
    anna = bot.person()
    anna.event(**anna.message("how is it going?"))
    assert len(bot.server.acknowledged) == 1 and anna.written() == []
    goes_on.set()
    bot.settle()
    assert words(anna.written()) == "Interview tomorrow"


def test_a_cut_connection_is_made_anew(bot: SlackHouse, anna: Person) -> None:
    bot.server.drop()
    bot.until(lambda: bot.server.connections == 2 and bot.channel.ready)
    assert "Logged" in anna.say("applied to Aldi as cook")


def test_somebody_is_named_on_the_command_line_with_or_without_the_workspace(
    bot: SlackHouse, anna: Person, tmp_path: Path
) -> None:
    anna.say("applied to Stripe as cook")
    path = tmp_path / "mine.json"
    for named in (f"slack:{ANNA}", f"slack:{ACCOUNT}"):
        files.take_out(bot.settings, named, {"format": "json"}, path)
        assert '"Stripe"' in path.read_text("utf-8")
    with pytest.raises(Refusal):
        files.take_out(bot.settings, "slack:UNOBODY", {}, path)


@pytest.mark.parametrize(("token", "problem"), [("bot_token", "SLACK_BOT_TOKEN"), ("app_token", "SLACK_APP_TOKEN")])
def test_tokens_that_slack_does_not_take(bot: SlackHouse, token: str, problem: str) -> None:
    assert bot.settings.slack is not None
    wrong: Any = replace(bot.settings.slack, **{token: "xoxb-wrong"})
    with pytest.raises(ChannelProblem, match=problem):
        asyncio.run(started(bot, wrong))


def test_there_has_to_be_a_way_in(bot: SlackHouse) -> None:
    assert bot.settings.slack is not None
    with pytest.raises(ChannelProblem) as raised:
        asyncio.run(started(bot, replace(bot.settings.slack, app_token="")))
    assert str(raised.value) == NO_WAY_IN


async def started(bot: SlackHouse, settings: Any) -> None:
    answer = bot.app.assistant.answer
    await Slack(settings, bot.settings.http, bot.app, answer, Metrics(), lambda: bot.now).start()


@pytest.mark.parametrize("thread", ["", "7.7"])
def test_words_that_are_being_written(serving: Callable[..., SlackHouse], thread: str) -> None:
    async def answer(message: Message, sink: Sink | None = None) -> Said:
        assert sink is not None
        for word in ("It ", "goes <!here> ", "well"):
            sink(word)
            await asyncio.sleep(1.3)
        return Said((Answer(text="It goes <!here> well."),))

    bot = serving(answer=answer)
    anna = bot.person()
    (only,) = anna.send("how is it going?", **({"thread_ts": thread} if thread else {}))
    assert shown(only) == "It goes <!here> well."
    assert bool(bot.server.called("assistant.threads.setStatus")) == bool(thread)
    assert bool(bot.server.called("chat.stopStream")) == bool(thread)


def test_a_server_without_streams(serving: Callable[..., SlackHouse]) -> None:
    async def answer(message: Message, sink: Sink | None = None) -> Said:
        assert sink is not None
        sink("It goes ")
        await asyncio.sleep(0.2)
        return Said((Answer(text="It goes well."),))

    bot = serving(answer=answer)
    bot.server.failing["chat.startStream"] = [SlackError("unknown_method")]
    (only,) = bot.person().send("how is it going?", thread_ts="7.7")
    assert shown(only) == "It goes well." and only["thread_ts"] == "7.7"
