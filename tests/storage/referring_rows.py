"""Rows in every table that refers to a row, made from the metadata: a new table is among them by itself."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import count
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import Column, Enum, ForeignKey, Table, insert, select
from sqlalchemy.orm import Session

from kiosk.storage.models import Base
from kiosk.storage.models.columns import UtcTime

TABLES = Base.metadata.tables

_numbers = count(1)


class Made(NamedTuple):
    """A row, and the columns by which it refers to another row, each with its table: the nearest first."""

    table: str
    by: tuple[str, ...]
    values: dict[str, Any]


def make_row(session: Session, table: Table, **given: Any) -> dict[str, Any]:
    """Store a row with something in every column; what it needs besides is stored, too.

    Of references that may be empty there are only those that are given.
    """
    values: dict[str, Any] = {}
    for column in table.columns:
        if column.name in given:
            values[column.name] = given[column.name]
        elif not column.foreign_keys:
            values[column.name] = _any_value(column)
        elif not column.nullable:
            (key,) = column.foreign_keys
            values[column.name] = make_row(session, key.column.table)[key.column.name]
    session.execute(insert(table).values(values))
    return values


def make_all_that_refers(
    session: Session, table: Table, row: dict[str, Any], by: tuple[str, ...] = ()
) -> Iterator[Made]:
    """Store a row for every column of any table that refers to this row, and for those rows in turn."""
    for key in references_to(table):
        column = key.parent
        path = (f"{column.table.name}.{column.name}", *by)
        made = make_row(session, column.table, **{column.name: row[key.column.name]})
        yield Made(column.table.name, path, made)
        yield from make_all_that_refers(session, column.table, made, path)


def references_to(table: Table) -> list[ForeignKey]:
    """Every reference to this table, of whatever table."""
    return [key for other in TABLES.values() for key in other.foreign_keys if key.column.table is table]


def is_kept(session: Session, made: Made) -> bool:
    """Tell whether the row is there, by its key; a reference that was emptied or changed counts as well."""
    table = TABLES[made.table]
    key = [column == made.values[column.name] for column in table.primary_key.columns]
    return session.execute(select(*table.primary_key.columns).where(*key)).first() is not None


def where_it_stands(session: Session, id: UUID) -> set[str]:
    """The columns, with their tables, that hold this id anywhere."""
    return {
        f"{name}.{column}"
        for name, table in TABLES.items()
        for row in session.execute(select(table))
        for column, value in row._mapping.items()
        if value == id
    }


def _any_value(column: Column[Any]) -> Any:
    """Something that this column takes, and for a text or an id another one each time."""
    kind = column.type
    if isinstance(kind, Enum):
        assert kind.enum_class is not None
        return next(iter(kind.enum_class))
    if isinstance(kind, UtcTime):
        return datetime.fromisoformat("2026-11-24T09:14:00+00:00")
    anything = {UUID: uuid4(), date: date(2026, 11, 24), str: f"text {next(_numbers)}", int: 1, bool: False}
    return anything[kind.python_type]
