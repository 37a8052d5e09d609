"""Mails with what they say, read while no transaction is open; keeps nothing and knows no person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from tools.findings.second import MOST_TEXT
from tools.mail.finding import Finding
from tools.mail.mail import Mail
from tools.mail.read import read
from tools.surprise import surprise

# Below this a reading is worth a question to a language model, where there is one.
UNCLEAR = 0.9
MOST_NOTED = 4_000  # characters of a mail without news that may be kept as a note


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail and what it says; `finding` is None where the reading of it broke."""

    mail: Mail
    finding: Finding | None

    @property
    def unclear(self) -> bool:
        """Whether the rules were in doubt, and nobody else was asked yet."""
        found = self.finding
        if found is None or found.decided_by == "language" or (self.mail.outgoing and found.status != "withdrawn"):
            return False
        return found.confidence < UNCLEAR and not found.sure


def letters(mails: Iterable[Mail], zone: ZoneInfo) -> Iterator[Letter]:
    """Read mails one by one, and let go of what of their texts nobody will need. `zone`: the person's."""
    for mail in mails:
        try:
            found = read(mail, zone)
        except Exception as error:
            # One mail that cannot be read must not keep all others out.
            surprise(error, ["mail"])
            yield Letter(replace(mail, text="", links=(), calendar=()), None)
            continue
        letter = Letter(mail, found)
        most = MOST_TEXT if letter.unclear else MOST_NOTED if found.status == "not_job" else 0
        yield Letter(replace(mail, text=mail.text[:most], links=(), calendar=()), found)
