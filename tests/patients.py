"""What the doctor says of settings and a data folder, for the tests of its checks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot import doctor
from bot.checks.finding import Check, Finding

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def found(folder: Path, now: datetime = NOW, checks: tuple[Check, ...] = doctor.ALL, **more: str) -> list[Finding]:
    """What the doctor says of a data folder and settings."""
    return list(doctor.findings({"JOBBOT_DATA_DIR": str(folder), **more}, now, checks))


def wrong(*arguments: Any, **more: Any) -> list[str]:
    """Only what has to be mended."""
    return [finding.words for finding in found(*arguments, **more) if finding.level == "bad"]
