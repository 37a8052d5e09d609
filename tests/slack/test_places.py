"""Channels, the slash command, the pane, the board and the forms: the places of Slack besides the chat."""

from __future__ import annotations

from bot.render.slack_home import NOTHING
from bot.slack import forms, pane
from bot.slack.turns import IN_PRIVATE
from tests.slack_house import ANNA, CHANNEL, Person, SlackHouse, shown, words
from tests.slack_wire import buttons_of, text_of


def test_a_mention_is_answered_in_private_and_noted_in_the_thread(bot: SlackHouse, anna: Person) -> None:
    (note,) = anna.mention("applied to Stripe as cook")
    assert note["text"] == IN_PRIVATE and note["thread_ts"]
    assert "Logged: Stripe" in words(anna.written()) and bot.companies() == ["Stripe"]


def test_help_is_nobodys_secret(bot: SlackHouse, anna: Person) -> None:
    for said in ("/help", ""):
        (note,) = anna.mention(said, thread_ts="9.9")
        assert "I keep your job search" in shown(note) and note["thread_ts"] == "9.9"
        assert shown(note).endswith("/jobs help all shows more.")
    assert anna.written() == []


def test_a_code_in_a_channel_links_nobody(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    code = anna.say("/link").splitlines()[0].rpartition(" ")[2]
    bot.person("UBOB").mention(code)
    assert bot.companies("UBOB") == []


def test_a_code_makes_two_accounts_one(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    code = anna.say("/link").splitlines()[0].rpartition(" ")[2]
    assert "one job search now" in bot.person("UBOB").say(code)
    assert bot.companies("UBOB") == ["Stripe"]


def test_words_without_a_call_are_not_for_a_channel(bot: SlackHouse, anna: Person) -> None:
    (note,) = anna.mention("yes")
    assert note["text"] == IN_PRIVATE and "No question is open" in words(anna.written())


def test_a_command_is_answered_for_their_eyes_alone(bot: SlackHouse, anna: Person) -> None:
    anna.command("log Stripe, Cook, on=yesterday")
    anna.command("find")
    anna.command("what's still open?")
    receipt, *lists = bot.server.ephemeral
    assert receipt["response_type"] == "ephemeral" and "Logged: Stripe" in shown(receipt)
    assert all("Stripe" in shown(one) for one in lists) and bot.server.messages[CHANNEL] == []
    anna.act(buttons_of(receipt["blocks"])[0], aside=f"{bot.server.url}/aside/{CHANNEL}/now")
    assert shown(bot.server.ephemeral[-1]).startswith("Taken back") and len(bot.server.ephemeral) == 3


def test_help_behind_the_command_says_how_one_of_them_is_used(bot: SlackHouse, anna: Person) -> None:
    anna.command("help all")
    anna.command("help log")
    everything, one = map(shown, bot.server.ephemeral)
    assert "Commands do the same: /jobs log · " in everything and everything.endswith(
        "/jobs help log explains one of them."
    )
    assert "/jobs log Stripe, Backend Engineer" in one


def test_a_command_in_the_own_chat_stays_there_and_a_late_answer_too(bot: SlackHouse, anna: Person) -> None:
    anna.command("find", channel=anna.chat)
    anna.command("find", where="gone")
    assert len(anna.written()) == 2 and bot.server.ephemeral == []


def test_the_pane_greets_with_four_prompts_and_takes_a_title(bot: SlackHouse, anna: Person) -> None:
    anna.event(
        type="assistant_thread_started",
        assistant_thread={"user_id": ANNA, "channel_id": anna.chat, "thread_ts": "5.5", "context": {}},
    )
    bot.settle()
    (hello,) = anna.written()
    assert "Which time zone are you in?" in shown(hello) and hello["thread_ts"] == "5.5"
    (prompts,) = bot.server.called("assistant.threads.setSuggestedPrompts")
    assert len(prompts["prompts"]) == 4
    anna.send("applied to Stripe as cook", thread_ts="5.5")
    anna.send("no wait, yesterday", thread_ts="5.5")
    (title,) = bot.server.called("assistant.threads.setTitle")
    assert title["title"] == "applied to Stripe as cook"
    thread = {"user_id": ANNA, "channel_id": anna.chat, "thread_ts": "6.6", "context": {}}
    anna.event(type="assistant_thread_started", assistant_thread=thread)
    bot.settle()
    assert shown(anna.written()[-1]) == pane.GREETING


def home(bot: SlackHouse) -> str:
    return "\n".join(text_of(block) for block in bot.server.homes[ANNA]["blocks"])


def test_the_board_follows_each_change(bot: SlackHouse, anna: Person) -> None:
    anna.event(type="app_home_opened", user=ANNA, channel=anna.chat, tab="home")
    bot.settle()
    assert NOTHING in home(bot)
    anna.say("applied to Stripe as cook")
    anna.say("Stripe wants to talk Tuesday at 3")
    anna.say("save the nurse job at Mercy General, closes 24 November")
    shown_now = home(bot)
    assert "interview 1" in shown_now and "saved 1" in shown_now and "Tue 24 Nov, 15:00" in shown_now
    assert "(UTC)" not in shown_now and shown_now.endswith("Times are those of UTC.")
    assert "Deadline: Mercy General · nurse" in shown_now
    anna.press("Undo")
    assert "Mercy General" not in home(bot)


def test_buttons_of_the_board(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    before = anna.seen()
    labels = {button["text"]["text"]: button for button in buttons_of(bot.server.homes[ANNA]["blocks"])}
    for label in ("All applications", "Show: applied", "Open"):
        anna.act(labels[label])
    told = anna.since(before)
    assert len(told) == 3 and all("Stripe" in shown(one) for one in told)


def test_an_application_is_logged_by_a_form(bot: SlackHouse, anna: Person) -> None:
    anna.command("log")
    assert anna.submit(company="Stripe", title="cook", on="yesterday", pay="banana").keys() == {
        "response_action", "errors",
    }  # fmt: skip
    assert anna.submit(company="Stripe", title="cook", on="yesterday", work_mode="remote", note="ask Jane") == {}
    (one,) = bot.export()["applications"]
    assert one["company"] == "Stripe" and one["work_mode"] == "remote" and one["applied_on"] == "2026-11-16"
    assert "Logged: Stripe · cook" in words(anna.written()) and "applied 1" in home(bot)


def edit_form(bot: SlackHouse, anna: Person) -> None:
    buttons = buttons_of(bot.server.homes[ANNA]["blocks"])
    anna.act(next(button for button in buttons if button["text"]["text"] == "Edit"))


def test_an_application_is_edited_by_a_form(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook, remote, 140-160k")
    edit_form(bot, anna)
    assert anna.submit(new_company="").get("errors") == {"new_company": forms.NEEDED}
    assert anna.submit(new_title="chef", work_mode="hybrid", pay="") == {}
    (one,) = bot.export()["applications"]
    assert (one["title"], one["work_mode"], one.get("salary_min")) == ("chef", "hybrid", None)


def test_a_form_does_not_overwrite_what_was_changed_meanwhile(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    edit_form(bot, anna)
    anna.say("the Stripe job is hybrid")
    assert anna.submit(new_title="chef")["errors"] == {"new_title": forms.CHANGED}
    anna.say("delete Stripe")
    anna.press("Yes|Delete")
    assert anna.submit(new_title="chef")["errors"] == {"new_title": forms.GONE}


def test_the_shortcut_opens_the_form(bot: SlackHouse, anna: Person) -> None:
    shortcut = {"type": "shortcut", "callback_id": "log", "user": {"id": ANNA}, "trigger_id": "t1"}
    bot.server.send("interactive", {**shortcut, "team": {"id": "T1"}})
    assert anna.submit(company="Stripe") == {} and bot.companies() == ["Stripe"]


def test_nobody_opens_the_form_of_somebody_elses_row(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    bob = bot.person("UBOB")
    bob.say("hello")
    bob.act({"type": "button", "action_id": "form:edit:1", "value": "-"})
    bob.act({"type": "button", "action_id": "form:what", "value": "-"})
    assert bot.server.views == []
