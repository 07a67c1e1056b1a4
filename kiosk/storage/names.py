"""The words by which customers are found, kept beside their names."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from kiosk.people.known.names import sound, words_of
from kiosk.storage.models import NAME_WORD, Base

_customer = Base.metadata.tables["customer"].c


def keep_words(connection: Connection, customers: Sequence[UUID]) -> None:
    """Bring the words of these customers up to date: whatever writes a name calls this afterwards."""
    connection.execute(delete(NAME_WORD).where(NAME_WORD.c.customer_id.in_(customers)))
    names = select(_customer.id, _customer.name, _customer.called_by, _customer.pronunciation)
    rows = [
        {"customer_id": id, "word": word, "sound": sound(word)}
        for id, *theirs in connection.execute(names.where(_customer.id.in_(customers)))
        for word in sorted(words_of(theirs))
    ]
    if rows:
        connection.execute(insert(NAME_WORD), rows)
