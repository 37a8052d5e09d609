"""Composition rules over kinds: a pattern such as "ON? WD COMMA? TIME" and what it builds. Knows no words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from tools.when.lexeme import ANY, Lexeme

Guard = Callable[[Sequence[Lexeme], int, int], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern`: kinds in order, `A|B` either, `?` may be missing; `build` gets one value for each (None: missing)
    and returns the new meaning, or None if the words do not go together. `guard` looks at the neighbours; `languages` are
    those in which the rule holds."""

    kind: str
    pattern: str
    build: Callable[..., Any]
    guard: Guard | None = None
    languages: int = ANY


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[Rule, tuple[int, ...]]] = field(default_factory=list)


class Layer:
    """Rules that are tried at each lexeme from left to right; the longest wins, among equals the first."""

    def __init__(self, rules: Sequence[Rule], *, mixed: bool = False) -> None:
        self.root = _Node()
        self.mixed = mixed  # words of different languages may go together
        for rule in rules:
            self._compile(rule)

    def _compile(self, rule: Rule) -> None:
        elements = rule.pattern.split()
        options: list[list[str | None]] = []
        for element in elements:
            names: list[str | None] = list(element.rstrip("?").split("|"))
            options.append([*names, None] if element.endswith("?") else names)
        for choice in product(*options):
            node = self.root
            for kind in choice:
                if kind is not None:
                    node = node.children.setdefault(kind, _Node())
            slots = tuple(i for i, kind in enumerate(choice) if kind is not None)
            node.ends.append((rule, slots))

    def reduce(self, lexemes: list[Lexeme]) -> list[Lexeme]:
        """The lexemes with all that the rules can join joined."""
        out: list[Lexeme] = []
        i, n, first = 0, len(lexemes), self.root.children
        while i < n:
            new, end = None, i
            if not first.keys().isdisjoint(lexemes[i].kinds):
                new, end = self._match(lexemes, i)
            if new is None:
                out.append(lexemes[i])
                i += 1
            else:
                out.append(new)
                i = end
        return out

    def _match(self, lexemes: list[Lexeme], i: int) -> tuple[Lexeme | None, int]:
        found: list[tuple[int, Rule, tuple[int, ...], tuple[Any, ...], int]] = []
        self._walk(self.root, lexemes, i, ANY, (), found)
        found.sort(key=lambda match: -match[0])
        for end, rule, slots, values, mask in found:
            if not mask & rule.languages or rule.guard is not None and not rule.guard(lexemes, i, end):
                continue
            arguments: list[Any] = [None] * len(rule.pattern.split())
            for slot, value in zip(slots, values, strict=True):
                arguments[slot] = value
            meaning = rule.build(*arguments)
            if meaning is not None:
                return _joined(lexemes[i:end], rule.kind, meaning, mask), end
        return None, i

    def _walk(
        self,
        node: _Node,
        lexemes: list[Lexeme],
        at: int,
        mask: int,
        values: tuple[Any, ...],
        found: list[tuple[int, Rule, tuple[int, ...], tuple[Any, ...], int]],
    ) -> None:
        for rule, slots in node.ends:
            found.append((at, rule, slots, values, mask))
        if at == len(lexemes) or not node.children:
            return
        for kind, (value, languages) in lexemes[at].kinds.items():
            child = node.children.get(kind)
            if child is not None and (self.mixed or mask & languages):
                self._walk(child, lexemes, at + 1, mask if self.mixed else mask & languages, (*values, value), found)


def _joined(parts: list[Lexeme], kind: str, meaning: Any, mask: int) -> Lexeme:
    first = parts[0]
    return Lexeme(
        key="",
        start=first.start,
        end=parts[-1].end,
        kinds={kind: (meaning, mask)},
        glued=first.glued,
        capital=first.capital,
        weak=len(parts) == 1 and first.weak,
        size=sum(part.size for part in parts),
    )
