"""One call of the language model: its deadline, a second try where it asks for patience, and what it cost."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.messages.utils import count_tokens_approximately
from langchain_core.runnables.base import RunnableBinding
from langsmith import tracing_context

from agent.model import ModelConfig, ModelError, fault_of, patience
from agent.thinking import Sink
from storage.usage import Usage

# More than anybody reads in a chat; what a model writes beyond is cut off.
MOST_WORDS = 8_000  # characters
# What a call may be said to have cost: a server's own figure is not trusted beyond, nor below nothing.
MOST_TOKENS = 10_000_000
CUT_OFF = "content_filter"
Answered = TypeVar("Answered", bound=AIMessage)


class Client:
    """The model with tools and without, its schemas converted once: a binding would do so at each call."""

    def __init__(self, config: ModelConfig, model: BaseChatModel, schemas: Sequence[dict[str, Any]]) -> None:
        self.config = config
        self.model = model
        bound = model.bind_tools(list(schemas))
        assert isinstance(bound, RunnableBinding), "a chat model binds tools as arguments of its calls"
        self.tools: Mapping[str, Any] = bound.kwargs
        self.weight = len(json.dumps(schemas)) // 4  # about as many tokens

    async def leave(self) -> None:
        """Give back the connections."""
        own = getattr(self.model, "root_async_client", None)
        if own is not None:
            await own.close()

    def deadline(self) -> float:
        """When a turn that begins now has waited long enough, on the loop's clock."""
        return asyncio.get_running_loop().time() + self.config.seconds

    async def ask(self, asked: Sequence[BaseMessage], usage: Usage, deadline: float) -> AIMessage:
        """The model's calls or words. Raises ModelError; a 429 that names a short pause is tried once more."""
        for last in (False, True):
            try:
                async with self._timed(usage, deadline):
                    answer = await self.model.ainvoke(list(asked), **self.tools)
                break
            except ModelError as error:
                if last or error.retry_after is None or usage.calls >= self.config.calls:
                    raise
                if asyncio.get_running_loop().time() + error.retry_after >= deadline:
                    raise
                await asyncio.sleep(error.retry_after)
        self._count(usage, asked, answer, self.weight)
        return _unrefused(answer)

    async def write(
        self, asked: Sequence[BaseMessage], usage: Usage, deadline: float, sink: Sink | None = None
    ) -> AIMessage:
        """The words of a call without tools; each piece goes to the sink as it comes. Raises ModelError."""
        whole = AIMessageChunk(content="")
        async with self._timed(usage, deadline):
            async for piece in self.model.astream(list(asked)):
                assert isinstance(piece, AIMessageChunk)
                whole += piece
                if sink is not None and piece.text:
                    sink(piece.text)
                if len(whole.text) > MOST_WORDS:
                    break
        self._count(usage, asked, whole)
        told = whole.response_metadata
        if told and "finish_reason" not in told and len(whole.text) <= MOST_WORDS:
            raise ModelError("down")  # a connection that was closed in the middle looks like an end
        return _unrefused(whole)

    async def fill(
        self, asked: Sequence[BaseMessage], schema: dict[str, object], usage: Usage, deadline: float
    ) -> AIMessage:
        """One JSON object of a strict schema, from a call without tools. Raises ModelError."""
        model = self.model.bind(response_format={"type": "json_schema", "json_schema": schema})
        async with self._timed(usage, deadline):
            answer = await model.ainvoke(list(asked))
        self._count(usage, asked, answer)
        return _unrefused(answer)

    @asynccontextmanager
    async def _timed(self, usage: Usage, deadline: float) -> AsyncIterator[None]:
        """Count a call and its time, and turn what goes wrong in it into a ModelError."""
        loop = asyncio.get_running_loop()
        start = loop.time()
        usage.calls += 1
        try:
            # Nothing that a person says may reach a tracing service, whatever the environment says.
            with tracing_context(enabled=False):
                async with asyncio.timeout_at(deadline):
                    yield
        except Exception as error:
            raise ModelError(fault_of(error), patience(error)) from None
        finally:
            usage.milliseconds += round((loop.time() - start) * 1000)

    def _count(self, usage: Usage, asked: Sequence[BaseMessage], answer: AIMessage, weight: int = 0) -> None:
        """Add what a call cost to the turn's usage; estimated where the server does not say, so that the caps hold."""
        used = answer.usage_metadata
        usage.model = self.config.name
        read, written, cached = (used["input_tokens"], used["output_tokens"], _cached(used)) if used else (0, 0, 0)
        usage.tokens_in += _bounded(read) or weight + count_tokens_approximately(asked)
        usage.tokens_out += _bounded(written) or count_tokens_approximately([answer])
        usage.tokens_cached += _bounded(cached)
        prices = self.config.prices
        if prices is not None:
            fresh = max(0, usage.tokens_in - usage.tokens_cached)
            sums = (fresh * prices.read, usage.tokens_cached * prices.cached, usage.tokens_out * prices.written)
            usage.cost = sum(sums) / 1_000_000


def _cached(used: UsageMetadata) -> int:
    return used.get("input_token_details", {}).get("cache_read", 0) or 0


def _bounded(tokens: int) -> int:
    return max(0, min(tokens, MOST_TOKENS))


def _unrefused(answer: Answered) -> Answered:
    """The answer itself; raises ModelError where the server says that the model would not give one."""
    if answer.additional_kwargs.get("refusal") or answer.response_metadata.get("finish_reason") == CUT_OFF:
        raise ModelError("refused")
    return answer
