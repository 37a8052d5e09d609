"""What a job pays, as a correction tells it: a sum, the new one of two, or only a currency or a period."""

from __future__ import annotations

import re

from agent.offline.calls.fieldwords import FIELDS
from agent.offline.calls.said import right, standing
from agent.offline.clause import Clause
from tools import pay

WENT = re.compile(
    r"\b(?:from|von|de)\s+\S+\s*(?:k|€|\$|£|eur|usd|gbp)?\s+(?:up\s+)?(?:to|auf|a|à)\s+(?P<new>.+)$", re.I
)
RAISED = re.compile(
    r"\b(?:went|gone|goes|up(?:ped)?|down|raised|bumped|changed?|increas\w+|dropp?ed|moved?|cut|lower\w+|stieg|"
    r"sub\w+|augment\w+)\b",
    re.I,
)
PAYS = re.compile(
    r"\b(?:pay|pays|paid|paying|salary|wages?|money|rate|figure|amount|currency|that's|it's|gehalt|lohn|zahlt|"
    r"zahlen|bezahlt|pag\w+|salario|sueldo|salaire|paie\w*|payé)\b",
    re.I,
)
# "190-230" said of a salary leaves the thousands out.
THOUSANDS = re.compile(
    r"(?<![\w.,-])(?P<least>[2-9]\d|1\d\d|[2-9]\d\d)\s?(?:-|–|to)\s?(?P<most>[2-9]\d|[1-9]\d\d)(?![\w.,%-])"
)
LAST_SUM = re.compile(
    r"(?:^|[\s:]|(?<!\d),)(?P<sum>\d{1,3}(?:[.,]\d{3})+|\d{4,6}|"
    r"(?<!\bat )(?<!\bby )(?<!\bon )(?<!\bthe )\d{2,3}(?:[.,]\d{1,2})?\s?k?)"
    r"(?P<hour>\s*(?:an |per |/|p)?\s*(?:hr|hour|h|stunde|hora|heure))?[\s.!]*$",
    re.I,
)
RATE = re.compile(r"(?P<sum>[89]|[1-9]\d(?:[.,]\d{1,2})?)\s?hr", re.I)
SHIFT = re.compile(r"s?[\s-]+(?:shifts?|days?|nights?|weeks?|contract|week|a\b|per\b|drive|commute|away|ago)", re.I)
HOURS = re.compile(r"\b(?:hours?|hrs?|days?|nights?|shifts?|stunden|tage|horas|días|heures|jours)\b", re.I)


def said(clause: Clause) -> str | None:
    """The pay as said; a currency or a period alone where the words speak of pay."""
    went = WENT.search(clause.text) if RAISED.search(clause.text) else None
    sums = [m for m in standing(clause, "money")]
    if went and any(m.start < went.end("new") for m in sums) and re.match(r"\D{0,3}\d", went.group("new")):
        return went.group("new")
    if sums:
        return re.sub(r"^up (?=to\b)", "", sums[0].text, flags=re.I) if RAISED.search(clause.text) else sums[0].text
    if pay.is_part(right(clause.text)):
        return pay.part_in(right(clause.text))
    if not PAYS.search(clause.text) or HOURS.search(right(clause.text)):
        return None
    part = pay.part_in(right(clause.text))
    thousands = THOUSANDS.search(right(clause.text))
    if thousands and re.search(r"\b(?:salary|gehalt|salario|sueldo|salaire)\b", clause.text, re.I):
        return f"{thousands['least']}k-{thousands['most']}k"
    bare = _bare_sum(clause)
    return f"{bare} {part}" if bare and part else bare or part


def offered(clause: Clause) -> str | None:
    """The bare figure at the end of words that tell an offer: "offered me 16", "…, 38,500", "… 16 hr"."""
    match = LAST_SUM.search(clause.text)
    # "16 hr" is found as a time; any other day, hour or number that is known for one is no pay.
    others = [m for m in clause.mentions if not (m.kind == "duration" and match and match["hour"])]
    if match is None or any(m.start < match.end("sum") and match.start("sum") < m.end for m in others):
        return None
    return f"{match['sum'].strip()} an hour" if match["hour"] else match["sum"]


def hourly(clause: Clause) -> str | None:
    """The pay in "crew member 13 hr", told with a job; a shift of so many hours is none."""
    for m in clause.of("duration"):
        if (match := RATE.fullmatch(m.text)) and not SHIFT.match(clause.text, m.end):
            return f"{match['sum']} an hour"
    return None


def _bare_sum(clause: Clause) -> str | None:
    """A figure beside a word like "pays" that is in no mention: "pays weekly 620"."""
    for match in re.finditer(r"(?<![\w#:/])\d{2,6}(?:[.,]\d{1,3})?(?:\s?k)?(?![\w:/%]|[.,]\d)", right(clause.text)):
        taken = any(m.start < match.end() and match.start() < m.end for m in clause.mentions)
        if (
            not taken
            and re.search(rf"\b(?:{FIELDS['pay']})\b", clause.text[: match.start()], re.I)
            and len(re.sub(r"\D", "", match.group())) > 3
        ):
            return match.group()
        if not taken and re.search(
            r"\b(?:pay|pays|paid|paying|salary|wages?|rate|gehalt|lohn|zahlt|zahlen|pagan?|sueldo|salario|"
            r"salaire|paient?|payé)\b(?:\W+[^\W\d]+){0,3}\W+$",
            clause.text[: match.start()],
            re.I,
        ):
            return match.group()
    return None
