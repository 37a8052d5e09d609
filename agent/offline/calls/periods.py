"""The days a question is about: when applied, when the last news came, for how long nothing has come."""

from __future__ import annotations

import re

from agent.offline import phrases
from agent.offline.clause import Clause
from agent.offline.entities import Mention
from tools import when

LENGTH = re.compile(
    r"(?P<number>\d+|an?|one|two|three|four|five|six|eight|ten|eine[mnr]?|zwei|drei|vier|fünf|sechs|una?|dos|tres|cuatro|"
    r"cinco|seis|une?|deux|trois|quatre|cinq|six|couple of|few)\s+(?:of\s+)?(?P<unit>day|week|fortnight|month|tage?n?|"
    r"wochen?|monate?n?|días?|semanas?|mes(?:es)?|jours?|semaines?|mois)",
    re.I,
)
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "zwei": 2,
    "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "seis": 6, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "couple of": 2, "few": 3,
}  # fmt: skip
UNITS = {"d": 1, "t": 1, "j": 1, "w": 7, "s": 7, "f": 14, "m": 30}
LEAD = re.compile(
    r"\b(?P<word>since|before|after|until|till|prior to|up to|seit|vor|nach|bis|desde|antes de|después de|hasta|depuis|"
    r"avant|après|jusqu'à)\s+(?:the\s+|el\s+|le\s+|dem\s+)?$",
    re.I,
)
BY = re.compile(r"\b(?:by|no later than|spätestens|bis(?: spätestens)?|antes del?|avant)\s+(?:the\s+)?$", re.I)
OVER = re.compile(r"(?:>|(?<!no )more than|over|older than)\s*$", re.I)
NOW = re.compile(r"(?:right |just )?now|gerade|jetzt|ahora(?: mismo)?|maintenant|en ce moment|at the moment", re.I)
# "Last weeks" is last week, and "this weeks" this one.
# "More than 5 last week" counts in that week.
COUNTED_IN = re.compile(r"^\d+\s+(?=(?:last|this|in)\b)", re.I)
POSSESSIVE = re.compile(r"\b(?P<which>last|this|next)\s+(?P<unit>week|month|year)'?s\b", re.I)


def mention(clause: Clause) -> Mention | None:
    """The mention of a day or a stretch of days, if there is one."""
    found = mentions(clause)
    clear = [m for m in found if readable(m.text, clause)]
    # "The summer of 2026, so before June": a bare year says less than what is said beside it.
    named = [m for m in clear if not m.text.isdigit()]
    return next(iter(named or clear or found), None)


def readable(text: str, clause: Clause) -> bool:
    """Whether the reader of dates can tell which days these are."""
    try:
        when.read_range(POSSESSIVE.sub(r"\g<which> \g<unit>", text), clause.briefing.now)
    except when.Unclear as unclear:
        return unclear.between is not None
    return True


def mentions(clause: Clause) -> list[Mention]:
    """All mentions of days or stretches of days."""
    days = [m for m in clause.mentions if m.kind == "range" or (m.kind == "when" and m.value == "day")]
    return [m for m in days if not NOW.fullmatch(m.text)]


def words(clause: Clause, of: Mention | None = None) -> str | None:
    """The words of the period asked about, as the reader of dates takes them; None where there is none."""
    found = of or mention(clause)
    if found is None or vague(found.text):
        return vague(clause.text)
    text = POSSESSIVE.sub(r"\g<which> \g<unit>", COUNTED_IN.sub("", found.text))
    if LENGTH.search(text) and OVER.search(clause.text[: found.start]):
        return f"more than {text}"
    if BY.search(clause.text[: found.start]):
        return f"until {text}"
    lead = LEAD.search(clause.text[: found.start])
    if lead and not text.casefold().startswith(lead["word"].casefold()):
        text = f"{lead['word']} {text}"
    return text


def vague(text: str) -> str | None:
    """The stretch that "lately" and its like stand for."""
    if phrases.has(text, "vague_days"):
        return "last 7 days"
    return "last 14 days" if phrases.has(text, "vague_weeks") else None


def silent_days(clause: Clause) -> int | None:
    """For how many days nothing has come, where the words say for how long."""
    for m in clause.of("duration", "range", "when"):
        length = LENGTH.search(m.text)
        if length:
            return _days(length)
        if m.kind == "range" and (days := _since(clause, m)):
            return days
    length = LENGTH.search(clause.text)
    return _days(length) if length else None


def _days(length: re.Match[str]) -> int:
    said = length["number"].casefold()
    number = int(said) if said.isdigit() else NUMBERS.get(said, 1)
    unit = length["unit"].casefold()
    return number * (30 if unit.startswith(("mes", "moi", "mon")) else UNITS[unit[0]])


def _since(clause: Clause, m: Mention) -> int | None:
    """The days since the first one of a stretch: "not a word since October"."""
    try:
        period = when.read_range(words(clause, m) or m.text, clause.briefing.now, direction="past")
    except when.Unclear:
        return None
    first = period.first or period.last
    return max((clause.briefing.now.date() - first).days, 1) if first else None


def nearest(clause: Clause, m: Mention, *names: str) -> int | None:
    """How far the nearest of these ways to say something stands from a mention, in characters; None without one."""
    text = clause.text[: m.start] + " " * (m.end - m.start) + clause.text[m.end :]
    spans = [match.span() for match in phrases.pattern(*names).finditer(text)]
    gaps = [m.start - end if end <= m.start else start - m.end for start, end in spans]
    return min((abs(gap) for gap in gaps), default=None)
