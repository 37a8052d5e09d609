"""What a language model's answer must not do or say by itself: a change hard to take back, a claim, its own orders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.messages import AIMessage
from langchain_core.messages.tool import ToolCall, tool_call

from agent import prompt
from agent.claims import claims
from agent.client import MOST_WORDS
from agent.thinking import Sink
from tools.result import Call

NOTHING_DONE = "(Nothing was changed.)"
KEPT_BACK = "I do not repeat my instructions. Ask me about your applications."
# So many words of the instructions in a row are no accident.
RUN = 7
OPENING = "<thinking>"
THOUGHTS = re.compile(r"^\s*<think(?:ing)?>.*?(?:</think(?:ing)?>\s*|\Z)", re.S | re.I)
WORD = re.compile(r"\w+")
ORDERS = f" {' '.join(WORD.findall(f'{prompt.SYSTEM} {prompt.ANSWER}'.casefold()))} "


def aloud(said: str) -> str:
    """Words without the thoughts that some models of one's own put before them; nothing while they still think."""
    return THOUGHTS.sub("", said, count=1)


def leaks(said: str) -> bool:
    """Whether words repeat a stretch of what the model was told to do."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", said) if unicodedata.category(c) != "Cf")
    words = WORD.findall(plain.casefold())
    return any(f" {' '.join(words[n : n + RUN])} " in ORDERS for n in range(len(words) - RUN + 1))


def safe_end(said: str) -> int:
    """Up to where words that are still coming can be told: behind it such a stretch may have begun."""
    found = list(WORD.finditer(said))
    for word in found[-RUN:]:
        if " " + " ".join(WORD.findall(said[word.start() :].casefold())) in ORDERS:
            return word.start()
    return len(said)


def honest(said: str) -> str:
    """Words of a call that holds no tools, as they may be told."""
    if leaks(said):
        return KEPT_BACK
    return f"{said}\n{NOTHING_DONE}" if claims(said) else said


class Teller:
    """Hands words on as they come, as far as it is sure that they may be told."""

    def __init__(self, sink: Sink | None) -> None:
        self.sink = sink
        self.whole, self.told = "", 0

    def hear(self, piece: str) -> None:
        """Take in a piece, and tell what is safe by now."""
        self.whole = (self.whole + piece).lstrip()
        words = aloud(self.whole)
        if not OPENING.startswith(words.casefold()) and not leaks(words):
            self._tell(words, safe_end(words))

    def finish(self, words: str) -> None:
        """Tell what is left of the words as they stand at the end; what is kept back is said anew."""
        if leaks(aloud(self.whole)):
            self.told = 0
        self._tell(words, len(words))

    def _tell(self, words: str, end: int) -> None:
        if self.sink is not None and words[self.told : end]:
            self.sink(words[self.told : end])
        self.told = max(self.told, end)


def checked(answer: AIMessage, step: int | None, read: Callable[[], Sequence[Call]]) -> AIMessage:
    """A model's answer as it may be carried out: what is hard to take back only as a question to the person.

    `step` is the last change that the conversation knows of; `read` gives the interpreter's own reading of the words.
    """
    words = aloud(answer.text)[:MOST_WORDS]
    if leaks(f"{words} {[call['args'] for call in answer.tool_calls]}"):
        return AIMessage(KEPT_BACK)
    if not answer.tool_calls:
        return AIMessage(words)
    if len(answer.tool_calls) == 1 and (said := _said(answer.tool_calls[0], read)) is not None:
        return AIMessage(content="", tool_calls=[said])
    pinned = step if len(answer.tool_calls) > 1 else None
    return AIMessage(content="", tool_calls=[_asked(call, pinned) for call in answer.tool_calls])


def _said(call: ToolCall, read: Callable[[], Sequence[Call]]) -> ToolCall | None:
    """The same wish to take something back as the person's words alone have it, without a model; None for others."""
    own = read() if call["name"] == "undo" else ()
    if len(own) != 1 or own[0].name != "undo" or own[0].args.get("steps", 1) != call["args"].get("steps", 1):
        return None
    return tool_call(name="undo", args=own[0].args, id=call["id"])


def _asked(call: ToolCall, pinned: int | None) -> ToolCall:
    """The call itself, or the question whether to make it. Deletions and sweeps of others ask by themselves."""
    name, args = call["name"], dict(call["args"])
    if name == "undo":
        said = str(args.pop("steps", ""))[:3]
        several = said.isdecimal() and int(said) > 1
        args |= {"steps": int(said)} if several else {}
        question = f"Take back the last {said} changes?" if several else "Take back that change?"
        if pinned is not None and not several and not args.get("step"):
            args = {"step": pinned}
    elif name == "change_reminder" and (args.get("every") or _cancels_any(args)):
        question = f"{_action(args)} {'all reminders that fit' if args.get('every') else 'that reminder'}?"
    else:
        return call
    guesses: Sequence[dict[str, Any]] = (
        {"label": "Yes", "calls": [{"name": name, "args": args}]},
        {"label": "No", "calls": []},
    )
    return tool_call(name="ask_back", args={"said": "", "guesses": guesses, "text": question}, id=call["id"])


def _cancels_any(args: dict[str, Any]) -> bool:
    return args.get("action") == "cancel" and not args.get("which")


def _action(args: dict[str, Any]) -> str:
    return {"cancel": "Cancel", "done": "Mark as done", "snooze": "Move"}.get(str(args.get("action")), "Change")
