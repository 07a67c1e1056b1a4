"""What was loaded, as the counter keeps it; and the words of names, as they are looked for by now"""

import sqlalchemy as sa
from alembic import op

from kiosk.people.calendars import Calendar
from kiosk.people.calendars.years import known_year
from kiosk.people.known.names import sound, words_of
from kiosk.people.texts import in_one_form

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_AT_ONCE = 1000
_TEXTS = {
    "staff": ("name",),
    "customer": ("name", "called_by", "pronunciation"),
    "important_date": ("label",),
    "note": ("text",),
    "gesture": ("what",),
}


def upgrade() -> None:
    for table, columns in _TEXTS.items():
        _bring_into_one_form(table, columns)
    _forget_years_that_stand_for_none()
    _find_words_anew()


def downgrade() -> None:
    """What was kept otherwise before is not known, and reads the same."""


def _bring_into_one_form(table: str, columns: tuple[str, ...]) -> None:
    rows = sa.table(table, sa.column("id", sa.Uuid()), *(sa.column(name, sa.String()) for name in columns))
    for id, *texts in op.get_bind().execute(sa.select(rows)).all():
        # A text of nothing but blanks stays: no other would say more.
        tidied = [in_one_form(text) or text for text in texts]
        if tidied != texts:
            values = dict(zip(columns, tidied, strict=True))
            op.execute(sa.update(rows).where(rows.c.id == id).values(values))


def _forget_years_that_stand_for_none() -> None:
    dates = sa.table(
        "important_date",
        sa.column("id", sa.Uuid()),
        sa.column("year", sa.Integer()),
        sa.column("calendar", sa.String()),
    )
    with_year = sa.select(dates).where(dates.c.year.is_not(None))
    for id, year, calendar in op.get_bind().execute(with_year).all():
        if known_year(year, Calendar(calendar)) is None:
            op.execute(sa.update(dates).where(dates.c.id == id).values(year=None))


def _find_words_anew() -> None:
    names = (sa.column(name, sa.String()) for name in ("name", "called_by", "pronunciation"))
    customer = sa.table("customer", sa.column("id", sa.Uuid()), *names)
    name_word = sa.table(
        "name_word",
        sa.column("customer_id", sa.Uuid()),
        sa.column("word", sa.String()),
        sa.column("sound", sa.String()),
    )
    everybody = op.get_bind().execute(sa.select(customer)).all()
    op.execute(sa.delete(name_word))
    for first in range(0, len(everybody), _AT_ONCE):
        words = [
            {"customer_id": id, "word": word, "sound": sound(word)}
            for id, *theirs in everybody[first : first + _AT_ONCE]
            for word in sorted(words_of(theirs))
        ]
        op.bulk_insert(name_word, words)
