"""The unit that all stages hand on: a word, a number or a reduced phrase with its kinds. Knows no language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

ENGLISH, SPANISH, GERMAN, FRENCH = 1, 2, 4, 8
ANY = 15

# kind of word -> (meaning, languages in which it has that meaning)
Kinds = dict[str, tuple[Any, int]]
NOTHING: Kinds = {}


@dataclass(slots=True)
class Lexeme:
    """`text[start:end]`. `key` is folded; `glued`: no space before it; `capital`: begins with a capital letter."""

    key: str
    start: int
    end: int
    kinds: Kinds
    glued: bool = False
    capital: bool = False
    is_word: bool = False
    weak: bool = False
    number: bool = False
    size: int = 1

    def value(self, kind: str) -> Any:
        """The meaning under this kind, None if it has none."""
        entry = self.kinds.get(kind)
        return entry[0] if entry else None
