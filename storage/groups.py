"""The figures of groups: by source, company, industry, word of the role, way of working, place; and the pay asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Subquery, case, func, literal, select

from storage import industries
from storage.filters import Filter
from storage.folding import folded
from storage.models import applications
from storage.status import Status
from storage.submitted import ALL, RANK, each, those

A = applications.c
Facet = Literal["source", "company", "industry", "role", "work_mode", "location", "employment_type"]
# Words of a title that say nothing of the work.
SMALL_WORDS = frozenset(
    "a an and at de der des die du el en et for für i im in la le les mit of on or the to und with y".split()
)
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Group:
    """Those submitted ones that have a fact in common; `name` is None where it is not known."""

    name: str | None
    submitted: int
    answered: int
    converted: int
    offers: int


@dataclass(frozen=True, slots=True)
class Pay:
    """The pay of a currency and a period: how many, the lowest, the median and mean of the middles, the highest."""

    currency: str | None
    period: str | None
    number: int
    lowest: float
    median: float
    mean: float
    highest: float


def by(
    db: Connection,
    user_id: int,
    facet: Facet,
    *,
    first: date | None = None,
    last: date | None = None,
    only: Filter = ALL,
) -> list[Group]:
    """The groups of a facet, the largest first; a title counts for each of its words."""
    one = _each_with(db, user_id, facet, first, last, only)
    total = func.count()
    counts: list[ColumnElement[int]] = [func.count(one.c.answered_at)]
    counts += [func.count().filter(one.c.furthest >= RANK[s]) for s in (Status.SCREENING, Status.OFFER)]
    query = select(func.min(one.c.name), total, *counts).group_by(one.c.key).order_by(total.desc(), one.c.key)
    found = [Group(*row) for row in db.execute(query)]
    return [one for one in found if facet != "role" or _says_something(one.name)]


def _says_something(word: str | None) -> bool:
    return word is None or (len(word) > SHORTEST - 1 and word not in SMALL_WORDS and not word.isdigit())


def _each_with(
    db: Connection, user_id: int, facet: Facet, first: date | None, last: date | None, only: Filter
) -> Subquery:
    """One row for each with the group it is in: `key` to tell groups apart, `name` to show."""
    if facet == "role":
        return _by_word(db, each(user_id, first, last, only, A.title.label("title")).subquery())
    if facet == "industry":
        return _by_industry(user_id, each(user_id, first, last, only).subquery())
    key, name = _key(facet)
    return each(user_id, first, last, only, key.label("key"), name.label("name")).subquery()


def _key(facet: Facet) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    if facet == "company":
        return A.company_key, A.company
    column = A[facet]
    plain = facet in ("work_mode", "employment_type")
    return (column, column) if plain else (folded(column), folded(column))


def _by_industry(user_id: int, one: Subquery) -> Subquery:
    """Each with its industry."""
    known = industries.of_applications(user_id)
    joined = one.join(known, known.c.application_id == one.c.id)
    industry = known.c.industry
    return select(one, industry.label("key"), industry.label("name")).select_from(joined).subquery()


def _by_word(db: Connection, one: Subquery) -> Subquery:
    """A row for each application and word of its title."""
    if db.dialect.name == "sqlite":
        words = func.json_each(func.words_of(one.c.title)).table_valued("value")
        word: ColumnElement[Any] = words.c.value
    else:
        words = func.regexp_split_to_table(func.lower(one.c.title), r"[^\w+#]+").table_valued("value").render_derived()
        word = words.c.value
    columns = (one.c.id, one.c.furthest, one.c.answered_at, word.label("key"), word.label("name"))
    return select(*columns).select_from(one.join(words, literal(True))).where(word != "").distinct().subquery()


def pay(
    db: Connection, user_id: int, *, first: date | None = None, last: date | None = None, only: Filter = ALL
) -> list[Pay]:
    """The pay of those submitted where it is noted, by currency and period, the most frequent first."""
    low, high = func.coalesce(A.salary_min, A.salary_max), func.coalesce(A.salary_max, A.salary_min)
    keys = (A.salary_currency.label("currency"), A.salary_period.label("period"))
    columns = (*keys, low.label("low"), high.label("high"), ((low + high) / 2).label("middle"))
    noted = select(*columns).where(*those(user_id, first, last, only), low.is_not(None)).subquery()
    n = noted.c
    parted = (n.currency, n.period)
    place = func.row_number().over(order_by=n.middle, partition_by=parted).label("place")
    ranked = select(noted, place, func.count().over(partition_by=parted).label("number")).subquery()
    r = ranked.c
    middle = case((r.place.between((r.number + 1) // 2, (r.number + 2) // 2), r.middle), else_=None)
    amounts = (func.min(r.low), func.avg(middle), func.avg(r.middle), func.max(r.high))
    counts = (r.currency, r.period, func.count(), *amounts)
    query = select(*counts).group_by(r.currency, r.period).order_by(func.count().desc(), r.currency, r.period)
    return [Pay(row[0], row[1], row[2], *(float(amount) for amount in row[3:])) for row in db.execute(query)]
