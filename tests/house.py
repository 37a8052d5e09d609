"""The product as a test meets it: behind the stdio channel, in this process or in one of its own; it knows no tool."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

from agent.assistant import Assistant
from bot import app, stdio
from bot.settings import Settings
from storage import users
from tests.checkout import ROOT
from tools import exports, portable

NEW_YORK = ZoneInfo("America/New_York")
NOON = datetime(2026, 11, 17, 12, 0, tzinfo=NEW_YORK)  # a Tuesday
MINUTE = timedelta(minutes=1)
Line = dict[str, Any]


class Scripted(BaseChatModel):
    """A model that gives the next of its answers, whatever it is asked."""

    script: list[AIMessage]
    asked: list[list[BaseMessage]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        self.asked.append(messages)
        return ChatResult(generations=[ChatGeneration(message=self.script.pop(0))])


@dataclass(frozen=True)
class Heard:
    """All that answered one line, without `done`."""

    outs: list[Line]

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
        assert outs[-1] == {"id": self.lines, "done": True, "model_calls": 0}
        assert all(out["id"] == self.lines for out in outs)
        return Heard(outs[:-1])

    def say(self, text: str, *, user: str | None = None, at: datetime | None = None, **more: Any) -> Heard:
        """What is answered to words."""
        return self._told(user, at, text=text, **more)

    def press(self, label: str, *, user: str | None = None, **more: Any) -> Heard:
        """Press the one button of this person's latest answer whose label fits a pattern."""
        return self.press_id(self.last[user or self.user].button(label), user=user, **more)

    def press_id(self, number: str, *, user: str | None = None, at: datetime | None = None, **more: Any) -> Heard:
        """Press a button by its id."""
        return self._told(user, at, press=number, **more)

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


class House(Talk):
    """The product in this process on a database that is there; a scripted model may stand in for the interpreter."""

    def __init__(self, url: str, folder: Path, script: Sequence[AIMessage] | None = None) -> None:
        super().__init__()
        self.settings = Settings(folder, url, offline=True)
        self.model = Scripted(script=list(script)) if script is not None else None
        self.start()

    def start(self) -> None:
        """Build everything anew."""
        self.app = app.build(self.settings)
        self.assistant = self.app.assistant
        if self.model is not None:
            self.assistant = Assistant(self.app.toolbox, self.model)
        self.runner = asyncio.Runner()

    def close(self) -> None:
        """End the threads and the loop."""
        self.runner.close()
        self.assistant.bridge.close()
        self.app.close()

    def export(self, *, user: str | None = None) -> dict[str, Any]:
        """The same, without a word in the conversation: a question that waits goes on waiting."""
        with self.app.database.read() as db:
            found = users.find_user(db, stdio.CHANNEL, user or self.user)
            if found is None:
                return {"applications": [], "reminders": []}
            data: dict[str, Any] = json.loads(portable.dump(exports.form_of(db, found, self.now)))
            return data

    def restart(self) -> None:
        """As when the program ends and starts again."""
        self.close()
        self.start()

    def send(self, line: str) -> list[Line]:
        """The answers, as the channel would write them."""

        async def collected() -> list[Line]:
            return [json.loads(json.dumps(out)) async for out in stdio.answers(self.assistant, line)]

        return self.runner.run(collected())


class Process(Talk):
    """The real program, `python -m bot stdio`, in a process that can be killed."""

    def __init__(self, folder: Path, **environment: str) -> None:
        super().__init__()
        self.process: subprocess.Popen[str] | None = None
        self.folder = folder
        self.environment = {**os.environ, "JOBBOT_DATA_DIR": str(folder), "JOBBOT_OFFLINE": "1", **environment}
        self.start()

    def start(self) -> None:
        """Start the program, again if it was killed; it may be asked at once."""
        self.forget()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "stdio"], cwd=ROOT, env=self.environment, text=True, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def write(self, line: str) -> None:
        """Send a line without waiting for the answer."""
        assert self.process is not None and self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def read(self) -> Line | None:
        """The next object; None when the program has ended."""
        assert self.process is not None and self.process.stdout is not None
        text = self.process.stdout.readline()
        # The last line may have been cut by the end.
        return json.loads(text) if text.endswith("\n") else None

    def send(self, line: str) -> list[Line]:
        """The answers; fails when the program ends before `done`."""
        self.write(line)
        outs: list[Line] = []
        while not (outs and outs[-1].get("done")):
            out = self.read()
            assert out is not None, f"the program ended: {self.process and self.process.communicate()[1]}"
            outs.append(out)
        return outs

    def kill(self) -> None:
        """End the program as a power cut would."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def forget(self) -> None:
        """Close the pipes to a program that was killed, whose last words were read or do not matter."""
        if self.process is not None:
            for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
                with suppress(BrokenPipeError):
                    assert pipe is not None
                    pipe.close()

    def close(self) -> int:
        """End the input, and wait for the program; gives its exit status."""
        assert self.process is not None
        _, self.errors = self.process.communicate()
        return self.process.returncode
