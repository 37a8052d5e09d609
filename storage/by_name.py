"""Applications by the names of their companies: those said from the index, others among the latest; compares nothing.

However many applications a person has, no function here reads more than a few times MOST_NAMED rows of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, literal, select, union

from storage.applications import of_rows
from storage.companies import company_key, other_keys
from storage.models import applications, contacts
from storage.models import tags as tags_table
from storage.prepared import Prepared
from storage.records import Application
from storage.status import Status

A, C, T = applications.c, contacts.c, tags_table.c
MOST_NAMED = 10_000  # applications of a person whose names are known in words: those with the latest news
# Of a text so many words are looked up, alone and with up to so many of those behind them.
MOST_WORDS, LONGEST_NAME = 400, 5
_MINE = A.user_id == bindparam("owner")
_LATEST = (A.last_event_at.desc(), A.id.desc())
_THERE = A.company_key.in_(bindparam("keys", expanding=True))
_MINE_LATEST = select(applications).where(_MINE).order_by(*_LATEST)
_ALL = Prepared(_MINE_LATEST.limit(bindparam("most")))
_AT = _MINE_LATEST.where(_THERE).limit(MOST_NAMED)
_AT_ONE = Prepared(_MINE_LATEST.where(A.company_key == bindparam("key")).limit(MOST_NAMED))
_NAMED = Prepared(select(A.company).where(_MINE).order_by(*_LATEST).limit(MOST_NAMED))
_ENTRIES = select(A.id, A.company, A.company_key, A.title, A.status, A.last_event_at).where(_MINE).order_by(*_LATEST)
_LATEST_ENTRIES = Prepared(_ENTRIES.limit(MOST_NAMED))
_ENTRIES_AT = _ENTRIES.where(_THERE).limit(MOST_NAMED)
_PEOPLE = select(literal(True), C.name).where(C.user_id == bindparam("owner"))
_TAG_NAMES = select(literal(False), T.tag).where(T.user_id == bindparam("owner"))
_WORDS = Prepared(union(_PEOPLE, _TAG_NAMES).order_by(C.name))
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class CompanyEntry:
    """What a reader of sentences must know of an application."""

    application_id: int
    company: str
    company_key: str
    title: str | None
    status: Status
    last_event_at: datetime


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that occur in one person's data."""

    companies: list[CompanyEntry]
    contacts: list[str]
    tags: list[str]


def vocabulary(db: Connection, user_id: int, said: str = "") -> Vocabulary:
    """The companies (latest news first), contacts and tags of a person.

    The companies are those of the MOST_NAMED latest applications; behind them older ones that stand in the words said.
    """
    mine = {"owner": user_id}
    companies = [_entry(*row) for row in _LATEST_ENTRIES.tuples(db, mine)]
    if len(companies) == MOST_NAMED and said:
        have = {entry.application_id for entry in companies}
        older = db.execute(_ENTRIES_AT, {**mine, "keys": _keys_in(said)})
        companies += [_entry(*row) for row in older if row.id not in have]
    people, known = list[str](), list[str]()
    for is_person, word in _WORDS.tuples(db, mine):
        (people if is_person else known).append(word)
    return Vocabulary(companies, people, known)


def companies(db: Connection, user_id: int) -> list[str]:
    """The names of the companies, each once, the latest news first, of MOST_NAMED applications."""
    return list(dict.fromkeys(name for (name,) in _NAMED.tuples(db, {"owner": user_id})))


def likely(db: Connection, user_id: int, said: str) -> tuple[str, ...]:
    """The names of companies of which `said` may mean one: those of `companies`, and its other names however old."""
    others = sorted(other_keys(said))
    found = companies(db, user_id) + ([a.company for a in at_companies(db, user_id, others)] if others else [])
    return tuple(dict.fromkeys(found))


def same_company(db: Connection, user_id: int, company: str) -> list[Application]:
    """The applications at a company (by its key), the latest news first, at most MOST_NAMED."""
    return of_rows(db, user_id, _AT_ONE.rows(db, {"owner": user_id, "key": company_key(company)}))


def at_companies(db: Connection, user_id: int, names: Iterable[str]) -> list[Application]:
    """The applications at any of these companies (by their keys), the latest news first, at most MOST_NAMED."""
    keys = sorted({company_key(name) for name in names})
    return of_rows(db, user_id, db.execute(_AT, {"owner": user_id, "keys": keys}).mappings().all())


def latest(db: Connection, user_id: int, most: int = MOST_NAMED) -> list[Application]:
    """The applications with the latest news, those first, at most `most`."""
    return of_rows(db, user_id, _ALL.rows(db, {"owner": user_id, "most": most}))


def _entry(
    number: int, company: str, key: str, title: str | None, status: str, last_event_at: datetime
) -> CompanyEntry:
    return CompanyEntry(number, company, key, title, Status(status), last_event_at)


def _keys_in(said: str) -> list[str]:
    """The keys of all names that may stand in words, a possessive with its ending and without."""
    keys = set[str]()
    for text in {said, _POSSESSIVE.sub("", said)}:
        words = text.split()[:MOST_WORDS]
        for size in range(1, LONGEST_NAME + 1):
            keys |= {company_key(" ".join(words[at : at + size])) for at in range(len(words) - size + 1)}
    return sorted(keys)
