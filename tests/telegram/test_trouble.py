"""What the server, the network and the people may do to the channel: limits, refusals, losses, strangers, groups."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from agent.assistant import Said
from bot.channel import ChannelProblem, Delivered, Failed, Gone
from bot.settings import Http
from bot.settings import Telegram as Settings
from bot.telegram import turns
from storage import pairing, users
from tests.telegram_house import ANNA, GROUP, Person, TelegramHouse
from tests.telegram_http import Server
from tests.telegram_wire import WireError, too_many
from tools.turn import Answer

House = Callable[..., TelegramHouse]


def said(text: str) -> Said:
    return Said((Answer(text=text),))


def test_a_pause_is_kept_and_nothing_is_lost(bot: TelegramHouse, anna: Person) -> None:
    bot.server.telegram.faults["sendMessage"] = [too_many(1), too_many(0)]
    assert "Logged: Stripe" in anna.say("applied to Stripe as cook")
    assert bot.companies() == ["Stripe"] and len(bot.server.telegram.called("sendMessage")) == 3


def test_html_that_is_refused_is_sent_as_plain_text(bot: TelegramHouse, anna: Person) -> None:
    bot.server.telegram.faults["sendMessage"] = [WireError(400, "Bad Request: can't parse entities: unknown")]
    (message,) = anna.send(text="applied to B&B as cook")
    assert message["text"] == message["html"] and message["text"].startswith("Logged: B&B")


def test_an_answer_that_could_not_be_delivered_is_delivered_later(bot: TelegramHouse, anna: Person) -> None:
    bot.server.telegram.faults["sendMessage"] = [WireError(502, "Bad Gateway")] * 4
    assert "Logged: Stripe" in anna.say("applied to Stripe as cook")
    assert bot.companies() == ["Stripe"]


def test_a_card_that_is_gone_or_unchanged(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    bot.server.telegram.faults["editMessageText"] = [WireError(400, "Bad Request: message can't be edited")]
    anna.press("Undo")
    assert bot.server.telegram.sent(ANNA)[-1]["text"].startswith("Taken back")
    anna.say("applied to Lidl as cook")
    words = "Bad Request: message is not modified: specified new message content is the same"
    bot.server.telegram.faults["editMessageText"] = [WireError(400, words)]
    before = len(bot.server.telegram.sent(ANNA))
    anna.press("Undo")
    assert len(bot.server.telegram.sent(ANNA)) == before and bot.companies() == []


def test_pushes_and_what_became_of_them(bot: TelegramHouse, anna: Person) -> None:
    anna.say("hello")
    assert bot.push(str(ANNA), said("🙂 & <b> " * 900)) == Delivered()
    assert len(bot.server.telegram.sent(ANNA)) == 1 + 2
    bot.server.telegram.faults["sendMessage"] = [too_many(500)]
    late = bot.push(str(ANNA), said("later"))
    assert isinstance(late, Failed) and late.retry_after == pytest.approx(500.1)
    bot.server.telegram.faults["sendMessage"] = [WireError(400, "Bad Request: chat not found")]
    assert isinstance(bot.push("77", said("who?")), Gone)
    bot.server.telegram.blocked.add(ANNA)
    assert isinstance(bot.push(str(ANNA), said("no")), Gone)
    assert bot.push("anna", said("no")) == Failed("ValueError")


def test_a_picture_is_shown_and_any_other_file_handed_over(bot: TelegramHouse, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("chart.png", "all.csv")]
    for path in paths:
        path.write_bytes(b"content")
    assert bot.push(str(ANNA), Said((Answer(text="Here.", files=tuple(map(str, paths))),))) == Delivered()
    _, picture, file = bot.server.telegram.sent(ANNA)
    assert "photo" in picture and file["document"]["file_name"] == "all.csv"


def test_who_blocks_the_bot_is_left_alone_until_they_return(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    chat = {"id": ANNA, "type": "private"}
    change = {"chat": chat, "from": {"id": ANNA, "is_bot": False, "first_name": "A"}, "date": 1}
    bot.server.telegram.add("my_chat_member", {**change, "new_chat_member": {"status": "kicked"}})
    bot.settle()
    assert account(bot).dead_reason
    bot.server.telegram.blocked.add(ANNA)
    anna.say("applied to Lidl as cook")
    assert account(bot).dead_reason and bot.companies() == ["Stripe", "Lidl"]
    bot.server.telegram.blocked.clear()
    anna.say("hello")
    assert account(bot).dead_reason is None and account(bot).chat_id == str(ANNA)


def account(bot: TelegramHouse) -> users.Account:
    with bot.app.database.read() as db:
        person = users.find_user(db, "telegram", str(ANNA))
        assert person is not None
        return users.list_accounts(db, person.id)[0]


def test_a_stranger_is_told_once_and_let_in_by_a_code(serving: House) -> None:
    bot = serving(open_to="")
    anna = bot.person()
    assert str(ANNA) in anna.say("applied to Stripe as cook") and anna.say("hello?") == ""
    assert bot.export()["applications"] == []
    with bot.app.database.write() as db:
        code = pairing.new_code(db, bot.now)
    told = anna.say(f"/start {code}")
    assert "I keep your job search" in told and anna.buttons()
    assert "Logged" in anna.say("applied to Stripe as cook")
    assert bot.person(1002).say("hi").startswith("This bot is private")


def test_in_a_group_only_when_spoken_to_and_never_private_things(bot: TelegramHouse, anna: Person) -> None:
    assert anna.send(GROUP, text="applied to Stripe as cook") == []
    assert bot.export()["applications"] == []
    private = anna.mention("applied to Stripe as cook")
    assert "Logged: Stripe" in private[0]["text"]
    (note,) = bot.server.telegram.sent(GROUP)
    assert note["text"] == turns.IN_PRIVATE
    bot.person(666).mention("hello")
    assert len(bot.server.telegram.sent(GROUP)) == 1 and bot.server.telegram.sent(666) == []


def test_a_group_that_moved_and_a_person_without_a_private_chat(bot: TelegramHouse, anna: Person) -> None:
    bot.server.telegram.moved[GROUP] = -100500
    bot.server.telegram.blocked.add(ANNA)
    anna.mention("applied to Stripe as cook")
    (note,) = bot.server.telegram.sent(-100500)
    assert note["text"] == turns.NO_PRIVATE.format(name="jobs_test_bot") and bot.companies() == ["Stripe"]


def test_a_reply_to_the_bot_in_a_group_is_meant_for_it(bot: TelegramHouse, anna: Person) -> None:
    name = {"type": "bot_command", "offset": 0, "length": len("/find@jobs_test_bot")}
    assert "nothing here yet" in anna.send(GROUP, text="/find@jobs_test_bot", entities=[name])[0]["text"]
    mine = {"message_id": 1, "date": 1, "chat": {"id": GROUP, "type": "group"}, "from": {"id": 4711, "is_bot": True}}
    assert "Logged" in anna.send(GROUP, text="applied to Stripe as cook", reply_to_message=mine)[0]["text"]


def test_the_line_is_lost_and_comes_back(bot: TelegramHouse, anna: Person) -> None:
    bot.server.telegram.faults["getUpdates"] = [WireError(502, "Bad Gateway"), too_many(0)]
    assert "Logged" in anna.say("applied to Stripe as cook")
    words = "Conflict: terminated by other getUpdates request"
    bot.server.telegram.faults["getUpdates"] = [WireError(409, words)]
    assert "Logged" in anna.say("applied to Lidl as cook")
    assert bot.companies() == ["Stripe", "Lidl"]


def test_the_menu_is_small(bot: TelegramHouse) -> None:
    private, groups = bot.server.telegram.called("setMyCommands")
    assert 5 < len(private["commands"]) <= 12 and [one["command"] for one in groups["commands"]] == ["help"]
    assert all(re.fullmatch(r"[a-z_]+", one["command"]) and one["description"] for one in private["commands"])


def test_a_wrong_token_is_said_without_the_token(serving: House, server: Server) -> None:
    bot = serving()
    settings = Settings("1:wrongwrongwrong", server.url)
    wrong = type(bot.channel)(settings, Http(), bot.app, bot.channel.answer, bot.metrics, lambda: bot.now)
    with pytest.raises(ChannelProblem, match="BotFather") as problem:
        asyncio.run(wrong.start())
    assert "wrongwrong" not in str(problem.value)
