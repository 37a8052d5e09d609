"""A system for applicants as a person meets it: connected, looked into, asked about, taken over, taken back."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from agent.assistant import Message
from storage.columns import metadata
from tests.ats.greenhouse_at import SECRET, Greenhouse
from tests.ats.houses import AtsHouse
from tests.ats.replay import Answer, Replay

MORNING = timedelta(hours=21)  # of the next day: what was found at night waits until then


def system(greenhouse: Replay) -> Greenhouse:
    """What the Greenhouse holds."""
    assert isinstance(greenhouse.answers, Greenhouse)
    return greenhouse.answers


def test_step_by_step_to_the_first_look(atshouse: AtsHouse) -> None:
    atshouse.say("/log Acme, Line Cook, applied, 2 November")
    assert "Whose Greenhouse" in atshouse.say("connect greenhouse").text
    assert "e-mail address" in atshouse.say("Acme").text
    assert "client ID" in atshouse.say("ana@example.com").text
    heard = atshouse.say(SECRET)
    assert "It works" in heard.text and "1 application of ana@example.com" in heard.text
    assert "Acme · Line Cook: applied → interview" in heard.text
    assert atshouse.applications()[0]["status"] == "applied", "the first look changes nothing"
    atshouse.press("Apply")
    (acme,) = atshouse.applications()
    assert acme["status"] == "interview" and acme["history"][-1]["source"] == "ats"
    why = atshouse.say("/why Acme").text
    assert "Greenhouse of Acme" in why and "stage: Onsite" in why and "mail" not in why
    atshouse.say("/undo")
    assert atshouse.applications()[0]["status"] == "applied"


def test_later_looks_change_by_themselves_and_can_be_undone(atshouse: AtsHouse, greenhouse: Replay) -> None:
    atshouse.say("/log Acme, Line Cook, applied, 2 November")
    atshouse.connect()
    atshouse.press("Apply")
    rejected(greenhouse)
    heard = atshouse.tick(atshouse.now + MORNING)
    assert "interview → rejected" in heard.text and "Greenhouse of Acme" in heard.text
    assert atshouse.applications()[0]["status"] == "rejected"
    atshouse.press("Undo")
    assert atshouse.applications()[0]["status"] == "interview"
    atshouse.tick(atshouse.now + 2 * MORNING)
    assert atshouse.applications()[0]["status"] == "interview", "what was taken back is not done again"


def rejected(greenhouse: Replay, at: str = "2026-11-17T18:30:00Z") -> None:
    """The employer says no."""
    system(greenhouse).lists["applications"][0] |= {"status": "rejected", "rejected_at": at, "updated_at": at}


def test_what_was_refused_is_never_applied_again(oneshouse: AtsHouse) -> None:
    oneshouse.say("/log Acme, Line Cook, applied, 2 November")
    oneshouse.connect()
    assert "does not count" in oneshouse.press("Not mine").text
    assert "nothing new" in oneshouse.say("check greenhouse").text
    oneshouse.tick(oneshouse.now + MORNING)
    assert oneshouse.applications()[0]["status"] == "applied"
    assert "waits for you" in oneshouse.say("/mail").text


def test_a_conflict_with_the_persons_own_word_is_asked(oneshouse: AtsHouse, greenhouse: Replay) -> None:
    oneshouse.say("/log Acme, Line Cook, applied, 2 November")
    oneshouse.connect()
    oneshouse.press("Apply")
    oneshouse.say("Acme made me an offer")
    rejected(greenhouse, "2026-11-16T18:30:00Z")
    heard = oneshouse.tick(oneshouse.now + MORNING)
    assert "older than the last change" in heard.text and "Apply" in heard.labels
    assert oneshouse.applications()[0]["status"] == "offer", "nothing changes before the person has said so"
    oneshouse.press("Apply")
    assert oneshouse.applications()[0]["status"] == "rejected"


def test_a_hire_is_the_persons_to_say_and_a_strange_stage_says_nothing(oneshouse: AtsHouse, greenhouse: Replay) -> None:
    oneshouse.say("/log Acme, Line Cook, applied, 2 November")
    system(greenhouse).lists["applications"][0]["stage_name"] = "Purple Lane"
    assert "Before anything" in oneshouse.connect().text
    assert oneshouse.say("/mail").text.startswith("Nothing")
    system(greenhouse).lists["applications"][0] |= {"status": "hired", "updated_at": "2026-11-17T22:30:00Z"}
    heard = oneshouse.tick(oneshouse.now + MORNING)
    assert "yours to say" in heard.text and oneshouse.applications()[0]["status"] == "applied"


def test_a_key_that_is_not_taken_any_more_is_told_once(oneshouse: AtsHouse, greenhouse: Replay) -> None:
    oneshouse.connect()
    greenhouse.faults += [("/token", Answer({"error": "invalid_client"}, 401))] * 9
    heard = oneshouse.tick(oneshouse.now + MORNING)
    assert "can't read Greenhouse of Acme any more" in heard.text and "client ID" in heard.text
    asked = len(greenhouse.asked)
    assert oneshouse.tick(oneshouse.now + 2 * MORNING).text == "" and len(greenhouse.asked) == asked
    greenhouse.faults.clear()
    oneshouse.press("Reconnect")
    assert "connected again" in oneshouse.say(SECRET).text


def test_a_fault_of_theirs_changes_nothing_and_is_told_to_who_asked(oneshouse: AtsHouse, greenhouse: Replay) -> None:
    oneshouse.say("/log Acme, Line Cook, applied, 2 November")
    oneshouse.connect()
    oneshouse.press("Apply")
    rejected(greenhouse)
    greenhouse.faults += [("/v3/applications", Answer(text='[{"id": 11, "status": "rej'))] * 9
    heard = oneshouse.say("check greenhouse")
    assert "cut off" in heard.text and oneshouse.applications()[0]["status"] == "interview"
    greenhouse.faults.clear()
    assert "interview → rejected" in oneshouse.press("Try again").text


def test_what_is_no_key_is_said_and_nothing_is_kept(oneshouse: AtsHouse, greenhouse: Replay) -> None:
    assert "blank between" in oneshouse.connect("greenhouse", "Acme", "ana@example.com", "only-one-word").text
    refused = oneshouse.connect("greenhouse", "Acme", "ana@example.com", "client-8\nsecret-of-client-8")
    assert "does not take that client ID" in refused.text and "Nothing is connected" in refused.text
    assert "No mailbox is connected" in oneshouse.say("/mailboxes").text
    left = oneshouse.connect("greenhouse", "Acme", "ana@example.com", "no thanks")
    assert "nothing" in left.text
    with oneshouse.app.database.read() as db:
        kept = " ".join(str(row) for table in metadata.sorted_tables for row in db.execute(select(table)))
    assert "client-8" not in kept and "only-one-word" not in kept


def test_where_others_read_along_no_key_is_taken(oneshouse: AtsHouse, greenhouse: Replay) -> None:
    oneshouse.connect("greenhouse", "Acme", "ana@example.com")
    said = Message("stdio", oneshouse.user, oneshouse.now, text=SECRET, private=False)
    answer = oneshouse.runner.run(oneshouse.assistant.answer(said)).answers[0].text
    assert "Others can read along" in answer and "client-7" not in answer
    assert greenhouse.asked == [], "nobody may use what others have read"
    kept = b"".join(path.read_bytes() for path in oneshouse.settings.data_dir.glob("jobbot.db*"))
    assert SECRET.split()[1].encode() not in kept


def test_let_go_of_and_the_key_is_gone(oneshouse: AtsHouse) -> None:
    oneshouse.connect()
    assert "Disconnect Greenhouse of Acme?" in oneshouse.say("disconnect greenhouse").text
    assert "key is deleted" in oneshouse.press("Yes, disconnect").text
    assert "No mailbox is connected" in oneshouse.say("when did you last look?").text


def test_two_people_never_see_each_others(oneshouse: AtsHouse) -> None:
    oneshouse.connect()
    oneshouse.user = "u2"
    oneshouse.connect("greenhouse", "Acme", "ben@example.com", SECRET)
    assert "ben@example.com" in oneshouse.say("/mailboxes").text
    assert "ana@example.com" not in oneshouse.say("/mailboxes").text
    assert "accepted" in oneshouse.say("/mail").text.replace("a hire", "accepted")
    oneshouse.user = "u1"
    assert "ben@example.com" not in oneshouse.say("/mailboxes").text
