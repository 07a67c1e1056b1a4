"""The words by which customers are found, kept beside their names."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, union_all

from kiosk.people.known.names import sound, words_of
from kiosk.storage.models import NAME_WORD, Base

_customer, _merger = Base.metadata.tables["customer"].c, Base.metadata.tables["merger"].c


def keep_words(connection: Connection, customers: Sequence[UUID]) -> None:
    """Bring the words of these customers up to date: whatever writes a name calls this afterwards.

    They are found by the names, too, of whoever was merged into them.
    """
    connection.execute(delete(NAME_WORD).where(NAME_WORD.c.customer_id.in_(customers)))
    now = select(_customer.id, _customer.name, _customer.called_by, _customer.pronunciation)
    before = select(_merger.customer_id, _merger.name, _merger.called_by, _merger.pronunciation)
    names: defaultdict[UUID, set[str]] = defaultdict(set)
    for id, *theirs in connection.execute(
        union_all(now.where(_customer.id.in_(customers)), before.where(_merger.customer_id.in_(customers)))
    ):
        names[id] |= words_of(theirs)
    rows = [
        {"customer_id": id, "word": word, "sound": sound(word)}
        for id, words in names.items()
        for word in sorted(words)
    ]
    if rows:
        connection.execute(insert(NAME_WORD), rows)
