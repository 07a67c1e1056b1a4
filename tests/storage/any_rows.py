"""Rows for every table there is, made from the metadata: a new table is among them by itself."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import count
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import Column, Enum, ForeignKey, Table, insert, select, update
from sqlalchemy.orm import Session

from kiosk.storage.file.database import Database
from kiosk.storage.models import Base
from kiosk.storage.models.columns import UtcTime

Row = dict[str, Any]
TABLES = Base.metadata.tables

_numbers = count(1)


class Made(NamedTuple):
    """A row, and the columns by which it refers to another row, each with its table: the nearest first."""

    table: str
    by: tuple[str, ...]
    values: Row


def make_one_of_each(session: Session) -> dict[str, Row]:
    """Store a row of every table, which refer to each other; by the names of their tables.

    Where a row refers to two of the same table, it refers to the one by the first column, and by the
    second to nothing or, if that must not be empty, to another that is stored for it.
    """
    rows: dict[str, Row] = {}
    for table in Base.metadata.sorted_tables:
        first: dict[str, ForeignKey] = {}
        for column in table.columns:
            for key in column.foreign_keys:
                first.setdefault(key.column.table.name, key)
        given = {key.parent.name: rows[name][key.column.name] for name, key in first.items()}
        rows[table.name] = make_row(session, table, **given)
    return rows


def make_row(session: Session, table: Table, **given: Any) -> Row:
    """Store a row with something in every column; what it needs besides is stored, too.

    Of references that may be empty there are only those that are given.
    """
    values: Row = {}
    for column in table.columns:
        if column.name in given:
            values[column.name] = given[column.name]
        elif not column.foreign_keys:
            values[column.name] = _any_value(column)
        elif column.nullable:
            values[column.name] = None
        else:
            (key,) = column.foreign_keys
            values[column.name] = make_row(session, key.column.table)[key.column.name]
    session.execute(insert(table).values(values))
    return values


def make_all_that_refers(
    session: Session, table: Table, row: Row, by: tuple[str, ...] = ()
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


def columns_not_told(database: Database, rows: dict[str, Row], tell: Callable[[], str]) -> set[str]:
    """The columns, with their tables, of which it is all the same to what is told what stands in these rows.

    Ids are told by whatever refers to them.
    """
    with database.writing() as session:
        referred = {key.column.table for name in rows for key in TABLES[name].foreign_keys}
        spare = {table.name: make_row(session, table) for table in referred}
    before, not_told = tell(), set()
    for name, row in rows.items():
        for column in TABLES[name].columns:
            if column.name == "id":
                continue
            own = row[column.name]
            other = _another_value(column, own, spare)
            _change(database, column, row, other)
            if tell() == before:
                not_told.add(str(column))
            _change(database, column, row | {column.name: other}, own)
    return not_told


def _change(database: Database, column: Column[Any], row: Row, value: Any) -> None:
    key = [one == row[one.name] for one in column.table.primary_key.columns]
    with database.writing() as session:
        session.execute(update(column.table).where(*key).values({column: value}))


def _any_value(column: Column[Any]) -> Any:
    """Something that this column takes: of texts and ids, another one each time."""
    kind = column.type
    if isinstance(kind, Enum):
        assert kind.enum_class is not None
        return next(iter(kind.enum_class))
    if isinstance(kind, UtcTime):
        return datetime.fromisoformat("2026-11-24T09:14:00+00:00")
    number = next(_numbers)
    text = f"Etc/GMT+{number % 12}" if column.name == "time_zone" else f"text {number}"
    anything = {UUID: uuid4(), date: date(2026, 11, 24), str: text, int: 1, bool: False}
    return anything[kind.python_type]


def _another_value(column: Column[Any], value: Any, spare: dict[str, Row]) -> Any:
    for key in column.foreign_keys:
        return spare[key.column.table.name][key.column.name]
    match value:
        case StrEnum():
            return list(type(value))[-1]
        case bool():
            return not value
        case int():
            return value + 1
        case date():
            return value + timedelta(days=1)
        case _:
            # Of time zones there are few.
            other = _any_value(column)
            return other if other != value else _any_value(column)
