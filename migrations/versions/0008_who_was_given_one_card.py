"""who was given one card"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "same_card",
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_same_card_customer_id_customer"),
        sa.ForeignKeyConstraint(["other_id"], ["customer.id"], name="fk_same_card_other_id_customer"),
        sa.PrimaryKeyConstraint("customer_id", "other_id", name="pk_same_card"),
    )


def downgrade() -> None:
    op.drop_table("same_card")
