"""Which line of business an application is in, where a tag or the company's name says so; knows no figure."""

from __future__ import annotations

from sqlalchemy import CTE, BindParameter, ColumnElement, Subquery, case, func, literal, or_, select

from storage.folding import folded
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
# Words of a job's title that leave no doubt about the line of business, whoever the employer is.
OF_TITLES: dict[str, tuple[str, ...]] = {
    "healthcare": (
        "nurse", "midwife", "paramedic", "physician", "carer", "caregiver", "care assistant", "pharmacist",
        "dentist", "physiotherapist", "radiographer", "healthcare", "pflege", "enfermer", "infirmi",
    ),
    "education": ("teacher", "teaching", "tutor", "lecturer", "lehrer", "erzieher", "profesor", "enseignant"),
    "hospitality": (
        "chef", "cook", "waiter", "waitress", "barista", "bartender", "kitchen porter", "kitchen assistant", "hotel",
        "housekeeper", "koch", "köchin", "kellner", "cocinero", "camarero", "cuisinier", "serveu",
    ),
    "retail": ("sales assistant", "shop assistant", "cashier", "store manager", "verkäufer", "vendeu", "dependient"),
    "transport": ("driver", "courier", "fahrer", "conductor de", "chauffeur"),
    "technology": ("software", "developer", "devops", "programmer", "softwareentwickler"),
    "construction": ("electrician", "plumber", "carpenter", "bricklayer", "roofer", "elektriker", "maurer"),
    "cleaning": ("cleaner", "janitor", "reinigungskraft"),
    "security": ("security guard", "security officer", "doorman"),
    "law": ("solicitor", "lawyer", "paralegal", "attorney"),
}  # fmt: skip
# Words too short to stand for all that begins with them.
_WHOLE = 5
Owner = int | BindParameter[int]


def of_applications(user_id: Owner) -> Subquery:
    """The industry of each application: as tagged, else by its company, else by its title; NULL where none says it."""
    company, title, tagged = _of_companies(user_id), _of_titles(user_id), _of_tags(user_id)
    industry = func.coalesce(tagged.c.industry, company.c.industry, title.c.industry).label("industry")
    joined = applications.join(company, company.c.company_key == A.company_key)
    joined = joined.outerjoin(tagged, tagged.c.application_id == A.id).outerjoin(title, title.c.title == A.title)
    query = select(A.id.label("application_id"), industry).select_from(joined).where(A.user_id == user_id)
    return query.subquery("of_applications")


def _of_companies(user_id: Owner) -> CTE:
    """The industry that each company of a person names, by its key; NULL where it names none."""
    mine = select(A.company_key).where(A.user_id == user_id).distinct().subquery().c
    named = _named(literal(" ") + mine.company_key + literal(" "), _of_names(WORDS))
    found = select(mine.company_key, named.label("industry")).cte("of_companies")
    # Worked out once for each company, not once for each of its applications.
    return found.prefix_with("MATERIALIZED")


def _of_titles(user_id: Owner) -> CTE:
    """The industry that each title of a person names; NULL where it names none."""
    mine = select(A.title).where(A.user_id == user_id, A.title.is_not(None)).distinct().subquery().c
    words = func.replace(func.replace(folded(mine.title), ",", " "), "/", " ")
    named = _named(literal(" ") + words + literal(" "), _of_names(OF_TITLES))
    return select(mine.title, named.label("industry")).cte("of_titles").prefix_with("MATERIALIZED")


def _of_tags(user_id: Owner) -> Subquery:
    """The industry that the tags of each application name; only of those that name one."""
    named = _named(literal(" ") + folded(T.tag) + literal(" "), _of_names(WORDS))
    query = select(T.application_id, func.min(named).label("industry")).where(T.user_id == user_id)
    return query.group_by(T.application_id).having(func.min(named).is_not(None)).subquery("of_tags")


def _named(padded: ColumnElement[str], words: list[tuple[str, tuple[str, ...]]]) -> ColumnElement[str | None]:
    found = [(or_(*(padded.like(f"% {one}{_end(one)}") for one in _spelt(said))), name) for name, said in words]
    return case(*found, else_=None)


def _of_names(words: dict[str, tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
    """All industries; the name of one is a word of it."""
    return [(name, (name, *said)) for name, said in words.items()]


def _spelt(words: tuple[str, ...]) -> list[str]:
    """Words with their accents and without, as they stand in the key of a company."""
    return list(dict.fromkeys(form for word in words for form in (word, company_key(word))))


def _end(word: str) -> str:
    return "%" if len(word) >= _WHOLE else " %"
