"""What can go wrong with a mail server, in four kinds, whatever its protocol; knows no protocol."""

from __future__ import annotations


class MailTrouble(Exception):
    """A mail server could not be asked; the words are short and hold nothing that a person wrote."""


class AccessLost(MailTrouble):
    """The server does not let us in any more: only the person can mend that."""


class Busy(MailTrouble):
    """The server wants to be left alone for a while: `pause` in seconds, where it named one."""

    def __init__(self, words: str, pause: float | None = None) -> None:
        super().__init__(words)
        self.pause = pause


class Unreachable(MailTrouble):
    """No answer, or none that makes sense: later it may be there again."""


class HistoryGone(MailTrouble):
    """The server does not know any more how far we had read: what is new has to be found by its date."""
