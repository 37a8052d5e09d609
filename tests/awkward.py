"""Lists that are awkward to write down, and a house whose files are made in this process, so that each can be tried."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from tests.house import House
from tools.asking import Make
from tools.making import Makers
from tools.workshop import WORKS

Line = tuple[str, str, str]
LONG = "Nurse for intensive care and dialysis, at night and on weekends, "
LISTS: dict[str, list[Line]] = {
    "nothing": [],
    "one application": [("Lidl", "Driver", "applied")],
    "all rejected": [(f"Firm {n}", "Cook", "rejected") for n in range(12)],
    "long": [
        ("W" * 300, "T" * 500, "applied"),
        ((LONG * 8)[:299] + "!", (LONG * 8)[:499] + "!", "interview"),
        ("Donaudampfschiff" * 18, "fahrtsgesellschaft" * 27, "rejected"),
    ],
    "formulas": [
        ("=cmd()", "+49 30 1234", "applied"),
        ("@SUM(A1)", "-2 days a week", "saved"),
        ("\t=1+1", "\r=2", "applied"),
        ("+1 GmbH", '=HYPERLINK("http://x.example","y")', "rejected"),
        ("-Dash AG", "@home", "offer"),
        ("'=quoted", "{nb} **bold** <b>x</b>", "applied"),
        ("＝wide", "＋w", "applied"),
    ],
    "emoji": [
        ("🎉 Party", "Cook 🍳", "interview"),
        ("🇩🇪 Bahn", "Zugführer 🚆", "applied"),
        ("👨‍👩‍👧‍👦 Familie", "Lehrerin 👩🏽‍🏫", "rejected"),
        ("❤️ Care", "1️⃣ Barista", "applied"),
    ],
    "scripts": [
        ("שלום בע״מ", "מהנדס", "applied"),
        ("شركة النور", "مهندس", "interview"),
        ("ООО Ромашка", "Повар", "rejected"),
        ("Ελλάς ΑΕ", "Μάγειρας", "applied"),
        ("Zażółć Łódź", "Nguyễn Đức", "applied"),
    ],
    "far scripts": [("株式会社トヨタ", "エンジニア", "applied"), ("삼성전자", "엔지니어", "applied")],
}


def applications(rows: list[Line], day: str = "2026-11-02") -> list[dict[str, str]]:
    """The rows in the export form."""
    return [{"company": c, "title": t, "status": s, "applied_on": day} for c, t, s in rows]


def brought(house: House, folder: Path, rows: list[Line]) -> list[tuple[str, str]]:
    """These are imported; gives the names as they are kept."""
    path = folder / "brought.json"
    path.write_text(json.dumps({"version": 1, "applications": applications(rows), "reminders": []}), "utf-8")
    if rows:
        assert "Imported" in house.bring(path).text
    return [(one["company"], one["title"]) for one in house.applications()]


@dataclass
class Here(Makers):
    """Makes files as the process for them does, but in this one; `made` are the orders."""

    url: str
    made: list[Make] = field(default_factory=list)

    def make(self, request: Make) -> str:
        """What there is to say of the file."""
        self.made.append(request)
        module, name = WORKS[request.work]
        said: str = getattr(import_module(module), name)(request.task, request.path, self.url)
        return said

    def close(self) -> None:
        """Nothing runs on."""


def made_here(house: House) -> Here:
    """From now on the files of a house are made here."""
    here = Here(house.app.toolbox.database.url.render_as_string(hide_password=False))
    house.app.assistant.errands.makers = here
    return here


def made(house: House, words: str) -> Path:
    """The one file that comes of words."""
    (path,) = house.say(words).files
    return path
