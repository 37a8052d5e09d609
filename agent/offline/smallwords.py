"""Small words of four languages by the part that they play beside names and job titles."""

from __future__ import annotations

import re

COMPANY_LEADS = frozenset("to at with from by @ bei beim en con a al chez à auprès von avec mit of into bij".split())
ROLE_LEADS = frozenset("as als como comme for".split())
FOR_LEADS = frozenset("for für para pour por".split())
PLACE_LEADS = frozenset("in near around aus bei en à".split())
PREPOSITIONS = (
    COMPANY_LEADS
    | ROLE_LEADS
    | FOR_LEADS
    | frozenset("in im on about de du della dans par via through over under".split())
)
ARTICLES = frozenset(
    "the a an my our their his her some this that these those any der die das den dem ein eine einen einer einem meine "
    "meinen mein el la los las un una unos mi mis le les une des mon ma mes l' d' un'".split()
)
JOB_NOUNS = frozenset(
    "job jobs role roles position positions opening openings vacancy post spot gig posting stelle stellen job-angebot "
    "puesto puestos plaza vacante vacantes empleo trabajo poste postes emploi offre oferta stellenanzeige".split()
)
JOINERS = frozenset("and + n plus und y e et or oder o ou as-well-as".split())
# What somebody or something is, before its name: "a nursery called".
CALLED = re.compile(
    r"\b(?:an?|some|this|ein(?:e[rnm]?)?|une?|una?)\s+[\w'-]+(?:\s+[\w'-]+)?\s+"
    r"(?:called|named|namens|llamad[oa]|appelée?)\b",
    re.I,
)
