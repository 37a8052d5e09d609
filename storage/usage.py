"""What the language model cost, a row for each turn that asked it or was meant for it; knows no model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from storage.house import model_usage
from storage.prepared import Prepared
from storage.rows import add_rows

U = model_usage.c


@dataclass
class Usage:
    """Calls, tokens (read, of these from the provider's cache, and written), model, milliseconds, US dollars.

    `path`: who understood the turn: offline, fast (the interpreter, for it was plain), model, fallback.
    """

    path: str = "offline"
    model: str = ""
    calls: int = 0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    milliseconds: int = 0
    cost: float | None = None

    @property
    def tokens(self) -> int:
        """Tokens read and written."""
        return self.tokens_in + self.tokens_out


@dataclass(frozen=True, slots=True)
class Spent:
    """Sums over a stretch of time; `cost` in US dollars, None where no prices were set."""

    turns: int
    calls: int
    tokens_in: int
    tokens_cached: int
    tokens_out: int
    milliseconds: int
    cost: float | None

    @property
    def tokens(self) -> int:
        """Tokens read and written."""
        return self.tokens_in + self.tokens_out


def record(db: Connection, user_id: int, at: datetime, usage: Usage) -> None:
    """Keep what a turn cost."""
    row = {
        "user_id": user_id,
        "at": at,
        "path": usage.path,
        "model": usage.model[:200],
        "calls": usage.calls,
        "tokens_in": usage.tokens_in,
        "tokens_cached": usage.tokens_cached,
        "tokens_out": usage.tokens_out,
        "milliseconds": usage.milliseconds,
        "cost": usage.cost,
    }
    add_rows(db, model_usage, [row])


_SUMMED = (U.calls, U.tokens_in, U.tokens_cached, U.tokens_out, U.milliseconds)
_SPENT = Prepared(
    select(func.count(), *(func.coalesce(func.sum(c), 0) for c in _SUMMED), func.sum(U.cost)).where(
        U.user_id == bindparam("owner"), U.at >= bindparam("since")
    )
)


def spent(db: Connection, user_id: int, since: datetime) -> Spent:
    """What a person's turns cost from an instant on."""
    ((turns, calls, tokens_in, cached, tokens_out, took, cost),) = _SPENT.tuples(db, {"owner": user_id, "since": since})
    return Spent(turns, int(calls), int(tokens_in), int(cached), int(tokens_out), int(took), cost)


def fallbacks(db: Connection, user_id: int) -> int:
    """How many of a person's turns the model was asked for in vain, so that the interpreter answered."""
    query = select(func.count()).where(U.user_id == user_id, U.path == "fallback")
    return int(db.scalar(query) or 0)
