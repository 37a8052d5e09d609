"""Facts, notes, contacts, labels, reminders, settings, removal, small talk: sentences and the calls they become."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import pytest

from agent.offline.briefing import Briefing, Known
from agent.offline.pipeline import understand
from storage.companies import decide
from tools import when
from tools.focus import Focus
from tools.pay import read as read_pay
from tools.result import Call
from tools.settings import clock, zone_named

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("America/New_York"))
JOBS = (
    ("Stripe", "Backend Engineer", "interview"),
    ("Mercy General", "Staff Nurse", "applied"),
    ("Lidl", "Warehouse Operative", "applied"),
    ("Tesco", "Customer Assistant", "rejected"),
    ("Globex", "Data Analyst", "screening"),
    ("Initech", "Technical Writer", "saved"),
    ("The Ivy", "Sous Chef", "applied"),
    ("Deutsche Bahn", "Lokführer", "applied"),
    ("Mercadona", "Cajera", "applied"),
    ("Decathlon", "Vendeuse", "interview"),
    ("Kingsway Primary School", "Teaching Assistant", "applied"),
    ("Barnes & Noble", "Bookseller", "offer"),
    ("DHL", "Courier", "applied"),
    ("Northwind", "Frontend Developer", "withdrawn"),
    ("Northwind", "Product Designer", "applied"),
    ("Sage", "Data Engineer", "applied"),
    ("Marriott", "Receptionist", "ghosted"),
    ("Bosch", "Mechatroniker", "applied"),
    ("Home Instead", "Care Assistant", "saved"),
)
TAGS = ("nights", "fintech", "urgent", "python", "data")
KNOWN = tuple(Known(number, *job) for number, job in enumerate(JOBS, 1))
NAMES = tuple(dict.fromkeys(company for company, _, _ in JOBS))
FRAMED = re.compile(r"^\[(?P<about>[^\]]+)\]\s*(?P<said>.+)$")


@dataclass(frozen=True)
class Row:
    """A sentence, what the talk is about, and the calls it asks for."""

    said: str
    about: tuple[str, ...]
    meaning: str


def rows(name: str) -> list[Row]:
    """The rows of a table file."""
    found = []
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            words, meaning = line.split("\t")
            framed = FRAMED.match(words)
            about = tuple(part.strip() for part in framed["about"].split(",")) if framed else ()
            found.append(Row(framed["said"] if framed else words, about, meaning))
    return found


def focus(about: tuple[str, ...]) -> Focus:
    """The talk is about one company, or a list is on the screen."""
    refs = tuple(f"application:{number_of(name)}" for name in about)
    return Focus(subject=refs) if len(refs) == 1 else Focus(listed=refs)


def number_of(name: str) -> int:
    """The id of the first application at a company."""
    return next(known.id for known in KNOWN if known.company == name)


def calls(row: Row) -> tuple[tuple[Call, ...], str]:
    """What the interpreter makes of a row: calls, and words."""
    understood = understand(row.said, Briefing(NOW, KNOWN, (), TAGS, focus(row.about)))
    return understood.calls, understood.words


def company(said: str) -> str:
    """A company as the person has it, whether named or pointed at."""
    number = re.fullmatch(r"#(\d+)", said)
    if number:
        known = KNOWN[int(number[1]) - 1]
        twins = [k for k in KNOWN if k.company == known.company]
        return known.company if len(twins) == 1 else f"{known.company} ({known.title})"
    decision = decide(said, NAMES)
    return decision.matches[0].name if decision.kind == "one" else said


def day(direction: Literal["past", "future"]) -> Callable[[str], str]:
    """A reader of days."""
    return lambda words: when.read_day(words, NOW, direction).isoformat()


def moment(words: str) -> str:
    """An instant in the person's zone."""
    return f"{when.read_moment(words, NOW, 'future', default_time=time(9)).local:%Y-%m-%d %H:%M}"


def plain(words: str) -> str:
    """Words without case and marks around them."""
    return " ".join(words.casefold().split()).strip(" .!\"'")


def parts(words: str) -> str:
    """Tags in their order."""
    return ",".join(sorted(part.strip().lstrip("#") for part in words.casefold().split(",")))


READERS: dict[str, Callable[[str], Any]] = {
    "company": company,
    "applied_on": day("past"),
    "on": day("past"),
    "deadline": day("future"),
    "pause_until": day("future"),
    "when": moment,
    "until": moment,
    "pay": read_pay,
    "add": parts,
    "remove": parts,
    "timezone": zone_named,
    "morning": clock,
    "quiet_from": clock,
    "quiet_to": clock,
    "companies": lambda names: ",".join(sorted(company(name.strip(" '\"")) for name in names.strip("[]").split(","))),
    "clear": lambda words: plain(words).replace("salary", "pay").replace("role", "title").replace("link", "url"),
}
SAME_CALL = {"remind.list": "reminders"}


def read(name: str, value: object) -> Any:
    """An argument as the tool reads it; as said, where it cannot."""
    try:
        return READERS.get(name, plain)(str(value))
    except Exception as error:
        return f"{value} ({type(error).__name__})"


def meant(call: Call) -> dict[str, Any]:
    """A call with its arguments read; a title beside the only application of a company says nothing."""
    found = {
        name: read(name, value)
        for name, value in call.args.items()
        if value not in (None, "", False) and name != "guesses"
    }
    found |= {name: plain(str(value)) for name, value in call.args.items() if value is False}
    if found.get("company") in NAMES and found.get("company") != "Northwind":
        found.pop("title", None)
    return {"tool": call.name, **found}


def expected(meaning: str) -> list[dict[str, Any]]:
    """The calls of a cell."""
    found = []
    for part in meaning.split(" ;; "):
        head, *args = part.split(" | ")
        tool, _, name = head.strip().partition(" ")
        given = dict(arg.strip().split("=", 1) for arg in args) | ({"company": name} if name else {})
        found.append({"tool": tool, **{k: v if k.endswith("~") else read(k, v) for k, v in given.items()}})
    return found


def fits(want: dict[str, Any], made: dict[str, Any]) -> bool:
    """Whether a call is the one meant; `which~` is a pattern."""
    loose = {k.removesuffix("~"): v for k, v in want.items() if k.endswith("~")}
    strict = {k: v for k, v in want.items() if not k.endswith("~")}
    rest = {k: v for k, v in made.items() if k not in loose}
    return rest == strict and all(re.search(v, str(made.get(k, "")), re.I) for k, v in loose.items())


def is_right(row: Row) -> bool:
    """Whether the interpreter does what a row expects."""
    made, words = calls(row)
    if row.meaning.startswith("says "):
        return not made and row.meaning[5:] in words.casefold()
    # As the door does, exact repetitions count once.
    got = [meant(call) for number, call in enumerate(made) if call not in made[:number]]
    want = expected(row.meaning)
    return len(got) == len(want) and all(any(fits(w, g) for g in got) for w in want)


@pytest.mark.parametrize(
    ("name", "least"), [("first", 0.97), ("later", 0.95), ("third", 0.95), ("fourth", 0.92), ("fifth", 0.92)]
)
def test_other_peoples_sentences(name: str, least: float) -> None:
    table = rows(f"facts_{name}.tsv")
    wrong = [row.said for row in table if not is_right(row)]
    assert len(table) - len(wrong) >= least * len(table), wrong
