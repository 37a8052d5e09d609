"""Finds the currency beside a figure: symbols, ISO 4217 codes and names in four languages; does not read figures."""

import re
from dataclasses import dataclass
from functools import lru_cache

# A family is what a sign may mean, the usual meaning first; None where there is no usual one.
Family = tuple[str | None, ...]

_DOLLARS: Family = ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "JMD", "TTD", "BZD", "MXN", "ARS", "CLP", "COP")
_PESOS: Family = (None, "MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP")
_CROWNS: Family = (None, "SEK", "NOK", "DKK", "ISK", "CZK")
_YEN: Family = ("JPY", "CNY")

# Signs and everyday names that CLDR does not have, or has only with the country ("US dollars").
_SIGNS: dict[str, Family] = {
    "$": _DOLLARS, "€": ("EUR",), "£": ("GBP",), "¥": _YEN, "us$": ("USD",), "c$": ("CAD",), "au$": ("AUD",),
    "s$": ("SGD",), "₺": ("TRY",), "₽": ("RUB",), "₴": ("UAH",), "₦": ("NGN",), "฿": ("THB",),
}  # fmt: skip
_WORDS: dict[str, Family] = {
    **dict.fromkeys(("dollar", "dollars", "bucks", "dólar", "dólares", "dolares"), _DOLLARS),
    **dict.fromkeys(("pound", "pounds", "quid", "pfund", "libras"), ("GBP",)),
    **dict.fromkeys(("franc", "francs", "franken", "francos", "fr", "sfr"), ("CHF",)),
    **dict.fromkeys(("rupee", "rupees", "rupien", "rupias", "roupies", "rs"), ("INR", "PKR", "LKR", "NPR")),
    **dict.fromkeys(("euro", "euros"), ("EUR",)),
    **dict.fromkeys(("yen", "yenes", "yens"), ("JPY",)),
    **dict.fromkeys(("yuan", "rmb", "renminbi"), ("CNY",)),
    **dict.fromkeys(("peso", "pesos"), _PESOS),
    **dict.fromkeys(("kr", "krona", "kronor", "krone", "kroner", "kronen", "coronas", "couronnes"), _CROWNS),
    **dict.fromkeys(("zł", "zloty", "zlotys", "złoty", "złotych", "zlotych"), ("PLN",)),
    "kč": ("CZK",), "ft": ("HUF",), "won": ("KRW",), "rand": ("ZAR",), "reais": ("BRL",), "rm": ("MYR",),
    "dirhams": ("AED", "MAD"), "shekels": ("ILS",), "lei": ("RON",),
}  # fmt: skip
_LETTERS: dict[str, Family] = {"R": ("ZAR",), "N": ("NGN",)}  # glued to a large figure: "R28 000"
_EVERYDAY_CODES = "usd eur gbp chf cad aud nzd inr jpy cny sgd hkd sek nok dkk pln czk huf ron brl mxn zar aed krw ils"
_EVERYDAY = frozenset(_EVERYDAY_CODES.split())
_RARE_WORDS = frozenset(("won", "lei", "rm", "ft", "fr", "rand"))  # mostly something else
_AFTER_CURRENCY = "a an the per pro im je par al la por each in to and or bis gross net brutto netto brut"
_NO_ADJECTIVE = frozenset(_AFTER_CURRENCY.split())
_LANGUAGES = ("en", "es", "de", "fr")
_RARE_FROM = 1000.0

_SIGN = r"[A-Za-z]{0,2}[$€£¥₹₩₪₫₱₺₽₴₦฿₡₲₸₵₮]"
_BEFORE = re.compile(
    rf"(?:(?<![^\W\d_])(?P<sign>{_SIGN})|(?<!\w)(?P<word>[^\W\d_]{{2,7}})\.?|\b(?P<letter>[RN])(?![ \u00a0\u202f]))"
    r"[ \u00a0\u202f]?$"
)
_AFTER_SIGN = re.compile(rf"[ \u00a0\u202f]?({_SIGN}(?![\w$])|[$€£][A-Z]{{2}}(?!\w))")
_AFTER_WORDS = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+)(?:([ -][^\W\d_]+)([ -][^\W\d_]+)?([ -][^\W\d_]+)?)?")
_CURRENCY_WORD = re.compile(
    r"dol+ar|dólar|euro|pfund|pound|libra|livre|fran[ck]|rup|roup|yen|peso|[kc]oron|kron|couron|z[lł]ot|rand|real|reais"
)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency said beside a figure, from `start` to `end` in the text. One that is `rare` is believed only beside
    a large figure: "PHP", "AMD" and "ALL" are mostly something else."""

    start: int
    end: int
    family: Family
    rare: bool = False

    def fits(self, figure: float) -> bool:
        """Whether it is believed beside this figure."""
        return not self.rare or figure >= _RARE_FROM


def before(text: str, at: int) -> Currency | None:
    """The currency that ends where a figure begins."""
    window = max(0, at - 10)
    found = _BEFORE.search(text[window:at])
    if not found:
        return None
    start = window + found.start()
    if found["sign"]:
        family = _sign(found["sign"])
        return Currency(start, at, family) if family else None
    if found["letter"]:
        return Currency(start, at, _LETTERS[found["letter"]], rare=True)
    return _worded(found["word"], start, at)


def after(text: str, at: int) -> Currency | None:
    """The currency that begins where a figure ends."""
    window = text[at : at + 60]
    if found := _AFTER_SIGN.match(window):
        family = _sign(found[1])
        return Currency(at, at + found.end(), family) if family else None
    named = _AFTER_WORDS.match(window)
    if not named:
        return None
    words = [word.strip(" -").casefold() for word in named.groups() if word]
    if len(words) > 1 and words[1] not in _NO_ADJECTIVE and _CURRENCY_WORD.search(" ".join(words)):
        for last in range(len(words), 1, -1):
            if code := _names().get(" ".join(words[:last])):
                return Currency(at, at + named.end(last), (code,))
    return _worded(named[1], at, at + named.end(1))


def _worded(said: str, start: int, end: int) -> Currency | None:
    """A currency by its everyday word or by its code."""
    word = said.casefold()
    if word in _WORDS:
        return Currency(start, end, _WORDS[word], word in _RARE_WORDS)
    code = said.upper()
    if len(said) != 3 or not (said.isupper() or word in _EVERYDAY) or code not in _codes():
        return None
    return Currency(start, end, (code,), word not in _EVERYDAY)


def choose(family: Family, default: str | None) -> str | None:
    """The ISO 4217 code meant: the person's own currency where the sign can mean it, else the usual one."""
    return default if default in family else family[0]


def _sign(said: str) -> Family | None:
    """What a currency sign means."""
    sign = said.casefold()
    if family := _SIGNS.get(sign):
        return family
    if code := _signs().get(sign):
        return (code,)
    return _SIGNS.get(sign[-1]) or _SIGNS.get(sign[:1])


def _plain(name: str) -> str:
    return name.casefold().replace("-", " ")


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """All codes that CLDR knows. Babel is imported when first needed: it takes thirty milliseconds."""
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Names of the everyday currencies in four languages, from CLDR, in singular and plural -> code."""
    from babel.numbers import get_currency_name

    return {
        _plain(get_currency_name(code.upper(), count=count, locale=language)): code.upper()
        for language in _LANGUAGES
        for code in _EVERYDAY
        for count in (1, 2, None)
    }


@lru_cache(maxsize=1)
def _signs() -> dict[str, str]:
    """Signs of all currencies in four languages, from CLDR -> code."""
    from babel.numbers import get_currency_symbol

    signs = {get_currency_symbol(code, language).casefold(): code for language in _LANGUAGES for code in _codes()}
    return {sign: code for sign, code in signs.items() if not sign.isalpha()}
