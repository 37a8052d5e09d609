"""Each platform against a server by others that goes by its document: what is asked is allowed, what comes is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import Database
from storage.status import Status
from tests.ats.houses import AtsHouse
from tests.ats.prism import Between, Prism, mocking
from tests.ats.replay import Asked, Replay, replayed
from tests.ats.systems import EMAIL, SYSTEMS
from tools.ats.contract import KeyRefused, MailTrouble, NoRight, RemoteApplication, Slow, Unreachable, Unreadable
from tools.ats.source import ask, name_of, packed, unpacked

SINCE = datetime(2026, 10, 1, tzinfo=UTC)
# What the examples of each document come to: the title, the raw status, the status and since when it is so.
SAYS: dict[str, set[tuple[str | None, str, Status | None, str]]] = {
    "greenhouse": {
        ("Line Cook", "in_process", Status.INTERVIEW, "2026-11-15 08:00"),
        ("Line Cook", "rejected", Status.WITHDRAWN, "2026-11-14 08:00"),
        (None, "PARKED", None, ""),
    },
    "lever": {
        ("Baker", "onsite", Status.INTERVIEW, "2026-11-17 07:20"),
        ("Baker", "offer", Status.OFFER, "2026-11-18 08:20"),
        ("Baker", "archived", Status.WITHDRAWN, "2026-11-17 21:13"),
    },
    "smartrecruiters": {
        ("Nurse", "INTERVIEW", Status.INTERVIEW, "2026-11-15 09:00"),
        ("Midwife", "REJECTED", Status.REJECTED, "2026-11-14 09:00"),
        ("Carer", "PARKED", None, ""),
    },
    "bamboohr": {
        ("Accountant", "ALL_ACTIVE", Status.INTERVIEW, "2026-11-15 09:00"),
        ("Clerk", "INACTIVE", Status.REJECTED, "2026-11-14 09:00"),
        ("Porter", "ALL_ACTIVE", None, ""),
    },
    "ashby": {
        ("Tester", "Active", Status.ASSESSMENT, "2026-11-15 09:00"),
        ("Tester", "Archived", Status.WITHDRAWN, "2026-11-14 09:00"),
        ("Tester", "Parked", None, "2026-11-15 09:00"),
    },
    "workable": {
        ("Waiter", "phone-screen", Status.SCREENING, ""),
        ("Barkeeper", "withdrew", Status.WITHDRAWN, "2026-11-14 09:00"),
        ("Cook", "parked", None, ""),
        ("Courier", "disqualified", None, ""),
    },
}
EACH = pytest.mark.parametrize("name", SAYS)
# What Prism must refuse, so that what it lets pass says something.
WRONG = [
    ("greenhouse", "/v3/applications?per_page=501"),
    ("greenhouse", "/v3/applications?updated_at=2026-11-01"),
    ("greenhouse", "/v3/applications?candidate_ids=one,two"),
    ("lever", "/v1/opportunities?expand=everything"),
    ("lever", "/v1/opportunities?limit=101"),
    ("lever", "/v2/opportunities"),
    ("smartrecruiters", "/candidates?limit=1000"),
    ("smartrecruiters", "/candidates?updatedAfter=yesterday"),
    ("bamboohr", "/api/v1/applicant_tracking/applications?page=one"),
    ("bamboohr", "/api/v1/applicant_tracking/applications/sixty"),
    ("workable", "/spi/v3/candidates?limit=many"),
]
REFUSALS = {401: KeyRefused, 403: NoRight, 404: Unreadable, 429: Slow, 500: Unreachable}


@pytest.fixture(scope="module")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prism]:
    """The server of all documents."""
    with mocking(tmp_path_factory.mktemp("prism")) as found:
        yield found


def asked(url: str, name: str, since: datetime | None = SINCE) -> list[RemoteApplication]:
    """What a platform says of Ana."""
    return ask(SYSTEMS[name].key, EMAIL, since, {name: url})


def short(one: RemoteApplication) -> tuple[str | None, str, Status | None, str]:
    """An application as the table above has it."""
    since = one.changed_at.strftime("%Y-%m-%d %H:%M") if one.changed_at else ""
    return one.title, one.raw_status, one.stand.status, since


def undeclared(prism: Prism, one: Asked) -> set[str]:
    """Parameters of a question that the document does not know; Prism lets them pass."""
    known = {param["name"] for param in prism.operation(one).get("parameters", []) if param["in"] == "query"}
    return set(one.query) - known


@EACH
def test_what_is_asked_is_allowed_and_the_examples_are_read(prism: Prism, name: str) -> None:
    between = Between(prism)
    with replayed(between) as replay:
        found = asked(replay.url, name)
        assert between.against == []
        assert {short(one) for one in found} == SAYS[name] and len(found) == len(SAYS[name])
        assert [undeclared(prism, one) for one in replay.asked] == [set()] * len(replay.asked)
        assert [unpacked(packed(one)) for one in found] == found
        assert [name_of(name, one) for one in found] == [name_of(name, one) for one in asked(replay.url, name)]


@EACH
def test_of_one_address_alone(prism: Prism, name: str) -> None:
    with replayed(Between(prism)) as replay:
        asked(replay.url, name)
        data = [one for one in replay.asked if one.path != "/token"]
        assert EMAIL in (*data[0].query.values(), data[0].body and data[0].value.get("email"))


@EACH
def test_values_of_every_kind_change_nothing_on_doubt(prism: Prism, name: str) -> None:
    between = Between(prism, "dynamic=true")
    with replayed(between) as replay:
        told = [one for _ in range(3) for one in attempted(replay, name)]
    assert between.against == [] and told
    assert [unpacked(packed(one)) for one in told] == told
    # Lever's offers are facts beside a pipeline that nobody knows.
    strange = [one for one in told if one.raw_status.casefold() == "parked" and name != "lever"]
    assert not any(one.stand.status for one in strange)


def attempted(replay: Replay, name: str) -> list[RemoteApplication]:
    """What a platform says; nothing where its answer cannot be read, which is said."""
    try:
        return asked(replay.url, name)
    except MailTrouble as error:
        assert isinstance(error, Unreadable | KeyRefused), error
        return []


@EACH
@pytest.mark.parametrize("status", REFUSALS)
def test_refusals_end_in_words(prism: Prism, name: str, status: int) -> None:
    with replayed(Between(prism, f"code={status}")) as replay, pytest.raises(MailTrouble) as caught:
        asked(replay.url, name)
    kind = REFUSALS[status]
    if name == "greenhouse" and status == 403:
        kind = KeyRefused  # its first question is for a token
    assert type(caught.value) is kind and "Oops" not in str(caught.value)
    assert not isinstance(caught.value, Slow) or caught.value.pause == 90


@EACH
def test_without_a_key_it_lets_nobody_in(prism: Prism, name: str) -> None:
    silent = "x-smarttoken" if name == "smartrecruiters" else "authorization"
    with replayed(Between(prism, silent=silent)) as replay, pytest.raises(KeyRefused):
        asked(replay.url, name)


@pytest.mark.parametrize(("name", "target"), WRONG)
def test_it_refuses_what_is_not_allowed(prism: Prism, name: str, target: str) -> None:
    path, _, _ = target.partition("?")
    word = "Bearer a" if name in ("greenhouse", "workable") else "Basic YTpi"
    answer, against = prism.ask(Asked("GET", path, {}, {"authorization": word, "x-smarttoken": "a"}, "", target))
    assert answer.status in (400, 404, 422, 500) and against


@EACH
def test_a_person_connects_it(prism: Prism, name: str, sqlite_database: Database, tmp_path: Path) -> None:
    key = SYSTEMS[name].key
    with replayed(Between(prism)) as replay:
        house = AtsHouse(sqlite_database.url.render_as_string(), tmp_path, {name: replay.url})
        house.say("/log Acme, Line Cook, applied, 2 November")
        heard = house.connect(name, *filter(None, ("Acme", key.account, EMAIL, " ".join(key.words))))
        assert "It works" in heard.text and f"shows {len(SAYS[name])} applications of {EMAIL}" in heard.text
        assert house.applications()[0]["status"] == "applied", "the first look changes nothing"
        house.close()
