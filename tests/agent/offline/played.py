"""Conversations in table files, played against the product; knows how a case is written, not what it is about.

A case is a block of lines: `> words` for each turn, then what stands afterwards:
`= Company | field | field` for each application that is new or changed, `- Company` for one that is gone, `= ?
Company` for one that may be as it likes,
`= nothing` where nothing changed at all, `~ pattern` and `!~ pattern` for the last reply. An application that is not
named must be as it was. Fields: `status x`, `history a b`, `at MM-DD HH:MM` (an interview; `kind`, `min`, `with`,
`place` after it are its own, and what is not given must not be there; `?` is anything, `at none` and
`no interview` mean none), `rem kind MM-DD HH:MM` (a pending reminder), `note pattern`, and any other field of the form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.house import House

TABLES = Path(__file__).with_name("tables")
ZONE = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 10, 10, 0, tzinfo=ZONE)  # a Tuesday
Application = dict[str, Any]


@dataclass
class Case:
    """What is said, and what must stand afterwards."""

    name: str
    turns: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)


def cases(table: str) -> list[Case]:
    """The cases of a table file, each named by the file, its line and its first words."""
    found: list[Case] = []
    for number, line in enumerate((TABLES / table).read_text("utf-8").splitlines(), 1):
        mark, _, words = line.partition(" ")
        if mark == ">" and (not found or found[-1].wanted):
            found.append(Case(f"{table}:{number} {words[:40]}"))
        if mark == ">":
            found[-1].turns.append(words)
        elif line.strip() and not line.startswith("#"):
            found[-1].wanted.append(line)
    return found


@contextmanager
def opened(folder: Path) -> Iterator[House]:
    """The product on an empty SQLite file in a folder."""
    house = House(f"sqlite:///{folder}/played.db", folder)
    yield house
    house.close()


def seed(house: House, user: str) -> list[Application]:
    """Give a person the search that all cases begin with; the applications as they stand in the form."""
    house.say("/settings timezone=Europe/London", user=user, at=NOW - timedelta(minutes=2))
    house.bring(TABLES / "search.json", user=user, at=NOW - timedelta(minutes=1))
    return house.applications(user=user)


def play(house: House, case: Case, user: str) -> list[str]:
    """Play a case for a person of its own; what did not come out as wanted, in words."""
    before = {name_of(a): a for a in seed(house, user)}
    house.now = NOW - timedelta(minutes=1)
    for words in case.turns:
        house.say(words, user=user)
    form = house.export(user=user)
    after = {name_of(a): a for a in form["applications"]}
    wrong: list[str] = []
    named: set[str] = set()
    for line in case.wanted:
        mark, _, words = line.partition(" ")
        if mark in ("~", "!~"):
            wrong += _reply(house.last[user].text + " ".join(house.last[user].labels), mark, words)
        elif words != "nothing":
            name, *wanted = (part.strip() for part in words.removeprefix("? ").split("|"))
            keys = _keys(after if mark == "=" else before, name)
            named.update(keys)
            if words.startswith("? "):
                continue
            wrong += _gone(name, after) if mark == "-" else _stands(name, [after[k] for k in keys], wanted, form)
    return wrong + [
        f"{k}: {_changes(before.get(k), after.get(k))}"
        for k in before | after
        if k not in named and _changes(before.get(k), after.get(k))
    ]


def name_of(a: Application) -> str:
    """An application's name in a table: company and title."""
    return f"{a['company']} · {a['title'] or ''}"


def _keys(among: dict[str, Application], name: str) -> list[str]:
    return [k for k in among if k.casefold() == name.casefold() or k.casefold().startswith(f"{name.casefold()} ·")]


def _reply(text: str, mark: str, pattern: str) -> list[str]:
    found = re.search(pattern, text, re.I) is not None
    return [] if found == (mark == "~") else [f"reply {text!r} {mark} {pattern}"]


def _gone(name: str, after: dict[str, Application]) -> list[str]:
    return [f"{name} is still there"] if _keys(after, name) else []


def _stands(name: str, found: list[Application], wanted: list[str], form: dict[str, Any]) -> list[str]:
    if len(found) != 1:
        return [f"{name}: there are {len(found)} ({', '.join(name_of(a) for a in form['applications'][13:])})"]
    a = found[0]
    wrong = [f"{name}: {w} but {_shown(a)}" for w in wanted if not _is(a, w, form)]
    interviews = list(_interviews(wanted))
    if interviews or "no interview" in wanted or "at none" in wanted:
        left = list(a["interviews"])
        for parts in interviews:
            hit = next((i for i in left if _meets(i, parts)), None)
            if hit is None:
                wrong.append(f"{name}: no interview {parts} among {left}")
            else:
                left.remove(hit)
        wrong += (
            [f"{name}: interview too many {i}" for i in left]
            if len(left) + len(interviews) > len(a["interviews"]) or not interviews
            else []
        )
        wrong += [f"{name}: {len(a['interviews'])} interviews"] if len(a["interviews"]) != len(interviews) else []
    return wrong


def _interviews(wanted: list[str]) -> Iterator[dict[str, str]]:
    """The fields of each interview: an `at` begins one."""
    one: dict[str, str] | None = None
    for part in wanted:
        word, _, rest = part.partition(" ")
        if word == "at" and rest != "none":
            if one:
                yield one
            one = {"at": rest}
        elif one is not None and word in ("kind", "min", "with", "place"):
            one[word] = rest
    if one:
        yield one


def _meets(interview: dict[str, Any], wanted: dict[str, str]) -> bool:
    starts = datetime.fromisoformat(interview["starts_at"]).astimezone(ZONE)
    kind = wanted.get("kind", "other")
    minutes = wanted.get("min", "None")
    return (
        wanted["at"] in ("?", f"{starts:%m-%d %H:%M}")
        and kind in ("?", interview["kind"])
        and minutes in ("?", str(interview["duration_minutes"]))
        and _text(interview["with"], wanted.get("with"))
        and _text(interview["location"], wanted.get("place"))
    )


def _text(value: str | None, pattern: str | None) -> bool:
    if pattern is None:
        return value is None
    return pattern == "?" or re.search(pattern, value or "", re.I) is not None


def _is(a: Application, wanted: str, form: dict[str, Any]) -> bool:
    """Whether one field is as wanted; those of interviews are looked at elsewhere."""
    word, _, rest = wanted.partition(" ")
    if word in ("at", "no", "kind", "min", "with", "place") or rest == "?":
        return True
    if word == "history":
        return [h["status"] for h in a["history"]] == rest.split()
    if word == "note":
        return any(re.search(rest, n["text"], re.I) for n in a["notes"])
    if word == "rem":
        return any(
            r["status"] == "pending"
            and r["application_id"] == a["id"]
            and re.fullmatch(rest.replace("?", ".*"), _due(r))
            for r in form["reminders"]
        )
    value = a[word]
    shown = (
        "-"
        if value is None
        else json.dumps(value)
        if isinstance(value, bool | list)
        else f"{value:g}"
        if isinstance(value, float)
        else str(value)
    )
    return shown.casefold() == rest.casefold()


def _due(reminder: dict[str, Any]) -> str:
    due = datetime.fromisoformat(reminder["due_at"]).astimezone(ZONE)
    return f"{reminder['kind']} {due:%m-%d %H:%M}"


def _shown(a: Application) -> str:
    return json.dumps({k: v for k, v in a.items() if v not in (None, [], False)}, ensure_ascii=False)


def _changes(before: Application | None, after: Application | None) -> str:
    """What differs between an application before and after; empty for nothing."""
    if before is None or after is None:
        return f"gone: {before}" if after is None else f"new: {_shown(after)}"
    return ", ".join(f"{k} {before[k]} -> {after[k]}" for k in after if k != "id" and before[k] != after[k])
