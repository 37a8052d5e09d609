"""One call of the language model: its deadline, a second try where it asks for patience, and what it cost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.runnables.base import RunnableBinding

from agent.model import ModelConfig, ModelError, fault_of, patience
from agent.thinking import Sink
from storage.usage import Usage

# More than anybody reads in a chat; what a model writes beyond is cut off.
MOST_WORDS = 8_000  # characters


class Client:
    """The model with tools and without, its schemas converted once: a binding would do so at each call."""

    def __init__(self, config: ModelConfig, model: BaseChatModel, schemas: Sequence[dict[str, Any]]) -> None:
        self.config = config
        self.model = model
        bound = model.bind_tools(list(schemas))
        assert isinstance(bound, RunnableBinding), "a chat model binds tools as arguments of its calls"
        self.tools: Mapping[str, Any] = bound.kwargs

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
        self._count(usage, answer)
        if answer.additional_kwargs.get("refusal") or answer.response_metadata.get("finish_reason") == "content_filter":
            raise ModelError("refused")
        return answer

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
        self._count(usage, whole)
        return whole

    async def fill(
        self, asked: Sequence[BaseMessage], schema: dict[str, object], usage: Usage, deadline: float
    ) -> AIMessage:
        """One JSON object of a strict schema, from a call without tools. Raises ModelError."""
        model = self.model.bind(response_format={"type": "json_schema", "json_schema": schema})
        async with self._timed(usage, deadline):
            answer = await model.ainvoke(list(asked))
        self._count(usage, answer)
        return answer

    @asynccontextmanager
    async def _timed(self, usage: Usage, deadline: float) -> AsyncIterator[None]:
        """Count a call and its time, and turn what goes wrong in it into a ModelError."""
        loop = asyncio.get_running_loop()
        start = loop.time()
        usage.calls += 1
        try:
            async with asyncio.timeout_at(deadline):
                yield
        except Exception as error:
            fault = fault_of(error)
            if fault is None:
                raise
            raise ModelError(fault, patience(error)) from None
        finally:
            usage.milliseconds += round((loop.time() - start) * 1000)

    def _count(self, usage: Usage, answer: AIMessage) -> None:
        """Add what a call cost to the turn's usage."""
        used = answer.usage_metadata
        usage.model = self.config.name
        if used is not None:
            usage.tokens_in += used["input_tokens"]
            usage.tokens_out += used["output_tokens"]
            usage.tokens_cached += used.get("input_token_details", {}).get("cache_read", 0) or 0
        prices = self.config.prices
        if prices is not None:
            fresh = usage.tokens_in - usage.tokens_cached
            sums = (fresh * prices.read, usage.tokens_cached * prices.cached, usage.tokens_out * prices.written)
            usage.cost = sum(sums) / 1_000_000
