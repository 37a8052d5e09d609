"""What is said and logged when something broke: the trouble of a database in its own words, all else under a mark."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from types import TracebackType

from storage.problems import DatabaseProblem

log = logging.getLogger(__name__)


def surprise(error: Exception, names: Sequence[str] = ()) -> str:
    """The words for the person; what is no trouble of the database is logged, with the names of the tools at work."""
    if isinstance(error, DatabaseProblem):
        return str(error)
    mark = secrets.token_hex(3)
    log.error("mark %s: %s in %s", mark, type(error).__name__, list(names), exc_info=_bare(error))
    return f"Something went wrong on my side (mark {mark}). Nothing was changed; please try again."


def _bare(error: Exception) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """The place in the code without the message: that may quote what the person wrote, which stays out of the log."""
    return Exception, Exception(type(error).__name__), error.__traceback__
