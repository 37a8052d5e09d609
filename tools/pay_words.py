"""Words around an amount of pay in English, German, French and Spanish: periods, limits, joints; reads no figures."""

import re
from typing import Literal

Period = Literal["year", "month", "week", "day", "hour"]

_I = re.IGNORECASE

# What follows an amount. Sources: the wording of public job boards in the four languages; "pcm" is British for "per
# calendar month", "VB" German for "negotiable".
_EACH = "(?:per|an?|each|every)"
_AFTER: dict[Period, str] = {
    "year": rf"{_EACH} ?(?:year|annum)|annual(?:ly)?|yearly|p\.? ?a\b\.?|yr|/ ?(?:yr|years?|y|annum|jahr|an|año|a)"
    r"|(?:pro|im|je) jahr|jährlich|par an|l'an|annuels?|(?:al|por) año|anuale?s?",
    "month": rf"{_EACH} ?(?:calendar )?month|monthly|pcm|/ ?(?:mo|mth|months?|m|monat|mois|mes)"
    r"|(?:pro|im|je) monat|monatlich|mtl\b\.?|par mois|mensuels?|(?:al|por) mes|mensual(?:es)?",
    "week": rf"{_EACH} ?week|weekly|p/?w|/ ?(?:wk|weeks?|w|woche|semaine|semana)|(?:pro|die|in der|je) woche"
    r"|wöchentlich|par semaine|hebdomadaires?|(?:a la|por) semana|semanal(?:es)?",
    "day": rf"{_EACH} ?day|daily|per diem|p/?d|/ ?(?:d|days?|tag|jour|d[ií]a)|(?:pro|am|je) tag|täglich"
    r"|par jour|(?:al|por) d[ií]a|diarios?",
    "hour": rf"(?:{_EACH}|the) ?(?:hour|hr)|hourly|p/?h|/ ?(?:h|hrs?|hours?|std|stunde|heure|hora)"
    r"|(?:pro|die|in der|je) (?:stunde|std)|stündlich|(?:par|de l['’]|l['’]) ?heure|(?:a )?la hora|por hora",
}
# After an amount of money these are periods; after a bare figure "pm" is the afternoon and "hr" a duration.
_ONLY_MONEY = r"|(?P<pm>p\.? ?m\b\.?)|(?P<hr>hr|hour)"
_GAP = "[ \u00a0\u202f]"
_FILLER = (
    rf"(?:{_GAP}?[(,]?{_GAP}?(?:gross|nets?|brutto|netto|bruts?|brutos?|netos?|base|basic|before tax|pre-tax|salary|pay"
    r"|wages?|ote|total|comp|compensation|all in|fix|vb|negotiable)\b){0,3}"
)


# Behind an amount these say that it is pay: "3200 brutto".
TAXED = re.compile(r"\s*(?:brutto|netto|bruts?|brutos?|netos?|nets?|gross)\b", _I)


def _after(more: str) -> re.Pattern[str]:
    words = "|".join(f"(?P<{period}>{words})" for period, words in _AFTER.items())
    return re.compile(rf"{_FILLER}[ \u00a0\u202f,(-]{{0,2}}(?:{words}{more})(?!\w)\)?", _I)


_AFTER_BARE, _AFTER_MONEY = _after(""), _after(_ONLY_MONEY)

_RATE = r"(?: gross| base)? (?:salary|pay|wages?|rate|income|comp|compensation)"
_BEFORE = re.compile(
    rf"\b(?:(?P<year>(?:annual|yearly){_RATE}|jahres(?:brutto)?(?:gehalt|lohn)|salaire annuel"
    r"|salario anual|per annum)"
    rf"|(?P<month>monthly{_RATE}|monats(?:brutto)?(?:gehalt|lohn)|salaire mensuel|salario mensual)"
    rf"|(?P<week>weekly{_RATE}|wochenlohn|salario semanal)"
    rf"|(?P<day>(?:daily|day){_RATE}|tagessatz|taux journalier)"
    rf"|(?P<hour>hourly{_RATE}|stunden(?:lohn|satz)|taux horaire|salaire horaire|tarifa por hora))"
    r"(?: brut| bruto| brutto)?(?:[ :=]{1,3}(?:of|is|was|von|de|ist|about|around|at|would be))?[ :=]{0,3}$",
    _I,
)

LEAD = re.compile(
    r"(?<!\w)(?:"
    r"(?P<down>up to|upto|max(?:imum)?\.?|at most|(?:no|not) more than|less than|under|below|bis zu|bis|höchstens"
    r"|maximal|unter|hasta|como máximo|máximo|menos de|jusqu['’]à|moins de|<=?|≤)"
    r"|(?P<up>at least|min(?:imum)?\.?|(?:no|not) less than|over|above|more than|north of|upwards of"
    r"|starting (?:at|from)|starts at|mindestens|ab|über|mehr als|al menos|por lo menos|mínimo"
    r"|más de|a partir de|à partir de|au moins|plus de|dès|>=?|≥)"
    r"|(?P<from>from|desde)|(?P<between>between|zwischen|entre)|(?P<of>von|de))[ :]{0,2}$",
    _I,
)
TAIL = re.compile(
    r"(?P<up>\+(?![ ]?\d)|[ \u00a0]?(?:(?:or|and) (?:more|above|up|higher)|minimum|min\b\.?|at least|oder mehr|ou plus"
    r"|o más|plus(?=[ ]?(?:$|[.,;)]))))(?!\w)"
    r"|(?P<down>[ \u00a0]?(?:(?:or|and) (?:less|below|under)|max(?:imum)?\b\.?|tops|at most|höchstens|maximal|máximo"
    r"|au plus|au maximum))(?!\w)",
    _I,
)
JOINT = re.compile(
    rf"{_GAP}{{0,2}}(?:[-–—−‐‑]|to|bis|à|a|through|up to|or|oder|(?P<pair>and|und|y|et|&)){_GAP}{{0,2}}",
    _I,
)
A_DATE = re.compile(
    r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|fév|avr|juin|aoû|déc)"
    r"[a-zéû]*\.? $",
    _I,
)
# Without one of these there is no amount at all.
ANY = re.compile(r"\d|fig|cifra|chiffre|stellig", _I)
FIGURES = re.compile(
    r"(?<!\w)(?:(?:low|mid|high|solid|good|over)[ -])?(five|six|seven|cinco|seis|siete|sechs|fünf|sieben|cinq|[5-7])"
    r"[ -]?(?:figures?|figs?|cifras|chiffres|stellig\w{0,3})(?!\w)",
    _I,
)
COUNTS = {
    **dict.fromkeys(("five", "cinco", "fünf", "cinq", "5"), 5),
    **dict.fromkeys(("six", "seis", "sechs", "6"), 6),
    **dict.fromkeys(("seven", "siete", "sieben", "7"), 7),
}
# Counted in thousands, and no pay.
NOT_PAY = re.compile(
    r"[ -]?(?:\w+ )?(?:users?|people|employees|staff|headcount|customers?|clients?|followers|subscribers|members"
    r"|students|lines|rows|records|requests|stars|downloads|views|visitors|miles?|km|run|race|steps|words|tokens|loc|jobs"
    r"|applicants?|applications?|companies|reviews|emails|messages|mitarbeiter\w*|kunden|nutzer\w*|empleados|clientes"
    r"|usuarios|employés|salariés|utilisateurs|monitor|display|resolution|strong)\b",
    _I,
)
# Money, and no pay.
RAISED = re.compile(
    r" ?(?:in )?(?:series|seed|round|funding|revenue|turnover|arr|valuation|budget|deal|umsatz|investment)\b",
    _I,
)
# Before a bare figure of a thousand or more these make it pay.
CUE = re.compile(
    r"\b(?:salary|pay|pays|paying|paid|wages?|comp|compensation|tc|ote|earn(?:s|ing)?|offer(?:s|ed|ing)?(?: me)?"
    r"|gehalt\w*|\w*gehalt|\w*lohn|salaire|salario|sueldo|rémunération|vergütung|remuneración)"
    r"(?:[ :=]{1,3}(?:of|is|was|range|band|about|around|roughly|approx\.?|between|from|at|von|de|ist"
    r"|expectations?|:)){0,2}[ :=]{0,3}$",
    _I,
)
NEGATIVE = re.compile(r"^\s*(?:[-−–]\s?[$€£]?\d|(?:minus|negative)\b)", _I)
BESIDES_PAY = re.compile(
    r"\b(?:bonus\w*|equity|stock|rsus?|sign[- ]?on|commission|tips|benefits|options|boni|prime|aktien)\b",
    _I,
)
# In what is left of an argument beside a bare figure, any word but these gives the figure another meaning.
_EMPTY = (
    r"(?:an?|salary|pay|pays|paying|base|gross|net|about|around|roughly|approx|circa|ca|range|of|is|the|it|its|for|at|expected"
    r"|gehalt|brutto|netto|etwa|rund|salaire|brut|environ|salario|bruto|unos|comp|compensation|total|money|rate|wage|wages)"
)
MEANING = re.compile(rf"(?!\b{_EMPTY}\b)(?<!\w)\w", _I)

_PERIODS: tuple[Period, ...] = ("year", "month", "week", "day", "hour")
# A bare figure with a period is pay from here on: "25 an hour", but not "3 a week".
LEAST: dict[Period, float] = {"hour": 5.0, "day": 50.0, "week": 150.0, "month": 300.0, "year": 5000.0}


def period_after(text: str, at: int, *, is_money: bool) -> tuple[Period, int] | None:
    """The period said right after an amount, and where it ends. `is_money` if the amount is known to be money."""
    found = (_AFTER_MONEY if is_money else _AFTER_BARE).match(text, at)
    if not found:
        return None
    said: Period | None = next((one for one in _PERIODS if found[one]), None)
    return said or ("month" if found["pm"] else "hour"), found.end()


def period_before(text: str, at: int) -> tuple[Period, int] | None:
    """The period said right before an amount ("hourly rate of"), and where it begins."""
    window = max(0, at - 44)
    found = _BEFORE.search(text[window:at])
    if not found:
        return None
    return next(one for one in _PERIODS if found[one]), window + found.start()
