"""Drafts: short, from the facts that are there, in nobody's stock phrases."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date

import pytest

from tools.drafts import written
from tools.letters import Letter, middle

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


GOOD = (
    "Thank you for our call yesterday. I would like the Night Nurse job, and I am glad to send what is still missing."
)


@pytest.mark.parametrize(
    "words",
    [
        GOOD,
        f"Subject: Night Nurse\n\nDear Jane Roe,\n\n{GOOD}\n\nBest regards,\nAna",
        GOOD.replace("Thank you for", "Speaking to Jane at Mercy General was good;"),
    ],
)
def test_words_that_hold(words: str) -> None:
    assert middle(words, FULL) and "Ana" not in middle(words, FULL)[-1]
    text = written(FULL, words)
    assert len(text.split()) < 150 and text.count("Subject:") == 1 and text.endswith("Kind regards\nAna Lima")


@pytest.mark.parametrize(
    "added",
    [
        "Tom told me so.", "as Peter said", "We spoke on Tuesday.", "I start in two weeks.", "I have 5 references.",
        "Write to [email].", "Write to a@b.example.", "See https://a.example.", "I hope this finds you well.",
        "I am thrilled.", "My CV is attached.", "I am a certified nurse.", "I earn 900.", "As an AI, I cannot.",
        "**Important**", "<b>Yes</b>", "Ward 7 is fine.", "and more " * 60,
    ],
)  # fmt: skip
def test_words_that_do_not_hold(added: str) -> None:
    assert middle(f"{GOOD} {added}", FULL) == ()
    assert written(FULL, f"{GOOD} {added}") == written(FULL)


@pytest.mark.parametrize("words", ["", "Yes.", "I cannot do that.", "???", "Dear Jane,"])
def test_words_that_say_nothing(words: str) -> None:
    assert written(FULL, words) == written(FULL)
