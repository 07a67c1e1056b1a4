"""The first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shop",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_shop"),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("staff", "manager", name="role", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("key", name="uq_staff_key"),
    )
    op.create_table(
        "customer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("called_by", sa.String(), nullable=False),
        sa.Column("pronunciation", sa.String(), nullable=False),
        sa.Column("may_mention_age", sa.Boolean(), nullable=False),
        sa.Column("greet_by_name", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("consent_on", sa.Date()),
        sa.Column("consent_by", sa.Uuid()),
        sa.Column("tread_gently_until", sa.Date()),
        sa.Column("deceased", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["consent_by"], ["staff.id"], name="fk_customer_consent_by_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_customer"),
        sa.UniqueConstraint("key", name="uq_customer_key"),
    )
    op.create_table(
        "card",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=512), nullable=False),
        sa.Column("symbology", sa.String(length=20)),
        sa.Column("retired", sa.String(length=40)),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_card_customer_id_customer"),
        sa.PrimaryKeyConstraint("id", name="pk_card"),
        sa.UniqueConstraint("number", name="uq_card_number"),
    )
    op.create_index("ix_card_customer_id", "card", ["customer_id"])
    op.create_table(
        "gesture",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column(
            "direction",
            sa.Enum(
                "received", "given", name="direction", native_enum=False, create_constraint=True, length=20
            ),
            nullable=False,
        ),
        sa.Column("what", sa.String(length=280), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.Uuid()),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_gesture_customer_id_customer"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_gesture_staff_id_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_gesture"),
    )
    op.create_index("ix_gesture_customer_id", "gesture", ["customer_id"])
    op.create_table(
        "important_date",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("shared_with_id", sa.Uuid()),
        sa.Column(
            "occasion",
            sa.Enum(
                "birthday",
                "anniversary",
                "name_day",
                "other",
                name="occasion",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer()),
        sa.Column(
            "calendar",
            sa.Enum(
                "gregorian",
                "chinese",
                "hebrew",
                "islamic",
                name="calendar",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "leap_day",
            sa.Enum("02-28", "03-01", name="leap_day", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("leap_month", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("day BETWEEN 1 AND 31", name="ck_important_date_day"),
        sa.CheckConstraint("month BETWEEN 1 AND 13", name="ck_important_date_month"),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name="fk_important_date_customer_id_customer"
        ),
        sa.ForeignKeyConstraint(
            ["shared_with_id"], ["customer.id"], name="fk_important_date_shared_with_id_customer"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_important_date"),
    )
    op.create_index("ix_important_date_calendar_month_day", "important_date", ["calendar", "month", "day"])
    op.create_index("ix_important_date_customer_id", "important_date", ["customer_id"])
    op.create_index("ix_important_date_shared_with_id", "important_date", ["shared_with_id"])
    op.create_table(
        "note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "remember",
                "ask_about",
                "always_show",
                "make_right",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(length=280), nullable=False),
        sa.Column("author_id", sa.Uuid()),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("show_until", sa.Date()),
        sa.Column("not_in_front_of_id", sa.Uuid()),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], name="fk_note_author_id_staff"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_note_customer_id_customer"),
        sa.ForeignKeyConstraint(
            ["not_in_front_of_id"], ["customer.id"], name="fk_note_not_in_front_of_id_customer"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
    )
    op.create_index("ix_note_customer_id", "note", ["customer_id"])
    op.create_index("ix_note_kind_written_at", "note", ["kind", "written_at"])
    op.create_table(
        "relationship",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "partner",
                "child",
                "parent",
                "sibling",
                "friend",
                "colleague",
                "carer",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name="fk_relationship_customer_id_customer"
        ),
        sa.ForeignKeyConstraint(["other_id"], ["customer.id"], name="fk_relationship_other_id_customer"),
        sa.PrimaryKeyConstraint("id", name="pk_relationship"),
        sa.UniqueConstraint(
            "customer_id", "other_id", "kind", name="uq_relationship_customer_id_other_id_kind"
        ),
    )
    op.create_index("ix_relationship_other_id", "relationship", ["other_id"])
    op.create_table(
        "visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("counter", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_visit_customer_id_customer"),
        sa.PrimaryKeyConstraint("id", name="pk_visit"),
    )
    op.create_index("ix_visit_at", "visit", ["at"])
    op.create_index("ix_visit_customer_id_at", "visit", ["customer_id", "at"])
    op.create_table(
        "closing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("note_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.Uuid()),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name="fk_closing_note_id_note"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_closing_staff_id_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_closing"),
        sa.UniqueConstraint("note_id", name="uq_closing_note_id"),
    )
    op.create_table(
        "thanks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("gesture_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["gesture_id"], ["gesture.id"], name="fk_thanks_gesture_id_gesture"),
        sa.PrimaryKeyConstraint("id", name="pk_thanks"),
        sa.UniqueConstraint("gesture_id", name="uq_thanks_gesture_id"),
    )
    op.create_table(
        "visit_companion",
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name="fk_visit_companion_customer_id_customer"
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name="fk_visit_companion_visit_id_visit"),
        sa.PrimaryKeyConstraint("visit_id", "customer_id", name="pk_visit_companion"),
    )
    op.create_table(
        "wish",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("important_date_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("occurrence", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime()),
        sa.Column("staff_id", sa.Uuid()),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_wish_customer_id_customer"),
        sa.ForeignKeyConstraint(
            ["important_date_id"], ["important_date.id"], name="fk_wish_important_date_id_important_date"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_wish_staff_id_staff"),
        sa.PrimaryKeyConstraint("id", name="pk_wish"),
        sa.UniqueConstraint(
            "important_date_id",
            "customer_id",
            "occurrence",
            name="uq_wish_important_date_id_customer_id_occurrence",
        ),
    )
    op.create_index("ix_wish_customer_id", "wish", ["customer_id"])


def downgrade() -> None:
    op.drop_table("wish")
    op.drop_table("visit_companion")
    op.drop_table("thanks")
    op.drop_table("closing")
    op.drop_table("visit")
    op.drop_table("relationship")
    op.drop_table("note")
    op.drop_table("important_date")
    op.drop_table("gesture")
    op.drop_table("card")
    op.drop_table("customer")
    op.drop_table("staff")
    op.drop_table("shop")
