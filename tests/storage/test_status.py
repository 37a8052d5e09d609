"""Who may move an application where."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest

from storage.status import ACTIVE, ENDED, ORDER, Source, Status, may_move, reached
from tests.storage.search import at

S = Status
NEWS = at("2026-11-17 12:00")


def test_a_person_may_set_anything() -> None:
    for current, new in product(Status, Status):
        assert may_move(current, new, Source.USER, news_at=NEWS, last_change_at=NEWS + timedelta(days=1))
        assert may_move(current, new, Source.IMPORT)


FORWARD = {
    S.SAVED: {S.APPLIED, S.SCREENING, S.ASSESSMENT, S.INTERVIEW, S.REJECTED},
    S.APPLIED: {S.SCREENING, S.ASSESSMENT, S.INTERVIEW, S.REJECTED},
    S.SCREENING: {S.ASSESSMENT, S.INTERVIEW, S.REJECTED},
    S.ASSESSMENT: {S.INTERVIEW, S.REJECTED},
    S.INTERVIEW: {S.REJECTED},
    S.OFFER: {S.REJECTED},
    S.GHOSTED: {S.SCREENING, S.ASSESSMENT, S.INTERVIEW, S.REJECTED},
}


@pytest.mark.parametrize("source", [Source.EMAIL, Source.ATS, Source.SYSTEM])
def test_others_move_only_forward_or_to_rejected(source: Source) -> None:
    for current, new in product(Status, Status):
        assert may_move(current, new, source) == (new in FORWARD.get(current, set())), (current, new)


def test_never_with_older_news() -> None:
    late = NEWS + timedelta(seconds=1)
    assert not may_move(S.APPLIED, S.REJECTED, Source.EMAIL, news_at=NEWS, last_change_at=late)
    assert may_move(S.APPLIED, S.REJECTED, Source.EMAIL, news_at=late, last_change_at=NEWS)


def test_the_one_list() -> None:
    assert len(Status) == 11
    assert not ACTIVE & ENDED
    assert set(Status) == ACTIVE | ENDED
    assert ORDER[0] is S.SAVED and ORDER[-1] is S.ACCEPTED
    assert reached(S.OFFER) == (S.OFFER, S.ACCEPTED)
