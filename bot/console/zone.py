"""Which time zone the system is set to, as a guess at the person's."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

FALLBACK = "UTC"
SAME = ("UTC", "UCT", "Zulu", "Universal")


def guessed(said: str, system: Path = Path("/etc")) -> str:
    """The IANA name that the environment gives (TZ, as `said`) or else the system's own folder; UTC for neither."""
    for name in (said.lstrip(":"), _linked(system / "localtime"), _written(system / "timezone")):
        if name and _is_zone(name):
            return FALLBACK if name.removeprefix("Etc/") in SAME else name
    return FALLBACK


def _linked(path: Path) -> str:
    """The zone whose file a link leads to: /usr/share/zoneinfo/Europe/Berlin."""
    try:
        return str(path.resolve()).partition("zoneinfo/")[2].removeprefix("posix/")
    except OSError:
        return ""


def _written(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (OSError, ValueError):
        return ""


def _is_zone(name: str) -> bool:
    try:
        return ZoneInfo(name).key == name and name != "localtime"
    except (OSError, ValueError, LookupError):
        return False
