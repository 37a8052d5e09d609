"""Texts that nobody should send, marks of Slack, and requests that are no events."""

from __future__ import annotations

from typing import Any

import pytest

from bot.slack.arrivals import Me, arrival
from bot.slack.reading import plain, read
from tests.bad_input_cases import SHOUTS
from tests.slack_house import Person, SlackHouse, shown
from tests.slack_workspace import BOT, TEAM

ME = Me(TEAM, BOT)
TYPED = (
    ("see <https://x.example/a?b=1&amp;c=2>", "see https://x.example/a?b=1&c=2"),
    ("<http://stripe.com|stripe.com> said no", "stripe.com said no"),
    ("<https://x.example|their page>", "their page https://x.example"),
    ("<mailto:jane@x.example|jane@x.example>", "jane@x.example"),
    ("<tel:555|555-0100>", "555-0100"),
    (f"<@{BOT}>, what's open?", "what's open?"),
    (f"hey <@{BOT}> list", "hey  list"),
    ("<@U2> and <#C1|jobs> <!here> <!subteam^S1|@crew>", "@U2 and #jobs @here @@crew"),
    ("a &lt; b &amp;&amp; b &gt; c", "a < b && b > c"),
    ("1 < 2", "1 < 2"),
    ("", ""),
)


@pytest.mark.parametrize(("marked", "typed"), TYPED)
def test_marks_become_what_was_typed(marked: str, typed: str) -> None:
    assert plain(marked, ME) == typed


def test_texts_of_every_kind_are_answered(bot: SlackHouse, anna: Person) -> None:
    for name, text in SHOUTS.items():
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        answers = anna.send(escaped)
        assert bool(answers) == bool(text.strip()) or name == "empty", name
        assert all("went wrong" not in shown(one) for one in answers), name
    assert bot.companies() == []


BODIES: tuple[Any, ...] = (
    {}, {"type": None}, {"type": "event_callback"}, {"type": "event_callback", "event": None},
    {"type": "event_callback", "event": {"type": "message", "channel": 5, "user": "U1", "ts": "1"}},
    {"type": "event_callback", "event": {"type": "message", "channel": "D1", "ts": "1.1", "text": "no user"}},
    {"type": "event_callback", "event": {"type": "message", "channel": "C1", "user": "U1", "ts": "1.1", "text": "x"}},
    {"type": "event_callback", "event": {"type": "message", "subtype": "message_deleted", "channel": "D1"}},
    {"type": "event_callback", "event": {"type": "assistant_thread_started"}},
    {"type": "block_actions", "actions": [{"action_id": "other", "value": "x"}], "user": {"id": "U1"}},
    {"type": "block_actions", "actions": "x"}, {"command": "/jobs"}, {"type": "view_closed"},
)  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=str)
def test_what_is_no_event_is_not_kept(body: Any) -> None:
    assert arrival(body, ME) is None


def test_what_was_acted_on_says_nothing_any_more() -> None:
    assert read({}, ME) is None
