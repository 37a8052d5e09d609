"""`jobbot eval` as it is met on the command line: figures, runs, broken files, a real model server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import cli
from bot.cases import OWN, load
from tests.model_server import ModelServer, calls, fails, serving, words

Evaluate = Callable[..., tuple[int, list[str], str]]
NOW = "2027-03-03T09:30:00-05:00"
WAYNE = {"company": "Wayne", "title": "Cook", "status": "applied", "applied_on": "2027-03-01"}
SETUP = {"applications": [WAYNE]}
DRESS = "what should I wear there, in your view?"


def case(name: str, *turns: Any, group: Any = "log", **expect: Any) -> dict[str, Any]:
    """A case in which one application is there already."""
    more = {"now": NOW, "tz": "America/New_York", "setup": SETUP}
    return {"id": name, "group": group, "turns": list(turns), "expect": expect, **more}


@pytest.fixture
def evaluate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Evaluate]:
    """Runs the command on these cases or lines: exit status, lines of output, what stands on stderr."""
    monkeypatch.setenv("JOBBOT_DATA_DIR", str(tmp_path / "mine"))
    monkeypatch.setenv("JOBBOT_OFFLINE", "1")

    def run(*cases: dict[str, Any] | str, options: tuple[str, ...] = ()) -> tuple[int, list[str], str]:
        lines = [one if isinstance(one, str) else json.dumps(one) for one in cases]
        path = tmp_path / "some.jsonl"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        try:
            status = cli.main(["eval", str(path), *options])
        except SystemExit as error:
            status = int(error.code or 0)
        said = capsys.readouterr()
        return status, said.out.splitlines(), said.err

    yield run
    assert not (tmp_path / "mine").exists(), "the person's own data was touched"


def row(lines: list[str], name: str) -> list[str]:
    """The cells of a row of the table, per cents and dollars without their signs."""
    return next(line.replace("%", "").split() for line in lines if line.startswith(f"{name} "))


def test_figures_by_group_and_why_a_case_failed(evaluate: Evaluate) -> None:
    good = case("a", "applied to Ketley as welder", "rejected by Ketley", count=2, applications=[{"company": "Ketley"}])
    bad = case("b", "list my applications", group="query", count=3, **{"reply~": ["stourport"]})
    fine = case("c", "list my applications", group="query", unchanged=True, **{"reply~": ["wayne"]})
    status, lines, err = evaluate(good, bad, fine)
    assert (status, err) == (0, "")
    assert row(lines, "log")[:3] == ["log", "1", "100.0"]
    assert row(lines, "query")[:3] == ["query", "2", "50.0"]
    assert row(lines, "total") == ["total", "3", "66.7", "0.00", "0", "0"]
    (why,) = [line for line in lines if line.startswith("FAILED")]
    assert why.startswith("FAILED b: count 1 instead of 3") and "/stourport/" in why


NOTHING = "list my applications"
REJECTED = "rejected by Wayne"
MEETING = "interview at Wayne on Friday at 11am"
CHECKS: list[tuple[str, dict[str, Any], bool]] = [
    (REJECTED, {"applications": [{"company": "WAYNE", "title~": "^cook$", "history": ["applied", "rejected"]}]}, True),
    (REJECTED, {"applications": [{"history": ["rejected", "applied"]}]}, False),
    (REJECTED, {"unchanged": True}, False),
    (NOTHING, {"unchanged": True, "absent": ["Hooli"]}, True),
    (NOTHING, {"absent": ["wayne"]}, False),
    (NOTHING, {"applications": [{"company": "Wayne", "work_mode": None, "favorite": False}]}, True),
    (NOTHING, {"applications": [{"work_mode~": "."}]}, False),
    ("tag Wayne as near", {"applications": [{"tags+": ["Near"]}]}, True),
    ("tag Wayne as near", {"applications": [{"tags+": ["near", "far"]}]}, False),
    ("note for Wayne: bring knives", {"applications": [{"note~": "KNIVES"}]}, True),
    ("note for Wayne: bring knives", {"applications": [{"note~": "forks"}]}, False),
    ("remind me tomorrow at 10am to call Wayne", {"reminders": [{"due_at": "2027-03-04T16:00:00+01:00"}]}, True),
    ("remind me tomorrow at 10am to call Wayne", {"no_reminders": [{"kind": "custom"}]}, False),
    (NOTHING, {"reminders": [{"kind": "custom"}]}, False),
    (MEETING, {"applications": [{"interviews": [{"starts_at": "2027-03-05T16:00Z"}]}]}, True),
    (MEETING, {"applications": [{"interviews": [{"kind": "panel"}]}]}, False),
    (NOTHING, {"reply!~": ["wayne"]}, False),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expect", "passes"), CHECKS)
def test_each_expectation_is_looked_at(evaluate: Evaluate, said: str, expect: dict[str, Any], passes: bool) -> None:
    status, lines, _ = evaluate(case("one", said, **expect))
    assert status == 0
    assert row(lines, "total")[2] == ("100.0" if passes else "0.0"), lines


def test_buttons_are_pressed_by_their_label_and_a_missing_one_fails_the_case(evaluate: Evaluate) -> None:
    undone = case("undone", REJECTED, {"press": "^undo"}, applications=[{"status": "applied"}])
    missing = case("missing", REJECTED, {"press": "fly"}, count=1)
    _, lines, _ = evaluate(undone, missing)
    assert row(lines, "total")[2] == "50.0"
    assert any(line.startswith("FAILED missing: no button /fly/") for line in lines)


def test_who_has_erased_everything_has_no_applications(evaluate: Evaluate) -> None:
    erased = case("erased", "/delete account=yes", {"press": "^yes"}, count=0, absent=["Wayne"])
    _, lines, _ = evaluate(erased)
    assert row(lines, "total")[2] == "100.0", lines


def test_a_tick_is_played_as_the_channel_plays_it(evaluate: Evaluate) -> None:
    turns = ("remind me tomorrow at 10am to call Wayne", {"tick": "2027-03-04T10:30:00-05:00"})
    _, lines, _ = evaluate(case("calm", *turns, push_count=7), case("loud", *turns, **{"push~": ["never said"]}))
    assert row(lines, "total")[2] == "0.0"
    assert any("push_count" in line for line in lines) and any("/never said/" in line for line in lines)


def test_a_setup_that_is_refused_fails_its_case(evaluate: Evaluate) -> None:
    _, lines, _ = evaluate({**case("a", NOTHING), "setup": {"applications": [{**WAYNE, "status": "fired"}]}})
    assert any(line.startswith("FAILED a: the setup was not imported") for line in lines)


def test_runs_are_fresh_and_counted_apart(evaluate: Evaluate) -> None:
    good = case("a", "applied to Ketley as welder", count=2)
    status, lines, _ = evaluate(good, case("b", NOTHING, count=5), options=("--runs", "3"))
    assert status == 0 and any("pass^3" in line for line in lines)
    assert row(lines, "total")[1:4] == ["2", "50.0", "50.0"]
    assert any(line.startswith("FAILED b (in 3 of 3 runs): count") for line in lines)


@pytest.mark.parametrize(
    ("broken", "words_of_it"),
    [
        ("{no json", "Invalid JSON"),
        ("[]", "line 3"),
        (json.dumps({**case("b", NOTHING), "tz": 5}), "tz: "),
        (json.dumps({**case("b", NOTHING), "now": "0001-01-01T00:00:00+00:00"}), "too far away"),
        (json.dumps(case("b", NOTHING, countt=5)), "countt"),
        (json.dumps(case("b")), "turns"),
        (json.dumps(case("b", NOTHING, **{"reply~": ["("]})), "regular expression"),
        (json.dumps(case("b", NOTHING, applications=[{"title~": "["}])), "regular expression"),
        (json.dumps(case("b", NOTHING, applications=[{"history": "applied"}])), "history"),
        (json.dumps(case("b", NOTHING, reminders=[{"due_at": "tomorrow"}])), "tomorrow"),
        (json.dumps(case("a", NOTHING)), "twice"),
    ],
)
def test_a_broken_line_is_named(evaluate: Evaluate, broken: str, words_of_it: str) -> None:
    status, lines, err = evaluate(case("a", NOTHING), "", broken)
    assert (status, lines) == (1, [])
    assert err.startswith("jobbot: some.jsonl, line 3: ") and err.count("\n") == 1 and words_of_it in err


def test_a_file_without_cases_and_one_that_is_not_there(
    evaluate: Evaluate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate("")[0] == 1
    assert cli.main(["eval", str(tmp_path / "none.jsonl")]) == 1
    assert "none.jsonl cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("options", [("--runs", "0"), ("--runs", "many"), ("--fast",)])
def test_wrong_usage(evaluate: Evaluate, options: tuple[str, ...]) -> None:
    assert evaluate(case("a", NOTHING), options=options)[0] == 2


def test_the_projects_own_cases_can_be_read() -> None:
    found = load(OWN)
    assert len(found) == 60
    assert {one.group for one in found} == {"log", "status", "interview", "query", "edit", "context", "safety"}


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    """A model that the environment names, with prices."""
    fixtures = [
        calls("zonked", ("log", {"company": "Hooli", "title": "cook"})),
        words("what should I wear", "Whatever they wear."),
        fails("#broken", 500),
    ]
    with serving(tmp_path, fixtures) as found:
        monkeypatch.setenv("OPENAI_BASE_URL", found.url)
        monkeypatch.setenv("OPENAI_API_KEY", "secret-key-of-tests")
        monkeypatch.setenv("JOBBOT_MODEL", "test-model")
        monkeypatch.setenv("JOBBOT_MODEL_PRICES", "1, 0.1, 4")
        monkeypatch.setenv("JOBBOT_FAST_PATH", "0")
        yield found


def test_calls_tokens_and_cost_of_a_model(
    evaluate: Evaluate, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBBOT_OFFLINE", "0")
    two = case("two", "zonked at one of them", DRESS, count=2, **{"reply~": ["whatever"]})
    none = case("none", "/list", group="free", count=1)
    status, lines, err = evaluate(two, none, options=("--runs", "2"))
    assert (status, err) == (0, "") and "test-model at 127.0.0.1" in lines[0]
    assert len(server.asked()) == 4
    name, _, once, always, number, read, written, dollars = row(lines, "log")
    assert (name, once, always, number) == ("log", "100.0", "100.0", "2.00")
    assert int(read) > 0 and int(written) > 0
    assert float(dollars) == pytest.approx((int(read) + 4 * int(written)) / 1_000_000, abs=2e-5)
    assert row(lines, "free")[4:] == ["0.00", "0", "0", "0.00000"]
    assert row(lines, "total")[4] == "1.00" and any(line.startswith("cost of all runs: $0.0") for line in lines)


def test_an_outage_of_the_model_is_said(
    evaluate: Evaluate, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBBOT_OFFLINE", "0")
    _, lines, _ = evaluate(case("a", "applied to Ketley as welder #broken", count=2))
    assert "The language model failed in 1 turns; there the interpreter answered instead." in lines


def test_offline_asks_no_model(evaluate: Evaluate, server: ModelServer) -> None:
    _, lines, _ = evaluate(case("a", DRESS, unchanged=True))
    assert "offline" in lines[0] and server.asked() == []
