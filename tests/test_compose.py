"""docker-compose.yml against the published schema of such files, and against what this project promises of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.checks import names
from tests.checkout import ROOT, text

COMPOSE = ROOT / "docker-compose.yml"
# Set for the engine and the database, not for jobbot.
NOT_OURS = {"POSTGRES_PASSWORD", "PUBLISHED_PORT"}


def services() -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(COMPOSE)["services"]
    return found


def valid(path: Path) -> bool:
    """Whether a file is of the form that the published schema asks for."""
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def test_the_schema() -> None:
    assert valid(COMPOSE)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("service_healthy", "service_happy"),
        ("restart: unless-stopped", "restart: [always]"),
        ("healthcheck:", "heathcheck:"),
        ("interval: 10s", "interval: [10]"),
    ],
)
def test_the_schema_would_notice(tmp_path: Path, right: str, wrong: str) -> None:
    assert right in text("docker-compose.yml")
    spoilt = tmp_path / "docker-compose.yml"
    spoilt.write_text(text("docker-compose.yml").replace(right, wrong))
    assert not valid(spoilt)


def test_no_secret_stands_in_the_file() -> None:
    for line in (line.strip() for line in text("docker-compose.yml").splitlines() if not line.strip().startswith("#")):
        if re.search(r"PASSWORD|TOKEN|SECRET|_KEY", line):
            assert "${POSTGRES_PASSWORD:?" in line
    example = [line for line in text(".env.example").splitlines() if line and not line.startswith("#")]
    assert all(line.endswith("=") for line in example)
    ignored = subprocess.run(["git", "check-ignore", "-q", ".env"], cwd=ROOT, check=False)
    assert ignored.returncode == 0


def test_the_example_names_what_there_is() -> None:
    named = set(re.findall(r"^#? ?([A-Z][A-Z_]+)=", text(".env.example"), re.MULTILINE))
    asked = set(re.findall(r"\$\{([A-Z_]+)", text("docker-compose.yml")))
    assert asked <= named <= names.KNOWN | NOT_OURS
    ours = services()["jobbot"]["environment"]
    assert set(ours) <= names.KNOWN


def test_each_service_is_locked_up_and_comes_back() -> None:
    for service in services().values():
        assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["restart"] == "unless-stopped" and service["volumes"]
        assert all(str(port).startswith("127.0.0.1:") for port in service.get("ports", []))


def test_the_bot_waits_for_a_healthy_database() -> None:
    bot, database = services()["jobbot"], services()["database"]
    assert bot["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert "pg_isready" in database["healthcheck"]["test"]
    assert "ports" not in database and database["networks"] == ["inside"]
