"""Words of a language model on the screen: piece by piece and once, whatever becomes of them in the end."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from agent.offline.pipeline import Understood
from agent.thinking import Act, Reached, Thinking
from bot import app
from storage.usage import Usage
from tests.bot.console.sitting import CTRL_D, Sitting
from tools.asking import Request, Written


class Telling:
    """A mind that tells these pieces, and then says what it meant."""

    asks_outside = False

    def __init__(self, pieces: list[str], words: str) -> None:
        self.pieces, self.words = pieces, words

    def plain(self, thinking: Thinking) -> Understood | None:
        """It wants to think about everything."""
        return None

    async def carry_out(self, thinking: Thinking, act: Act) -> Reached:
        """One piece after the other."""
        for piece in self.pieces:
            assert thinking.sink is not None
            thinking.sink(piece)
            await asyncio.sleep(0)
        return Reached(words=self.words)

    async def write(self, request: Request, thinking: Thinking, usage: Usage) -> Written:
        """Nothing."""
        return None

    async def leave(self) -> None:
        """Nothing is held open."""


@pytest.mark.parametrize(
    ("pieces", "words", "shown"),
    [
        (["Wear what ", "the peo", "ple wear."], "Wear what the people wear.", "Wear what the people wear.\n"),
        ([], "All at once.", "All at once.\n"),
        (["I'll te"], "That stays with me.", "I'll te\nThat stays with me.\n"),
        (["Two\n", "lines\n"], "Two\nlines", "Two\nlines\n"),
        (["word " * 12, "end"], "word " * 12 + "end", "word " * 7 + "word\n" + "word " * 4 + "end\n"),
    ],
)
def test_each_word_is_shown_once(tmp_path: Path, pieces: list[str], words: str, shown: str) -> None:
    async def script(person: Sitting) -> None:
        await person.prompt()
        await person.line("what shall I wear?", words.split()[-1])
        person.keys(CTRL_D)

    def build() -> app.App:
        parts = app.build(sitting.settings)
        return replace(parts, assistant=type(parts.assistant)(parts.toolbox, Telling(pieces, words)))

    sitting = Sitting(tmp_path, build)
    text = sitting.run(script, columns=40)
    told = text.partition("Welcome back")[2].partition("\n\n")[2].rpartition("\x1b[K")[2]
    assert "".join(line.rstrip() + "\n" for line in told.strip().split("\n")) == shown.replace(" \n", "\n")
