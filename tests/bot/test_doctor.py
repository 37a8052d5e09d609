"""`jobbot doctor`: what is wrong is said with how to mend it; the model is asked once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from agent.model import ModelConfig
from bot import doctor
from bot.settings import BadSetting, Settings, read
from tests.model_server import calls, fails, serving, words

ANSWERS = {
    "ready": (calls("Call the tool ready", ("ready", {})), True, "answers and calls tools"),
    "words": (words("Call the tool ready", "I am ready!"), False, "called no tool"),
    "key": (fails("Call the tool ready", 401, "authentication_error"), False, "Check OPENAI_API_KEY"),
}


def settings(folder: Path, model: ModelConfig | None = None) -> Settings:
    """Settings on an empty folder."""
    return Settings(folder, f"sqlite:///{folder}/jobbot.db", offline=False, model=model)


def test_all_is_well_without_a_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor.run(settings(tmp_path)) == 0
    assert "none is set" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ANSWERS)
def test_the_model_is_asked_once(tmp_path: Path, kind: str) -> None:
    fixture, well, said = ANSWERS[kind]
    with serving(tmp_path, [fixture]) as server:
        found = list(doctor.findings(settings(tmp_path, ModelConfig("some-model", "key", server.url))))
        assert found[-1][0] is well and said in found[-1][1] and "some-model" in found[-1][1]
        assert len(server.asked()) == 1


def test_a_database_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "jobbot.db").write_text("no database at all, " * 100)
    ok, said = list(doctor.findings(settings(tmp_path)))[1]
    assert not ok and "not a database" in said


def test_the_model_is_read_from_the_environment(tmp_path: Path) -> None:
    home = {"JOBBOT_DATA_DIR": str(tmp_path)}
    assert read(home).model is None
    model = read({**home, "OPENAI_API_KEY": "k", "JOBBOT_MODEL_PRICES": "1, 0.1, 4", "JOBBOT_FAST_PATH": "0"}).model
    assert model is not None and not model.fast_path and model.prices is not None and model.prices.written == 4
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
