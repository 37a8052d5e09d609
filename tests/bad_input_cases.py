"""Words, files and lines that nobody should send, with what is to be said of them."""

from __future__ import annotations

import json
import random
import string
from typing import Any

dice = random.Random(4711)
NOISE = "".join(dice.choice(string.printable) for _ in range(5000))
LETTERS = "".join(dice.choice(string.ascii_letters + " ") for _ in range(5000))
SHOUTS = {
    "noise": NOISE,
    "letters": LETTERS,
    "one long word": "x" * 5000,
    "brackets": "(" * 2500 + ")" * 2500,
    "digits": "7" * 5000,
    "spaces": " " * 5000,
    "empty": "",
    "line ends": "\n\r\n\t\n",
    "controls": "\x00\x01\x02\x1b[2J\x7f\x9b",
    "emoji": "🙂🎉👩‍👩‍👧🏳️‍🌈",
    "many emoji": "🙂" * 500,
    "hebrew": "מה שלומך היום חבר",
    "arabic": "\u202eكيف حالك\u202c",
    "combining": "z̷̡͔" * 300,
    "half a pair": "\ud83d",
    "sql": "'; DROP TABLE applications; --",
    "more sql": 'Robert"); DELETE FROM users WHERE ("1"="1',
    "template": "{{7*7}} ${7*7} %s %d {0} <script>alert(1)</script>",
    "path": "../../../../etc/passwd",
    "slash": "/",
    "slashes": "//////",
    "no such command": "/frobnicate all",
    "a command of another": "/log@otherbot",
}


def with_applications(*parts: Any, **more: Any) -> str:
    """The text of an import file, an entry a line from the third on."""
    head = json.dumps({"version": 1, **more})[:-1]
    return head + ',\n"applications": [\n' + ",\n".join(json.dumps(part) for part in parts) + "]}"


GOOD = {"company": "Acme", "title": "Cook", "status": "applied", "applied_on": "2026-11-02"}
FILES: dict[str, tuple[str | bytes, str]] = {
    "cut off": (with_applications(GOOD, GOOD)[:-5], "line 4"),
    "a comma too many": ('{"version": 1,\n"applications": [\n{"company": "Acme"},\n]}', "line 4"),
    "empty": ("", "line 1"),
    "a list": ("[1, 2]", "line 1"),
    "not utf-8": (b'{"version": 1,\n"applications": [{"company": "Caf\xe9"}]}', "line 2: this is no UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "no UTF-8"),
    "nested": ("[" * 100_000, "nested too deeply"),
    "a number without end": ('{"version": 1, "x": ' + "9" * 5000 + "}", "number"),
    "no version": ('{"applications": []}', "version 1"),
    "newer": (with_applications(GOOD, version=2), "Update jobbot"),
    "much newer": (with_applications(GOOD, version=10**30), "Update jobbot"),
    "version as a word": (with_applications(GOOD, version="one"), "version 1"),
    "version true": (with_applications(GOOD, version=True), "version 1"),
    "unknown zone": (with_applications(GOOD, user={"timezone": "Mars/Olympus"}), "no time zone I know"),
    "applications no list": ('{"version": 1, "applications": {"a": 1}}', "applications"),
    "no company": (with_applications(GOOD, {"title": "Cook"}), "line 4: applications.1.company"),
    "blank company": (with_applications(GOOD, {"company": "  "}), "line 4: applications.1.company"),
    "unknown status": (with_applications(GOOD, GOOD, {**GOOD, "status": "sleeping"}), "line 5: applications.2.status"),
    "no such day": (with_applications(GOOD, {**GOOD, "applied_on": "2026-02-30"}), "line 4"),
    "negative pay": (with_applications({**GOOD, "salary_min": -1}), "line 3: applications.0.salary_min"),
    "endless pay": (with_applications({**GOOD, "salary_min": float("inf")}), "line 3"),
    "no number": (with_applications({**GOOD, "salary_max": float("nan")}), "line 3"),
    "naive instant": (with_applications({**GOOD, "notes": [{"text": "x", "at": "2026-11-02T10:00:00"}]}), "line 3"),
    "far away": (with_applications({**GOOD, "applied_on": "9999-12-31"}), "line 3"),
    "year one": (with_applications({**GOOD, "notes": [{"text": "x", "at": "0001-01-01T00:00:00+14:00"}]}), "line 3"),
    "bad currency": (with_applications({**GOOD, "salary_currency": "bucks"}), "line 3"),
    "odd interview": (with_applications(GOOD, {**GOOD, "interviews": [{"kind": "phone"}]}), "line 4"),
    "bad reminder": (
        '{"version": 1, "x": "\\"reminders\\": ",\n"applications": [],\n"reminders": [\n{"kind": "custom"}]}', "line 4",
    ),
}  # fmt: skip

LINES: dict[str, str] = {
    "no json": "hello",
    "half an object": '{"id": 1, "user": "u1"',
    "a list": "[1, 2]",
    "a string": '"hello"',
    "null": "null",
    "nothing in it": "{}",
    "no user": '{"id": 1, "text": "hello"}',
    "a blank user": '{"id": 1, "user": " ", "text": "hello"}',
    "a user that is a list": '{"id": 1, "user": ["u1"], "text": "hello"}',
    "a user that is true": '{"id": 1, "user": true, "text": "hello"}',
    "a user without end": json.dumps({"id": 1, "user": "u" * 5000, "text": "hello"}),
    "a user that no database keeps": '{"id": 1, "user": "u\\u0000\\ud800", "text": "hello"}',
    "no words": '{"id": 1, "user": "u1"}',
    "words that are a number": '{"id": 1, "user": "u1", "text": 5}',
    "a press that is a list": '{"id": 1, "user": "u1", "press": ["x"]}',
    "files that are no list": '{"id": 1, "user": "u1", "text": "/import", "files": "a.json"}',
    "files that are numbers": '{"id": 1, "user": "u1", "text": "/import", "files": [1]}',
    "no offset": '{"id": 1, "user": "u1", "text": "hello", "at": "2026-11-20T10:00:00"}',
    "no instant": '{"id": 1, "user": "u1", "text": "hello", "at": "tomorrow"}',
    "an instant that is a number": '{"id": 1, "user": "u1", "text": "hello", "at": 1763632800}',
    "year one": '{"id": 1, "user": "u1", "text": "hello", "at": "0001-01-01T00:00:00+14:00"}',
    "year 9999": '{"id": 1, "user": "u1", "text": "hello", "at": "9999-12-31T23:59:59-14:00"}',
    "no number": '{"id": NaN, "user": "u1", "text": "hello"}',
    "a tick without an offset": '{"id": 1, "tick": true, "at": "2026-11-20T10:00:00"}',
    "an event that is a list": '{"id": 1, "user": "u1", "text": "hello", "event": [1]}',
    "too deep": "[" * 200_000,
    "a number without end": '{"id": 1, "user": "u1", "text": "x", "n": ' + "9" * 5000 + "}",
}
