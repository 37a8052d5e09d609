"""Finding expressions in running text, and leaving alone what only looks like one."""

from itertools import pairwise

import pytest

from tests.tools.when.marked import seen, sentences
from tools.when import find

SENTENCES = sentences("sentences.txt")


@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_sentence(text: str, wanted: list[tuple[int, str, str]]) -> None:
    assert seen(text) == wanted


def test_there_are_enough_sentences_with_and_without_dates() -> None:
    assert sum(bool(wanted) for _, wanted in SENTENCES) >= 70
    assert sum(not wanted for _, wanted in SENTENCES) >= 80


@pytest.mark.parametrize("text", [text for text, _ in SENTENCES])
def test_offsets_are_those_of_the_text(text: str) -> None:
    for found in find(text):
        assert text[found.start : found.end] == found.text
        assert found.has_day or found.has_time or found.is_range or found.is_duration


def test_found_ones_are_in_order_and_apart() -> None:
    found = find("from Tuesday to Thursday 4pm, then Friday at noon for 2 hours, or since October")
    assert [one.text for one in found] == ["Tuesday", "Thursday 4pm", "Friday at noon", "2 hours", "since October"]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_capitals_throughout_are_no_names() -> None:
    assert [one.text for one in find("INTERVIEW AT ACME MONDAY MORNING AT TEN")] == ["MONDAY MORNING AT TEN"]


@pytest.mark.parametrize("text", ["", " ", "\n\t", "...", "🎉🎉", "\x00\x01", "שלום עולם", "'; DROP TABLE users; --"])
def test_nothing_is_found_in_nothing(text: str) -> None:
    assert find(text) == []
