"""Who thinks where the interpreter alone does not do: a language model, with the interpreter before and below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.messages.tool import ToolCall

from agent import clippings, graph, guard, prompt
from agent.circuit import Circuit
from agent.claims import claims
from agent.client import MOST_WORDS, Client
from agent.graph import LOOK_UP
from agent.model import WORDS, Fault, ModelConfig, ModelError
from agent.offline import pasted, staying
from agent.offline.pipeline import Understood
from agent.thinking import Act, Reached, Thinking
from agent.writer import Writer
from storage.usage import Usage
from tools.asking import Request, Written

READS = ("find", "show", "agenda", "stats")
NO_CALL = "You called no tool, so nothing changed. Call the tool, or answer without saying that something was done."
MOST_ARGUMENTS = 50_000  # characters in all calls of an answer: no message of a person's comes to as many
UNUSABLE = "That call cannot be read: {why}. Make it again."
ENOUGH = "(That was as much of the language model as one message may cost; the rest is by my own rules.)"
TOO_DEAR = "That was today's share of the language model; until tomorrow I read with my own rules."


class Together:
    """A language model; the interpreter takes what is plain before it, and everything when it fails."""

    asks_outside = True

    def __init__(self, config: ModelConfig, model: BaseChatModel, schemas: list[dict[str, Any]]) -> None:
        self.config = config
        self.client = Client(config, model, [*schemas, prompt.LOOK_UP])
        self.writer = Writer(self.client)
        functions = [schema["function"] for schema in (*schemas, prompt.LOOK_UP)]
        self.tools = {one["name"]: frozenset(one["parameters"]["properties"]) for one in functions}
        self.circuit = Circuit()
        self.graph = graph.build(self)

    async def leave(self) -> None:
        """Give back the connections."""
        await self.client.leave()

    def plain(self, thinking: Thinking) -> Understood | None:
        """The interpreter's reading where the model may not or need not be asked; None else."""
        paste = pasted.found(thinking.text)
        if thinking.stays_here or (paste is None and pasted.foreign(thinking.text)):
            return thinking.read()
        if paste is not None and {call.name for call in thinking.read().calls} == {"read_mail"}:
            # The reader of mails comes first; it asks the model itself where it is in doubt.
            return thinking.read()
        noting = pasted.NOTE_LEAD.match(thinking.text) is not None
        if paste is None and not self.config.fast_path and thinking.connecting():
            # The model holds no tool for mailboxes, sheets and systems; the fast path is certain of them anyway.
            thinking.usage.path = "fast"
            return thinking.read()
        if paste is None and (self.config.fast_path or noting or staying.mentioned(thinking.text)):
            read = thinking.read()
            if any(call.name == "settings" and "offline" in call.args for call in read.calls):
                return read  # who wants to be kept from a model does not have to tell one
            # What is only to be kept is nobody's order: no model has to read it.
            kept = noting and {call.name for call in read.calls} == {"note"}
            if kept or (self.config.fast_path and read.certain):
                thinking.usage.path = "fast"
                return read
        return None

    async def carry_out(self, thinking: Thinking, act: Act) -> Reached:
        """A turn through the graph."""
        return await graph.run(self.graph, thinking, act)

    async def think(self, thinking: Thinking, messages: Sequence[BaseMessage]) -> AIMessage:
        """The answer; never raises for a fault of the model's."""
        if messages:
            return await self._in_words(thinking, messages)
        if self.config.is_spent(thinking.spent):
            thinking.note = TOO_DEAR
            return _spoken(thinking.read())
        if not self.circuit.lets_through(thinking.turn.at):
            return self._noted(thinking, self.circuit.fault or "down")
        paste = pasted.found(thinking.text)
        try:
            answer = await (self._asked(thinking) if paste is None else self._clipped(thinking, paste))
            self.circuit.worked()
            return answer
        except ModelError as error:
            self.circuit.failed(error.fault, thinking.turn.at)
            return self._noted(thinking, error.fault)

    async def write(self, request: Request, thinking: Thinking, usage: Usage) -> Written:
        """What the second port makes of a tool's request; None where the model may not be asked or fails."""
        at = thinking.turn.at
        if thinking.stays_here or self.config.is_spent(thinking.spent) or not self._may_go_on(thinking):
            return None
        if not self.circuit.lets_through(at):
            return None
        usage.path = "model"
        try:
            written = await self.writer.answer(request, usage, self._deadline(thinking))
            self.circuit.worked()
            return written
        except ModelError as error:
            usage.path = "fallback"
            self._failed(thinking, error.fault)
            return None
        finally:
            thinking.beside += usage.calls

    async def _clipped(self, thinking: Thinking, paste: pasted.Paste) -> AIMessage:
        """What somebody else's text tells, as a question; the rules' own reading where the model gives none."""
        deadline = self._deadline(thinking)
        clipping = await self.writer.read(paste.body, clippings.Clipping, thinking.usage, deadline)
        thinking.usage.path = "model"
        call = clippings.question(clipping, paste, thinking.briefing)
        return _spoken(thinking.read() if call is None else Understood((call,)))

    def _noted(self, thinking: Thinking, fault: Fault) -> AIMessage:
        """The interpreter's answer, with why it was asked, said once in an outage."""
        thinking.usage.path = "fallback"
        if self.circuit.tell_once(thinking.turn.user_id, fault):
            thinking.note = f"({WORDS[fault]}, so I read this with my own rules.)"
        return _spoken(thinking.read())

    async def _asked(self, thinking: Thinking) -> AIMessage:
        """The model's calls or words, asked a second time where the first cannot be used. Raises ModelError."""
        asked: list[BaseMessage] = prompt.messages(thinking.text, thinking.briefing, thinking.spoken)
        deadline = self._deadline(thinking)
        for _ in range(2):
            try:
                answer = await self.client.ask(asked, thinking.usage, deadline)
                wrong = self._unusable(answer)
            except ModelError as error:
                if error.fault != "garbled":
                    raise
                answer, wrong = AIMessage(""), UNUSABLE.format(why="it is of no known form")
            if not wrong:
                thinking.usage.path = "model"
                return guard.checked(answer, thinking.briefing.focus.step, lambda: thinking.read().calls)
            if not self._may_go_on(thinking):
                break
            asked += _again(answer, wrong)
        raise ModelError("garbled")

    def _unusable(self, answer: AIMessage) -> str:
        """What is wrong with an answer, for the model to read; empty where nothing is."""
        if answer.invalid_tool_calls:
            return UNUSABLE.format(why="the arguments are no JSON")
        misfit = next(filter(None, map(self._misfit, answer.tool_calls)), "")
        if not misfit and sum(len(str(call["args"])) for call in answer.tool_calls) > MOST_ARGUMENTS:
            misfit = "it is too long"
        if misfit:
            return UNUSABLE.format(why=misfit)
        words = guard.aloud(answer.text)[:MOST_WORDS].strip()
        if not answer.tool_calls and claims(words):
            return NO_CALL
        return "" if answer.tool_calls or words else UNUSABLE.format(why="it is empty")

    def _misfit(self, call: ToolCall) -> str:
        """Why a call fits no tool's schema; empty where it does. What its words mean is read by the tool."""
        name, args = call["name"], call["args"]
        if name not in self.tools:
            return f"there is no tool {name[:40]}"
        if name == LOOK_UP:
            return "" if _reads(args) else f"look_up reads with {', '.join(READS)}"
        unknown = next((one for one in args if one not in self.tools[name]), None)
        if unknown is not None:
            return f"{name} has no argument {unknown[:40]}"
        if any(isinstance(value, dict) for value in args.values()):
            return f"{name} takes words and numbers"
        return ""

    async def _in_words(self, thinking: Thinking, messages: Sequence[BaseMessage]) -> AIMessage:
        """An answer in words from what was looked up, told while it comes; that itself where the model fails."""
        data = "\n\n".join(str(m.content) for m in messages if isinstance(m, ToolMessage))
        asked = [SystemMessage(prompt.ANSWER), HumanMessage(f"<data>\n{data[:20_000]}\n</data>\n\n{thinking.text}")]
        try:
            if not self._may_go_on(thinking):
                return AIMessage(data)
            teller = guard.Teller(thinking.sink)
            answer = await self.client.write(asked, thinking.usage, self._deadline(thinking), teller.hear)
            words = guard.honest(guard.aloud(answer.text)[:MOST_WORDS].strip())
            teller.finish(words)
            return AIMessage(words or data)
        except ModelError as error:
            thinking.usage.path = "fallback"
            self._failed(thinking, error.fault)
            return AIMessage(data)

    def _may_go_on(self, thinking: Thinking) -> bool:
        """Whether the turn may cost one more call; where not, that is said."""
        used = thinking.usage
        if used.calls + thinking.beside < self.config.calls and used.tokens < self.config.tokens:
            return True
        thinking.note = thinking.note or ENOUGH
        return False

    def _deadline(self, thinking: Thinking) -> float:
        """Until when the turn may wait: one stretch of time for all that it asks."""
        thinking.deadline = thinking.deadline or self.client.deadline()
        return thinking.deadline

    def _failed(self, thinking: Thinking, fault: Fault) -> None:
        """Count a failure after which something else stands in, and say why, once in an outage, to who is listening."""
        self.circuit.failed(fault, thinking.turn.at)
        if thinking.turn.conversation_id is not None and self.circuit.tell_once(thinking.turn.user_id, fault):
            thinking.note = f"({WORDS[fault]}, so this is without it.)"


def _spoken(understood: Understood) -> AIMessage:
    """A reading as a model's message."""
    calls = [
        {"name": call.name, "args": call.args, "id": f"call_{number}", "type": "tool_call"}
        for number, call in enumerate(understood.calls)
    ]
    return AIMessage(understood.words, tool_calls=calls)


def _reads(args: dict[str, Any]) -> bool:
    """Whether the arguments of a look-up name a tool that reads, with its arguments."""
    return args.get("tool") in READS and isinstance(args.get("args"), dict)


def _again(answer: AIMessage, wrong: str) -> list[BaseMessage]:
    """The answer and what is wrong with it, as the model expects to read it."""
    ids = [call["id"] for call in [*answer.tool_calls, *answer.invalid_tool_calls] if call["id"]]
    if ids:
        # Arguments that are no JSON cannot be sent back: the call is shown with none.
        calls = [{"name": "unreadable", "args": {}, "id": one, "type": "tool_call"} for one in ids]
        return [AIMessage(content="", tool_calls=calls), *(ToolMessage(wrong, tool_call_id=one) for one in ids)]
    return [AIMessage(answer.text or "…"), HumanMessage(wrong)]
