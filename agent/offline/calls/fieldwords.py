"""The facts of an application by the words that name them, and which of them a clause says shall be empty."""

from __future__ import annotations

import re

from agent.offline.clause import Clause

FIELDS = {
    "deadline": r"deadline|closing date|cut-?off(?: date)?|due date|decision date|end date|bewerbungsfrist|"
    r"bewerbungsschluss|frist|(?:fecha )?límite|plazo|fecha de cierre|date limite|clôture",
    "pay": r"salary|pay|wages?|rate|gehalt|lohn|salario|sueldo|salaire|rémunération",
    "location": r"location|place|city|address|ort|standort|ubicación|lugar|lieu|adresse",
    "url": r"link|url|web ?address|enlace|lien",
    "source": r"source|quelle|fuente",
    "title": r"job title|title|role name|titel|título|intitulé|titre",
    "work mode": r"work(?:ing)? mode|arbeitsmodell|modalidad|mode de travail",
    "employment type": r"(?:employment|contract|job) type|vertragsart|tipo de contrato|type de contrat",
    "applied on": r"appl(?:ied|ication) (?:on|date|day)|date (?:i )?applied|bewerbungsdatum",
}
ANY_FIELD = "|".join(FIELDS.values())
EMPTY = re.compile(
    r"\b(?:remove|clear|delete|drop|forget|scrap|take (?:off|out|away|down)|taken? (?:off|out|away)|wipe|"
    r"erase|empty|lose|cancel\w*|blank|get rid of|no more|no|without|"
    r"(?:has|have|had|got) no|there'?s no|isn't (?:a|any)|hasn't (?:a|any|got)|doesn't have|don't have|"
    r"entfern\w*|lösch\w*|streich\w*|kein\w*|ohne|quita\w*|borra\w*|elimina\w*|"
    rf"sin|ya no hay|no hay|no tiene|supprime\w*|enlève\w*|efface\w*|plus de|pas de|"
    rf"sans)\s+(?:\w+(?:'s)?\s+){{0,4}}?(?P<before>{ANY_FIELD})\b"
    rf"|\b(?P<after>{ANY_FIELD})\b[^,.;]*?\b(?:is|are|was|has been|got|ist|wurde|está|est|"
    rf"a été)\s+(?:been\s+)?(?:now\s+|actually\s+)?(?:gone|removed|scrapped|lifted|dropped|cancel\w*|"
    r"unknown|not known|void|open[- ]ended|dead|entfallen|weg|unbekannt|quitad\w|supprimée?|inconnue?)\b"
    rf"|\b(?P<take>{ANY_FIELD})\s+(?:off|out|away|weg|raus)\b",
    re.I,
)
EDITS = re.compile(
    r"\b(?:chang\w*|updat\w*|amend\w*|fix\w*|correct\w*|edit\w*|adjust\w*|wrong|incorrect|mistake|"
    r"not right|typo|got .* wrong|ändere?\w*|korrigier\w*|falsch|cambi\w*|corrig\w*|mal|équivoqu\w*|"
    r"modifi\w*|faux|fausse)\b",
    re.I,
)
DATE = re.compile(r"\b(?:dates?|day|datum|fecha|jour|name|employer|type|mode)\b", re.I)


def cleared(clause: Clause) -> str | None:
    """The facts that shall be empty, by name; None for none."""
    found = []
    for match in EMPTY.finditer(clause.text):
        at = match.start(match.lastgroup or 0)
        if any(m.start <= at < m.end for m in clause.of("company")):
            continue  # the "City" of "delete Leeds City Academy"
        said = match.group("before") or match.group("after") or match.group("take")
        found.append(next(name for name, words in FIELDS.items() if re.fullmatch(words, said, re.I)))
    return ",".join(dict.fromkeys(found)) or None
