"""The shapes that text is cut into, and what a number of each shape can mean. Knows no sentence."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from tools.when.lexeme import ANY, NOTHING, Kinds
from tools.when.lexicon import kinds_of
from tools.when.nodes import UNIT_LENGTH, Clock, Exact, Instant, Length, MonthOf, Numeric

# Every repetition is bounded, so that the time stays linear whatever comes.
SHAPES = re.compile(
    r"""
    (?P<plain>[^\W\d_]{1,200}+(?=[\s,;!?]|\Z))
  | (?P<opaque>(?:https?://|www\.)\S{1,2000} | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}
        | [^\W\d_][\w-]{0,40}\.(?:com|org|net|io|ai|co|dev|app|uk|eu|pdf|docx?|txt|xyz|tech)\b[/\w.-]{0,200}
        | [$£€¥₹]\s?\d[\d.,]{0,20}(?:\s?(?:k|m|mio|million)\b)?
        | \d[\d.,]{0,20}\s?(?:[$£€¥₹%]|(?:k|usd|eur|gbp|chf|euros?|dollars?|pounds?|quid|bucks?)\b)
        | \+\d[\d\s().-]{5,20}\d | \#\s?\w{1,40} )
  | (?P<iso>(?<![\w.-])\d{4}-\d{2}-\d{2}
        (?:T\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?|\ \d{2}:\d{2}(?::\d{2})?Z?)?(?![\w-]))
  | (?P<ymd>\d{4}(?P<ymd_by>[/.])\d{1,2}(?P=ymd_by)\d{1,2}(?![\w/.-]))
  | (?P<dmy>\d{1,2}\s?(?P<dmy_by>[/.-])\s?\d{1,2}(?:\s?(?P=dmy_by)\s?\d{4}|(?P=dmy_by)\d{2}(?!\d))(?![\w/:-]|\.\d))
  | (?P<monthyear>(?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2}(?![\w/.-]))
  | (?P<slash>\d{1,2}/\d{1,2}(?![\w/]|[.-]\d))
  | (?P<dots>\d{1,2}\.\s?(?:0?[1-9]|1[0-2])\.(?!\d|\w))
  | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
  | (?P<hclock>\d{1,2}h\d{2}(?!\w) | \d{1,2}h(?!\w) | \d{4}\s?h(?:rs)?(?!\w) | \d{1,2}\sh\s\d{2}(?!\w))
  | (?P<dotted>\d{1,2}\.\d{2}(?!\d|\.\d))
  | (?P<hyphened>\d{1,4}-[^\W\d_]{1,30})
  | (?P<run>(?!\d{1,2}-\d{1,2}(?![\d-])|\d{1,4}\.\d{1,2}(?![\d./-]))\d{1,40}(?:[-/.]\d{1,40}){1,12}\w{0,40})
  | (?P<meridiem>\d{1,2}(?=[ap]\.\s?m))
  | (?P<ordinal>\d{1,2}\s?(?:[ºª°]|(?:st|nd|rd|th|er|ère|ten)\b))
  | (?P<suffixed>\d{1,40}[^\W\d_]\w{0,80})
  | (?P<number>\d{1,40}(?:[.,]\d{1,3}(?!\d))?)
  | (?P<mixed>[^\W\d]\w{0,80}[\d_]\w{0,200})
  | (?P<word>[^\W\d_]{1,200})
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
MARKS: dict[str, Kinds] = {
    mark: {kind: (1, ANY)}
    for mark, kind in zip(",·|.-–—()@", "COMMA COMMA COMMA DOT DASH DASH DASH OPEN CLOSE AT".split(), strict=True)
}
SUFFIXES: dict[str, str] = {
    suffix: meaning
    for meaning, suffixes in {
        "MER": "am pm",
        "MERX": "a p",
        "ISH": "ish",
        "OCLOCK": "uhr",
        "minute": "min mins minutes mn m",
        "hour": "hr hrs hour hours std",
        "day": "d day days",
        "week": "w wk wks week weeks",
    }.items()
    for suffix in suffixes.split()
}


def number_kinds(digits: str) -> Kinds:
    """What a plain number can be: an amount, an hour, a minute, a day of a month, a year."""
    if len(digits) > 6:
        return NOTHING
    if "," in digits or "." in digits:
        return {"NF": (float(digits.replace(",", ".")), ANY)}
    value = int(digits)
    kinds: Kinds = {"N": (value, ANY)}
    if len(digits) <= 2:
        kinds |= _small_number_kinds(value)
    if len(digits) == 4 and 1990 <= value <= 2100:
        kinds["YEAR"] = (value, ANY)
    if len(digits) == 4 and value % 100 < 60 and value < 2400:
        kinds["MILITARY"] = (Clock(value // 100, value % 100, "24"), ANY)
    return kinds


def _small_number_kinds(value: int) -> Kinds:
    kinds: Kinds = {}
    if value <= 24:
        kinds["HOUR"] = (value, ANY)
    if value < 60:
        kinds["MIN"] = (value, ANY)
        kinds["DOM" if 1 <= value <= 31 else "BADDOM"] = (value, ANY)
    return kinds


def iso_kinds(text: str) -> Kinds:
    """An ISO date, with a time, or with a time and its offset."""
    compact = re.sub(r"\s(?=Z)", "", text.replace(",", "."))
    day = Exact(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if len(compact) <= 10:
        return {"DATE": (day, ANY)}
    try:
        at = datetime.fromisoformat(compact)
    except ValueError:
        return {"DATE": (day, ANY)}
    if at.tzinfo is not None:
        return {"INSTANT": (Instant(at), ANY)}
    return {"DATETIME": ((day, Clock(at.hour, at.minute, "24")), ANY)}


def date_kinds(shape: str, text: str) -> Kinds:
    """A date of numbers; with dots the day always stands first."""
    numbers = [int(part) for part in DIGITS.findall(text)]
    if shape == "monthyear":
        return {"MONTHYEAR": (MonthOf(numbers[0], numbers[1]), ANY)}
    if shape == "ymd":
        return {"DATE": (Exact(*numbers), ANY)}
    if shape == "slash":
        return {"SLASH": (Numeric(numbers[0], numbers[1]), ANY)}
    if "." in text:
        return {"DATE": (Numeric(numbers[0], -numbers[1], _year(numbers)), ANY)}
    return {"DATE": (Numeric(numbers[0], numbers[1], _year(numbers)), ANY)} if min(numbers[:2]) <= 12 else NOTHING


def _year(numbers: list[int]) -> int | None:
    if len(numbers) == 2:
        return None
    return numbers[2] if numbers[2] > 99 else 2000 + numbers[2]


def clock_kinds(shape: str, text: str) -> Kinds:
    """A time of day of numbers: 9:30, 9.30, 9h30, 1530h."""
    digits: list[str] = DIGITS.findall(text)
    told = len(digits) == 1 and len(digits[0]) == 4
    if told:
        digits = [digits[0][:2], digits[0][2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    date = _dotted_date(hour, minute) if shape == "dotted" else {}
    if hour > 24 or minute > 59:
        return date or NOTHING
    clock = Clock(hour, minute, "24" if told or digits[0].startswith("0") or hour > 12 else "bare")
    if shape == "dotted":
        return {"DOTCLK": (clock, ANY), "NF": (float(text), ANY), **date}
    return {"CLK": (clock, ANY)} if shape == "clock" or told else _short_clock_kinds(clock)


def _dotted_date(day: int, month: int) -> Kinds:
    """`17.06` is a day as well, where a time stands beside it."""
    return {"DOTDATE": (Numeric(day, -month), ANY)} if 1 <= day <= 31 and 1 <= month <= 12 else {}


def _short_clock_kinds(clock: Clock) -> Kinds:
    """`14h` and `9h30` are hours; `2h` and `1h30` are lengths, where no day or "à" stands beside them."""
    if clock.hour > 12 or (clock.hour >= 7 and clock.minute):
        return {"CLK": (clock, ANY)}
    return {"CLKH": (clock, ANY), "DUR": (Length(minutes=60 * clock.hour + clock.minute), ANY)}


def suffix_kinds(suffix: str, digits: str) -> Kinds:
    """What letters right behind a number can be: 3pm, 45min, 15dec."""
    meaning = SUFFIXES.get(suffix)
    if meaning is None:
        kinds = kinds_of(suffix, False)
        return kinds if "MONTH" in kinds or "UNIT" in kinds else NOTHING
    if suffix == "m" and digits not in ("10", "15", "20", "30", "45", "60", "90"):
        return NOTHING
    value: Any = {"am": "am", "pm": "pm", "a": "am", "p": "pm"}.get(suffix, meaning)
    if meaning in UNIT_LENGTH:
        return {"UNIT": (meaning, ANY), f"U_{meaning}": (meaning, ANY)}
    return {meaning: (value, ANY)}
