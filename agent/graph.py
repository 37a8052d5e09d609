"""The graph: think (a model says which tools) and act (the door runs them); knows no channel and no storage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal, Protocol, TypedDict

from langchain_core.messages import AIMessage, BaseMessage, ToolMessage
from langgraph.graph import START, StateGraph
from langgraph.types import Command
from langsmith import tracing_context

from agent.thinking import Act, Reached, Thinking
from tools.asking import Write
from tools.result import Call
from tools.turn import Answer, Outcome

LOOK_UP = "look_up"


class Thinker(Protocol):
    """Gives the next message of a turn: calls, or words."""

    async def think(self, thinking: Thinking, messages: Sequence[BaseMessage]) -> AIMessage:
        """The answer to the turn's text, or to what the calls of `messages` came to."""
        ...


class State(TypedDict):
    """The messages of one turn since the person's, what is known of the turn, how to act, what its calls came to."""

    messages: list[BaseMessage]
    thinking: Thinking
    act: Act
    outcomes: list[Outcome]


def build(thinker: Thinker) -> Any:
    """The compiled graph of two nodes: think until no tool is asked for, act in between.

    A turn whose calls were all answered by receipts, cards or refusals ends after act: no second call of the model.
    Only what was looked up in order to be put in words goes back to it.
    """

    async def think(state: State) -> Command[Literal["act", "__end__"]]:
        answer = await thinker.think(state["thinking"], state["messages"])
        return Command(
            goto="act" if answer.tool_calls else "__end__", update={"messages": [*state["messages"], answer]}
        )

    graph = StateGraph(State)
    graph.add_node("think", think)
    graph.add_node("act", _act)
    graph.add_edge(START, "think")
    return graph.compile()


async def _act(state: State) -> Command[Literal["think", "__end__"]]:
    last, thinking = state["messages"][-1], state["thinking"]
    assert isinstance(last, AIMessage)
    looked_up = [call for call in last.tool_calls if call["name"] == LOOK_UP]
    if looked_up and len(looked_up) == len(last.tool_calls):
        # Nothing of it is shown, and it changes nothing of what the conversation is about.
        quiet = replace(thinking.turn, conversation_id=None, text="", event_id=None)
        outcome = await state["act"]([Call(name=c["args"]["tool"], args=c["args"]["args"]) for c in looked_up], quiet)
        # What a tool would have put in words is put in words here: its facts will do.
        facts = [ask.request.facts for _, ask in outcome.asks if isinstance(ask.request, Write)]
        text = "\n".join([*map(_words, outcome.answers), *facts])
        found = ToolMessage(text, tool_call_id=looked_up[0]["id"] or "")
        return Command(goto="think", update={"messages": [*state["messages"], found]})
    calls = [Call(name=c["name"], args=c["args"]) for c in last.tool_calls if c["name"] != LOOK_UP]
    return Command(
        goto="__end__", update={"outcomes": [*state["outcomes"], await state["act"](calls, thinking.counted)]}
    )


async def run(compiled: Any, thinking: Thinking, act: Act) -> Reached:
    """One turn through the graph: the outcomes of its calls, or the words that the model ended with."""
    state = State(messages=[], thinking=thinking, act=act, outcomes=[])
    # Nothing that a person says may reach a tracing service, whatever the environment says.
    with tracing_context(enabled=False):
        final = await compiled.ainvoke(state)
    if final["outcomes"]:
        return Reached(tuple(final["outcomes"]))
    read_back = any(isinstance(message, ToolMessage) for message in final["messages"])
    return Reached(words=str(final["messages"][-1].text).strip(), read_back=read_back)


def _words(answer: Answer) -> str:
    """An answer as lines of text."""
    rows = answer.table.rows if answer.table else ()
    return "\n".join([answer.text, *(" · ".join(row) for row in rows), answer.after]).strip()
