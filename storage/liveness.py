"""Whether a pooled PostgreSQL connection still stands, looked at before it is used again; knows no table."""

from __future__ import annotations

import select
from time import monotonic
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import InvalidatePoolError

IDLE = 30.0  # seconds after which a network may have dropped a connection without a word


def watch_idle(engine: Engine) -> None:
    """Has stale connections replaced when they are taken from the pool.

    A server that ended a connection has written its goodbye into the socket, which costs no round trip to see; one
    that has been idle for long is asked. The pool's own ping asks each time, and so costs a short transaction an eighth
    of its time.
    """

    @event.listens_for(engine, "checkin")
    def given_back(connection: Any, record: Any) -> None:
        record.info["idle_since"] = monotonic()

    @event.listens_for(engine, "checkout")
    def taken(connection: Any, record: Any, _proxy: Any) -> None:
        since = record.info.get("idle_since")
        if since is not None and not _stands(engine, connection, monotonic() - since):
            raise InvalidatePoolError


def _stands(engine: Engine, connection: Any, idle: float) -> bool:
    if connection.closed:
        return False
    spoken, _, _ = select.select([connection.fileno()], [], [], 0)
    if not spoken and idle < IDLE:
        return True
    try:
        return engine.dialect.do_ping(connection)
    except engine.dialect.loaded_dbapi.Error:
        return False
