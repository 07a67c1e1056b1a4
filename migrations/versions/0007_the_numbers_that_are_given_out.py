"""the numbers that are given out"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "issued_card",
        sa.Column("number", sa.String(length=512), nullable=False),
        sa.Column("symbology", sa.String(length=20), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_issued_card_staff_id_staff"),
        sa.PrimaryKeyConstraint("number", name="pk_issued_card"),
    )


def downgrade() -> None:
    op.drop_table("issued_card")
