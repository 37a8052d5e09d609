"""Words that arrive in pieces, broken at the width of a terminal before their end is known."""

from __future__ import annotations

import re

import wcwidth

from bot.render.lines import Look, visible

WORD = re.compile(r"\n|[^\S\n]+|\S+")


class Flow:
    """Takes pieces and gives what can be shown by now: a word is held back until it is whole."""

    def __init__(self, look: Look) -> None:
        self.width = look.width
        self.column = 0
        self.held = ""
        self.told = ""

    def take(self, piece: str) -> str:
        """What of the words so far can be shown now."""
        self.told += piece
        *whole, self.held = ["", *WORD.findall(self.held + visible(piece))]
        return "".join(map(self._placed, whole))

    def end(self) -> str:
        """What was held back."""
        last, self.held = self.held, ""
        return self._placed(last)

    def _placed(self, word: str) -> str:
        """A word, a space or the end of a line, with a break before it where it would not fit."""
        if word == "\n":
            self.column = 0
            return word
        size = wcwidth.width(word)
        if self.width is None or self.column + size <= self.width:
            self.column += size
            return word
        if word.isspace():
            return ""
        lines = wcwidth.wrap(word, self.width, break_on_hyphens=False)
        broken, self.column = "\n" if self.column else "", wcwidth.width(lines[-1])
        return broken + "\n".join(lines)
