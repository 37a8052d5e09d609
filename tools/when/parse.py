"""From text to lexemes reduced by all layers of the grammar; knows no calendar and no clock."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tools.when import bound_rules, clock_rules, day_rules, length_rules, phrase_rules
from tools.when.lexeme import ANY, Lexeme
from tools.when.lexer import Lexer
from tools.when.nodes import Clock
from tools.when.zones import match_zone


def parse(text: str) -> list[Lexeme]:
    """The lexemes of the text with every date and time expression reduced to one."""
    lexemes = Lexer(text).run()
    hours, parts, spans = clock_rules.layers()
    lexemes = spans.reduce(_zoned(parts.reduce(hours.reduce(lexemes)), text))
    for layer in (*length_rules.layers(), *day_rules.layers(), *phrase_rules.layers()):
        lexemes = layer.reduce(lexemes)
    return lexemes


@lru_cache(maxsize=512)
def parse_short(text: str, *, bounds: bool = False) -> tuple[Lexeme, ...]:
    """The same for a single expression, remembered: callers read one phrase several times."""
    lexemes = parse(text)
    return tuple(bound_rules.layer(running_text=False).reduce(lexemes) if bounds else lexemes)


def parse_running(text: str) -> list[Lexeme]:
    """The same for running text, with bounds ("since", "between … and …") joined too."""
    return bound_rules.layer(running_text=True).reduce(parse(text))


def _zoned(lexemes: list[Lexeme], text: str) -> list[Lexeme]:
    """Times with the zone that is named after them."""
    out: list[Lexeme] = []
    i = 0
    while i < len(lexemes):
        lexeme = lexemes[i]
        i += 1
        clock = lexeme.value("TIME") or lexeme.value("CLKH")
        if isinstance(clock, Clock):
            zone = match_zone(lexemes, i, text, after_meridiem=clock.mark in ("am", "pm"))
            if zone is not None:
                end = lexemes[zone[1] - 1].end
                kinds = {"TIME": (replace(clock, zone=zone[0]), ANY)}
                lexeme = replace(lexeme, end=end, kinds=kinds, size=lexeme.size + zone[1] - i)
                i = zone[1]
        out.append(lexeme)
    return out
