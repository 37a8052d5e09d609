"""Commands as people type them: values in order or by name, quotes, empty values, lists, numbers with commas."""

from __future__ import annotations

import pytest

from tools.catalog import default
from tools.command import parse
from tools.result import Refusal

CATALOG = default()
READ: dict[str, dict[str, str]] = {
    "/log Stripe": {"company": "Stripe"},
    "/LOG stripe, Cook": {"company": "stripe", "title": "Cook"},
    "/log@jobbot Stripe,Cook": {"company": "Stripe", "title": "Cook"},
    "/log Stripe, , saved": {"company": "Stripe", "status": "saved"},
    "/log Stripe,": {"company": "Stripe"},
    "/log , Cook": {"title": "Cook"},
    '/log "Smith, Jones & Co", Cook': {"company": "Smith, Jones & Co", "title": "Cook"},
    '/log title="Cook, head of", Stripe': {"title": "Cook, head of", "company": "Stripe"},
    '/log 5" Pipes, Fitter': {"company": '5" Pipes', "title": "Fitter"},
    '/log The "Old" Mill, Cook': {"company": 'The "Old" Mill', "title": "Cook"},
    "/log Stripe, pay=60,000, title=Cook": {"company": "Stripe", "pay": "60,000", "title": "Cook"},
    "/log Stripe, pay=1,234,567 USD": {"company": "Stripe", "pay": "1,234,567 USD"},
    "/log Stripe, Cook, applied, 3, referral": {
        "company": "Stripe", "title": "Cook", "status": "applied", "on": "3", "source": "referral",
    },
    "/log Stripe, tags=a, b, c": {"company": "Stripe", "tags": "a,b,c"},
    "/log Stripe, tags=a, b, title=Cook": {"company": "Stripe", "tags": "a,b", "title": "Cook"},
    "/label Stripe, add=fintech, remote": {"company": "Stripe", "add": "fintech,remote"},
    "/log A = B Works": {"company": "A = B Works"},
    "/log url=https://x.example/?a=b, Stripe": {"url": "https://x.example/?a=b", "company": "Stripe"},
    "/note line one\nline two, Stripe": {"text": "line one\nline two", "company": "Stripe"},
    "/reminders": {"what": "reminders"},
    "/applied Stripe, Cook": {"company": "Stripe", "title": "Cook"},
    "/undo": {},
    "/chart weeks, dark": {"kind": "weeks", "look": "dark"},
    "/chart dark, weeks": {"kind": "weeks", "look": "dark"},
    "/chart dark weeks": {"kind": "weeks", "look": "dark"},
    "/chart Weeks in Dark mode": {"kind": "weeks", "look": "dark"},
    "/chart weeks, , dark": {"kind": "weeks", "look": "dark"},
    "/chart dark": {"look": "dark"},
    "/chart year, this year, dark": {"kind": "year", "period": "this year", "look": "dark"},
    "/chart dark, this year, year": {"kind": "year", "period": "this year", "look": "dark"},
    "/chart year this year dark": {"kind": "year", "period": "this year", "look": "dark"},
    "/chart this year": {"period": "this year"},
    "/chart last 3 weeks": {"period": "last 3 weeks"},
    "/chart weeks last 3 weeks": {"kind": "weeks", "period": "last 3 weeks"},
    "/chart dark 2025 funnel": {"kind": "funnel", "period": "2025", "look": "dark"},
    "/chart standing, in October": {"kind": "standing", "period": "October"},
    "/chart period=this month, dark": {"period": "this month", "look": "dark"},
    "/chart look=dark, weeks": {"kind": "weeks", "look": "dark"},
    "/chart banana": {"kind": "banana"},
    "/chart weeks, banana": {"kind": "weeks", "period": "banana"},
    "/chart dark, banana": {"kind": "banana", "look": "dark"},
}  # fmt: skip


@pytest.mark.parametrize(("text", "args"), READ.items(), ids=READ.keys())
def test_what_a_command_says(text: str, args: dict[str, str]) -> None:
    call = parse(text, CATALOG)
    assert call is not None and call.args == args
    assert not call.confirmed


@pytest.mark.parametrize(
    "text", ["", "hello", "/", "//log", "log Stripe", "/path/to/file", "and /log Stripe", "/log, x"]
)
def test_what_is_no_command(text: str) -> None:
    assert parse(text, CATALOG) is None


@pytest.mark.parametrize("text", ["/frobnicate", "/undo 1, 2, 3, 4", "/confirmed yes"])
def test_what_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        parse(text, CATALOG)
