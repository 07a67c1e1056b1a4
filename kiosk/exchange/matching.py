"""What a file tells once more: a fact the database holds keeps the id, and the time, that it has there."""

from collections.abc import Callable, Hashable, Mapping
from datetime import datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from kiosk.exchange.records import Records
from kiosk.storage import records as stored
from kiosk.storage.sameness import which_date, which_relationship

# What makes two of a kind the same; the time stands last. Visits are also recorded at the counter.
_SAME: Mapping[str, tuple[str, ...]] = {
    "note": ("customer_id", "kind", "text", "written_at"),
    "gesture": ("customer_id", "direction", "what", "at"),
    "visit": ("customer_id", "counter", "at"),
}
_REFERRING: Mapping[str, str] = {"closing": "note_id", "thanks": "gesture_id", "visit_companion": "visit_id"}
# Of which there is one only, whenever it was told; what it belongs to stands first.
_ONE_EACH: Mapping[str, tuple[str, ...]] = {
    "closing": ("note_id",),
    "thanks": ("gesture_id",),
    "wish": ("important_date_id", "customer_id", "occurrence"),
}
# What the counter gives ids of its own: the columns that tell what the rows are asked for, which is done by
# the first of them, and what makes two the same.
_FROM_THE_COUNTER: Mapping[str, tuple[tuple[str, ...], Callable[[Mapping[str, Any]], Hashable]]] = {
    "staff": (("key",), itemgetter("key")),
    "customer": (("key",), itemgetter("key")),
    "card": (("number",), itemgetter("number")),
    "important_date": (("customer_id", "shared_with_id"), which_date),
    "relationship": (("customer_id", "other_id"), which_relationship),
}


def match_people(session: Session, records: Records) -> None:
    """Give the people of a file, their cards, dates and relationships the ids under which they are stored."""
    for table, (columns, which) in _FROM_THE_COUNTER.items():
        told = records[table].values()
        values = {record[column] for record in told for column in columns} - {None}
        known = {which(row): row["id"] for row in stored.read_of(session, table, list(values), columns[0])}
        ids = {record["id"]: known.get(which(record)) for record in told}
        _rename(records, {id: other for id, other in ids.items() if other not in (None, id)})


def match_records(session: Session, records: Records, now: datetime) -> None:
    """Make the records fit what is stored; `now` is the time of those that the file does not date."""
    ids: dict[UUID, UUID] = {}
    for table, columns in _SAME.items():
        ids |= _match_dated(session, records[table], table, columns, now)
    for table, column in _REFERRING.items():
        for record in records[table].values():
            record[column] = ids[record[column]]
    for table, columns in _ONE_EACH.items():
        _match_only_ones(session, records[table], table, columns)


def _match_dated(
    session: Session, told: Mapping[UUID, stored.Record], table: str, columns: tuple[str, ...], now: datetime
) -> dict[UUID, UUID]:
    """The ids under which the records told of are stored, by the ids they had in the file."""
    *_, time = columns
    rows = stored.read_of(session, table, list({record["customer_id"] for record in told.values()}))
    times = {row["id"]: row[time] for row in rows}
    known = {_values(row, columns): row["id"] for row in rows}
    for id, record in told.items():
        if record[time] == now:
            record[time] = times.get(id, now)
        record["id"] = known.get(_values(record, columns), id)
    return {id: record["id"] for id, record in told.items()}


def _match_only_ones(
    session: Session, told: Mapping[UUID, stored.Record], table: str, columns: tuple[str, ...]
) -> None:
    belongs_to, *_ = columns
    rows = stored.read_of(session, table, [record[belongs_to] for record in told.values()], belongs_to)
    known = {_values(row, columns): row["id"] for row in rows}
    for record in told.values():
        record["id"] = known.get(_values(record, columns), record["id"])


def _rename(records: Records, ids: Mapping[UUID, Any]) -> None:
    """Replace these ids by others, in every column of every record."""
    if not ids:
        return
    for table in records.values():
        for record in table.values():
            record.update({column: ids[value] for column, value in record.items() if value in ids})


def _values(record: Mapping[str, Any], columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(record[column] for column in columns)
