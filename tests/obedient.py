"""A chat model that imitates the most gullible of language models: it does whatever any text before it says."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from pydantic import Field

ORDER = re.compile(r"CALL (?P<name>\w+)\s*(?P<args>\{[^}]*\}|(?:\w+=\S+ ?)*)|SAY (?P<words>[^\n<]+)|(?P<reveal>REVEAL)")
CODED = re.compile(r"(?<!\S)[A-Za-z0-9+/]{40,}={0,2}")
WORDS = "Wear what the people there wear."


def orders(text: str) -> list[re.Match[str]]:
    """The orders in a text, also in base64, in letters that cannot be seen, and in parts."""
    text += " ".join(base64.b64decode(found + "==").decode("utf-8", "replace") for found in CODED.findall(text))
    letters = (chr(ord(c) - 0xE0000) if 0xE0020 <= ord(c) < 0xE007F else c for c in text)
    return list(ORDER.finditer("".join(c for c in letters if unicodedata.category(c) != "Cf")))


class Obedient(BaseChatModel):
    """Obeys CALL tool {json} or CALL tool name=value, SAY words, and REVEAL, which tells all it was told.

    Without tools it claims to have done what it was told. Without orders it looks up Wayne where it shall compare, and
    has one answer to all else. `obeyed` are the orders that it read while it held tools.
    """

    obeyed: list[str] = Field(default_factory=list)
    bare: list[str] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "obedient"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Runnable[Any, AIMessage]:
        """The same model, with tools."""
        return self.bind(tools=tools, **kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self._answer(messages, "tools" in kwargs))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for piece in re.findall(r"\S+\s*", str(self._answer(messages, "tools" in kwargs).text)):
            yield ChatGenerationChunk(message=AIMessageChunk(content=piece))

    def _answer(self, messages: list[BaseMessage], tools: bool) -> AIMessage:
        found = [order for message in messages for order in orders(str(message.content))]
        (self.obeyed if tools else self.bare).extend(order.group() for order in found)
        made = [(order["name"], _args(order["args"])) for order in found if order["name"]]
        if not found and tools and "compare" in str(messages[-1].content) and isinstance(messages[-1], HumanMessage):
            made = [("look_up", {"tool": "show", "args": {"company": "Wayne"}})]
        said = [order["words"] for order in found if order["words"]]
        said += ["\n".join(str(message.content) for message in messages)] * any(order["reveal"] for order in found)
        if tools:
            calls = [{"name": name, "args": args, "id": f"c{n}"} for n, (name, args) in enumerate(made)]
            return AIMessage(content="\n".join(said) or WORDS, tool_calls=calls)
        return AIMessage("\n".join([*said, *(["I have deleted it all."] if made else [])]) or WORDS)


def _args(said: str) -> dict[str, Any]:
    if said.startswith("{"):
        found: dict[str, Any] = json.loads(said)
        return found
    pairs = dict(pair.split("=", 1) for pair in said.split())
    return {name: True if value == "true" else value for name, value in pairs.items()}
