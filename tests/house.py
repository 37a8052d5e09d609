"""The product as a test meets it: behind the stdio channel, in this process, with a clock that the test sets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

from agent import graph
from agent.assistant import Assistant
from agent.model import ModelConfig
from agent.offline.pipeline import Understood
from agent.thinking import Act, Mind, Reached, Thinking
from bot import app, stdio
from bot.settings import Settings
from storage import users
from storage.usage import Usage
from tests.talk import NOON, Heard, Line, Talk
from tools import exports, portable
from tools.asking import Request, Written
from tools.toolbox import Toolbox

__all__ = ["NOON", "Heard", "House", "Scripted"]


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


class Alone:
    """One chat model, asked as it is, for each turn."""

    asks_outside = False

    def __init__(self, model: BaseChatModel) -> None:
        self.model = model
        self.graph = graph.build(self)

    def plain(self, thinking: Thinking) -> Understood | None:
        """Nothing is read without it."""
        return None

    async def carry_out(self, thinking: Thinking, act: Act) -> Reached:
        """A turn through the graph."""
        return await graph.run(self.graph, thinking, act)

    async def think(self, thinking: Thinking, messages: Sequence[BaseMessage]) -> AIMessage:
        """What the model answers to the text."""
        answer = await self.model.ainvoke([SystemMessage(""), HumanMessage(thinking.text), *messages])
        assert isinstance(answer, AIMessage)
        return answer

    async def write(self, request: Request, thinking: Thinking, usage: Usage) -> Written:
        """Nothing is written without a writer."""
        return None

    async def leave(self) -> None:
        """Nothing is held open."""


class House(Talk):
    """The product in this process on a database that is there; a scripted model may stand in for the interpreter."""

    def __init__(
        self,
        url: str,
        folder: Path,
        script: Sequence[AIMessage] | None = None,
        config: ModelConfig | None = None,
        mind: Callable[[Toolbox], Mind] | None = None,
        more: Mapping[str, Any] | None = None,
        servers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        set_so = {"offline": config is None and servers is None, "model": config, "servers": servers or {}}
        self.settings = Settings(folder, url, **{**set_so, **(more or {})})
        self.model = Scripted(script=list(script)) if script is not None else None
        self.mind = mind
        self.start()

    def start(self) -> None:
        """Build everything anew."""
        self.app = app.build(self.settings)
        self.assistant = self.app.assistant
        if self.model is not None:
            self.assistant = Assistant(self.app.toolbox, Alone(self.model))
        if self.mind is not None:
            self.assistant = Assistant(self.app.toolbox, self.mind(self.app.toolbox))
        self.runner = asyncio.Runner()

    def close(self) -> None:
        """End the threads and the loop."""
        self.runner.run(self.assistant.leave())
        self.runner.close()
        self.assistant.bridge.close()
        self.app.close()

    def together(self, lines: Sequence[Line]) -> list[Heard]:
        """What is answered to lines that arrive at the same moment."""

        async def collected(line: Line) -> Heard:
            said = {"id": 0, "user": self.user, "at": self.now.isoformat(), **line}
            return Heard([out async for out in stdio.answers(self.assistant, json.dumps(said))][:-1])

        async def all_of_them() -> list[Heard]:
            return await asyncio.gather(*(collected(line) for line in lines))

        return self.runner.run(all_of_them())

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
