"""The graph of a turn: think (a model says which tools), act (the door runs them); knows no channel and no storage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from langchain_core.messages import AIMessage, BaseMessage, ToolMessage
from langgraph.func import entrypoint
from langsmith import tracing_context

from agent.thinking import Act, Reached, Thinking
from tools.asking import Write
from tools.result import Call
from tools.turn import Answer

LOOK_UP = "look_up"


class Thinker(Protocol):
    """Gives the next message of a turn: calls, or words."""

    async def think(self, thinking: Thinking, messages: Sequence[BaseMessage]) -> AIMessage:
        """The answer to the turn's text, or to what the calls of `messages` came to."""
        ...


@dataclass(frozen=True)
class Begun:
    """What is known of a turn, and how to act in it."""

    thinking: Thinking
    act: Act


def build(thinker: Thinker) -> Any:
    """The compiled graph: think until no tool is asked for, act in between.

    A turn whose calls were all answered by receipts, cards or refusals ends after act: no second call of the model.
    Only what was looked up in order to be put in words goes back to it. All of it is one step of the graph: nothing
    of a turn is kept between two steps, and each step costs as much as several statements.
    """

    @entrypoint()
    async def turn(begun: Begun) -> Reached:
        messages: list[BaseMessage] = []
        while True:
            answer = await thinker.think(begun.thinking, messages)
            if not answer.tool_calls:
                return Reached(words=str(answer.text).strip(), read_back=bool(messages))
            looked_up = [call for call in answer.tool_calls if call["name"] == LOOK_UP]
            if len(looked_up) < len(answer.tool_calls):
                return await _acted(answer, begun)
            messages += [answer, await _found(looked_up, begun)]

    return turn


async def _acted(answer: AIMessage, begun: Begun) -> Reached:
    """What the calls of an answer come to."""
    calls = [Call(name=c["name"], args=c["args"]) for c in answer.tool_calls if c["name"] != LOOK_UP]
    return Reached((await begun.act(calls, begun.thinking.counted),))


async def _found(looked_up: Sequence[Any], begun: Begun) -> ToolMessage:
    """What was looked up, in words; nothing of it is shown, and it changes nothing of what the talk is about."""
    quiet = replace(begun.thinking.turn, conversation_id=None, text="", event_id=None)
    outcome = await begun.act([Call(name=c["args"]["tool"], args=c["args"]["args"]) for c in looked_up], quiet)
    # What a tool would have put in words is put in words here: its facts will do.
    facts = [ask.request.facts for _, ask in outcome.asks if isinstance(ask.request, Write)]
    text = "\n".join([*map(_words, outcome.answers), *facts])
    return ToolMessage(text, tool_call_id=looked_up[0]["id"] or "")


async def run(compiled: Any, thinking: Thinking, act: Act) -> Reached:
    """One turn through the graph: the outcomes of its calls, or the words that the model ended with."""
    # Nothing that a person says may reach a tracing service, whatever the environment says.
    with tracing_context(enabled=False):
        reached: Reached = await compiled.ainvoke(Begun(thinking, act))
        return reached


def _words(answer: Answer) -> str:
    """An answer as lines of text."""
    rows = answer.table.rows if answer.table else ()
    return "\n".join([answer.text, *(" · ".join(row) for row in rows), answer.after]).strip()
