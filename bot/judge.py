"""Compares what a case expects with what came of it: exports before and after, the last reply, the pushes; pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.cases import INSTANTS, Expect

Form = Mapping[str, Any]
LONGEST = 200  # characters of a thing that is shown
OWED = ("pending", "snoozed")
# Instants that are facts of the job search; all others say when something was written down.
FACTS = ("starts_at", "due_at")


@dataclass(frozen=True)
class Outcome:
    """What came of a conversation; texts hold the labels of the buttons, each on a line of its own."""

    before: Form
    after: Form
    reply: str
    pushes: Sequence[str] = ()


def faults(expect: Expect, outcome: Outcome) -> list[str]:
    """Each expectation that is not met, in words with what was found; empty where all are."""
    return [
        *_of_applications(expect, outcome),
        *_of_reminders(expect, _reminders(outcome.after)),
        *_of_words("reply", outcome.reply, expect.reply, expect.reply_without),
        *_of_words("pushes", "\n".join(outcome.pushes), expect.push),
        *_of_count("push_count", expect.push_count, outcome.pushes),
    ]


def _of_applications(expect: Expect, outcome: Outcome) -> Iterator[str]:
    found = outcome.after["applications"]
    yield from _of_count("count", expect.count, [_name(one) for one in found])
    if expect.unchanged:
        yield from _changes(_essence(outcome.before), _essence(outcome.after))
    for want in expect.applications:
        missing = sorted((missed(want, one) for one in found), key=len)
        if not missing or missing[0]:
            nearest = "; ".join(missing[0]) if missing else "there is none"
            yield f"no application {brief(want)}: {nearest}"
    for company in expect.absent:
        if any(_same(company, one["company"]) for one in found):
            yield f"{company} is there"


def _of_reminders(expect: Expect, found: Sequence[Form]) -> Iterator[str]:
    for want in expect.reminders:
        if not any(_holds(want, one, OWED) for one in found):
            yield f"no reminder {brief(want)} among {brief(found)}"
    for want in expect.no_reminders:
        if any(_holds(want, one, OWED[:1]) for one in found):
            yield f"there is a reminder {brief(want)}"


def _holds(want: Form, reminder: Form, states: Sequence[str]) -> bool:
    """Whether a reminder fits; one that is over counts only where the expectation names a status."""
    return ("status" in want or reminder["status"] in states) and not missed(want, reminder)


def _of_words(what: str, said: str, wanted: Sequence[str], unwanted: Sequence[str] = ()) -> Iterator[str]:
    for pattern in wanted:
        if not _fits(pattern, said):
            yield f"{what} without /{pattern}/: {brief(said)}"
    for pattern in unwanted:
        if _fits(pattern, said):
            yield f"{what} with /{pattern}/: {brief(said)}"


def _of_count(what: str, wanted: int | None, found: Sequence[str]) -> Iterator[str]:
    if wanted is not None and wanted != len(found):
        yield f"{what} {len(found)} instead of {wanted}: {brief(found)}"


def missed(want: Form, got: Form) -> list[str]:
    """The fields of an expectation that a thing does not have, with what it has there."""
    return [
        f"{key} is {brief(got.get(_field(key)))}" for key, value in want.items() if not _has(got, key, value)
    ]  # fmt: skip


def _field(key: str) -> str:
    return "notes" if key == "note~" else key.rstrip("~+")


def _has(got: Form, key: str, value: Any) -> bool:
    there = got.get(_field(key))
    if key == "tags+":
        return {tag.casefold() for tag in value} <= {tag.casefold() for tag in there or ()}
    if key == "note~":
        return any(_fits(value, note["text"]) for note in there or ())
    if key == "history":
        statuses = iter([entry["status"] for entry in there or ()])
        return all(status in statuses for status in value)
    if key in ("interviews", "contacts"):
        return all(any(not missed(one, part) for part in there or ()) for one in value)
    if key.endswith("~"):
        return any(_fits(value, one) for one in (there if isinstance(there, list) else [there]))
    return _instant(there) == _instant(value) if key in INSTANTS else _same(value, there)


def _fits(pattern: str, value: Any) -> bool:
    return value is not None and re.search(pattern, str(value), re.IGNORECASE) is not None


def _same(one: Any, other: Any) -> bool:
    return bool(_plain(one) == _plain(other))


def _plain(value: Any) -> Any:
    """A value in the spelling in which it is compared: without capitals and needless blanks, lists in one order."""
    if isinstance(value, str):
        return " ".join(value.casefold().split())
    if isinstance(value, list | tuple):
        return sorted((_plain(one) for one in value), key=repr)
    return repr(value) if isinstance(value, bool) else value  # True is no 1


def _instant(value: Any) -> datetime | None:
    return None if value is None else datetime.fromisoformat(str(value))


def _name(application: Form) -> str:
    return f"{application['company']} ({application['status']})"


def _reminders(form: Form) -> list[dict[str, Any]]:
    """The reminders with the company and the title that they are about."""
    known = {one["id"]: one for one in form["applications"]}
    return [
        {"company": about.get("company"), "title": about.get("title"), **one}
        for one in form["reminders"]
        for about in [known.get(one["application_id"], {})]
    ]


def _essence(form: Form) -> dict[str, list[str]]:
    """The things of an export, each as text, without ids and without the times of entry."""
    parts = {"user": [form["user"]], "application": form["applications"], "reminder": _reminders(form)}
    return {part: [json.dumps(_bare(one), ensure_ascii=False) for one in things] for part, things in parts.items()}


def _bare(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _bare(value[key]) for key in sorted(value) if key in FACTS or not _is_bookkeeping(key)}
    if isinstance(value, list | tuple):
        return sorted((_bare(one) for one in value), key=repr)
    return value


def _is_bookkeeping(key: str) -> bool:
    return key in ("id", "at") or key.endswith(("_id", "_at"))


def _changes(before: Mapping[str, list[str]], after: Mapping[str, list[str]]) -> Iterator[str]:
    for part, things in after.items():
        if sorted(things) != sorted(before[part]):
            new = [one for one in things if one not in before[part]]
            gone = [one for one in before[part] if one not in things]
            yield f"{part} changed: {brief(gone)} became {brief(new)}"


def brief(value: Any) -> str:
    """A thing on one short line."""
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    line = " / ".join(words.split("\n"))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
