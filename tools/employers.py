"""Kinds of employers that people speak of without a name ("the care home"): which of their jobs that may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of employer: what it is called, and how words in the names and the job titles there begin."""

    nouns: str
    names: str = ""
    trades: str = ""


FIRM = r"(?:company|firm|agency|business|contractor|people|outfit|service)"
KINDS = (
    Kind(
        r"care ?homes?|nursing ?homes?|residential ?homes?|retirement homes?|old people'?s homes?|hospices?",
        r"care|nursing|residential|hospice|lodge|manor|court|home",
        r"care(?!e)|caring|nurs|hca|cna|healthcare|support worker",
    ),
    Kind(
        r"hospitals?|clinics?|surger(?:y|ies)|infirmar(?:y|ies)|medical cent(?:re|er)|health cent(?:re|er)|gp practice",
        r"hospital|clinic|infirmary|medical|health|nhs|surgery",
        r"nurs|doctor|physician|surgeon|midwi|paramedic|radiograph|hca|cna|healthcare|ward|medical|dental|theatre",
    ),
    Kind(r"baker(?:y|ies)|bakers|bakehouse", r"bak|bread|boulangerie|patisserie", r"baker|bakery|pastry|patissi"),
    Kind(
        r"schools?|nurser(?:y|ies)|kindergartens?|colleges?|universit(?:y|ies)|academ(?:y|ies)|day ?care|preschool",
        r"school|nurser|kinder|college|universit|academy|primary|montessori|daycare",
        r"teach|tutor|lectur|classroom|nurser|childcare|nanny|early years|professor|school",
    ),
    Kind(
        r"restaurants?|bistros?|caf[eé]s?|coffee ?shops?|diners?|pizzerias?|kitchens?|pubs?|bars?|canteens?|takeaways?|"
        r"brasseries?|steakhouses?|food trucks?",
        r"restaurant|bistro|caf|coffee|diner|pizz|kitchen|pub|bar|canteen|grill|trattoria|osteria|tavern|inn|arms|"
        r"brasserie|steak|burger|sushi",
        r"cook|chef|wait(?:er|ress)|server|barista|bar ?(?:tender|staff|back|maid|man)|dish ?wash|kitchen|host|"
        r"pot ?wash|kp|sommelier",
    ),
    Kind(
        r"hotels?|hostels?|resorts?|guest ?houses?|motels?",
        r"hotel|hostel|resort|motel|guest|hilton|marriott|hyatt|ibis|novotel|radisson",
        r"reception|housekeep|concierge|bell|night audit|room attendant|chambermaid|front desk",
    ),
    Kind(
        rf"warehouses?|depots?|(?:distribution|fulfil?ment) cent(?:re|er)s?|(?:warehouse|logistics?) {FIRM}",
        r"warehouse|depot|logisti|distribution|fulfil",
        r"forklift|fork lift|warehouse|picker|packer|loader|reach truck|stock|order pick",
    ),
    Kind(
        rf"factor(?:y|ies)|plants?|mills?|manufacturing {FIRM}",
        r"factory|manufactur|mill|works|plant|industr",
        r"operator|operative|machinist|assembl|production|weld|packer|line worker|factory|forklift|fitter",
    ),
    Kind(
        rf"(?:delivery|courier|transport|haulage|trucking|freight|removals?|taxi|bus) {FIRM}|haulier",
        r"logisti|transport|haul|courier|express|freight|deliver|trucking|removal|taxi|bus",
        r"driv|courier|deliver|truck|hgv|lorr",
    ),
    Kind(rf"(?:cleaning|janitorial) {FIRM}|cleaners", r"clean|facilit|hygiene", r"clean|janitor|custodian|domestic"),
    Kind(
        r"supermarkets?|grocery stores?|grocers?|department stores?|clothes shops?|shoe shops?|corner shops?",
        r"market|grocer|lidl|aldi|tesco|asda|sainsbury|morrisons|walmart|target|kroger|rewe|edeka|carrefour",
        r"cashier|shop|retail|sales a|shel[fv]|stock|store|till|checkout|clerk",
    ),
    Kind(
        r"garages?|body ?shops?|car dealers?(?:hips?)?|dealerships?",
        r"garage|motor|auto",
        r"mechanic|technician|mot\b",
    ),
    Kind(
        r"(?:hair ?|beauty ?|nail ?)?salons?|barber(?:s|'s|shop)?|hairdresser'?s|spas?",
        r"hair|salon|beauty|barber|nail|spa",
        r"hair|stylist|barber|beaut|nail|masseu|massage",
    ),
    Kind(r"gyms?|leisure cent(?:re|er)s?|fitness studios?|swimming pools?", r"gym|fitness|leisure|sport|pool",
         r"trainer|instructor|lifeguard|coach|fitness"),
    Kind(r"pharmac(?:y|ies)|chemist'?s?|drug ?stores?", r"pharma|chemist|drug", r"pharma|dispens"),
    Kind(r"banks?", r"bank|savings", r"teller|bank"),
    Kind(
        rf"building sites?|construction sites?|(?:construction|building|roofing|plumbing|scaffolding) {FIRM}|builders",
        r"build|construct|roof|plumb|scaffold|contract",
        r"build|brick|labou?rer|carpent|joiner|electric|plumb|roof|scaffold|plaster|site|construct|paint",
    ),
    Kind(r"farms?|vineyards?|orchards?|stables?", r"farm|orchard|vineyard|estate|stable", r"farm|pick|harvest|groom"),
    Kind(rf"security {FIRM}", r"secur|guard", r"secur|guard|door|officer"),
    Kind(r"airports?|airlines?", r"air", r"cabin|flight|pilot|baggage|ground|check-?in"),
    Kind(r"librar(?:y|ies)", r"librar", r"librar"),
    Kind(r"museums?|galler(?:y|ies)", r"museum|galler", r"museum|curator|galler"),
    Kind(r"councils?|town halls?|city halls?", r"council|city|county|borough", r"council"),
    Kind(r"charit(?:y|ies)|shelters?", r"charit|trust|foundation|shelter", r"charit|fundrais"),
    Kind(r"law firms?|solicitors|lawyers'? office", r"law|llp|solicitor|legal", r"law|legal|solicitor|attorney"),
)  # fmt: skip
NOUNS = "|".join(kind.nouns for kind in KINDS)
DESCRIBED = re.compile(rf"(?:(?:the|that|this|my|an?|our|one)\s+)?(?P<noun>{NOUNS})", re.I)


def kind_of(words: str) -> Kind | None:
    """The kind of employer that words are no more than a description of: "the care home"; None where they name one."""
    match = DESCRIBED.fullmatch(words.strip())
    if match is None:
        return None
    return next(kind for kind in KINDS if re.fullmatch(kind.nouns, match["noun"], re.I))


def fitting(words: str, kind: Kind, jobs: Sequence[tuple[str, str | None]]) -> list[int]:
    """Which of the (company, title) pairs may be that employer, by their places; those that bear the very word win."""
    noun = re.sub(r"^(?:the|that|this|my|an?|our|one)\s+", "", words.strip(), flags=re.I).casefold()
    exact = [i for i, (company, _) in enumerate(jobs) if re.search(rf"\b{re.escape(noun)}\b", company.casefold())]
    return exact or [i for i, job in enumerate(jobs) if _fits(kind, *job)]


def _fits(kind: Kind, company: str, title: str | None) -> bool:
    named = kind.names and re.search(rf"\b(?:{kind.names})", company, re.I)
    return bool(named) or bool(kind.trades and title and re.search(rf"\b(?:{kind.trades})", title, re.I))
