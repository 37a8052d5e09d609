"""What delivering needs: leases, when to look again, what the platform said; muted applications."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

Wide = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
At = sa.DateTime(timezone=True)
PENDING = sa.text("status = 'pending'")
# Whoever waits for the next due instant is told of one that comes before anybody would look again.
NOTIFY = """
CREATE OR REPLACE FUNCTION jobbot_soon() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('jobbot_soon', ''); RETURN NULL; END $$
"""
TRIGGER = """
CREATE TRIGGER jobbot_soon AFTER INSERT OR UPDATE OF due_at, held_until ON reminders FOR EACH ROW
WHEN (NEW.status = 'pending' AND coalesce(NEW.held_until, NEW.due_at) < now() + interval '2 minutes')
EXECUTE FUNCTION jobbot_soon()
"""


def upgrade() -> None:
    op.add_column("applications", sa.Column("muted", sa.Boolean(), nullable=False, server_default=sa.false()))
    for column in (sa.Column("held_until", At), sa.Column("channel", sa.String(20)), sa.Column("answer", sa.Text())):
        op.add_column("reminders", column)
    op.drop_index("ix_reminders_status_due_at", "reminders")
    look = sa.text("coalesce(held_until, due_at)")
    op.create_index("ix_reminders_look", "reminders", [look], sqlite_where=PENDING, postgresql_where=PENDING)
    op.create_table(
        "claims",
        sa.Column("user_id", Wide, sa.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("token", sa.String(40), nullable=False),
        sa.Column("leased_until", At, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(NOTIFY)
        op.execute(TRIGGER)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER jobbot_soon ON reminders")
        op.execute("DROP FUNCTION jobbot_soon()")
    op.drop_table("claims")
    op.drop_index("ix_reminders_look", "reminders")
    op.create_index("ix_reminders_status_due_at", "reminders", ["status", "due_at"])
    for name in ("answer", "channel", "held_until"):
        op.drop_column("reminders", name)
    op.drop_column("applications", "muted")
