"""The graph: think (a mind says which tools) and act (the door runs them); knows no channel and no storage."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Annotated, Any, TypedDict

from langchain_core.messages import AIMessage, AnyMessage, ToolMessage
from langgraph.graph import END, START, StateGraph
from langgraph.graph.message import add_messages

from agent.mind import LOOK_UP, Mind, Thinking
from tools.result import Call
from tools.turn import Answer, Outcome, Turn

Act = Callable[[list[Call], Turn], Awaitable[Outcome]]


class State(TypedDict):
    """The messages of one turn since the person's, what is known of the turn, and what its calls came to."""

    messages: Annotated[list[AnyMessage], add_messages]
    thinking: Thinking
    outcomes: list[Outcome]


def build(mind: Mind, act: Act) -> Any:
    """The compiled graph of two nodes: think until no tool is asked for, act in between.

    A turn whose calls were all answered by receipts, cards or refusals ends after act: no second call of the model.
    Only what was looked up in order to be put in words goes back to it.
    """

    async def think(state: State) -> dict[str, Any]:
        return {"messages": [await mind.think(state["thinking"], state["messages"])]}

    async def act_node(state: State) -> dict[str, Any]:
        last, turn = state["messages"][-1], state["thinking"].turn
        assert isinstance(last, AIMessage)
        looked_up = [call for call in last.tool_calls if call["name"] == LOOK_UP]
        if looked_up and len(looked_up) == len(last.tool_calls):
            # Nothing of it is shown, and it changes nothing of what the conversation is about.
            quiet = replace(turn, conversation_id=None, text="", event_id=None)
            outcome = await act([Call(name=c["args"]["tool"], args=c["args"]["args"]) for c in looked_up], quiet)
            found = "\n".join(map(_words, outcome.answers))
            return {"messages": [ToolMessage(found, tool_call_id=looked_up[0]["id"] or "")]}
        calls = [Call(name=c["name"], args=c["args"]) for c in last.tool_calls if c["name"] != LOOK_UP]
        return {"outcomes": [*state["outcomes"], await act(calls, turn)]}

    def wants_tools(state: State) -> str:
        last = state["messages"][-1]
        return "act" if isinstance(last, AIMessage) and last.tool_calls else END

    def wants_words(state: State) -> str:
        return END if state["outcomes"] else "think"

    graph = StateGraph(State)
    graph.add_node("think", think)
    graph.add_node("act", act_node)
    graph.add_edge(START, "think")
    graph.add_conditional_edges("think", wants_tools, ["act", END])
    graph.add_conditional_edges("act", wants_words, ["think", END])
    return graph.compile()


def _words(answer: Answer) -> str:
    """An answer as lines of text."""
    rows = answer.table.rows if answer.table else ()
    return "\n".join([answer.text, *(" · ".join(row) for row in rows), answer.after]).strip()
