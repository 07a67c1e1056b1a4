"""Who is at the counter"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Columns are added in place: SQLite cannot make a table anew while rows of others refer to it.
    op.add_column("staff", sa.Column("badge", sa.String(length=512)))
    op.add_column("staff", sa.Column("pin_hash", sa.String(length=200)))
    op.add_column("staff", sa.Column("wrong_tries", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("staff", sa.Column("tried_at", sa.DateTime()))
    op.add_column("staff", sa.Column("left_at", sa.DateTime()))
    op.create_index("ix_staff_badge", "staff", ["badge"], unique=True)
    # Only there is a reference part of its column, and has no name.
    in_place = op.get_context().dialect.name == "sqlite"
    for table in ("thanks", "visit"):
        who = sa.ForeignKey("staff.id", name=f"fk_{table}_staff_id_staff")
        op.add_column(table, sa.Column("staff_id", sa.Uuid(), who), inline_references=in_place)


def downgrade() -> None:
    for table in ("visit", "thanks"):
        op.drop_column(table, "staff_id")
    op.drop_index("ix_staff_badge", "staff")
    for column in ("left_at", "tried_at", "wrong_tries", "pin_hash", "badge"):
        op.drop_column("staff", column)
