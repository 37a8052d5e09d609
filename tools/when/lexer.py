"""Text to lexemes in one pass: words by the dictionary, numeric shapes by their form; what is no date is opaque."""

from __future__ import annotations

from tools.when.lexeme import ANY, NOTHING, Kinds, Lexeme
from tools.when.lexicon import Phrase, fold, is_weak, kinds_of, lexicon
from tools.when.shapes import DIGITS, MARKS, SHAPES, clock_kinds, date_kinds, iso_kinds, number_kinds, suffix_kinds


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
        key, end = fold(text), start + len(text)
        glued = start == self.last_end and start > 0
        self.out.append(Lexeme(key, start, end, kinds, glued, text[0].isupper(), word, word and is_weak(key), number))
        self.last_end = end

    def _shaped(self, shape: str, text: str, start: int) -> None:
        if shape in ("ymd", "dmy", "slash", "dots", "monthyear"):
            self._put(text, start, date_kinds(shape, text), number=True)
        elif shape in ("clock", "hclock", "dotted"):
            self._put(text, start, clock_kinds(shape, text), number=True)
        elif shape == "opaque":
            money = text[0] in "$£€¥₹" or text[0].isdigit()
            self._put(text, start, {"MONEY": (1, ANY)} if money else NOTHING)
        else:  # a long run of numbers
            self._put(text, start, NOTHING, number=True)

    def _iso(self, _: str, text: str, start: int) -> None:
        self._put(text, start, iso_kinds(text), number=True)

    def _mark(self, _: str, text: str, start: int) -> None:
        if text == "." and self._abbreviates(start):
            self.out[-1].end = self.last_end = start + 1
        else:
            self._put(text, start, MARKS.get(text, NOTHING))

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

    _plain = _word

    def _number(self, _: str, text: str, start: int) -> None:
        self._put(text, start, number_kinds(text), number=True)

    _meridiem = _number

    def _ordinal(self, _: str, text: str, start: int) -> None:
        value = int(DIGITS.findall(text)[0])
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
        digits: str = DIGITS.findall(text)[0]
        rest = text[len(digits) :]
        kinds = suffix_kinds(fold(rest), digits)
        if kinds is NOTHING:
            self._put(text, start, NOTHING)
            return
        self._put(digits, start, number_kinds(digits), number=True)
        self._put(rest, start + len(digits), kinds, word=True)


def join_phrases(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Longest phrases of the dictionary, from left to right, each as one lexeme."""
    phrases = lexicon().phrases
    out: list[Lexeme] = []
    i = 0
    last = len(lexemes) - 1
    while i <= last:
        options = phrases.get((lexemes[i].key, lexemes[i + 1].key)) if i < last else None
        joined = _phrase(lexemes, i, options) if options else None
        out.append(joined or lexemes[i])
        i += joined.size if joined else 1
    return out


def _phrase(lexemes: list[Lexeme], i: int, options: list[Phrase]) -> Lexeme | None:
    first = lexemes[i]
    for parts, kinds in options:
        last = i + len(parts)
        if last <= len(lexemes) and all(lexemes[i + k].key == part for k, part in enumerate(parts)):
            end = lexemes[last - 1].end
            return Lexeme(
                " ".join(parts), first.start, end, kinds, first.glued, first.capital, is_word=True, size=len(parts)
            )
    return None
