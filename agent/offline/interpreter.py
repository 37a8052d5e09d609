"""The offline interpreter as a langchain chat model: it runs the stages on a person's words and emits tool calls."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from agent.offline.briefing import Briefing
from agent.offline.pipeline import Understood, understand


class Interpreter(BaseChatModel):
    """Answers at once and for nothing; the briefing comes with the system message."""

    @property
    def _llm_type(self) -> str:
        return "jobbot-offline"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        briefing = next(m.additional_kwargs["briefing"] for m in messages if isinstance(m, SystemMessage))
        assert isinstance(briefing, Briefing)
        text = next(str(m.content) for m in reversed(messages) if isinstance(m, HumanMessage))
        return ChatResult(generations=[ChatGeneration(message=_message(understand(text, briefing)))])


def _message(understood: Understood) -> AIMessage:
    calls = [
        {"name": call.name, "args": call.args, "id": f"call_{number}", "type": "tool_call"}
        for number, call in enumerate(understood.calls)
    ]
    return AIMessage(
        content=understood.words, tool_calls=calls, additional_kwargs={"certain": True} if understood.certain else {}
    )
