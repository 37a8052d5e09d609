"""What Alembic runs for every command: our connection, our tables; never an ini file or a URL of its own."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection

from storage import finding_tables, house, mail_tables, models, openings, sheet_tables
from storage.columns import metadata

TABLES = (house, finding_tables, mail_tables, models, openings, sheet_tables)


def render_item(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """Our column types as SQLAlchemy's own, so that a migration does not change with them."""
    known = {"UtcDateTime": "sa.DateTime(timezone=True)", "Money": "sa.Numeric(14, 2)", "Words": "sa.Text()"}
    return known.get(type(thing).__name__, False) if kind == "type" else False


def run(connection: Connection) -> None:
    """Runs the migrations inside the transaction that is open on `connection`."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=render_item,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
