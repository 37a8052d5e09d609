"""`jobbot doctor`: what is wrong is said with how to mend it; the model is asked once."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from agent.model import ModelConfig
from bot import app, cli, doctor
from bot.bad_setting import BadSetting
from bot.checks import clock, names
from bot.checks.finding import Patient
from bot.settings import read
from tests.checkout import text as text_of
from tests.house import House
from tests.model_server import calls, fails, serving, words
from tests.patients import NOW, found, wrong

ANSWERS = {
    "ready": (calls("Call the tool ready", ("ready", {})), "ok", "answers and calls tools"),
    "words": (words("Call the tool ready", "I am ready!"), "bad", "called no tool"),
    "key": (fails("Call the tool ready", 401, "authentication_error"), "bad", "Check OPENAI_API_KEY"),
}


def test_all_is_well_without_a_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBBOT_DATA_DIR", str(tmp_path))
    for name in names.KNOWN - {"JOBBOT_DATA_DIR"}:
        monkeypatch.delenv(name, raising=False)
    assert cli.main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "none is set" in said and "the next start makes them" in said and "BAD" not in said
    app.build(read(os.environ)).close()
    assert cli.main(["doctor"]) == 0
    assert "up to date" in capsys.readouterr().out
    assert cli.main(["doctor", "--quick"]) == 0
    assert capsys.readouterr().out == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["jobbot.db"]


@pytest.mark.parametrize("kind", ANSWERS)
def test_the_model_is_asked_once(tmp_path: Path, kind: str) -> None:
    fixture, level, said = ANSWERS[kind]
    with serving(tmp_path, [fixture]) as server:
        settings = {"OPENAI_API_KEY": "k", "OPENAI_BASE_URL": server.url, "JOBBOT_MODEL": "some-model"}
        last = found(tmp_path / "data", NOW, doctor.ALL, **settings)[-1]
        assert last.level == level and said in last.words and "some-model" in last.words
        assert len(server.asked()) == 1


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("JOBBOT_DATABSE_URL", "sqlite://", "did you mean JOBBOT_DATABASE_URL?"),
        ("JOBBOT_COLOUR", "red", "nobody reads JOBBOT_COLOUR"),
        ("JOBBOT_OFFLINE", "perhaps", "JOBBOT_OFFLINE is 1 or 0"),
        ("OPENAI_BASE_URL", "localhost:11434", "OPENAI_BASE_URL is no address"),
        ("JOBBOT_MODEL_PRICES", "cheap", "JOBBOT_MODEL_PRICES"),
        ("SLACK_BOT_TOKEN", '"xoxb-1"', "quotes around it"),
        ("TELEGRAM_BOT_TOKEN", "4711", "TELEGRAM_BOT_TOKEN is"),
        ("SLACK_BOT_TOKEN", "xapp-1", "it begins with xoxb-"),
        ("SLACK_BOT_TOKEN", "xoxb-1", "does nothing without SLACK_APP_TOKEN or SLACK_SIGNING_SECRET"),
        ("GOOGLE_CLIENT_ID", "1.apps.googleusercontent.com", "does nothing without GOOGLE_CLIENT_SECRET"),
        ("JOBBOT_LEVER_KEY", "k-7", "JOBBOT_LEVER_COMPANY is missing beside the key"),
        ("JOBBOT_LEVER_COMPANY", "Acme", "JOBBOT_LEVER_COMPANY does nothing without JOBBOT_LEVER_KEY"),
        ("JOBBOT_LEVR_KEY", "k-7", "did you mean JOBBOT_LEVER_KEY?"),
    ],
)
def test_settings_and_tokens(tmp_path: Path, name: str, value: str, said: str) -> None:
    key = {"OPENAI_API_KEY": "k", "JOBBOT_OFFLINE": "1"} if name != "JOBBOT_MODEL_PRICES" else {"OPENAI_API_KEY": "k"}
    heard = wrong(tmp_path, checks=doctor.ALL[:4], **{**key, name: value})
    assert any(said in words for words in heard), heard
    # What is secret is not shown.
    assert name not in names.TOKENS or value.strip('"') not in " ".join(heard)


def test_a_slip_in_a_name_that_could_be_another_programs(tmp_path: Path) -> None:
    notes = [
        finding for finding in found(tmp_path, OPENAI_API_KEYS="k", LANG="C") if "OPENAI_API_KEYS" in finding.words
    ]
    assert [finding.level for finding in notes] == ["note"] and "did you mean OPENAI_API_KEY?" in notes[0].words


def test_every_documented_setting_is_known() -> None:
    rows = text_of("docs/settings.md").split("## Of a person")[0].splitlines()
    documented = {row.split("`")[1] for row in rows if row.startswith("| `")}
    assert documented <= names.KNOWN


def test_the_clock(house: House, tmp_path: Path) -> None:
    house.say("/log Stripe, Cook")
    url = {"JOBBOT_DATABASE_URL": house.settings.database_url}
    now = house.now + timedelta(minutes=1)
    late = wrong(tmp_path, now=now - timedelta(days=2), checks=(clock.check_clock,), **url)
    assert any("still ahead" in said and "timedatectl" in said for said in late)
    years = wrong(tmp_path, now=datetime(1970, 1, 1, tzinfo=UTC), checks=(clock.check_clock,), **url)
    assert len(years) == 1 and "1970" in years[0]
    if house.app.database.dialect == "postgresql":
        with house.app.database.read() as db:
            theirs: datetime = db.execute(text("SELECT clock_timestamp()")).scalar_one()
        assert "3 hours apart" in wrong(tmp_path, theirs + timedelta(hours=3), (clock.check_clock,), **url)[0]
    else:
        assert wrong(tmp_path, now, (clock.check_clock,), **url) == []


def test_zones(house: House, tmp_path: Path) -> None:
    house.say("I'm in Chicago")
    url = {"JOBBOT_DATABASE_URL": house.settings.database_url}
    assert wrong(tmp_path, checks=(clock.check_zones,), **url) == []
    with house.app.database.write() as db:
        db.execute(text("UPDATE users SET timezone = 'Mars/Olympus'"))
    assert "Mars/Olympus" in wrong(tmp_path, checks=(clock.check_zones,), **url)[0]
    patient = Patient(url, replace(read(url), data_dir=tmp_path), datetime(2031, 1, 1, tzinfo=UTC))
    assert "governments" in list(clock.check_zones(patient))[-1].words


def test_the_model_is_read_from_the_environment(tmp_path: Path) -> None:
    home = {"JOBBOT_DATA_DIR": str(tmp_path)}
    assert read(home).model is None
    model = read({**home, "OPENAI_API_KEY": "k", "JOBBOT_MODEL_PRICES": "1, 0.1, 4", "JOBBOT_FAST_PATH": "0"}).model
    assert isinstance(model, ModelConfig) and not model.fast_path
    assert model.prices is not None and model.prices.written == 4
    assert "'k'" not in repr(model)
    local = read({**home, "OPENAI_BASE_URL": "http://user:pw@10.0.0.1:11434/v1"}).model
    assert local is not None and local.host == "10.0.0.1:11434"
    assert read({**home, "OPENAI_API_KEY": "k", "JOBBOT_OFFLINE": "1"}).model is None
    assert replace(model, seconds=1).seconds == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("JOBBOT_MODEL_SECONDS", "soon"),
        ("JOBBOT_MODEL_SECONDS", "-1"),
        ("JOBBOT_MODEL_CALLS", "nan"),
        ("JOBBOT_MODEL_TOKENS_A_DAY", "1e99"),
        ("JOBBOT_MODEL_PRICES", "1, 2"),
        ("JOBBOT_MODEL_PRICES", "cheap"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        read({"OPENAI_API_KEY": "k", name: value})
