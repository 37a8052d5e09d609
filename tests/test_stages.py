"""The view into the stages of the interpreter, for those who look for the one at fault."""

from __future__ import annotations

import pytest

from scripts import stages


def test_each_stage_is_shown_in_its_order(capsys: pytest.CaptureFixture[str]) -> None:
    said = ["applied to Lidl yesterday, Stripe said no", "--known", "Stripe, cook", "--at", "2026-11-20T10:00:00+00:00"]
    assert stages.main(said) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [int(line[0]) for line in shown] == [1, 2, 3, 4, 5, 5, 3, 4, 5, 5, 7, 7]
    assert "company “Stripe” = Stripe" in shown[1]
    assert 'log {"company": "Lidl", "on": "yesterday"}' in shown[-2]
    assert 'status {"status": "rejected", "company": "Stripe"}' in shown[-1]
