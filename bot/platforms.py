"""Other servers for the platforms of postings, as an operator sets them; knows no platform."""

from __future__ import annotations

from collections.abc import Callable, Mapping

# Those that are asked by an address of their own, as `jobbot posting --identify` names them.
PLATFORMS = (
    "ashby", "bamboohr", "greenhouse", "lever", "oracle_cloud", "personio", "recruitee", "smartrecruiters",
    "teamtailor", "workable", "workday",
)  # fmt: skip
NAMES = frozenset(f"JOBBOT_{platform.upper()}_URL" for platform in PLATFORMS)


def servers(environment: Mapping[str, str], url: Callable[[Mapping[str, str], str], str]) -> dict[str, str]:
    """The server of each platform that has another one: JOBBOT_GREENHOUSE_URL and the like; `url` reads a setting."""
    found = {platform: url(environment, f"JOBBOT_{platform.upper()}_URL") for platform in PLATFORMS}
    return {platform: address for platform, address in found.items() if address}
