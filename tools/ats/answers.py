"""Answers of systems for applicants, read with care: what a refusal means, and values of the shape that is expected."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Generator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from tools.ats.contract import Fetched, Get, KeyRefused, MailTrouble, NoRight, Slow, Unreachable, Unreadable

# What one question comes to.
Asking = Generator[Get, Fetched, Any]
NEXT = re.compile(r"<([^<>]{1,2000})>[^,<]*;\s*rel=\"?next\"?", re.I)
OTHER_SHAPE = "its answer has a shape that I do not know"
FIRST_YEAR, LAST_YEAR = 1990, 2200


def basic(user: str, password: str = "") -> tuple[str, str]:
    """The head of a request that says name and password."""
    return "Authorization", "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def bearer(token: str) -> tuple[str, str]:
    """The head of a request that shows a token."""
    return "Authorization", f"Bearer {token}"


def get(platform: str, url: str, head: tuple[str, str], **asked: str | int | tuple[str, ...] | None) -> Get:
    """A question with its parameters; those that are None or empty are left out, several of one name are repeated."""
    given = {name: value for name, value in asked.items() if value not in (None, "")}
    return Get(f"{url}?{urlencode(given, doseq=True)}" if given else url, platform, headers=(head,))


def post_json(platform: str, url: str, head: tuple[str, str], value: Mapping[str, Any]) -> Get:
    """A question that is asked by posting an object."""
    body = json.dumps(value).encode()
    return Get(url, platform, method="POST", headers=(head, ("Content-Type", "application/json")), body=body)


def read(answer: Fetched) -> Any:
    """The value of an answer. Raises KeyRefused, NoRight, Slow, Unreachable, Unreadable; none holds what it said."""
    if answer.trouble:
        raise Unreachable(answer.trouble)
    if not 200 <= answer.status < 300:
        raise _trouble(answer)
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError):
        raise Unreadable("its answer was cut off, or no data at all") from None


def _trouble(answer: Fetched) -> MailTrouble:
    """What a refusal means."""
    status = answer.status
    if status in (429, 503):
        return Slow(f"it asks us to wait ({status})", answer.retry_after)
    known: dict[int, MailTrouble] = {
        401: KeyRefused("it does not take the key"),
        403: NoRight("the key is right, but may not see applications: whoever made it has to allow that"),
        404: Unreadable("nothing is there under that account or address (404)"),
    }
    if status >= 500:
        return Unreachable(f"it has a fault of its own ({status})")
    return known.get(status) or Unreadable(f"it did not understand what I asked ({status})")


def next_link(answer: Fetched, asked: Get) -> str | None:
    """The next page as the head of an answer names it; only one at the same server is followed."""
    found = NEXT.search(answer.said.get("link", ""))
    return None if found is None else same_place(found[1], asked)


def same_place(url: Any, asked: Get) -> str:
    """A page's address, asked for where the last one was, whatever server it names. Raises Unreadable."""
    text = url if isinstance(url, str) else ""
    path = re.fullmatch(r"(?:https://[^/\s?#]+)?(/[^\s#]*)", text)
    home = re.match(r"https?://[^/?#]+", asked.url)
    if path is None or home is None:
        raise Unreadable(OTHER_SHAPE)
    return f"{home[0]}{path[1]}"


def objects(value: Any, *path: str) -> list[dict[str, Any]]:
    """The list of objects at a path. Raises Unreadable where there is none."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise Unreadable(OTHER_SHAPE)
    return value


def inner(value: Any, *path: str) -> Any:
    """The value at a path; None where one of its names is missing."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def text(value: Any, *path: str) -> str:
    """A word or number at a path as text; empty for none and for anything else."""
    found = inner(value, *path)
    if isinstance(found, bool) or not isinstance(found, str | int):
        return ""
    return str(found).strip()[:500]


def required(value: Any, *path: str) -> str:
    """The same where it cannot be missing. Raises Unreadable."""
    found = text(value, *path)
    if not found:
        raise Unreadable(OTHER_SHAPE)
    return found


def moment(value: Any) -> datetime | None:
    """An instant in UTC from ISO text or from milliseconds; None for anything else. Without a zone it is UTC."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _in_bounds(_from_millis(float(value)))
    if not isinstance(value, str) or not re.match(r"\d{4}-\d\d-\d\d", value):
        return None
    try:
        found = datetime.fromisoformat(value.strip().replace(" UTC", "+00:00"))
        return _in_bounds(found if found.tzinfo else found.replace(tzinfo=UTC))
    except ValueError:
        return None


def _from_millis(value: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(value / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _in_bounds(found: datetime | None) -> datetime | None:
    return found.astimezone(UTC) if found is not None and FIRST_YEAR <= found.year < LAST_YEAR else None


def iso(at: datetime | None) -> str | None:
    """An instant as most systems write it: "2026-01-31T08:00:00Z"."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at else None


def same_address(one: str, other: str) -> bool:
    """Whether two e-mail addresses are the same."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


def is_of(person: Any, email: str) -> bool:
    """Whether an object names this address as a person's: what a server gives away unasked is nobody's business."""
    held = [inner(person, name) for name in ("email", "emails", "email_addresses")]
    flat = [one for value in held for one in (value if isinstance(value, list) else [value])]
    return any(same_address(text(one, "value") or text(one, "email") or text(one), email) for one in flat)


def batches(ids: Sequence[str], size: int = 50) -> list[str]:
    """Ids with commas between them, so many at a time."""
    return [",".join(ids[start : start + size]) for start in range(0, len(ids), size)]
