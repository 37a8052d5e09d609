"""Text to lexemes in one pass: words by the dictionary, numeric shapes by their form; what is no date is opaque."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from tools.when.lexeme import ANY, NOTHING, Kinds, Lexeme
from tools.when.lexicon import fold, is_weak, kinds_of, lexicon
from tools.when.nodes import UNIT_LENGTH, Clock, Exact, Instant, Length, MonthOf, Numeric

# Every repetition is bounded, so that the time stays linear whatever comes.
SHAPES = re.compile(
    r"""
    (?P<opaque>(?:https?://|www\.)\S{1,2000} | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}
        | [^\W\d_][\w-]{0,40}\.(?:com|org|net|io|ai|co|dev|app|uk|eu|pdf|docx?|txt|xyz|tech)\b[/\w.-]{0,200}
        | [$£€¥₹]\s?\d[\d.,]{0,20}(?:\s?(?:k|m|mio|million)\b)?
        | \d[\d.,]{0,20}\s?(?:[$£€¥₹%]|(?:k|usd|eur|gbp|chf|euros?|dollars?|pounds?|quid|bucks?)\b)
        | \+\d[\d\s().-]{5,20}\d | \#\s?\w{1,40} )
  | (?P<iso>(?<![\w.-])\d{4}-\d{2}-\d{2}(?:(?:T|\ )\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?Z\b|[+-]\d{2}:?\d{2}\b)?)?(?![\w-]))
  | (?P<ymd>\d{4}([/.])\d{1,2}\4\d{1,2}(?![\w/.-]))
  | (?P<dmy>\d{1,2}\s?([/.-])\s?\d{1,2}(?:\s?\6\s?\d{4}|\6\d{2}(?!\d))(?![\w/:-]|\.\d))
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
MARKS = {",": "COMMA", ".": "DOT", "-": "DASH", "–": "DASH", "—": "DASH", "(": "OPEN", ")": "CLOSE", "@": "AT"}
SUFFIXES: dict[str, str] = {
    "am": "MER", "pm": "MER", "a": "MERX", "p": "MERX", "min": "minute", "mins": "minute", "minutes": "minute", "hr": "hour",
    "hrs": "hour", "hours": "hour", "hour": "hour", "std": "hour", "mn": "minute", "d": "day", "days": "day", "w": "week",
    "wk": "week", "wks": "week", "weeks": "week", "m": "minute", "ish": "ISH", "uhr": "OCLOCK", "day": "day", "week": "week",
}  # fmt: skip


def number_kinds(digits: str) -> Kinds:
    """What a plain number can be: an amount, an hour, a minute, a day of a month, a year."""
    if "," in digits or "." in digits or len(digits) > 6:
        return {"NF": (float(digits.replace(",", ".")), ANY)} if len(digits) < 7 else NOTHING
    value = int(digits)
    kinds: Kinds = {"N": (value, ANY)}
    if len(digits) <= 2:
        if value <= 24:
            kinds["HOUR"] = (value, ANY)
        if value < 60:
            kinds["MIN"] = (value, ANY)
        if 1 <= value <= 31:
            kinds["DOM"] = (value, ANY)
        elif value < 60:
            kinds["BADDOM"] = (value, ANY)
        kinds["YY"] = (2000 + value, ANY)
    if len(digits) == 4:
        if 1990 <= value <= 2100:
            kinds["YEAR"] = (value, ANY)
        if value % 100 < 60 and value < 2400:
            kinds["MILITARY"] = (Clock(value // 100, value % 100, "24"), ANY)
    return kinds


def _iso(text: str) -> Kinds:
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


def _date(shape: str, text: str) -> Kinds:
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    if shape == "ymd":
        return {"DATE": (Exact(*numbers), ANY)}
    if len(numbers) == 3 and min(numbers[:2]) > 12 and "." not in text:
        return NOTHING
    year = None if len(numbers) == 2 else numbers[2] if numbers[2] > 99 else 2000 + numbers[2]
    if shape == "slash":
        return {"SLASH": (Numeric(numbers[0], numbers[1]), ANY), "DAYNUM": (text, ANY)}
    if "." in text:
        return {"DATE": (Numeric(numbers[0], -numbers[1], year), ANY)}  # dots: always the day first
    return {"DATE": (Numeric(numbers[0], numbers[1], year), ANY)}


def _clock(shape: str, text: str) -> Kinds:
    digits = re.findall(r"\d+", text)
    if shape == "hclock" and len(digits) == 1 and len(digits[0]) <= 2:
        hour = int(digits[0])
        kinds: Kinds = {"DUR": (Length(minutes=60 * hour), ANY)}
        return kinds | {"CLKH": (Clock(hour), ANY)} if hour <= 24 else kinds
    if len(digits) == 1:
        digits = [digits[0][:2], digits[0][2:]]
    hour, minute = int(digits[0]), int(digits[1])
    if hour > 24 or minute > 59:
        return {"BADCLK": (text, ANY)}
    zero = digits[0].startswith("0") or shape == "hclock" and len(re.findall(r"\d+", text)) == 1
    clock = Clock(hour, minute, "24" if zero or hour > 12 else "bare")
    if shape == "hclock":
        return {"CLKH": (clock, ANY), "CLK": (clock, ANY), "DUR": (Length(minutes=60 * hour + minute), ANY)}
    if shape == "dotted":
        return {"DOTCLK": (clock, ANY), "NF": (float(text), ANY)}
    return {"CLK": (clock, ANY)}


class Lexer:
    """Makes the lexemes of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.out: list[Lexeme] = []
        self.last_end = 0

    def run(self) -> list[Lexeme]:
        """All lexemes, with phrases of the dictionary joined."""
        for match in SHAPES.finditer(self.text):
            shape = match.lastgroup or "mark"
            getattr(self, f"_{shape}", self._shaped)(shape, match.group(), match.start())
        return join_phrases(self.out)

    def _put(self, text: str, start: int, kinds: Kinds, *, word: bool = False, number: bool = False) -> None:
        key = fold(text)
        self.out.append(
            Lexeme(key, start, start + len(text), kinds, start == self.last_end and start > 0, text[0].isupper(), word,
                   word and is_weak(key), number)
        )  # fmt: skip
        self.last_end = start + len(text)

    def _shaped(self, shape: str, text: str, start: int) -> None:
        if shape in ("ymd", "dmy", "slash", "dots"):
            self._put(text, start, _date(shape, text), number=True)
        elif shape in ("clock", "hclock", "dotted"):
            self._put(text, start, _clock(shape, text), number=True)
        elif shape == "iso":
            self._put(text, start, _iso(text), number=True)
        elif shape == "monthyear":
            month, year = re.findall(r"\d+", text)
            self._put(text, start, {"MONTHYEAR": (MonthOf(int(month), int(year)), ANY)}, number=True)
        elif text == "." and self._abbreviates(start):
            self.out[-1].end = self.last_end = start + 1
        elif shape == "mark":
            kind = MARKS.get(text)
            self._put(text, start, {kind: (1, ANY)} if kind else NOTHING)
        else:  # opaque, run
            money = shape == "opaque" and (text[0] in "$£€¥₹" or text[0].isdigit())
            self._put(text, start, {"MONEY": (1, ANY)} if money else NOTHING, number=shape == "run")

    def _abbreviates(self, start: int) -> bool:
        """The dot of `Dec. 3` or `Mon. at 9`: after a short name, and the sentence goes on."""
        if not self.out or self.last_end != start:
            return False
        last, rest = self.out[-1], self.text[start + 1 : start + 3].lstrip()
        short = len(last.key) <= 5 and bool(last.kinds.keys() & {"MONTH", "WD", "WDX", "UNIT"})
        return short and bool(rest) and (rest[0].isdigit() or rest[0].islower() or rest[0] == ",")

    def _mixed(self, shape: str, text: str, start: int) -> None:
        """`dec15` is a month and a day, all other such words are nothing."""
        word = text.rstrip("0123456789")
        known = kinds_of(fold(text), False) or kinds_of(fold(word), False)
        if "MONTH" in known and word.isalpha() and len(text) - len(word) <= 2:
            self._put(word, start, known, word=True)
            self._put(text[len(word) :], start + len(word), number_kinds(text[len(word) :]), number=True)
        else:
            self._put(text, start, kinds_of(fold(text), False), word=True)

    def _word(self, _: str, text: str, start: int) -> None:
        self._put(text, start, kinds_of(fold(text), text[0].isupper()), word=True)

    def _number(self, _: str, text: str, start: int) -> None:
        self._put(text, start, number_kinds(text), number=True)

    _meridiem = _number

    def _ordinal(self, _: str, text: str, start: int) -> None:
        value = int(re.match(r"\d+", text).group())  # type: ignore[union-attr]
        kinds: Kinds = {"ORD": (value, ANY)} if 1 <= value <= 31 else {"BADORD": (value, ANY)}
        self._put(text, start, kinds, number=True)

    def _hyphened(self, _: str, text: str, start: int) -> None:
        digits, _dash, word = text.partition("-")
        kinds = kinds_of(fold(word), word[0].isupper())
        if "UNIT" in kinds or "MONTH" in kinds or "OCLOCK" in kinds or "ISH" in kinds:
            self._put(digits, start, number_kinds(digits), number=True)
            self._put(word, start + len(digits) + 1, kinds, word=True)
            self.out[-1].glued = True
        else:
            self._put(text, start, NOTHING)

    def _suffixed(self, _: str, text: str, start: int) -> None:
        known = lexicon().words.get(fold(text))
        if known is not None:
            self._put(text, start, known, word=True)
            return
        digits = re.match(r"\d+", text).group()  # type: ignore[union-attr]
        rest = text[len(digits) :]
        kinds = _suffix_kinds(fold(rest), digits)
        if kinds is NOTHING:
            self._put(text, start, NOTHING)
            return
        self._put(digits, start, number_kinds(digits), number=True)
        self._put(rest, start + len(digits), kinds, word=True)


def _suffix_kinds(suffix: str, digits: str) -> Kinds:
    meaning = SUFFIXES.get(suffix)
    if meaning is None:
        kinds = kinds_of(suffix, False)
        return kinds if "MONTH" in kinds or "UNIT" in kinds else NOTHING
    if suffix == "m" and digits not in ("10", "15", "20", "30", "45", "60", "90"):
        return NOTHING
    value: Any = {"am": "am", "pm": "pm", "a": "am", "p": "pm"}.get(suffix, meaning)
    if meaning in UNIT_LENGTH:
        return {"UNIT": (meaning, ANY), f"U_{meaning}": (meaning, ANY), "GLUEDUNIT": (meaning, ANY)}
    return {meaning: (value, ANY)}


def join_phrases(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Longest phrases of the dictionary, from left to right, each as one lexeme."""
    phrases = lexicon().phrases
    out: list[Lexeme] = []
    i = 0
    while i < len(lexemes):
        lexeme = lexemes[i]
        for parts, kinds in phrases.get(lexeme.key, ()):
            last = i + len(parts)
            if last <= len(lexemes) and all(lexemes[i + k].key == part for k, part in enumerate(parts)):
                joined = Lexeme(" ".join(parts), lexeme.start, lexemes[last - 1].end, kinds, lexeme.glued, lexeme.capital, True)
                joined.size = len(parts)
                out.append(joined)
                i = last
                break
        else:
            out.append(lexeme)
            i += 1
    return out
