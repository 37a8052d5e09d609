"""The usual way to keep an agent's conversations: langchain's `create_agent` with its SQLite saver, as they come."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from langchain.agents import create_agent
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool, StructuredTool
from langchain_core.utils.function_calling import convert_to_openai_tool
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langsmith import tracing_context

from bench.measure import size

DONE = "Logged: Stripe, backend engineer, applied yesterday, remote, 140,000 to 160,000 a year."


class Quick(BaseChatModel):
    """A model that answers at once: with one call of `log`, and with words to what that came to."""

    @property
    def _llm_type(self) -> str:
        return "quick"

    def bind_tools(
        self, tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool], **kwargs: Any
    ) -> Runnable[Any, AIMessage]:
        """Bound as the clients of real models do it."""
        return self.bind(tools=[convert_to_openai_tool(tool) for tool in tools], **kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        answer = AIMessage(DONE) if isinstance(messages[-1], ToolMessage) else _call(str(messages[-1].content))
        return ChatResult(generations=[ChatGeneration(message=answer)])


def _call(text: str) -> AIMessage:
    """The call for a text whose last word is the company."""
    company = text.split()[-1]
    args = {"company": company, "title": "backend engineer", "on": "yesterday", "pay": "140-160k"}
    return AIMessage("", tool_calls=[{"name": "log", "args": args, "id": f"call-{company}", "type": "tool_call"}])


def log(company: str, title: str = "", on: str = "", pay: str = "") -> str:
    """Keep an application of the user's with its company, title, day and pay."""
    return f"{company}: {DONE}"


class Peer:
    """An agent with so many tools, whose `log` keeps nothing: only the saver writes."""

    def __init__(self, saver: AsyncSqliteSaver, path: Path, tools: int) -> None:
        self.path = path
        names = ["log", *(f"tool_{number}" for number in range(1, tools))]
        offered = [StructuredTool.from_function(log, name=name) for name in names]
        self.agent: Any = create_agent(Quick(), offered, checkpointer=saver)

    async def turn(self, chat: str, text: str) -> None:
        """One message of a chat, answered."""
        with tracing_context(enabled=False):
            said = await self.agent.ainvoke({"messages": [HumanMessage(text)]}, {"configurable": {"thread_id": chat}})
        assert said["messages"][-1].content == DONE, said

    def bytes_kept(self) -> int:
        """The size of its file."""
        return size(self.path)


@asynccontextmanager
async def opened(path: Path, tools: int) -> AsyncIterator[Peer]:
    """The peer on a new file."""
    async with AsyncSqliteSaver.from_conn_string(str(path)) as saver:
        await saver.setup()
        yield Peer(saver, path, tools)
