"""What the environment says, read once; no setting is read anywhere else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

DATABASE = "jobbot.db"


@dataclass(frozen=True)
class Settings:
    """Where the data lies (`data_dir`, `database_url`) and whether nothing may leave the machine (`offline`)."""

    data_dir: Path
    database_url: str
    offline: bool

    @property
    def embedded(self) -> bool:
        """Whether the database is a file of our own."""
        return self.database_url.startswith("sqlite:")


def read(environment: Mapping[str, str]) -> Settings:
    """Settings from environment variables; an empty one counts as not set."""
    folder = environment.get("JOBBOT_DATA_DIR") or ""
    data_dir = Path(os.path.expanduser(folder)).absolute() if folder else user_data_path("jobbot", appauthor=False)
    url = environment.get("JOBBOT_DATABASE_URL") or f"sqlite:///{data_dir / DATABASE}"
    offline = (environment.get("JOBBOT_OFFLINE") or "").strip().casefold() in ("1", "true", "yes", "on")
    return Settings(data_dir, url, offline)
