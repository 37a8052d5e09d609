"""Puts the parts together; the only file that knows all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from agent.assistant import Assistant
from agent.model import ModelConfig, connect
from agent.thinking import Later, Mind
from bot import privacy
from bot.settings import DATABASE, Settings
from bot.visiting import Visiting
from storage.database import Database, migrate, open_database
from storage.problems import explain_os
from storage.vault import Vault
from tools import charts
from tools.catalog import default
from tools.mail_access import MailAccess
from tools.sheets import kept
from tools.toolbox import Toolbox

# So long a file waits for the answer whether it is to be imported, and a picture for being looked at.
UNANSWERED = timedelta(days=7)


@dataclass(frozen=True)
class App:
    """The parts that a command uses."""

    database: Database
    toolbox: Toolbox
    assistant: Assistant

    def close(self) -> None:
        """End the worker threads and give back the connections."""
        self.assistant.errands.close()
        self.assistant.bridge.close()
        self.database.close()


def build(settings: Settings, through: str = "") -> App:
    """Open and migrate the database and build everything on it; raises DatabaseProblem.

    `through`: the chat services that messages pass through on their way here.
    """
    database = open_data(settings)
    before = datetime.now(UTC).timestamp() - UNANSWERED.total_seconds()
    kept.sweep(settings.data_dir / "files", before)
    charts.sweep(settings.data_dir / "files", before)
    migrate(database)
    online = not settings.offline
    words = privacy.words(settings.model, through, online=online)
    mail = _mail(settings, database)
    toolbox = Toolbox(database, default(), settings.data_dir / "files", words, mail, online=online)
    visitor = Visiting(settings.servers) if online else None
    return App(database, toolbox, Assistant(toolbox, _mind(settings.model, toolbox), visitor))


def open_data(settings: Settings) -> Database:
    """The database as it is, its tables of whatever revision; raises DatabaseProblem."""
    make_room(settings)
    return open_database(settings.database_url)


def _mail(settings: Settings, database: Database) -> MailAccess:
    """What mail accounts need."""
    host = f"[{settings.http.host}]" if ":" in settings.http.host else settings.http.host
    here = "127.0.0.1" if settings.http.host in ("0.0.0.0", "::") else host  # noqa: S104 - only looked at
    local = f"http://{here}:{settings.http.port}"
    return MailAccess(
        vault_of(settings, database),
        settings.mail.google,
        settings.http.public_url,
        local,
        not settings.offline,
        settings.servers,
        settings.office,
    )


def vault_of(settings: Settings, database: Database) -> Vault:
    """The lock for secrets. Where no key is set, one is kept beside an SQLite file; elsewhere there is none."""
    path = database.url.database if database.dialect == "sqlite" and not database.in_memory else None
    return Vault(settings.mail.keys, Path(path).with_suffix(".key") if path else None)


def _mind(model: ModelConfig | None, toolbox: Toolbox) -> Mind | None:
    """The language model between the interpreter's fast path and its net, where one is set; None else."""
    return None if model is None else Later(partial(_together, model, toolbox.catalog.schemas))


def _together(model: ModelConfig, schemas: list[dict[str, Any]]) -> Mind:
    """Imported here: it loads langchain and langgraph, which take a second or two that a command need not wait for."""
    from agent.mind import Together

    return Together(model, connect(model), schemas)


def make_room(settings: Settings) -> None:
    """Make the data folder, and the file of the database in it, for nobody else to read. Raises DatabaseProblem."""
    path = settings.data_dir / DATABASE
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if settings.database_url == f"sqlite:///{path}" and not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise explain_os(error, str(settings.data_dir)) from None
