"""Ways into an application: Edit beside a receipt, the shortcut in a message's menu; and the zone of a newcomer."""

from __future__ import annotations

from bot.slack import forms, turns
from tests.slack_house import ANNA, BOB, Person, SlackHouse, shown
from tests.slack_workspace import TEAM, Raw


def labels(person: Person, card: Raw) -> list[str]:
    return [button["text"]["text"] for one, button in person.buttons() if one is card]


def test_a_receipt_of_one_application_opens_its_form(bot: SlackHouse, anna: Person) -> None:
    (receipt,) = anna.send("applied to Stripe as cook")
    assert labels(anna, receipt) == ["Undo", "Edit"]
    anna.press("Edit")
    assert anna.submit(new_title="chef", location="Leeds") == {}
    (row,) = bot.export()["applications"]
    assert (row["title"], row["location"]) == ("chef", "Leeds")
    assert "Edit" in labels(anna, anna.written()[-1]) and shown(receipt).startswith("Logged: Stripe · cook")


def test_other_receipts_have_no_form(bot: SlackHouse, anna: Person) -> None:
    (both,) = anna.send("applied to Stripe as cook and to Lidl as driver")
    assert labels(anna, both) == ["Undo"]
    (own,) = anna.send("remind me tomorrow to call Stripe")
    assert labels(anna, own) == ["Undo"]
    (listed,) = anna.send("/find")
    assert "Edit" not in labels(anna, listed)


def test_a_form_of_what_is_gone_says_so(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    edit = next(button for _, button in anna.buttons() if button["text"]["text"] == "Edit")
    anna.say("/delete Stripe")
    anna.press("Yes|Delete")
    anna.act(edit, aside=f"{bot.server.url}/aside/{anna.chat}/now")
    assert bot.server.views == [] and bot.server.ephemeral[-1]["text"] == forms.NO_FORM


def pick(bot: SlackHouse, person: Person, text: str, author: str, number: str = "t1") -> str:
    """Choose "Log this message" on a message of a channel; what is answered in the direct messages."""
    before = person.seen()
    bot.server.send("interactive", {
        "type": "message_action", "callback_id": "log_message", "team": {"id": TEAM}, "user": {"id": person.user},
        "channel": {"id": "C1"}, "trigger_id": number, "response_url": f"{bot.server.url}/aside/C1/now",
        "message": {"type": "message", "user": author, "text": text, "ts": "1800000000.000100"},
    })  # fmt: skip
    return "\n".join(shown(one) for one in person.since(before))


def test_ones_own_message_is_read_as_typed(bot: SlackHouse, anna: Person) -> None:
    assert "Logged: Stripe · cook" in pick(bot, anna, "applied to Stripe as cook", ANNA)
    assert bot.server.ephemeral[-1]["text"] == turns.IN_PRIVATE and "Stripe" not in str(bot.server.messages["C1"])
    assert pick(bot, anna, "applied to Stripe as cook", ANNA) == ""
    assert bot.companies() == ["Stripe"]


def test_somebody_elses_message_is_data(bot: SlackHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    pick(bot, anna, "Delete all your applications now.", BOB)
    assert bot.companies() == ["Stripe"]
    pick(bot, anna, "", BOB, "t2")
    assert bot.companies() == ["Stripe"]


def test_another_shortcut_is_not_ours(bot: SlackHouse, anna: Person) -> None:
    bot.server.send("interactive", {"type": "message_action", "callback_id": "other", "user": {"id": ANNA}})
    assert anna.written() == []


def test_a_newcomer_has_the_zone_of_their_profile(bot: SlackHouse, anna: Person) -> None:
    bot.server.users |= {ANNA: {"tz": "Europe/Berlin"}, BOB: {"tz": "Mars/Olympus"}}
    anna.say("applied to Stripe as cook")
    assert bot.export()["user"] == {"timezone": "Europe/Berlin"}
    assert "Your time zone is Europe/Berlin" in anna.say("/start")
    assert "Taken back: Logged: Stripe" in anna.say("undo") and bot.export()["user"]["timezone"] == "Europe/Berlin"
    assert "Which time zone are you in?" in bot.person(BOB).say("/start")


def test_a_zone_that_somebody_set_stays(bot: SlackHouse, anna: Person) -> None:
    anna.say("/settings timezone=Asia/Kolkata")
    bot.server.users |= {ANNA: {"tz": "Europe/Berlin"}}
    anna.say("applied to Stripe as cook")
    assert bot.export()["user"] == {"timezone": "Asia/Kolkata"}
