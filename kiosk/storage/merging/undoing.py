"""What takes a merger back: the rows that are gone, those that have changed, and those that are new."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import Column, Enum, Table, delete, insert, select, update
from sqlalchemy.orm import Session

from kiosk.storage.merging.rows import Rows, is_row
from kiosk.storage.models import Base
from kiosk.storage.records import Record, parts

_NOT_COMPARED = {"updated_at", "undo"}
_TABLES = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}


class _Changed(NamedTuple):
    """Columns of some rows of a table, by their ids."""

    table: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    ids: list[UUID]


class _Undo(msgspec.Struct):
    gone: list[tuple[str, Record]]
    changed: list[_Changed]
    new: list[tuple[str, Record]]


def difference(before: Rows, after: Rows) -> str:
    """What has changed, as JSON: rows that have an id, and rows that are told by all of their columns."""
    changed: defaultdict[Any, list[UUID]] = defaultdict(list)
    for (table, key), record in before.items():
        now = after.get((table, key), record)
        columns = [name for name in record if now[name] != record[name] and name not in _NOT_COMPARED]
        if columns:
            values = tuple((name, record[name], now[name]) for name in columns)
            changed[table, values].append(record["id"])
    undo = _Undo(
        gone=[(table, _told(record)) for (table, key), record in before.items() if (table, key) not in after],
        changed=[
            _Changed(table, {n: old for n, old, _ in values}, {n: new for n, _, new in values}, ids)
            for (table, values), ids in changed.items()
        ],
        new=[(table, _told(record)) for (table, key), record in after.items() if (table, key) not in before],
    )
    return msgspec.json.encode(undo).decode()


def take_back(session: Session, undo: str) -> None:
    """Make it as it was; what was changed otherwise since stays, and so does what has come since."""
    was = msgspec.json.decode(undo, type=_Undo)
    for name, told in sorted(was.gone, key=lambda row: _TABLES[row[0]]):
        table = Base.metadata.tables[name]
        record = _record(table, told)
        if _has_all_it_needs(session, table, record):
            session.execute(insert(table).values(record))
    for name, before, after, ids in was.changed:
        table = Base.metadata.tables[name]
        unchanged = [table.c[column] == value for column, value in _record(table, after).items()]
        for some in parts(ids):
            theirs = update(table).where(table.c.id.in_(some), *unchanged)
            session.execute(theirs.values(_record(table, before)))
    for name, told in sorted(was.new, key=lambda row: _TABLES[row[0]], reverse=True):
        table = Base.metadata.tables[name]
        session.execute(delete(table).where(*is_row(table, _record(table, told))))


def _told(record: Record) -> Record:
    return {name: value for name, value in record.items() if name not in _NOT_COMPARED}


def _record(table: Table, told: Mapping[str, Any]) -> Record:
    """The values as the columns have them."""
    return {name: _value(table.c[name], value) for name, value in told.items()}


def _value(column: Column[Any], value: Any) -> Any:
    if value is None:
        return None
    kind = column.type.enum_class if isinstance(column.type, Enum) else column.type.python_type
    return msgspec.convert(value, kind, strict=False)


def _has_all_it_needs(session: Session, table: Table, record: Record) -> bool:
    """Whether all that a row refers to is still there; what may be empty is emptied where it is not."""
    for key in table.foreign_keys:
        name = key.parent.name
        refers = record.get(name)
        if refers is None or session.scalar(select(key.column).where(key.column == refers)) is not None:
            continue
        if not key.parent.nullable:
            return False
        record[name] = None
    return True
