"""The systems for applicants that can be asked with a key, by name."""

from __future__ import annotations

from tools.ats import ashby, bamboohr, greenhouse, lever, smartrecruiters, workable, workday
from tools.ats.contract import Platform

PLATFORMS: dict[str, Platform] = {
    one.PLATFORM.name: one.PLATFORM for one in (greenhouse, lever, smartrecruiters, bamboohr, workday, ashby, workable)
}


def named(words: str) -> Platform | None:
    """The one platform that words name ("my Greenhouse account"); None for none."""
    said = words.casefold().replace(" ", "").replace("-", "")
    return next((one for name, one in PLATFORMS.items() if name in said), None)


def system_words(platform: str | None, company: str | None) -> str:
    """A connected system for people: "Greenhouse of Acme"."""
    known = PLATFORMS.get(platform or "")
    return f"{known.title if known else platform} of {company}"
