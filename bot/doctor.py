"""What is set, whether the database can be used and whether the model answers: a line each, and how to mend it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from langchain_core.messages import BaseMessage, HumanMessage

from agent.client import Client
from agent.model import WORDS, ModelConfig, ModelError, connect
from bot import app
from bot.settings import Settings
from storage.problems import DatabaseProblem
from storage.usage import Usage

MEND = {
    "key": "Check OPENAI_API_KEY and JOBBOT_MODEL.",
    "limit": "Wait a little, or look at the limits of your account.",
    "down": "Check OPENAI_BASE_URL and the network.",
    "slow": "Raise JOBBOT_MODEL_SECONDS, or choose a faster model.",
    "refused": "Choose another model: JOBBOT_MODEL.",
    "garbled": "Choose a model that can call tools: JOBBOT_MODEL.",
}
Finding = tuple[bool, str]


def findings(settings: Settings) -> Iterator[Finding]:
    """Whether each part is well, and a sentence about it; asks the model once, with a few tokens."""
    yield True, f"data folder: {settings.data_dir}"
    yield _database(settings)
    if settings.offline:
        yield True, "language model: none is asked (JOBBOT_OFFLINE)"
    elif settings.model is None:
        yield True, "language model: none is set (OPENAI_API_KEY); my own rules read everything"
    else:
        yield asyncio.run(_model(settings.model))


def _database(settings: Settings) -> Finding:
    try:
        app.build(settings.without_model).close()
    except DatabaseProblem as problem:
        return False, f"database: {problem}"
    return True, f"database: {'the file in the data folder' if settings.embedded else 'PostgreSQL'} is up to date"


async def _model(config: ModelConfig) -> Finding:
    """One call that asks for one tool: what a model must be able to do here."""
    nothing = {"type": "object", "properties": {}}
    tool = {"name": "ready", "description": "Say that you are ready.", "parameters": nothing}
    client, usage = Client(config, connect(config), [{"type": "function", "function": tool}]), Usage()
    try:
        answer = await client.ask(_question(), usage, client.deadline())
    except ModelError as error:
        return False, f"language model {config.name} at {config.host}: {WORDS[error.fault]}. {MEND[error.fault]}"
    finally:
        await client.leave()
    if not answer.tool_calls:
        return False, f"language model {config.name} at {config.host} called no tool. {MEND['garbled']}"
    took = f"{usage.milliseconds} ms, {usage.tokens_in + usage.tokens_out} tokens"
    return True, f"language model: {config.name} at {config.host} answers and calls tools ({took})"


def _question() -> list[BaseMessage]:
    return [HumanMessage("Call the tool ready.")]


def run(settings: Settings) -> int:
    """Print what was found; 0 when all is well, else 1."""
    well = True
    for ok, words in findings(settings):
        print(f"{'ok  ' if ok else 'BAD '} {words}")
        well = well and ok
    return 0 if well else 1
