"""How clock times are put together from numbers and words; `clock_build` says what they become."""

from __future__ import annotations

from functools import cache

from tools.when import clock_build as build
from tools.when.lexeme import ENGLISH, GERMAN
from tools.when.nodes import Clock
from tools.when.rules import Layer, Rule

HOURS: list[Rule] = [
    Rule("EXPR", "WDX DOT? COMMA? HOUR|CLK|DOTCLK OCLOCK", build.on_weekday, None, GERMAN),
    Rule("EXPR", "WDX DOT? COMMA? CLK", build.on_weekday, build.short_weekday, GERMAN),
    Rule("TIME", "AT? CLK|DOTCLK MER|MERX", build.marked),
    Rule("TIME", "AT? HOUR MER", build.marked_hour),
    Rule("TIME", "AT? MILITARY MER", build.military),
    Rule("TIME", "AT HOUR MERX", build.marked_hour),
    Rule("TIME", "AT? CLK OCLOCK?", lambda clock: clock),
    Rule("TIME", "AT? CLK U_hour", lambda clock: clock, build.many_hours),
    Rule("TIME", "AT CLKH|DOTCLK OCLOCK?", lambda clock: clock),
    Rule("TIME", "DOTCLK OCLOCK", lambda clock: clock),
    Rule("TIME", "AT MILITARY OCLOCK|U_hour?", lambda clock: clock, build.hour_stands),
    Rule("TIME", "MILITARY OCLOCK|U_hour", lambda clock: clock),
    Rule("TIME", "AT? HOUR OCLOCK MER?", build.marked_hour),
    Rule("TIME", "AT? HOUR OCLOCK MIN", build.hour_and_minute),
    Rule("TIME", "AT HOUR", build.hour, build.hour_stands),
    Rule(
        "TIME",
        "AT HOUR MIN",
        build.hour_and_minute,
        build.hour_stands,
    ),
    Rule("TIME", "UNTIL HOUR", build.hour, build.limit_stands),
    Rule("TIME", "AT? HOUR ISH", build.hour),
    Rule("TIME", "HOUR PARTP", build.small_hour, build.no_count),
    # "une heure et demie", "a las 15 horas", "huit heures moins le quart"
    Rule("TIME", "AT HOUR HEURE MIN?", build.hour),
    Rule("TIME", "HOUR HEURE MIN?", build.hour, build.after_day),
    Rule("TIME", "HOUR HEURE PARTP", build.small_hour),
    Rule("TIME", "AT HOUR HEURE? ANDHALF", lambda hour: build.hour(hour, 30)),
    Rule("TIME", "HOUR HEURE ANDHALF", lambda hour: build.hour(hour, 30), build.after_day),
    Rule("TIME", "AT HOUR HEURE? PLUS QUARTER|MIN", build.hour),
    Rule("TIME", "HOUR HEURE PLUS QUARTER", build.hour, build.after_day),
    Rule("TIME", "AT HOUR HEURE? TOPOST QUARTER|MIN", build.before),
    Rule("TIME", "HOUR HEURE TOPOST QUARTER|MIN", build.before),
    # halves, quarters and minutes before and after the hour
    Rule("TIME", "AT? HALFPAST HOUR MER?", build.half_past),
    Rule("TIME", "AT? HALFTO HOUR", lambda hour: build.before(hour, 30)),
    Rule("TIME", "AT HALF HOUR", lambda hour: build.hour(hour, 30), None, ENGLISH),
    Rule("TIME", "HALF HOUR", lambda hour: build.hour(hour, 30), build.at_a_day, ENGLISH),
    Rule("TIME", "AT? QUARTER PAST HOUR MER?", build.quarter_past),
    Rule("TIME", "AT? QUARTER TO|OFQ HOUR MER?", lambda quarter, hour, mark: build.before(hour, quarter, mark)),
    Rule("TIME", "AT? QUARTER HOUR", lambda quarter, hour: build.before(hour, 60 - quarter), None, GERMAN),
    Rule("TIME", "AT? MIN U_minute? PAST HOUR MER?", build.minutes_past, build.not_in_a_range),
    Rule("TIME", "AT? MIN U_minute? TO HOUR MER?", build.minutes_to, build.not_in_a_range),
    # noon and midnight
    Rule("TIME", "AT? HOUR? NOON", lambda hour: build.twelve(hour, "noon")),
    Rule("TIME", "AT? NOON ANDHALF", lambda: Clock(12, 30, "24")),
    Rule("TIME", "AT? HOUR? MIDNIGHT", lambda hour: build.twelve(hour, "midnight")),
    Rule("TIME", "AT? HOUR DASH HOUR MER", build.span),
]
PARTS: list[Rule] = [
    Rule("TIME", "TIME|CLKH COMMA? PARTP", build.with_part),
    Rule("TIME", "PARTP COMMA? TIME", lambda part, clock: build.with_part(clock, part)),
    Rule("TIME", "TIME ISH", lambda clock: clock),
    Rule("TIME", "TIME MER", build.marked),
]
SPANS: list[Rule] = [
    Rule("TIME", "TIME DASH TIME", build.span),
    Rule("TIME", "TIME|CLKH DASH HOUR MER", build.span),
    Rule("TIME", "AT HOUR DASH TIME", lambda hour, last: build.span(Clock(hour), last) if hour <= 12 else None),
    Rule("TIME", "HOUR DASH TIME", build.span),
    Rule("TIME", "BETWEEN HOUR|TIME|CLKH THROUGH TIME", build.window),
    Rule("TIME", "FROMTO? HOUR|TIME|CLKH THROUGH TIME", build.span, build.beside_day),
]


@cache
def layers() -> tuple[Layer, Layer, Layer]:
    """The rules made ready, in the order in which they are tried; a zone is looked for after the second."""
    return Layer(HOURS), Layer(PARTS), Layer(SPANS)
