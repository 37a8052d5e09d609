"""From text to lexemes reduced by all layers of the grammar; knows no calendar and no clock."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tools.when import bound_rules, clock_rules, day_rules, length_rules, phrase_rules
from tools.when.lexeme import ANY, Lexeme
from tools.when.lexer import Lexer
from tools.when.nodes import Clock, Expr
from tools.when.zones import match_zone


def parse(text: str) -> list[Lexeme]:
    """The lexemes of the text with every date and time expression reduced to one."""
    lexemes = Lexer(text).run()
    hours, parts, spans = clock_rules.layers()
    lexemes = spans.reduce(_zoned(parts.reduce(hours.reduce(lexemes)), text))
    for layer in (*length_rules.layers(), *day_rules.layers(), *phrase_rules.layers()):
        lexemes = layer.reduce(lexemes)
    return _zoned(lexemes, text)


@lru_cache(maxsize=512)
def parse_short(text: str, *, bounds: bool = False) -> tuple[Lexeme, ...]:
    """The same for a single expression, remembered: callers read one phrase several times."""
    lexemes = parse(text)
    return tuple(bound_rules.layer(running_text=False).reduce(lexemes) if bounds else lexemes)


def parse_running(text: str) -> list[Lexeme]:
    """The same for running text, with bounds ("since", "between … and …") joined too."""
    return bound_rules.layer(running_text=True).reduce(parse(text))


def _zoned(lexemes: list[Lexeme], text: str) -> list[Lexeme]:
    """Times, and days with a time, with the zone that is named after them."""
    out: list[Lexeme] = []
    i = 0
    while i < len(lexemes):
        lexeme = lexemes[i]
        i += 1
        kind, clock = _clock_of(lexeme)
        if clock is not None and clock.zone is None:
            after = i + 1 if kind == "EXPR" and i < len(lexemes) and lexemes[i].key == "," else i
            zone = match_zone(lexemes, after, text, after_meridiem=clock.mark in ("am", "pm"))
            if zone is not None:
                lexeme = _with_zone(lexeme, kind, replace(clock, zone=zone[0]), lexemes[zone[1] - 1].end)
                i = zone[1]
        out.append(lexeme)
    return out


def _clock_of(lexeme: Lexeme) -> tuple[str, Clock | None]:
    for kind in ("TIME", "CLKH", "EXPR"):
        value = lexeme.value(kind)
        clock = value.clock if isinstance(value, Expr) else value
        if isinstance(clock, Clock):
            return kind, clock
    return "", None


def _with_zone(lexeme: Lexeme, kind: str, clock: Clock, end: int) -> Lexeme:
    expr = lexeme.value("EXPR")
    meaning = replace(expr, clock=clock) if kind == "EXPR" else clock
    return replace(lexeme, end=end, kinds={"EXPR" if kind == "EXPR" else "TIME": (meaning, ANY)}, size=lexeme.size + 1)
