"""The words of names"""

import sqlalchemy as sa
from alembic import op

from kiosk.people.known.names import sound, words_of

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    in_byte_order = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    name_word = op.create_table(
        "name_word",
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("word", in_byte_order, nullable=False),
        sa.Column("sound", in_byte_order, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_name_word_customer_id_customer"),
        sa.PrimaryKeyConstraint("customer_id", "word", name="pk_name_word"),
    )
    op.create_index("ix_name_word_word_customer_id", "name_word", ["word", "customer_id"])
    op.create_index("ix_name_word_sound_customer_id", "name_word", ["sound", "customer_id"])
    # The table as it was at this step, whatever the models say by now.
    names = (sa.column(name, sa.String()) for name in ("name", "called_by", "pronunciation"))
    customer = sa.table("customer", sa.column("id", sa.Uuid()), *names)
    everybody = op.get_bind().execute(sa.select(customer)).all()
    words = [
        {"customer_id": id, "word": word, "sound": sound(word)}
        for id, *theirs in everybody
        for word in sorted(words_of(theirs))
    ]
    op.bulk_insert(name_word, words)


def downgrade() -> None:
    op.drop_table("name_word")
