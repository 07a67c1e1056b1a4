"""All rows about some people, as the foreign keys of the tables say it."""

from collections.abc import Collection, Iterator
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Column, ColumnElement, ForeignKey, Table, select
from sqlalchemy.orm import Session

from kiosk.storage.models import NAME_WORD, Base
from kiosk.storage.records import Record, parts

RowKey: TypeAlias = tuple[str, tuple[Any, ...]]
"""A table, and the primary key of a row in it."""

Rows: TypeAlias = dict[RowKey, Record]


def rows_about(session: Session, people: Collection[UUID]) -> Rows:
    """Their own rows, all that refer to these, and so on; but the words of names, which follow from them."""
    found: Rows = {}
    _follow(session, Base.metadata.tables["customer"].c.id, list(people), found)
    return found


def key_of(table: Table, record: Record) -> RowKey:
    """By what a row is told from all others."""
    return str(table.name), tuple(record[column.name] for column in table.primary_key.columns)


def is_row(table: Table, record: Record) -> list[ColumnElement[bool]]:
    """The conditions under which a row is this one."""
    return [column == record[column.name] for column in table.primary_key.columns]


def _follow(session: Session, column: Column[Any], values: list[Any], found: Rows) -> None:
    table, more = column.table, list[Record]()
    for some in parts(values):
        for row in session.execute(select(table).where(column.in_(some))):
            record = {str(name): value for name, value in row._mapping.items()}
            if key_of(table, record) not in found:
                found[key_of(table, record)] = record
                more.append(record)
    for key in _references_to(table) if more else ():
        _follow(session, key.parent, [record[key.column.name] for record in more], found)


def _references_to(table: Table) -> Iterator[ForeignKey]:
    tables = (other for other in Base.metadata.sorted_tables if other is not NAME_WORD)
    return (key for other in tables for key in other.foreign_keys if key.column.table is table)
