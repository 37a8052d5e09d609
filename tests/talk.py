"""What a test says to the stdio channel and what it hears, wherever the channel runs; it knows no tool."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

NEW_YORK = ZoneInfo("America/New_York")
NOON = datetime(2026, 11, 17, 12, 0, tzinfo=NEW_YORK)  # a Tuesday
MINUTE = timedelta(minutes=1)
Line = dict[str, Any]


@dataclass(frozen=True)
class Heard:
    """All that answered one line, without `done`."""

    outs: list[Line]
    model_calls: int = 0

    @property
    def text(self) -> str:
        """The words of all answers, or of the error."""
        return "\n".join(out.get("text") or out.get("error") or "" for out in self.outs)

    @property
    def error(self) -> str | None:
        """What was wrong with the line."""
        return next((out["error"] for out in self.outs if "error" in out), None)

    @property
    def buttons(self) -> list[tuple[str, str]]:
        """Id and label of each button."""
        return [(button["id"], button["label"]) for out in self.outs for button in out.get("buttons", [])]

    @property
    def labels(self) -> list[str]:
        """The labels of the buttons."""
        return [label for _, label in self.buttons]

    @property
    def files(self) -> list[Path]:
        """The files handed out."""
        return [Path(name) for out in self.outs for name in out.get("files", [])]

    @property
    def kinds(self) -> list[str]:
        """The kinds of what was pushed."""
        return [out["kind"] for out in self.outs if out.get("push")]

    @property
    def calls(self) -> list[str]:
        """The names of the tools that were called."""
        return [call["name"] for out in self.outs for call in out.get("tools", [])]

    def button(self, label: str) -> str:
        """The id of the one button whose label fits a pattern."""
        (found,) = [number for number, words in self.buttons if re.search(label, words, re.IGNORECASE)]
        return found


@dataclass
class Talk(ABC):
    """Lines to the stdio channel and what comes back; each line is a minute after the one before, unless it says so."""

    user: str = "u1"
    now: datetime = NOON
    last: dict[str, Heard] = field(default_factory=dict)
    lines: int = 0

    @abstractmethod
    def send(self, line: str) -> list[Line]:
        """The objects that answer a line, `done` last."""

    def line(self, **fields: Any) -> Heard:
        """One line as it stands, numbered; checks the frame of the protocol."""
        self.lines += 1
        outs = self.send(json.dumps({"id": self.lines, **fields}))
        last = outs[-1]
        assert set(last) == {"id", "done", "model_calls"} and last["done"] is True
        assert all(out["id"] == self.lines for out in outs)
        return Heard(outs[:-1], last["model_calls"])

    def say(self, text: str, *, user: str | None = None, at: datetime | None = None, **more: Any) -> Heard:
        """What is answered to words."""
        return self._told(user, at, text=text, **more)

    def press(self, label: str, *, user: str | None = None, **more: Any) -> Heard:
        """Press the one button of this person's latest answer whose label fits a pattern."""
        return self.press_id(self.last[user or self.user].button(label), user=user, **more)

    def press_id(self, number: str, *, user: str | None = None, at: datetime | None = None, **more: Any) -> Heard:
        """Press a button by its id."""
        return self._told(user, at, press=number, **more)

    def tick(self, at: datetime) -> Heard:
        """What is pushed by an instant, to whomever."""
        self.now = at
        heard = self.line(at=at.isoformat(), tick=True)
        for out in heard.outs:
            mine = self.last.get(out["user"], Heard([])).outs if out is not heard.outs[0] else []
            self.last[out["user"]] = Heard([*mine, out])
        return heard

    def bring(self, path: Path, *, user: str | None = None, **more: Any) -> Heard:
        """Import a file."""
        return self.say("/import", user=user, files=[str(path)], **more)

    def export(self, *, user: str | None = None) -> dict[str, Any]:
        """All of a person's data, as the form has it."""
        heard = self._told(user, None, text="/export json", keep=False)
        data: dict[str, Any] = json.loads(heard.files[0].read_text("utf-8"))
        return data

    def applications(self, *, user: str | None = None) -> list[dict[str, Any]]:
        """The applications of the export."""
        found: list[dict[str, Any]] = self.export(user=user)["applications"]
        return found

    def _told(self, user: str | None, at: datetime | None, *, keep: bool = True, **fields: Any) -> Heard:
        self.now = at or self.now + MINUTE
        heard = self.line(user=user or self.user, at=self.now.isoformat(), **fields)
        if keep:
            self.last[user or self.user] = heard
        return heard
