"""Each platform against answers in its own shape: what is read, page by page, whose it is, and what goes wrong."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from storage.status import Status
from tests.ats.replay import Answer, Replay, replayed
from tests.ats.systems import EMAIL, SYSTEMS, System
from tools.ats.contract import KeyRefused, MailTrouble, NoRight, RemoteApplication, Slow, Unreadable
from tools.ats.source import ask, name_of, packed, unpacked
from tools.clients.trouble import Unreachable

FAULTS = {
    "401": (Answer({"message": "no"}, 401), KeyRefused),
    "403": (Answer({"message": "no scope"}, 403), NoRight),
    "404": (Answer({"message": "no such thing"}, 404), Unreadable),
    "422": (Answer({"errors": ["bad parameter"]}, 422), Unreadable),
    "429": (Answer({"message": "slow down"}, 429, {"Retry-After": "90"}), Slow),
    "500": (Answer(text="<h1>Oops</h1>", status=500), Unreachable),
    "503": (Answer(None, 503, {"Retry-After": "120"}), Slow),
    "a page": (Answer(text="<html>Log in</html>", headers={"Content-Type": "text/html"}), Unreadable),
    "a redirect": (Answer(None, 302, {"Location": "https://login.example.com/"}), Unreadable),
    "cut off": (Answer({"data": ["x" * 500]}, cut=200), Unreachable),
    "half an answer": (Answer(text='{"data": [{"id": 1'), Unreadable),
    "a list of words": (Answer(["one", "two"]), Unreadable),
    "another shape": (Answer({"data": {"rows": 3}, "items": None}), Unreadable),
    "a number": (Answer(7), Unreadable),
    "nested deep": (Answer(text="[" * 100_000), Unreadable),
}  # fmt: skip
EACH = pytest.mark.parametrize("name", SYSTEMS)


def asked(replay: Replay, name: str, email: str = EMAIL, since: datetime | None = None) -> list[RemoteApplication]:
    """What a platform says of an address."""
    return ask(SYSTEMS[name].key, email, since, {name: replay.url})


@EACH
def test_what_it_says_of_one_address(name: str) -> None:
    system: System = SYSTEMS[name]
    with replayed(system.answers()) as replay:
        found = asked(replay, name)
        says = {one.title: one.stand.status for one in found}
        assert {title: says.get(title) for title in system.says} == system.says
        assert all(one.company == "Acme" and one.raw_status + one.raw_stage for one in found)
        assert all(one.changed_at or one.updated_at for one in found), "all say since when"
        assert [unpacked(packed(one)) for one in found] == found
        names = [name_of(name, one) for one in found]
        assert len(set(names)) == len(found) and names == [name_of(name, one) for one in asked(replay, name)]
        assert asked(replay, name, "nobody@example.com") == [], "nobody sees what is another's"


@EACH
def test_another_key_is_refused(name: str) -> None:
    system = SYSTEMS[name]
    key = system.key.__class__(name, "Acme", system.key.account, tuple("wrong" for _ in system.key.words))
    with replayed(system.answers()) as replay, pytest.raises(KeyRefused):
        ask(key, EMAIL, None, {name: replay.url})


@EACH
@pytest.mark.parametrize("fault", FAULTS)
def test_what_goes_wrong_is_told_by_its_kind(name: str, fault: str) -> None:
    answer, kind = FAULTS[fault]
    with replayed(SYSTEMS[name].answers()) as replay:
        replay.faults.append((SYSTEMS[name].path, answer))
        with pytest.raises(MailTrouble) as caught:
            asked(replay, name)
    assert isinstance(caught.value, kind), caught.value
    if isinstance(caught.value, Slow):
        assert caught.value.pause in (90, 120)
    assert not any(word in str(caught.value) for word in ("Oops", "scope", "<", *SYSTEMS[name].key.words))


@EACH
def test_a_short_wait_is_waited_for(name: str) -> None:
    with replayed(SYSTEMS[name].answers()) as replay:
        replay.faults.append((SYSTEMS[name].path, Answer(None, 429, {"Retry-After": "0"})))
        assert asked(replay, name)


@EACH
def test_what_is_older_than_the_last_look_is_left_out_where_that_can_be_asked(name: str) -> None:
    with replayed(SYSTEMS[name].answers()) as replay:
        asked(replay, name, since=datetime(2026, 11, 20, tzinfo=UTC))
        told = " ".join(f"{one.path} {one.query} {one.body}" for one in replay.asked)
    can = {"greenhouse": "gte|2026-11-20T00:00:00Z", "lever": "1795132800000", "workable": "2026-11-20T00:00:00Z",
           "smartrecruiters": "2026-11-20T00:00:00.000+0000"}  # fmt: skip
    assert can.get(name, "") in told


def test_facts_before_words() -> None:
    with replayed(SYSTEMS["lever"].answers()) as replay:
        screen = next(one for one in asked(replay, "lever") if one.title == "Baker")
    assert screen.raw_stage == "HM Screen" and screen.stand.status is Status.INTERVIEW, "its pipeline says onsite"
