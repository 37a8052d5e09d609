"""Keys of the house for systems for applicants, as an operator sets them; shown to nobody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.bad_setting import BadSetting
from tools.ats import keys, registry
from tools.ats.contract import Key, Platform

PARTS = ("KEY", "COMPANY", "ACCOUNT", "COLUMNS")
NAMES = frozenset(f"JOBBOT_{name.upper()}_{part}" for name in registry.PLATFORMS for part in PARTS)


def read(environment: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The keys by platform, as tools/ats/keys.py packs them. Raises BadSetting."""
    found = {}
    for name, platform in registry.PLATFORMS.items():
        key, company, account, columns = (environment.get(f"JOBBOT_{name.upper()}_{part}") or "" for part in PARTS)
        if not key.strip():
            continue
        if not company.strip():
            raise BadSetting(f"JOBBOT_{name.upper()}_COMPANY is missing beside the key: set it to the employer's name.")
        found[name] = keys.packed(_key(platform, company.strip(), account, key, columns))
    return found


def _key(platform: Platform, company: str, account: str, key: str, columns: str) -> Key:
    """The key; where it is none, the variable that is at fault is named."""
    part = f"JOBBOT_{platform.name.upper()}"
    try:
        if platform.ask_account:
            platform.account(account)
    except ValueError as error:
        raise BadSetting(f"{part}_ACCOUNT is {'wrong' if account.strip() else 'missing'}: {error}") from None
    try:
        keys.named_columns(columns)
    except keys.NoKeyYet as error:
        raise BadSetting(f"{part}_COLUMNS cannot be read: {error}") from None
    try:
        return keys.made(platform, company, account, key, columns)
    except keys.NoKeyYet as error:
        raise BadSetting(f"{part}_KEY cannot be used: {error}") from None


def alone(environment: Mapping[str, str]) -> list[str]:
    """Names of variables that are set and say something of a key that is not."""
    own = [(f"JOBBOT_{name.upper()}_{part}", f"JOBBOT_{name.upper()}_KEY") for name in registry.PLATFORMS
           for part in PARTS[1:]]  # fmt: skip
    return [name for name, key in own if environment.get(name) and not (environment.get(key) or "").strip()]
