"""A password typed in the plainest terminal is not shown there; where that cannot be helped, it is said."""

from __future__ import annotations

import io
import os
import pty
import sys
import termios

import pytest

from bot.console.unseen import SEEN, unseen


def shown(number: int) -> bool:
    """Whether the terminal shows what is typed."""
    return bool(termios.tcgetattr(number)[3] & termios.ECHO)


def test_a_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    master, slave = pty.openpty()
    words: list[str] = []
    try:
        with os.fdopen(slave, closefd=False) as typed:
            monkeypatch.setattr(sys, "stdin", typed)
            with unseen(words.append, secret=False):
                assert shown(slave)
            with pytest.raises(KeyboardInterrupt), unseen(words.append, secret=True):
                assert not shown(slave)
                raise KeyboardInterrupt
            assert shown(slave) and words == ["\n"]
    finally:
        os.close(master)
        os.close(slave)


def test_what_cannot_be_hidden_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("abcd"))
    words: list[str] = []
    with unseen(words.append, secret=True):
        pass
    assert words == [SEEN]
