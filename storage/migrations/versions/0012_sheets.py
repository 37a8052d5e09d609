"""A connected Google sheet, what was last written into its rows, and what a link to Google's sign-in is for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

Wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _owner() -> sa.Column[int]:
    return sa.Column("user_id", Wide, sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False)


def _instant(name: str, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "sheets",
        sa.Column("id", Wide, primary_key=True, autoincrement=True),
        _owner(),
        sa.Column("spreadsheet", sa.Text()),
        sa.Column("tab", Wide),
        sa.Column("scope", sa.String(10), nullable=False),
        sa.Column("credential_id", Wide, sa.ForeignKey("credentials.id", ondelete="SET NULL")),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("seen_step", Wide, nullable=False),
        _instant("seen_at"),
        _instant("created_at", False),
        _instant("due_at"),
        _instant("asked_at"),
        _instant("looked_at"),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("lease", sa.String(40)),
        _instant("leased_until"),
        sa.UniqueConstraint("user_id", name="uq_sheets_user_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sheets_due_at", "sheets", ["due_at"])
    op.create_table(
        "sheet_rows",
        _owner(),
        sa.Column(
            "sheet_id", Wide, sa.ForeignKey("sheets.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
        ),
        sa.Column("number", Wide, primary_key=True, autoincrement=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("open", sa.JSON(), nullable=False),
    )
    op.create_index("ix_sheet_rows_user_id", "sheet_rows", ["user_id"])
    op.add_column("oauth_links", sa.Column("wish", sa.Text()))


def downgrade() -> None:
    op.drop_column("oauth_links", "wish")
    op.drop_table("sheet_rows")
    op.drop_table("sheets")
