"""The graph: think (a chat model says which tools) and act (the door runs them); knows no channel and no storage."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypedDict

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, ToolMessage
from langgraph.graph import END, START, StateGraph
from langgraph.graph.message import add_messages

from tools.result import Call
from tools.turn import Outcome, Turn

Act = Callable[[list[Call], Turn], Awaitable[Outcome]]


class State(TypedDict):
    """The messages of one turn, the turn itself, and what its calls came to."""

    messages: Annotated[list[AnyMessage], add_messages]
    turn: Turn
    outcomes: list[Outcome]


def build(model: BaseChatModel, act: Act) -> Any:
    """The compiled graph of two nodes: think until no tool is asked for, act in between.

    A turn whose calls were all answered by receipts, cards or refusals ends after act: no second call of the model.
    """

    async def think(state: State) -> dict[str, Any]:
        return {"messages": [await model.ainvoke(state["messages"])]}

    async def act_node(state: State) -> dict[str, Any]:
        last = state["messages"][-1]
        assert isinstance(last, AIMessage)
        outcome = await act([Call(name=c["name"], args=c["args"]) for c in last.tool_calls], state["turn"])
        told = [
            ToolMessage(content=done.result.reply().text, tool_call_id=call["id"] or "")
            for call, done in zip(last.tool_calls, outcome.done, strict=False)
        ]
        return {"messages": told, "outcomes": [*state["outcomes"], outcome]}

    def wants_tools(state: State) -> str:
        last = state["messages"][-1]
        return "act" if isinstance(last, AIMessage) and last.tool_calls else END

    graph = StateGraph(State)
    graph.add_node("think", think)
    graph.add_node("act", act_node)
    graph.add_edge(START, "think")
    graph.add_conditional_edges("think", wants_tools, ["act", END])
    graph.add_edge("act", END)
    return graph.compile()
