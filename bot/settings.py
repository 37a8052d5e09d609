"""What the environment says, read once; no setting is read anywhere else."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from agent.model import ModelConfig, Prices
from bot import platforms
from bot.bad_setting import BadSetting
from storage import vault
from tools.clients.google import GoogleApp

DATABASE = "jobbot.db"
MODEL = "gpt-5-mini"
LARGEST = 1e12
CAPS = ("seconds", "calls", "tokens", "seconds_a_day", "calls_a_day", "tokens_a_day")
TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{1,200}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True)
class Telegram:
    """The bot's token, another server than the official one, who may use it, and the secret of its webhook."""

    token: str = field(repr=False)
    api_url: str = "https://api.telegram.org"
    allowed: frozenset[str] = frozenset()
    secret: str = field(default="", repr=False)


@dataclass(frozen=True)
class Slack:
    """The app's tokens, the secret that signs its HTTP events, and another server than the official one."""

    bot_token: str = field(repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    api_url: str | None = None


@dataclass(frozen=True)
class Http:
    """Where the endpoints listen, and the address under which the world reaches them, if it does."""

    host: str = "127.0.0.1"
    port: int = 8080
    public_url: str = ""


@dataclass(frozen=True)
class Mail:
    """Google's OAuth client, if there is one, and the keys that lock what is kept of mail accounts."""

    google: GoogleApp | None = None
    keys: tuple[str, ...] = field(default=(), repr=False)


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
    language model may be asked, if any, what the terminal can do, the channels that have a token, and for platforms
    of postings another server than their own; `office`: keys of the house for systems for applicants."""

    data_dir: Path
    database_url: str
    offline: bool
    model: ModelConfig | None = None
    terminal: Terminal = Terminal()
    telegram: Telegram | None = None
    slack: Slack | None = None
    http: Http = Http()
    mail: Mail = Mail()
    servers: Mapping[str, str] = field(default_factory=dict)
    office: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)

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
    model, terminal = None if offline else _model(environment), _terminal(environment)
    telegram, slack, http = _telegram(environment), _slack(environment), _http(environment)
    mail, addresses = _mail(environment), {one: _url(environment, name) for one, name in platforms.SETTINGS.items()}
    servers = {platform: address for platform, address in addresses.items() if address}
    return Settings(
        data_dir, url, offline, model, terminal, telegram, slack, http, mail, servers, platforms.office(environment)
    )


def _terminal(environment: Mapping[str, str]) -> Terminal:
    """What TERM, NO_COLOR (any value), TZ and JOBBOT_PLAIN say of the terminal."""
    dumb = environment.get("TERM", "dumb").casefold() in ("", "dumb", "unknown")
    plain = dumb or _is_on(environment.get("JOBBOT_PLAIN") or "")
    return Terminal(dumb, plain, not (plain or environment.get("NO_COLOR")), environment.get("TZ") or "")


def _usual_folder() -> Path:
    """Where this system keeps a user's data."""
    from platformdirs import user_data_path

    return user_data_path("jobbot", appauthor=False)


def _telegram(environment: Mapping[str, str]) -> Telegram | None:
    """The Telegram bot, where its token is set; raises BadSetting."""
    token = (environment.get("TELEGRAM_BOT_TOKEN") or "").strip()
    if not token:
        return None
    if not TOKEN.fullmatch(token):
        raise BadSetting("TELEGRAM_BOT_TOKEN is no token: BotFather gives one like 123456789:AAE… – copy all of it.")
    secret = environment.get("TELEGRAM_WEBHOOK_SECRET") or ""
    if secret and not SECRET.fullmatch(secret):
        raise BadSetting("TELEGRAM_WEBHOOK_SECRET may hold letters, digits, _ and -, at most 256 of them.")
    # Without one of the owner's own it follows from the token, alike in every process.
    derived = hashlib.sha256(f"webhook {token}".encode()).hexdigest()
    return Telegram(
        token, _url(environment, "TELEGRAM_API_URL") or Telegram.api_url, _allowed(environment), secret or derived
    )


def _allowed(environment: Mapping[str, str]) -> frozenset[str]:
    words = re.split(r"[\s,;]+", (environment.get("TELEGRAM_ALLOWED_USERS") or "").strip())
    wrong = [word for word in words if word and not re.fullmatch(r"[0-9]{1,15}", word)]
    if wrong:
        raise BadSetting(
            f"TELEGRAM_ALLOWED_USERS holds numbers, not “{wrong[0][:40]}”: a name can change hands, a number cannot. "
            "The bot tells a stranger their number."
        )
    return frozenset(word for word in words if word)


def _mail(environment: Mapping[str, str]) -> Mail:
    """What mail accounts need; raises BadSetting."""
    try:
        keys = vault.split(environment.get("JOBBOT_SECRET_KEY") or "")
    except ValueError:
        raise BadSetting(
            f"JOBBOT_SECRET_KEY is too short to lock anything: take {vault.SHORTEST} characters or more, such as what "
            "openssl rand -base64 32 prints."
        ) from None
    number, secret = (environment.get(f"GOOGLE_CLIENT_{part}") or "" for part in ("ID", "SECRET"))
    if not (number.strip() and secret.strip()):
        return Mail(None, keys)
    places = {
        name: _url(environment, f"GOOGLE_{name.upper()}") for name in ("auth_url", "token_url", "api_url", "sheets_url")
    }  # fmt: skip
    known = {name: place for name, place in places.items() if place}
    return Mail(GoogleApp(number.strip(), secret.strip(), **known), keys)


def _slack(environment: Mapping[str, str]) -> Slack | None:
    """The Slack app, where its bot token is set; raises BadSetting."""
    names = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")
    bot, app, signing = ((environment.get(name) or "").strip() for name in names)
    if not bot:
        return None
    return Slack(bot, app, signing, _url(environment, "SLACK_API_URL") or None)


def _http(environment: Mapping[str, str]) -> Http:
    words = environment.get("JOBBOT_HTTP_PORT") or str(Http.port)
    if not words.isdecimal() or int(words) >= 2**16:
        raise BadSetting(f"JOBBOT_HTTP_PORT is a number up to 65535, not “{words[:40]}”.")
    return Http(environment.get("JOBBOT_HTTP_HOST") or Http.host, int(words), _url(environment, "JOBBOT_PUBLIC_URL"))


def _url(environment: Mapping[str, str], name: str) -> str:
    """An address without the slash at its end; empty where none is set."""
    words = (environment.get(name) or "").strip().rstrip("/")
    if words and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", words):
        raise BadSetting(f"{name} is an address like https://jobs.example.org, not “{words[:60]}”.")
    return words


def _model(environment: Mapping[str, str]) -> ModelConfig | None:
    """The language model, where a key or a server of one's own is named; raises BadSetting."""
    key, url = environment.get("OPENAI_API_KEY") or "", environment.get("OPENAI_BASE_URL") or None
    if not key and url is None:
        return None
    fast = environment.get("JOBBOT_FAST_PATH") or "1"
    caps: Any = {cap: _number(environment, f"JOBBOT_MODEL_{cap.upper()}", getattr(ModelConfig, cap)) for cap in CAPS}
    return ModelConfig(
        name=environment.get("JOBBOT_MODEL") or MODEL,
        key=key or "none",  # a server of one's own may want no key, its client wants some word
        base_url=url,
        fast_path=_is_on(fast),
        **caps,
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
    return type(default)(number)  # whole where it counts things


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
