"""Buttons, the inbox, conversations and the audit log."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from storage import actions, applications, audit, conversations, events
from storage.actions import NewAction
from storage.database import Database
from storage.house import turns
from storage.journal import Journal
from storage.rows import NotThere
from storage.status import Status
from tests.storage.search import Search, at

NOW = at("2026-11-17 12:00")


def test_a_press_uses_up_its_card(search: Search) -> None:
    me = search.user.id
    buttons = [NewAction("Yes", [{"tool": "delete", "args": {"id": 1}}]), NewAction("No", [])]
    with search.database.write() as db:
        yes, no = actions.offer(db, me, buttons, NOW)
        other = actions.offer(db, me, [NewAction("Undo", [])], NOW)[0]
        assert all(len(one.id.encode()) <= 16 for one in (yes, no, other))
        assert yes.card_id == no.card_id != other.card_id
        taken = actions.take(db, me, yes.id, NOW)
        assert taken is not None and (taken.state, taken.calls) == ("open", [{"tool": "delete", "args": {"id": 1}}])
        actions.settle(db, me, yes.id, "deleted")
    with search.database.write() as db:
        again, stale, fresh = (actions.take(db, me, one.id, NOW) for one in (yes, no, other))
        assert again is not None and (again.state, again.outcome, again.used_at) == ("used", "deleted", NOW)
        assert stale is not None and stale.state == "stale"
        assert fresh is not None and fresh.state == "open"
        actions.reopen(db, me, yes.id)
        assert (reopened := actions.take(db, me, no.id, NOW)) is not None and reopened.state == "open"
        assert actions.take(db, me, "nonsense", NOW) is None
        assert actions.offer(db, me, [], NOW) == []


def test_a_press_that_reads_can_be_repeated(search: Search) -> None:
    with search.database.write() as db:
        (more,) = actions.offer(db, search.user.id, [NewAction("More", [], consumes=False)], NOW)
        for _ in range(3):
            taken = actions.take(db, search.user.id, more.id, NOW)
            assert taken is not None and taken.state == "open"


def test_the_question_that_waits(search: Search) -> None:
    me = search.user.id
    with search.database.write() as db:
        talk = conversations.ensure_conversation(db, me, "stdio", "a", NOW)
        other = conversations.ensure_conversation(db, me, "stdio", "b", NOW)
        assert actions.open_question(db, me, talk) == []
        for minute, labels in enumerate((["old"], ["first", "second", "third"])):
            at_that = NOW + timedelta(minutes=minute)
            new = [NewAction(label, []) for label in labels]
            actions.offer(db, me, new, at_that, conversation_id=talk, kind=actions.QUESTION)
        actions.offer(db, me, [NewAction("Undo", [])], NOW + timedelta(minutes=5), conversation_id=talk)
        assert [one.label for one in actions.open_question(db, me, talk)] == ["first", "second", "third"]
        assert actions.open_question(db, me, other) == []
        actions.retire(db, me, talk)
        assert actions.open_question(db, me, talk) == []


def test_events_come_once_and_in_order(database: Database) -> None:
    with database.write() as db:
        assert events.receive(db, "telegram", "1", "anna", {"text": "a"}, NOW)
        assert not events.receive(db, "telegram", "1", "anna", {"text": "a"}, NOW)
        assert events.receive(db, "slack", "1", "anna", {"text": "s"}, NOW)
        assert events.receive(db, "telegram", "2", "anna", {"text": "b"}, NOW)
        assert events.receive(db, "telegram", "3", "bob", {"text": "c"}, NOW)
    with database.write() as db:
        (first,), (second,) = (events.claim(db, "telegram", NOW, worker) for worker in ("w1", "w2"))
        assert (first.payload, second.payload) == ({"text": "a"}, {"text": "c"})
        assert events.claim(db, "telegram", NOW, "w3") == []
        events.finish(db, "telegram", "1", NOW, {"text": "done"})
        assert events.claim(db, "telegram", NOW, "w3", limit=5) == []  # its reply is still to be delivered
        events.settle(db, first, NOW)
        (third,) = events.claim(db, "telegram", NOW, "w3", limit=5)
        assert (third.event_id, third.attempts) == ("2", 1)
        assert events.reply_of(db, "telegram", "1") == {"text": "done"}
        assert events.is_done(db, "telegram", "1") and not events.is_done(db, "telegram", "2")
        assert events.reply_of(db, "telegram", "2") is None
        assert not events.receive(db, "telegram", "1", "anna", {"text": "a"}, NOW)


def test_a_claim_of_a_dead_worker_is_given_out_again(database: Database) -> None:
    with database.write() as db:
        events.receive(db, "telegram", "1", "anna", {"text": "a"}, NOW)
        assert events.claim(db, "telegram", NOW, "dies")
        assert not events.claim(db, "telegram", NOW + timedelta(minutes=9), "w")
        (again,) = events.claim(db, "telegram", NOW + timedelta(minutes=11), "w")
        assert again.attempts == 2
        events.renew(db, "w", [again.id], NOW + timedelta(minutes=15))
        assert not events.claim(db, "telegram", NOW + timedelta(minutes=22), "w2")
        events.release(db, again)
        (back,) = events.claim(db, "telegram", NOW + timedelta(minutes=22), "w2")
        events.finish(db, "telegram", "1", NOW, ["said"])
        # It was acted on, but nobody knows whether the reply arrived.
        assert events.claim(db, "telegram", NOW + timedelta(minutes=33), "w3")[0].payload == {}
        assert events.reply_of(db, "telegram", "1") == ["said"]
        events.settle(db, back, NOW)
        assert not events.has_open(db, "telegram")
        events.prune(db, NOW + timedelta(days=1))
        assert events.receive(db, "telegram", "1", "anna", {"text": "a"}, NOW)


def test_two_workers_never_claim_the_same(postgres_empty: Database) -> None:
    with postgres_empty.write() as db:
        for number in range(2):
            events.receive(db, "telegram", str(number), f"c{number}", {}, NOW)
    with postgres_empty.write() as one, postgres_empty.write() as other:
        (first,), (second,) = events.claim(one, "telegram", NOW, "w1"), events.claim(other, "telegram", NOW, "w2")
        assert first.id != second.id


def test_parts_of_one_message_are_taken_into_its_first_event(database: Database) -> None:
    with database.write() as db:
        for number, album in enumerate(("a", "a", "b", "a")):
            events.receive(db, "telegram", str(number), "anna", {"album": album, "n": number}, NOW)
        (first,) = events.claim(db, "telegram", NOW, "w")
        taken = events.absorb(db, first, lambda payload: payload["album"] == "a")
        assert [part["n"] for part in taken] == [1, 3]
        events.release(db, first)
        (again,) = events.claim(db, "telegram", NOW, "w")
        assert [part["n"] for part in again.payload["parts"]] == [1, 3]
        events.settle(db, again, NOW)
        (left,) = events.claim(db, "telegram", NOW, "w")
        assert left.payload["n"] == 2


def test_the_clock_of_the_database(database: Database) -> None:
    with database.read() as db:
        first, second = events.clock(db), events.clock(db)
    assert NOW.year <= first.year and first.utcoffset() == timedelta(0) and timedelta(0) <= second - first


def test_conversations_keep_the_last_turns(search: Search) -> None:
    me = search.user.id
    with search.database.write() as db:
        talk = conversations.ensure_conversation(db, me, "stdio", "u1", NOW)
        assert conversations.ensure_conversation(db, me, "stdio", "u1", NOW) == talk
        for number in range(100):
            conversations.add_turns(db, me, talk, [("user", f"{number}"), ("assistant", {"text": f"r{number}"})], NOW)
        kept = conversations.last_turns(db, me, talk, number=1000)
        assert 50 <= len(kept) <= 61
        assert [one.content for one in conversations.last_turns(db, me, talk, number=2)] == ["99", {"text": "r99"}]
        assert db.scalar(select(func.count()).select_from(turns)) == len(kept)
        conversations.set_focus(db, me, talk, {"list": [1, 2], "words": "é"}, NOW)
    with search.database.write() as db:
        assert conversations.get_focus(db, me, talk) == {"list": [1, 2], "words": "é"}
        conversations.forget(db, me, talk)
        assert conversations.get_focus(db, me, talk) == {}
        assert conversations.last_turns(db, me, talk) == []
        with pytest.raises(NotThere):
            conversations.get_focus(db, me, talk + 1)


def test_the_audit_log(search: Search) -> None:
    me = search.user.id
    with search.database.write() as db:
        journal = Journal(db, me)
        applications.add(journal, "Größe", Status.APPLIED, NOW)
        step_id = journal.close(NOW, "test", None, [], "", [("add", {"company": "Größe"}, "done", "it’s added")])
        asked: list[audit.Audited] = [("find", {}, "done", None), ("status", {}, "refused", "which one?")]
        assert Journal(db, me).close(NOW, "test", None, [], "", asked) is None
        audit.record_all(db, me, NOW, [])
        assert [(one.tool, one.outcome) for one in audit.recent(db, me)] == [
            ("status", "refused"),
            ("find", "done"),
            ("add", "done"),
        ]
        assert [one.step_id for one in audit.recent(db, me)] == [None, None, step_id]
        added = audit.recent(db, me)[2]
        assert (added.args, added.detail, added.at) == ({"company": "Größe"}, "it’s added", NOW)
