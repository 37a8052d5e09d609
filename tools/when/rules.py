"""Composition rules over kinds: a pattern such as "ON? WD COMMA? TIME" and what it builds. Knows no words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from tools.when.lexeme import ANY, Lexeme

Guard = Callable[[Sequence[Lexeme], int, int], bool]
# Kinds that hold a phrase together and have no meaning to hand to the builder.
SILENT = frozenset(
    "ON ART OF COMMA DASH DOT OPEN CLOSE AT IN AND OR OCLOCK HEURE THROUGH BETWEEN FROMTO PAST PLUS TO TOPOST "
    "OFQ AGO PREAGO HENCE FROM BEFORE AFTER SINCE UNTIL WITHIN OLDER OLD ATLEAST OROLDER CI FEW EVERY ISH HALF "
    "HALFPAST HALFTO ANDHALF ONEHALF NOON MIDNIGHT VAGUE SEASON DAYPREP KW EOD NOW INEIGHT U_hour U_minute "
    "U_week U_month U_year U_weekend".split()
)


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern`: kinds in order, `A|B` either, `?` may be missing. `build` gets one value for each element that is not
    silent (None: missing) and returns the new meaning of this `kind`, or None if the words do not go together.
    `guard` looks at the neighbours; `languages` are those in which the rule holds."""

    kind: str
    pattern: str
    build: Callable[..., Any]
    guard: Guard | None = None
    languages: int = ANY

    def meaningful(self) -> list[int]:
        """The positions in the pattern whose values are handed to `build`."""
        elements = self.pattern.split()
        return [i for i, element in enumerate(elements) if not SILENT.issuperset(element.rstrip("?").split("|"))]


@dataclass(frozen=True, slots=True)
class _End:
    """A pattern read to its end: the values at these places are the arguments at those."""

    rule: Rule
    taken: tuple[tuple[int, int], ...]
    count: int


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    ends: list[_End] = field(default_factory=list)


# Where a match ends, which pattern it is, the values of its lexemes, their common languages; plain for speed.
_Match = tuple[int, _End, tuple[Any, ...], int]


class Layer:
    """Rules that are tried at each lexeme from left to right; the longest wins, among equals the first."""

    def __init__(self, rules: Sequence[Rule], *, mixed: bool = False) -> None:
        self.root = _Node()
        self.mixed = mixed  # words of different languages may go together
        for rule in rules:
            self._compile(rule)

    def _compile(self, rule: Rule) -> None:
        options: list[list[str | None]] = []
        for element in rule.pattern.split():
            names: list[str | None] = list(element.rstrip("?").split("|"))
            options.append([*names, None] if element.endswith("?") else names)
        meaningful = rule.meaningful()
        for choice in product(*options):
            node = self.root
            places = [i for i, kind in enumerate(choice) if kind is not None]
            for i in places:
                node = node.children.setdefault(str(choice[i]), _Node())
            taken = tuple((places.index(i), n) for n, i in enumerate(meaningful) if i in places)
            node.ends.append(_End(rule, taken, len(meaningful)))

    def reduce(self, lexemes: list[Lexeme]) -> list[Lexeme]:
        """The lexemes with all that the rules can join joined."""
        out: list[Lexeme] = []
        i, n, first = 0, len(lexemes), self.root.children.keys()
        while i < n:
            new, end = None, i
            if not first.isdisjoint(lexemes[i].kinds):
                new, end = self._match(lexemes, i)
            out.append(lexemes[i] if new is None else new)
            i = i + 1 if new is None else end
        return out

    def _match(self, lexemes: list[Lexeme], i: int) -> tuple[Lexeme | None, int]:
        found: list[_Match] = []
        self._walk(self.root, lexemes, i, ANY, (), found)
        if len(found) > 1:
            found.sort(key=_reach, reverse=True)
        for end, pattern, values, mask in found:
            rule = pattern.rule
            if not mask & rule.languages or (rule.guard and not rule.guard(lexemes, i, end)):
                continue
            arguments: list[Any] = [None] * pattern.count
            for place, argument in pattern.taken:
                arguments[argument] = values[place]
            meaning = rule.build(*arguments)
            if meaning is not None:
                return _joined(lexemes[i:end], rule.kind, meaning, mask), end
        return None, i

    def _walk(
        self, node: _Node, lexemes: list[Lexeme], at: int, mask: int, values: tuple[Any, ...], found: list[_Match]
    ) -> None:
        for end in node.ends:
            found.append((at, end, values, mask))
        if at == len(lexemes) or not node.children:
            return
        for kind, (value, languages) in lexemes[at].kinds.items():
            child = node.children.get(kind)
            shared = mask if self.mixed else mask & languages
            if child is not None and shared:
                self._walk(child, lexemes, at + 1, shared, (*values, value), found)


def _reach(match: _Match) -> int:
    return match[0]


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
