"""The real program killed at random moments: what was answered is there, nothing is there twice, undo still works."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bot.sample_table import NAMES
from tests.process import Process
from tests.talk import MINUTE

ROUNDS, EARLY = 20, 3  # kills in all; those while the program is starting
BURST = 8


@dataclass
class Witness:
    """Somebody who sends lines, is cut off, sends the unanswered ones again, and remembers what must be there."""

    process: Process
    dice: random.Random
    sent: int = 0
    waiting: list[dict[str, str]] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    undo: str = ""

    def next_line(self) -> dict[str, str]:
        """A line with an event of its own: a job, or a note at the job before."""
        number, is_note = divmod(self.sent, 2)
        self.sent += 1
        company = f"{NAMES[number % len(NAMES)]} {'abcdefgh'[number // len(NAMES)]}works"
        text = f"/note note {company}, {company}" if is_note else f"/log {company}, Cook"
        self.process.now += MINUTE
        return {"user": "u1", "text": text, "event": f"e{self.sent}", "at": self.process.now.isoformat()}

    def burst(self) -> None:
        """Send several lines at once, and kill the program at some moment before or after it has answered them."""
        self.waiting = [self.next_line() for _ in range(BURST)]
        for number, line in enumerate(self.waiting):
            self.process.write(json.dumps({"id": number, **line}))
        read = self.dice.randrange(BURST)
        for _ in range(read):
            self.hear()
        time.sleep(self.dice.random() * (0.02 if read else 0.05))
        self.process.kill()
        while self.hear():
            pass

    def hear(self) -> bool:
        """Read up to the end of one answer; False when the program is gone."""
        while (out := self.process.read()) is not None:
            if "done" in out:
                self.answered.append(self.waiting.pop(0)["text"])
                return True
        return False

    def kill_early(self) -> None:
        """Kill the program while it starts."""
        self.process.start()
        time.sleep(self.dice.random() * 2)
        self.process.kill()

    def again(self) -> None:
        """Start the program again and send what was not answered, under the same events."""
        self.process.start()
        for line in self.waiting:
            assert self.process.line(**line).text.startswith(("Logged", "Noted")), line
            self.answered.append(line["text"])
        self.waiting = []

    def check(self) -> None:
        """All that was answered is there, once."""
        applications = self.process.applications()
        said = [f"/log {a['company']}, Cook" for a in applications]
        said += [f"/note {note['text']}, {a['company']}" for a in applications for note in a["notes"]]
        assert Counter(said) == Counter(self.answered)

    def take_back(self) -> None:
        """Press the Undo of a receipt that a killed program gave, and get a new receipt to be taken back later."""
        if self.undo:
            assert "Taken back: Logged: Fleeting" in self.process.press_id(self.undo).text
            self.check()
            assert "pressed already" in self.process.press_id(self.undo).text
        self.undo = self.process.say("/log Fleeting, Cook").button("Undo")


def test_killed_twenty_times(tmp_path: Path) -> None:
    witness = Witness(Process(tmp_path), random.Random(20))
    for number in range(ROUNDS - EARLY):
        witness.take_back()
        witness.burst()
        if number < EARLY:
            witness.kill_early()
        witness.again()
    witness.take_back()
    assert len(witness.answered) == (ROUNDS - EARLY) * BURST
    assert "Taken back" in witness.process.say("/undo").text
    witness.check()
    witness.process.say("/undo 3")
    assert len(witness.process.applications()) < len(witness.answered) / 2
    assert witness.process.close() == 0
    assert witness.process.errors == ""
