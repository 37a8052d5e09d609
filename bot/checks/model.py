"""The language model: asked once, with a few tokens, for what it must be able to do here."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

from agent.model import WORDS, ModelConfig, ModelError, connect
from bot.checks.finding import Finding, Patient, bad, ok

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

MEND = {
    "key": "Check OPENAI_API_KEY, and whether it may use this model (JOBBOT_MODEL).",
    "unknown": "Check both; the address of most servers ends with /v1.",
    "limit": "Wait a little, or look at the limits of your account.",
    "down": "Check OPENAI_BASE_URL and the network.",
    "slow": "Raise JOBBOT_MODEL_SECONDS, or choose a faster model.",
    "refused": "Choose another model: JOBBOT_MODEL.",
    "garbled": "Choose a model that can call tools: JOBBOT_MODEL.",
}


def check_model(patient: Patient) -> Iterator[Finding]:
    """Whether the model that is set, if any, answers and calls a tool."""
    if patient.settings.offline:
        yield ok("language model: none is asked (JOBBOT_OFFLINE)")
    elif patient.settings.model is None:
        if not any(patient.environment.get(name) for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL")):
            yield ok("language model: none is set (OPENAI_API_KEY); my own rules read everything")
    else:
        yield asyncio.run(_model(patient.settings.model))


async def _model(config: ModelConfig) -> Finding:
    from agent.client import Client
    from storage.usage import Usage

    nothing = {"type": "object", "properties": {}}
    tool = {"name": "ready", "description": "Say that you are ready.", "parameters": nothing}
    client, usage = Client(config, connect(config), [{"type": "function", "function": tool}]), Usage()
    try:
        answer = await client.ask(_question(), usage, client.deadline())
    except ModelError as error:
        return bad(f"language model {config.name} at {config.host}: {WORDS[error.fault]}. {MEND[error.fault]}")
    finally:
        await client.leave()
    if not answer.tool_calls:
        return bad(f"language model {config.name} at {config.host} called no tool. {MEND['garbled']}")
    took = f"{usage.milliseconds} ms, {usage.tokens_in + usage.tokens_out} tokens"
    return ok(f"language model: {config.name} at {config.host} answers and calls tools ({took})")


def _question() -> list[BaseMessage]:
    from langchain_core.messages import HumanMessage

    return [HumanMessage("Call the tool ready.")]
