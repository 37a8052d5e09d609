"""Structured logs: one JSON object a line on standard error, without words of a person and without tokens."""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Any, TextIO

# They write down the addresses that they call, and Telegram's hold the token.
TALKATIVE = (
    "httpx", "httpx2", "httpcore", "telegram", "slack_sdk", "slack_bolt", "openai", "uvicorn", "asyncio", "alembic",
    "apscheduler",
)  # fmt: skip
SECRETS = re.compile(r"[0-9]{3,15}:[A-Za-z0-9_-]{20,}|\bxox[a-z]-[\w-]+|\bxapp-[\w-]+|\bsk-[\w-]{8,}|(?<=://)[^/\s@]+@")


class JsonLines(logging.Formatter):
    """A record as one line, with what stands in its `fields`; of an exception only type and place, never its words."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {
            "at": at,
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _clean(record.getMessage()),
        }
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["place"] = _place(record)
        return json.dumps(line, ensure_ascii=False)


def _clean(words: str) -> str:
    return SECRETS.sub("***", words)[:500]


def _place(record: logging.LogRecord) -> str:
    """File and line where an exception was raised."""
    trace = record.exc_info[2] if record.exc_info else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"


def set_up(stream: TextIO | None = None) -> None:
    """Let everything go through one handler; the libraries speak only of what goes wrong."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    # It writes down whole answers of the server where it cannot read them.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
