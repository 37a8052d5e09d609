"""Other servers and keys for platforms, as an operator sets them; knows no platform."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

# Those that are asked by an address of their own, as `jobbot posting --identify` names them.
PLATFORMS = (
    "ashby", "bamboohr", "greenhouse", "lever", "oracle_cloud", "personio", "recruitee", "smartrecruiters",
    "teamtailor", "workable", "workday",
)  # fmt: skip
KEYS = frozenset(f"JOBBOT_{platform.upper()}_KEY" for platform in PLATFORMS)
NAMES = frozenset(f"JOBBOT_{platform.upper()}_URL" for platform in PLATFORMS)


def servers(environment: Mapping[str, str], url: Callable[[Mapping[str, str], str], str]) -> dict[str, str]:
    """The server of each platform that has another one: JOBBOT_GREENHOUSE_URL and the like; `url` reads a setting."""
    found = {platform: url(environment, f"JOBBOT_{platform.upper()}_URL") for platform in PLATFORMS}
    return {platform: address for platform, address in found.items() if address}


def office(environment: Mapping[str, str], wrong: type[Exception]) -> Mapping[str, Mapping[str, Any]]:
    """The keys of the house; raises `wrong`. Most houses have none, and need not load what reads them."""
    if not any(environment.get(name) for name in KEYS):
        return {}
    from bot import offices

    try:
        return offices.read(environment)
    except offices.BadKey as error:
        raise wrong(str(error)) from None
