"""What the environment says, read once; no setting is read anywhere else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from agent.model import ModelConfig, Prices

DATABASE = "jobbot.db"
MODEL = "gpt-5-mini"
LARGEST = 1e12


@dataclass(frozen=True)
class Terminal:
    """How a terminal may be written to.

    `dumb`: its cursor cannot be moved; `plain`: no frames, no moving signs, as screen readers like it; `zone`: the
    IANA time zone that the environment names, empty where it names none.
    """

    dumb: bool = False
    plain: bool = False
    colour: bool = True
    zone: str = ""


@dataclass(frozen=True)
class Settings:
    """Where the data lies (`data_dir`, `database_url`), whether nothing may leave the machine (`offline`), which
    language model may be asked, if any, and what the terminal can do."""

    data_dir: Path
    database_url: str
    offline: bool
    model: ModelConfig | None = None
    terminal: Terminal = Terminal()

    @property
    def embedded(self) -> bool:
        """Whether the database is a file of our own."""
        return self.database_url.startswith("sqlite:")

    @property
    def without_model(self) -> Settings:
        """The same for a command that asks no model, which then need not load the client of one."""
        return replace(self, model=None)


def read(environment: Mapping[str, str]) -> Settings:
    """Settings from environment variables; an empty one counts as not set."""
    folder = environment.get("JOBBOT_DATA_DIR") or ""
    data_dir = Path(os.path.expanduser(folder)).absolute() if folder else _usual_folder()
    url = environment.get("JOBBOT_DATABASE_URL") or f"sqlite:///{data_dir / DATABASE}"
    offline = _is_on(environment.get("JOBBOT_OFFLINE") or "")
    return Settings(data_dir, url, offline, None if offline else _model(environment), _terminal(environment))


def _terminal(environment: Mapping[str, str]) -> Terminal:
    """What TERM, NO_COLOR (any value), TZ and JOBBOT_PLAIN say of the terminal."""
    dumb = environment.get("TERM", "dumb").casefold() in ("", "dumb", "unknown")
    plain = dumb or _is_on(environment.get("JOBBOT_PLAIN") or "")
    return Terminal(dumb, plain, not (plain or environment.get("NO_COLOR")), environment.get("TZ") or "")


def _usual_folder() -> Path:
    """Where this system keeps a user's data."""
    from platformdirs import user_data_path

    return user_data_path("jobbot", appauthor=False)


class BadSetting(ValueError):
    """A variable of the environment that cannot be read; the words say which and how to mend it."""


def _model(environment: Mapping[str, str]) -> ModelConfig | None:
    """The language model, where a key or a server of one's own is named; raises BadSetting."""
    key, url = environment.get("OPENAI_API_KEY") or "", environment.get("OPENAI_BASE_URL") or None
    if not key and url is None:
        return None
    fast = environment.get("JOBBOT_FAST_PATH") or "1"
    return ModelConfig(
        name=environment.get("JOBBOT_MODEL") or MODEL,
        key=key or "none",  # a server of one's own may want no key, its client wants some word
        base_url=url,
        fast_path=_is_on(fast),
        seconds=_number(environment, "JOBBOT_MODEL_SECONDS", 30.0),
        calls=int(_number(environment, "JOBBOT_MODEL_CALLS", 3)),
        tokens_a_day=int(_number(environment, "JOBBOT_MODEL_TOKENS_A_DAY", 200_000)),
        prices=_prices(environment.get("JOBBOT_MODEL_PRICES") or ""),
    )


def _is_on(words: str) -> bool:
    return words.strip().casefold() in ("1", "true", "yes", "on")


def _number(environment: Mapping[str, str], name: str, default: float) -> float:
    words = environment.get(name) or str(default)
    try:
        number = float(words)
    except ValueError:
        number = 0.0
    if not 0 < number < LARGEST:
        raise BadSetting(f"{name} is a number above 0, not “{words[:40]}”.")
    return number


def _prices(words: str) -> Prices | None:
    """ "0.25, 0.025, 2": US dollars for a million tokens read, read from the cache, written."""
    if not words.strip():
        return None
    try:
        read, cached, written = (float(word) for word in words.split(","))
    except ValueError:
        raise BadSetting(
            "JOBBOT_MODEL_PRICES holds three numbers, US dollars for a million tokens read, read from the cache and "
            f"written, like 0.25, 0.025, 2; not “{words[:40]}”."
        ) from None
    return Prices(read, cached, written)
