"""Keys of systems for applicants: read out of what was said or set, and back from what was kept; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tools.ats.contract import Key, Platform

MOST_COLUMNS = 20
# Words that stand beside a key where it was copied from.
LABELS = frozenset(("client", "id", "secret", "key", "api", "token", "user", "username", "password", "and"))


class NoKeyYet(ValueError):
    """What was said is no key of that platform; the words say what is missing, and nothing of what was said."""


def made(platform: Platform, company: str, account: str, secret: str, columns: str | None = None) -> Key:
    """A key from words. Raises NoKeyYet."""
    words = tuple(word for word in secret.split() if word.casefold().rstrip(":=") not in LABELS)
    if len(words) not in platform.parts:
        raise NoKeyYet(f"{platform.title} needs {platform.secret}.")
    if not all(word.isascii() and word.isprintable() for word in words):
        raise NoKeyYet("A key has only letters, digits and signs of an English keyboard.")
    try:
        place = platform.account(account) if platform.ask_account else ""
    except ValueError as error:
        raise NoKeyYet(str(error)) from None
    return Key(platform.name, company, place, words, named_columns(columns or ""))


def named_columns(said: str) -> dict[str, str]:
    """ "email=Candidate E-Mail, stage=Step": which column of a report says what. Raises NoKeyYet."""
    parts = [part for part in re.split(r"[;,]", said) if part.strip()][:MOST_COLUMNS]
    found = {name.strip().casefold(): column.strip() for name, _, column in (part.partition("=") for part in parts)}
    if not all(name and column for name, column in found.items()):
        raise NoKeyYet("Columns are named like: email=Candidate E-Mail, stage=Recruiting Stage.")
    return found


def packed(key: Key) -> dict[str, Any]:
    """A key as it is kept, sealed."""
    return {"company": key.company, "account": key.account, "words": list(key.words), "columns": dict(key.columns)}


def unpacked(platform: str, kept: Mapping[str, Any]) -> Key:
    """The key that was kept. Raises KeyError, TypeError for one that is damaged."""
    words = tuple(str(word) for word in kept["words"])
    return Key(platform, str(kept["company"]), str(kept["account"]), words, dict(kept["columns"]))
