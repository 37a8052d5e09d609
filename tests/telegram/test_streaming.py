"""Words that come slowly: one bubble, drafts where the server has them, the sign of typing, and limits in between."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from agent.assistant import Message, Said
from agent.thinking import Sink
from bot import bubble
from bot.telegram import streaming
from tests.telegram_house import ANNA, TelegramHouse
from tests.telegram_server import Fields, Telegram
from tests.telegram_wire import too_many
from tools.turn import Answer, Choice

House = Callable[..., TelegramHouse]
WORDS = ("You sent ", "three applications ", "this week, and ", "one was answered.")


async def slowly(message: Message, sink: Sink | None) -> Said:
    """An answer whose words come one after the other."""
    assert sink is not None
    for piece in WORDS:
        sink(piece)
        await asyncio.sleep(0.1)
    return Said((Answer(text="".join(WORDS), choices=(Choice(id="more", label="More"),)),))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bubble, "EDITS", 0.03)
    monkeypatch.setattr(streaming, "PATIENCE", 0.01)
    monkeypatch.setattr(streaming, "BEAT", 0.1)


def one_answer(telegram: Telegram) -> bool:
    """Whether one message stands there, with all of the words and its button."""
    (message,) = telegram.sent(ANNA)
    ((button,),) = message["reply_markup"]["inline_keyboard"]
    return (message["text"], button["text"]) == ("".join(WORDS), "More")


def test_drafts_grow_and_the_answer_follows(serving: House) -> None:
    bot = serving(answer=slowly)
    bot.person().say("how was my week?")
    telegram = bot.server.telegram
    drafts = [one["text"] for one in telegram.called("sendMessageDraft")]
    assert len(drafts) > 1 and drafts == sorted(drafts, key=len) and one_answer(telegram)
    assert len({one["draft_id"] for one in telegram.called("sendMessageDraft")}) == 1
    assert len(telegram.called("sendChatAction")) > 1


def test_without_drafts_one_message_is_edited(serving: House) -> None:
    bot = serving(answer=slowly)
    bot.server.telegram.has_drafts = False
    for _ in range(2):
        bot.person().say("how was my week?")
    telegram = bot.server.telegram
    assert len(telegram.called("sendMessageDraft")) == 1 and len(telegram.sent(ANNA)) == 2
    assert len(telegram.called("sendMessage")) == 2 and len(telegram.called("editMessageText")) > 2
    assert {one["text"] for one in telegram.sent(ANNA)} == {"".join(WORDS)}


def test_limits_slow_the_bubble_and_never_the_answer(serving: House) -> None:
    bot = serving(answer=slowly)
    telegram = bot.server.telegram
    telegram.faults["sendMessageDraft"] = [too_many(30)]
    telegram.faults["sendChatAction"] = [too_many(30)]
    bot.person().say("how was my week?")
    assert one_answer(telegram) and len(telegram.called("sendMessageDraft")) == 1


def test_a_bubble_on_its_way_is_waited_for_so_that_the_answer_takes_its_place(
    serving: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot = serving(answer=slowly)
    telegram = bot.server.telegram
    telegram.has_drafts = False
    send = telegram.do_sendMessage

    def late(fields: Fields) -> Any:
        time.sleep(1)
        return send(fields)

    monkeypatch.setattr(telegram, "do_sendMessage", late)
    bot.person().say("how was my week?")
    assert one_answer(telegram) and len(telegram.called("sendMessage")) == 1


def test_an_answer_at_once_shows_no_typing(bot: TelegramHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "PATIENCE", 20.0)
    bot.person().say("applied to Stripe as cook")
    assert bot.server.telegram.called("sendChatAction") == []
