"""who was found to be one person"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "different_people",
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name="fk_different_people_customer_id_customer"
        ),
        sa.ForeignKeyConstraint(["other_id"], ["customer.id"], name="fk_different_people_other_id_customer"),
        sa.PrimaryKeyConstraint("customer_id", "other_id", name="pk_different_people"),
    )
    op.create_table(
        "merger",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("called_by", sa.String(), nullable=False),
        sa.Column("pronunciation", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("undo", sa.String(length=900000), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_merger_customer_id_customer"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_merger_staff_id_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_merger"),
    )
    op.create_index("ix_merger_customer_id", "merger", ["customer_id"])
    op.create_index("ix_merger_key", "merger", ["key"])


def downgrade() -> None:
    op.drop_table("merger")
    op.drop_table("different_people")
