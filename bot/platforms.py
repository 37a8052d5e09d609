"""The platforms of postings for which an operator may name another server or a key, and by which settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Those that are asked by an address of their own, as `jobbot posting --identify` names them.
PLATFORMS = (
    "ashby", "bamboohr", "greenhouse", "lever", "oracle_cloud", "personio", "recruitee", "smartrecruiters",
    "teamtailor", "workable", "workday",
)  # fmt: skip
# The setting that names another server for each.
SETTINGS = {platform: f"JOBBOT_{platform.upper()}_URL" for platform in PLATFORMS}
# And the one that holds the key of the house.
KEYS = frozenset(f"JOBBOT_{platform.upper()}_KEY" for platform in PLATFORMS)


def office(environment: Mapping[str, str]) -> Mapping[str, Mapping[str, Any]]:
    """The keys of the house by platform; raises BadSetting. Most have none, and need not load what reads them."""
    if not any(environment.get(name) for name in KEYS):
        return {}
    from bot import offices

    return offices.read(environment)
