"""Corrections of what was just said, answers to open questions, choices among buttons in words, and what "it" means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from agent import pending
from agent.offline import openers, references
from agent.offline.briefing import Briefing, Known
from tests.agent.offline.played import Case, cases, opened, play
from tests.house import House
from tools.focus import Focus

NOW = datetime(2026, 11, 10, 10, 0, tzinfo=ZoneInfo("Europe/London"))
ALL = [*cases("corrections_first.txt"), *cases("corrections_later.txt")]
ROLES = (
    pending.Option("1", "Randstad · Order Picker", True),
    pending.Option("2", "Randstad · Forklift Driver", True),
)
DELETE = (pending.Option("1", "Yes, delete", True), pending.Option("2", "No, keep it", False))
ADD = (pending.Option("1", "Add Pret as interview", True),)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One product for all cases; each case has a person of its own."""
    with opened(tmp_path_factory.mktemp("house")) as found:
        yield found


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_conversation(house: House, case: Case) -> None:
    assert play(house, case, case.name) == []


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        ("second", "2"),
        ("number 1", "1"),
        ("the last one", "2"),
        ("der zweite", "2"),
        ("le premier", "1"),
        ("la segunda", "2"),
        ("the picker one", "1"),
        ("picking", "1"),
        ("I mean the forklift job obviously", "2"),
        ("the one where I'd drive forklifts", "2"),
        ("not the picker, the forklift one", "2"),
        ("yes", None),
        ("both", None),
        ("the other one", None),
        ("randstad", None),
        ("lidl rejected me", None),
        ("picker at lidl", None),
        ("what about the picker?", None),
    ],
)
def test_a_choice_among_two_roles(words: str, choice: str | None) -> None:
    found = pending.chosen(words, ROLES)
    assert (found.id if found else None) == choice


@pytest.mark.parametrize(
    "words",
    "yes|Yes, do it!|yup go for it|ok|sure|please do|👍|yesss|sí|sí, adelante|dale|ja|klar doch|"
    "ja mach|oui vas-y|d'accord".split("|"),
)
def test_yes_in_many_words(words: str) -> None:
    assert pending.chosen(words, DELETE) == DELETE[0]
    assert pending.chosen(words, ADD) == ADD[0]


@pytest.mark.parametrize(
    "words",
    "no|nah leave it|no wait|never mind|don't|stop|nein|lieber nicht|lass mal|non merci|mejor no|scratch that|👎".split(
        "|"
    ),
)
def test_no_in_many_words(words: str) -> None:
    assert pending.chosen(words, DELETE) == DELETE[1]
    assert pending.chosen(words, ADD) is None


@pytest.mark.parametrize(
    "words",
    "yes lidl rejected me|no reply from lidl|ok I've applied for it now|right, globex rejected me|"
    "stop reminding me|y lidl?".split("|"),
)
def test_what_only_begins_like_an_answer(words: str) -> None:
    assert pending.chosen(words, DELETE) is None


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("no wait, it was tuesday", True),
        ("oops, lidl", True),
        ("nein, Globex meinte ich", True),
        ("*ward manager", True),
        ("no answer from lidl yet", False),
        ("no luck at bosch", False),
        ("lidl rejected me", False),
    ],
)
def test_how_a_correction_begins(words: str, opens: bool) -> None:
    assert openers.is_opener(words) == opens


def told(subject: tuple[int, ...] = (), listed: tuple[int, ...] = ()) -> Briefing:
    """A person with five applications, who has just spoken of some of them."""
    known = (
        Known(1, "Globex", "Data Analyst", "applied"),
        Known(2, "Randstad", "Forklift Driver", "applied"),
        Known(3, "Randstad", "Order Picker", "applied"),
        Known(4, "Lidl", "Cashier", "applied"),
        Known(5, "Mercy General", "Staff Nurse", "applied"),
    )
    focus = Focus(subject=tuple(f"application:{i}" for i in subject), listed=tuple(f"application:{i}" for i in listed))
    return Briefing(NOW, known, (), (), focus)


@pytest.mark.parametrize(
    ("words", "subject", "listed", "meant"),
    [
        ("star it", (4,), (), (4,)),
        ("they rejected me", (4,), (), (4,)),
        ("ils m'ont dit non", (1,), (), (1,)),
        ("sie haben mich eingeladen", (1,), (), (1,)),
        ("I'm going there on friday", (5,), (), (5,)),
        ("they rejected me", (1, 4), (), ()),
        ("archive them", (1, 4), (), (1, 4)),
        ("archive both", (), (1, 5), (1, 5)),
        ("the second one rejected me", (), (5, 4, 1), (4,)),
        ("the last one rejected me", (), (5, 4, 1), (1,)),
        ("the nurse one", (), (), (5,)),
        ("the second interview", (4,), (5, 1), ()),
        ("applied to Aldi", (4,), (), ()),
    ],
)
def test_what_words_point_at(
    words: str, subject: tuple[int, ...], listed: tuple[int, ...], meant: tuple[int, ...]
) -> None:
    assert references.resolve(words, told(subject, listed)) == meant


def test_the_other_one_is_the_other_of_two() -> None:
    assert references.other("no, the other one", told((2,))) == (3,)
    assert references.other("the other one", told((1,), (1, 4))) == (4,)
    assert references.other("the other one", told((1,), (1, 4, 5))) == ()


def test_the_other_one_is_the_only_other_that_goes_on() -> None:
    apps = (Known(1, "Aldi", "cashier", "withdrawn"), Known(2, "Lidl", "cashier", "rejected"))
    briefing = replace(told((1,)), applications=(*apps, Known(3, "Tesco", "cashier", "applied")))
    assert references.resolve("withdraw the other one", briefing) == (3,)
