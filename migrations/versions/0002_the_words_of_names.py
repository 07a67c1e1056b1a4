"""The words of names"""

import sqlalchemy as sa
from alembic import op

from kiosk.storage.names import keep_words
from kiosk.storage.records import parts

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    in_byte_order = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "name_word",
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("word", in_byte_order, nullable=False),
        sa.Column("sound", in_byte_order, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_name_word_customer_id_customer"),
        sa.PrimaryKeyConstraint("customer_id", "word", name="pk_name_word"),
    )
    op.create_index("ix_name_word_word_customer_id", "name_word", ["word", "customer_id"])
    op.create_index("ix_name_word_sound_customer_id", "name_word", ["sound", "customer_id"])
    everybody = op.get_bind().scalars(sa.select(sa.column("id", sa.Uuid())).select_from(sa.table("customer")))
    for some in parts(everybody.all()):
        keep_words(op.get_bind(), some)


def downgrade() -> None:
    op.drop_table("name_word")
