"""A person in a conversation: found, and held while a turn writes."""

from __future__ import annotations

import threading

import pytest

from storage import conversations, talks, users
from storage.rows import NotThere
from tests.storage.search import Search, at, new_search

NOW = at("2026-11-12 12:00")


def talk_of(search: Search) -> int:
    """A conversation of the person's, made on the first sight of it."""
    with search.database.write() as db:
        return conversations.ensure_conversation(db, search.user.id, "stdio", "u1", NOW)


def test_what_the_talk_is_about(search: Search) -> None:
    talk, stranger = talk_of(search), new_search(search.database, "u2").user.id
    with search.database.write() as db:
        conversations.set_focus(db, search.user.id, talk, {"step": 7}, NOW)
        assert talks.lock_in_talk(db, search.user.id, talk) == talks.Locked(search.user, {"step": 7})
        assert talks.lock_in_talk(db, search.user.id, None) == talks.Locked(search.user, {})
        found = talks.find_in_talk(db, "stdio", "u1")
        assert found is not None and (found.user, found.talk.focus) == (search.user, {"step": 7})
        for user_id, number in ((stranger, talk), (search.user.id, talk + 1), (0, None)):
            with pytest.raises(NotThere):
                talks.lock_in_talk(db, user_id, number)


def test_who_had_to_wait_sees_what_the_other_has_left(search: Search) -> None:
    talk, seen = talk_of(search), list[dict[str, object]]()
    waits = threading.Event()

    def second() -> None:
        waits.set()
        with search.database.write() as db:
            seen.append(talks.lock_in_talk(db, search.user.id, talk).focus)

    thread = threading.Thread(target=second)
    with search.database.write() as db:
        talks.lock_in_talk(db, search.user.id, talk)
        thread.start()
        assert waits.wait(10)
        thread.join(0.2)
        assert seen == []
        conversations.move_on(db, search.user.id, talk, {"step": 8}, [("user", "x")], NOW)
    thread.join(10)
    assert seen == [{"step": 8}]


def test_a_newcomer_and_those_who_come_back(search: Search) -> None:
    with search.database.write() as db:
        new = talks.meet(db, "telegram", "77", NOW, "chat-7")
        assert new.new and not new.back and new.talk.focus == {}
        again = talks.meet(db, "telegram", "77", NOW, None)
        assert (again.user, again.talk, again.new) == (new.user, new.talk, False)
        assert talks.find_in_talk(db, "telegram", "77") == again
        assert [account.chat_id for account in users.list_accounts(db, new.user.id)] == ["chat-7"]
        # Known by an account, as one that was let in by a code, but never spoken with.
        known = users.ensure_user(db, "slack", "t:u", NOW)
        assert talks.find_in_talk(db, "slack", "t:u") is None
        met = talks.meet(db, "slack", "t:u", NOW, None)
        assert (met.user, met.new) == (known, False)
        users.mark_dead(db, "slack", "t:u", "blocked")
        found = talks.find_in_talk(db, "slack", "t:u")
        assert found is not None and found.back
        assert not talks.meet(db, "slack", "t:u", NOW, None).back
