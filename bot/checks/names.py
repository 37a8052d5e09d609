"""The settings: names that nobody reads, values that cannot be read, tokens that are none; no token is ever shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import urlsplit

from bot import offices, platforms
from bot.bad_setting import BadSetting
from bot.checks.finding import Finding, Patient, bad, note, ok
from bot.settings import read

KNOWN = (
    frozenset(
        "JOBBOT_DATA_DIR JOBBOT_DATABASE_URL JOBBOT_FAST_PATH JOBBOT_HTTP_HOST JOBBOT_HTTP_PORT JOBBOT_MODEL "
        "JOBBOT_MODEL_CALLS JOBBOT_MODEL_CALLS_A_DAY JOBBOT_MODEL_PRICES JOBBOT_MODEL_SECONDS "
        "JOBBOT_MODEL_SECONDS_A_DAY JOBBOT_MODEL_TOKENS JOBBOT_MODEL_TOKENS_A_DAY JOBBOT_OFFLINE JOBBOT_PLAIN "
        "JOBBOT_PUBLIC_URL JOBBOT_SECRET_KEY JOBBOT_TEST_DATABASE_URL OPENAI_API_KEY OPENAI_BASE_URL "
        "TELEGRAM_ALLOWED_USERS TELEGRAM_API_URL TELEGRAM_BOT_TOKEN TELEGRAM_WEBHOOK_SECRET "
        "SLACK_API_URL SLACK_APP_TOKEN SLACK_BOT_TOKEN SLACK_SIGNING_SECRET "
        "GOOGLE_API_URL GOOGLE_AUTH_URL GOOGLE_CLIENT_ID GOOGLE_CLIENT_SECRET GOOGLE_SHEETS_URL GOOGLE_TOKEN_URL "
        "NO_COLOR TZ".split()
    )
    | frozenset(platforms.SETTINGS.values())
    | offices.NAMES
)
SWITCHES = ("JOBBOT_OFFLINE", "JOBBOT_FAST_PATH")
ON_OR_OFF = frozenset("1 true yes on 0 false no off".split())
# How alike a name must be to be taken for a slip of the pen where it could as well be another program's.
ALIKE = 0.85
# What a token looks like, and what to say of one that does not.
TOKENS = {
    "OPENAI_API_KEY": (r"\S{1,400}", "a key has no blanks in it"),
    "TELEGRAM_BOT_TOKEN": (r"[0-9]{3,15}:[\w-]{3,100}", "BotFather gives one like 123456789:AAE…"),
    "SLACK_BOT_TOKEN": (r"xoxb-[\w-]+", "it begins with xoxb-; find it under OAuth & Permissions of your Slack app"),
    "SLACK_APP_TOKEN": (r"xapp-[\w-]+", "it begins with xapp-; find it under Basic Information of your Slack app"),
    "SLACK_SIGNING_SECRET": (r"[0-9a-fA-F]{32}", "it has 32 digits and letters a to f"),
    "GOOGLE_CLIENT_ID": (r"[\w.-]+\.apps\.googleusercontent\.com", "it ends with .apps.googleusercontent.com"),
    "GOOGLE_CLIENT_SECRET": (r"[\w-]+", "it has letters, digits, - and _ only"),
}
# A token, and one of those that it needs beside it.
NEEDS = {
    "SLACK_BOT_TOKEN": ("SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"),
    "SLACK_APP_TOKEN": ("SLACK_BOT_TOKEN",),
    "GOOGLE_CLIENT_ID": ("GOOGLE_CLIENT_SECRET",),
    "GOOGLE_CLIENT_SECRET": ("GOOGLE_CLIENT_ID",),
}


def check_settings(patient: Patient) -> Iterator[Finding]:
    """Names first, for a misspelt one explains much of what else is wrong; then values."""
    found = [*_names(patient), *_values(patient)]
    named = sorted(name for name in KNOWN if patient.environment.get(name))
    yield from found or [ok(f"settings: {', '.join(named) or 'none set, none needed'}")]


def _names(patient: Patient) -> Iterator[Finding]:
    for name in sorted(set(patient.environment) - KNOWN):
        ours = name.startswith("JOBBOT_")
        near = get_close_matches(name, KNOWN, n=1, cutoff=0.6 if ours else ALIKE)
        if ours:
            meant = f"did you mean {near[0]}?" if near else "docs/settings.md lists those there are."
            yield bad(f"settings: nobody reads {name}; {meant} Rename it or take it away.")
        elif near and not patient.environment.get(near[0]):
            yield note(f"settings: {name} is none of my settings; did you mean {near[0]}?")


def _values(patient: Patient) -> Iterator[Finding]:
    said = {name: patient.environment[name] for name in sorted(KNOWN) if patient.environment.get(name)}
    for name, value in said.items():
        if value != value.strip() or value[0] in "\"'" or value[-1] in "\"'":
            yield bad(f"settings: {name} has blanks or quotes around it. Take them away.")
        elif name in SWITCHES and value.casefold() not in ON_OR_OFF:
            yield bad(f"settings: {name} is 1 or 0, not “{value[:20]}”, which counts as 0.")
        elif name.endswith("_URL") and not name.endswith("DATABASE_URL") and not _is_web(value):
            yield bad(f"settings: {name} is no address that begins with http:// or https://.")
    for name in offices.alone(patient.environment):
        yield bad(f"settings: {name} does nothing without {name.rpartition('_')[0]}_KEY. Set both, or neither.")
    try:
        read(patient.environment)
    except BadSetting as problem:
        yield bad(f"settings: {problem}")


def _is_web(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def check_tokens(patient: Patient) -> Iterator[Finding]:
    """Which tokens there are, whether they look like what they should be, and whether one is missing beside another."""
    there = [name for name in TOKENS if patient.environment.get(name)]
    for name in there:
        form, words = TOKENS[name]
        if not re.fullmatch(form, patient.environment[name].strip(" \"'")):
            yield bad(f"tokens: {name} is not whole: {words}. Copy all of it again.")
        elif NEEDS.get(name) and not any(patient.environment.get(other) for other in NEEDS[name]):
            yield bad(f"tokens: {name} does nothing without {' or '.join(NEEDS[name])}. Set that too.")
        else:
            yield ok(f"tokens: {name} is set")
    if not there:
        yield ok("tokens: none set; the chat in this terminal needs none")
