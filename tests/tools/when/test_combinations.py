"""Days and hours put together in every way: almost all are read, and none is read as something else."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.tools.when.combinations import DAYS, combined
from tools.when import Unclear, find, read_moment

NOW = datetime(2026, 11, 17, 10, tzinfo=ZoneInfo("Europe/Berlin"))


def read(words: str) -> str:
    """Month, day, hour and minute; "?" where it is refused."""
    try:
        return f"{read_moment(words, NOW, 'future', default_time=None).local:%m-%d %H:%M}"
    except Unclear:
        return "?"


@pytest.mark.parametrize("language", DAYS)
def test_every_combination_is_right_or_refused(language: str) -> None:
    said = [(words, meaning, read(words)) for words, meaning in combined(language)]
    assert [(words, found) for words, meaning, found in said if found not in (meaning, "?")] == []
    assert sum(found == meaning for _, meaning, found in said) >= 0.97 * len(said)


@pytest.mark.parametrize("language", DAYS)
def test_every_combination_is_found_whole_in_a_sentence(language: str) -> None:
    whole = 0
    phrases = [words for words, _ in combined(language)]
    for words in phrases:
        found = find(f"Acme: {words}, Jane")
        whole += len(found) == 1 and found[0].text == words and found[0].has_day and found[0].has_time
    assert whole >= 0.95 * len(phrases)
