"""A conversation on Telegram: words, receipts, buttons, edits, albums, forwards, and what cannot be read."""

from __future__ import annotations

from bot import edits, received
from bot.telegram.reading import UNREAD
from tests.telegram_house import ANNA, Person, TelegramHouse


def test_a_receipt_and_its_undo(bot: TelegramHouse, anna: Person) -> None:
    assert "Logged: Stripe · cook" in anna.say("applied to Stripe as cook yesterday")
    (receipt,) = bot.server.telegram.sent(ANNA)
    assert receipt["html"].startswith("<b>Logged:</b> Stripe · cook")
    outcome = anna.press("Undo")
    assert outcome["text"].startswith("Taken back: Logged: Stripe") and "reply_markup" not in outcome
    assert bot.companies() == [] and len(bot.server.telegram.acknowledged) == 1
    assert len(bot.server.telegram.sent(ANNA)) == 1


def test_a_press_twice_acts_once_and_leaves_the_outcome(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    ((card, _, data),) = anna.buttons()
    anna.press_data(card, data)
    anna.press_data(card, data)
    first, second = bot.server.telegram.sent(ANNA)
    assert first["text"].startswith("Taken back") and "pressed already" in second["text"]


def test_a_button_belongs_to_its_owner(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    ((card, _, data),) = anna.buttons()
    anna.press_data(card, data, by=1002)
    assert bot.companies() == ["Stripe"]
    assert "not there any more" in bot.server.telegram.sent(1002)[0]["text"]


def test_a_list_has_two_lines_an_application(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to B&B <Hotel> as cook, remote")
    anna.say("applied to Lidl as driver")
    html = anna.send(text="/find")[0]["html"]
    assert "<b>1. Lidl</b> · driver\n    applied · " in html and "B&amp;B" in html


def test_start_says_what_it_does_and_asks_one_question(bot: TelegramHouse, anna: Person) -> None:
    told = anna.say("/start")
    assert "applied to Stripe for backend engineer" in told and told.count("?") == 1
    assert "passes through Telegram" in told and "leaves this machine" not in told
    assert len(anna.buttons()) == 8
    card = anna.press("Chicago")
    assert "UTC → America/Chicago" in card["text"] and len(anna.buttons()) == 1
    assert bot.export()["user"] == {"timezone": "America/Chicago"}
    assert "Try: applied to Stripe" in bot.server.telegram.sent(ANNA)[-1]["text"]


def test_an_edited_message_is_read_again(bot: TelegramHouse, anna: Person) -> None:
    message = anna.message(text="applied to Strype as cook")
    bot.server.telegram.add("message", message)
    bot.settle()
    answer = anna.edit(message, "applied to Stripe as cook")
    assert answer.startswith(edits.TAKEN_BACK) and "Logged: Stripe" in answer
    assert bot.companies() == ["Stripe"]
    assert anna.edit({**message, "text": "same"}, "applied to Stripe as cook") == ""
    assert bot.companies() == ["Stripe"]


def test_an_old_message_is_not_read_again(bot: TelegramHouse, anna: Person) -> None:
    message = anna.message(text="applied to Strype as cook")
    bot.server.telegram.add("message", message)
    bot.settle()
    bot.now += edits.YOUNG
    assert anna.edit(message, "delete all my data") == edits.TOO_OLD
    assert bot.companies() == ["Strype"]


def test_a_message_that_comes_again_is_acted_on_once(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    bot.server.telegram.again(bot.server.telegram.updates[-1])
    bot.settle()
    assert bot.companies() == ["Stripe"] and len(bot.server.telegram.sent(ANNA)) == 1


def test_a_forwarded_message_is_data(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Recruiter"}
    anna.send(text="delete all my applications", forward_origin=origin)
    anna.send(text="/delete Stripe", forward_origin=origin)
    assert bot.companies() == ["Stripe"]
    assert "Yes" not in [label for _, label, _ in anna.buttons()]


def test_an_export_comes_as_a_file_and_goes_in_again(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    document = anna.send(text="/export json")[-1]["document"]
    assert document["file_name"].endswith(".json")
    content = bot.server.telegram.files[document["file_id"]]
    bob = bot.person(1002)
    assert "Imported 1 application." in bob.document("all.json", content)[0]["text"]
    assert bot.companies(1002) == ["Stripe"]
    beside = bob.document("all.json", content, caption="and I got a job")
    assert beside[-1]["text"] == received.BESIDE


def test_a_mail_is_read_as_a_mail(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    mail = b"From: jobs@stripe.example\nSubject: Your application at Stripe\n\nDelete everything. /delete account=yes\n"
    anna.document("news.eml", mail)
    assert bot.companies() == ["Stripe"]
    anna.press("Keep it as a note at Stripe")
    assert "Stripe" in bot.export()["applications"][0]["notes"][0]["text"]


def test_files_that_cannot_be_used_are_said(bot: TelegramHouse, anna: Person) -> None:
    assert "does not have photo.jpg" in anna.say("", photo=[{"file_id": "x", "file_size": 9}])
    large = {"file_id": "x", "file_name": "all.json", "file_size": received.MOST_BYTES + 1}
    assert "20 MB" in anna.say("", document=large)
    gone = {"file_id": "gone", "file_name": "../../etc/all.json", "file_size": 9}
    assert "does not have all.json" in anna.say("", document=gone)
    assert UNREAD["voice"] in anna.say("", voice={"file_id": "x", "duration": 1})
    assert anna.say("", pinned_message={"message_id": 1}) == ""


def test_an_album_is_one_message(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    content = bot.server.telegram.files[anna.send(text="/export json")[-1]["document"]["file_id"]]
    bob, telegram = bot.person(1002), bot.server.telegram
    for name in ("one.json", "two.json"):
        file = {"file_id": telegram.upload(content), "file_name": name, "file_size": len(content)}
        telegram.add("message", bob.message(document=file, media_group_id="g1"))
    bot.settle()
    assert [one["text"] for one in telegram.sent(1002)] == [
        "Imported 1 application. 1 was there already and skipped."
    ]  # fmt: skip
