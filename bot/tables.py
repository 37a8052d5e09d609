"""The question about a table (CSV, XLSX) on the command line: shown, answered by an option or at the terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agent import pending
from bot.render.plain import text_of
from tools.result import Call, Refusal
from tools.toolbox import Toolbox
from tools.turn import Answer, Choice, Turn

RUN_AGAIN = "Nothing was imported yet. Look at how the table is read, and run it again with --yes"
WHICH_ORDER = "Nothing was imported: its days can be read in two ways. Say --dates day or --dates month"
WHICH_COLUMN = "Nothing was imported: which column is the company? Say --column “its name is the company”"
EACH = 5000  # rows between two lines of progress that goes to a file


@dataclass(frozen=True)
class Manner:
    """How the question is answered: `yes` at once, `ask` puts it to the person (None: nobody is there).

    `changes` are corrections in words, made before.
    """

    yes: bool = False
    changes: Sequence[str] = ()
    ask: Callable[[str], str] | None = None


PLAIN = Manner()


def progress(words: str) -> None:
    """Show how far it has come, on standard error: in place at a terminal, else a line now and then."""
    number = int(re.sub(r"\D", "", words) or 0)
    if sys.stderr.isatty():
        print(f"\r{words}", end="", file=sys.stderr, flush=True)
    elif number and number % EACH == 0:
        print(words, file=sys.stderr)


def settle(toolbox: Toolbox, turn: Turn, asked: Answer, manner: Manner) -> str:
    """Answer the question; give what came of it. Raises Refusal, and then nothing was imported."""
    for change in manner.changes:
        asked = _changed(toolbox, turn, asked, change)
        if asked.text.startswith(("I see no ", "I do not understand")):
            raise _given_up(toolbox, turn, asked, asked.text.split("\n")[0])
    if manner.yes:
        return _at_once(toolbox, turn, asked)
    if manner.ask is None:
        print(text_of(asked))
        raise _given_up(toolbox, turn, asked, f"{RUN_AGAIN}.")
    return _talked(toolbox, turn, asked, manner.ask)


def _at_once(toolbox: Toolbox, turn: Turn, asked: Answer) -> str:
    first = asked.choices[0]
    if first.label.startswith("Import "):
        return _pressed(toolbox, turn, first).text
    print(text_of(asked))
    if any(": import" in choice.label for choice in asked.choices):
        raise _given_up(toolbox, turn, asked, f"{WHICH_ORDER}.")
    raise _given_up(toolbox, turn, asked, f"{WHICH_COLUMN}." if "company" in asked.text else f"{RUN_AGAIN}.")


def _talked(toolbox: Toolbox, turn: Turn, asked: Answer, ask: Callable[[str], str]) -> str:
    """Go on until the person has decided; an empty line or the end of the input is a no."""
    while asked.choices and asked.choices[-1].label != "Undo":
        labels = "  ".join(f"[{number}] {choice.label}" for number, choice in enumerate(asked.choices, 1))
        try:
            said = ask(f"{text_of(asked)}\n{labels}\n> ").strip()
        except EOFError:
            said = ""
        choice = _chosen(said, asked.choices)
        asked = _pressed(toolbox, turn, choice) if choice else _changed(toolbox, turn, asked, said)
    return asked.text


def _chosen(said: str, choices: Sequence[Choice]) -> Choice | None:
    if not said or pending.says_no(said):
        return choices[-1]
    if said.isdecimal() and len(said) < 4 and 0 < int(said) <= len(choices):
        return choices[int(said) - 1]
    affirmed = choices[0].label.startswith("Import ") and pending.says_yes(said, choices[0].label)
    return choices[0] if affirmed else None


def _changed(toolbox: Toolbox, turn: Turn, asked: Answer, words: str) -> Answer:
    call = toolbox.behind(asked.choices[-1].id, turn)
    args = {key: value for key, value in call.args.items() if key not in ("cancel", "pick")}
    return toolbox.run([Call(name=call.name, args={**args, "change": words})], turn).answers[0]


def _pressed(toolbox: Toolbox, turn: Turn, choice: Choice) -> Answer:
    return toolbox.press(choice.id, turn).answers[0]


def _given_up(toolbox: Toolbox, turn: Turn, asked: Answer, words: str) -> Refusal:
    """The refusal, after the copy of the file is gone."""
    if asked.choices:
        _pressed(toolbox, turn, asked.choices[-1])
    return Refusal(words)
