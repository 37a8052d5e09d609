"""Keys of the house for systems for applicants, as an operator sets them; shown to nobody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.bad_setting import BadSetting
from tools.ats import keys, registry

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
        try:
            found[name] = keys.packed(keys.made(platform, company.strip(), account, key, columns))
        except keys.NoKeyYet as error:
            raise BadSetting(f"JOBBOT_{name.upper()}_KEY cannot be used: {error}") from None
    return found
