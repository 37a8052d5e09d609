"""Drafts: short, from the facts that are there, in nobody's stock phrases."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date

import pytest

from tools.drafts import Letter, written

TODAY = date(2026, 11, 20)
FULL = Letter(
    kind="follow_up", company="Mercy General", title="Night Nurse", to="Jane Roe", sender="Ana Lima",
    applied_on=date(2026, 11, 9), talked_on=date(2026, 11, 19), round="our call", in_process=True, today=TODAY,
)  # fmt: skip
STOCK = re.compile(
    r"finds you well|touch(?:ing)? base|circl\w+ back|just (?:checking|following|wanted)|thrilled|passionate|"
    r"excited|hear from you soon|opportunity to|esteemed|synergy|reach(?:ing)? out|great fit|do not hesitate",
    re.IGNORECASE,
)
CHOICES = {
    "kind": ("follow_up", "thank_you"), "title": ("Night Nurse", ""), "to": ("Jane Roe", ""), "sender": ("Ana", ""),
    "applied_on": (FULL.applied_on, None), "talked_on": (FULL.talked_on, None), "in_process": (True, False),
}  # fmt: skip
LETTERS = [
    replace(FULL, **dict(zip(CHOICES, chosen, strict=True)))  # type: ignore[arg-type]
    for chosen in itertools.product(*CHOICES.values())
    if chosen[0] == "follow_up" or chosen[5] is not None
]


@pytest.mark.parametrize("letter", LETTERS)
def test_whatever_is_known(letter: Letter) -> None:
    text = written(letter)
    assert 30 < len(text.split()) < 150
    assert not STOCK.search(text) and "None" not in text and "  " not in text and " ," not in text
    assert letter.company in text and text.startswith("Subject: ")
    assert (letter.to in text) and (letter.sender or "[your name]") in text


def test_a_follow_up_in_process_names_the_last_talk() -> None:
    assert "since our call yesterday" in written(FULL)


def test_a_follow_up_to_silence_names_the_day() -> None:
    assert "I applied on Monday, 9 November for the Night Nurse job" in written(replace(FULL, in_process=False))
