"""A posting as a photo or PDF is kept with its application, and handed out again."""

from __future__ import annotations

from tests.telegram_house import ANNA, Person, TelegramHouse


def test_a_file_goes_with_what_its_caption_says(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Lidl as driver")
    sent = anna.document("posting.pdf", b"%PDF-1.7", caption="applied to Stripe as cook")
    assert [one["text"].splitlines()[0] for one in sent] == [
        "Logged: Stripe · cook · applied Tue 17 Nov (today)", "Kept with Stripe · cook: posting.pdf"
    ]  # fmt: skip
    assert "File: posting.pdf" in anna.say("/show Stripe") and "File" not in anna.say("/show Lidl")
    anna.press("Files")
    document = bot.server.telegram.sent(ANNA)[-1]["document"]
    assert document["file_name"] == "posting.pdf" and bot.server.telegram.files[document["file_id"]] == b"%PDF-1.7"


def test_without_words_it_is_asked_where_it_belongs(bot: TelegramHouse, anna: Person) -> None:
    assert "log it first" in anna.document("a.pdf", b"1")[0]["text"]
    for words in ("applied to Lidl as driver", "applied to Stripe as cook"):
        anna.say(words)
    photo = {"file_id": bot.server.telegram.upload(b"jpeg"), "file_size": 4}
    assert "Which application is photo.jpg for?" in anna.say("", photo=[photo])
    assert "Kept with Lidl · driver: photo.jpg" in anna.press("Lidl")["text"]
    anna.press("Undo")
    assert "No file is kept with Lidl" in anna.say("/files Lidl")


def test_deleting_and_undo_bring_the_files_along(bot: TelegramHouse, anna: Person) -> None:
    anna.say("applied to Stripe as cook")
    anna.document("a.pdf", b"1")
    anna.say("/delete Stripe")
    anna.press("Yes")
    assert bot.companies() == []
    anna.say("undo")
    assert "File: a.pdf" in anna.say("/show Stripe")
    anna.say("/delete account=yes")
    anna.press("Yes")
    assert not list((bot.settings.data_dir / "files").glob("**/*.pdf"))


def test_a_table_of_another_tracker_is_shown_before_it_is_brought_in(bot: TelegramHouse, anna: Person) -> None:
    (question,) = anna.document("jobs.csv", b"Company,Position,Status\nStripe,Cook,Applied\nLidl,Driver,Rejected\n")
    assert bot.companies() == [] and "Stripe" in question["text"]
    anna.press("Import")
    assert sorted(bot.companies()) == ["Lidl", "Stripe"]
