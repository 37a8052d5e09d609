"""Which line of business an application is in, where a tag or the company's name says so; knows no figure."""

from __future__ import annotations

from sqlalchemy import CTE, ColumnElement, Subquery, case, func, literal, or_, select

from storage.filters import folded
from storage.models import applications, tags
from storage.names.key import company_key

A, T = applications.c, tags.c
# Words, or their beginnings, of names and tags: "hospital" also stands for "Hospitals".
WORDS: dict[str, tuple[str, ...]] = {
    "healthcare": (
        "hospital", "clinic", "health", "medical", "nursing", "hospice", "pharma", "dental", "care", "klinik",
        "klinikum", "krankenhaus", "pflege", "salud", "clínica", "hôpital", "clinique", "santé", "nhs",
    ),
    "education": (
        "school", "university", "college", "academy", "nursery", "kindergarten", "education", "schule", "universität",
        "hochschule", "kita", "escuela", "colegio", "universidad", "école", "lycée", "université",
    ),
    "hospitality": (
        "hotel", "restaurant", "café", "cafe", "pub", "bar", "bistro", "kitchen", "catering", "resort", "inn",
        "gasthaus", "gastro", "hostelería", "restaurante", "hôtel", "hospitality",
    ),
    "retail": ("shop", "store", "supermarket", "market", "retail", "handel", "tienda", "magasin"),
    "finance": (
        "bank", "banking", "insurance", "finance", "financial", "fintech", "capital", "versicherung", "sparkasse",
                "banco", "seguros", "banque", "assurance"),
    "transport": ("logistics", "transport", "freight", "courier", "delivery", "haulage", "airline", "railway", "bus",
                  "logistik", "spedition", "transporte", "logística", "logistique", "shipping"),
    "technology": ("software", "technology", "technologies", "tech", "digital", "cyber", "robotics", "saas"),
    "construction": ("builders", "building", "roofing", "plumbing", "electric", "bau", "construcción"),
    "public service": ("council", "government", "ministry", "police", "county", "city of", "stadt", "ayuntamiento"),
    "manufacturing": ("manufacturing", "factory", "foundry", "motors", "steel", "fabrik", "werke", "fábrica", "usine"),
    "cleaning": ("cleaning", "cleaners", "janitorial", "reinigung", "limpieza", "nettoyage"),
    "security": ("security", "sicherheit", "seguridad", "sécurité"),
    "law": ("law", "legal", "solicitors", "attorneys", "kanzlei", "abogados", "avocats"),
    "charity": ("charity", "foundation", "nonprofit", "ngo", "stiftung", "fundación", "association"),
}  # fmt: skip
# Words too short to stand for all that begins with them.
_WHOLE = 5


def of_companies(user_id: int) -> CTE:
    """The industry that each company of a person names, by its key; NULL where it names none."""
    mine = select(A.company_key).where(A.user_id == user_id).distinct().subquery().c
    named = _named(literal(" ") + mine.company_key + literal(" "))
    found = select(mine.company_key, named.label("industry")).cte("of_companies")
    # Worked out once for each company, not once for each of its applications.
    return found.prefix_with("MATERIALIZED")


def of_tags(user_id: int) -> Subquery:
    """The industry that the tags of each application name; only of those that name one."""
    named = _named(literal(" ") + folded(T.tag) + literal(" "))
    query = select(T.application_id, func.min(named).label("industry")).where(T.user_id == user_id)
    return query.group_by(T.application_id).having(func.min(named).is_not(None)).subquery("of_tags")


def _named(padded: ColumnElement[str]) -> ColumnElement[str | None]:
    found = [(or_(*(padded.like(f"% {word}{_end(word)}") for word in _spelt(words))), name) for name, words in _all()]
    return case(*found, else_=None)


def _all() -> list[tuple[str, tuple[str, ...]]]:
    """All industries; the name of one is a word of it."""
    return [(name, (name, *words)) for name, words in WORDS.items()]


def _spelt(words: tuple[str, ...]) -> list[str]:
    """Words with their accents and without, as they stand in the key of a company."""
    return list(dict.fromkeys(form for word in words for form in (word, company_key(word))))


def _end(word: str) -> str:
    return "%" if len(word) >= _WHOLE else " %"
