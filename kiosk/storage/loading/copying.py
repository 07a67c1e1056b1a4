"""The statements that copy rows of a staging file, attached as “loading”, into the database.

What was decided at the counter since the file was made wins: a row whose place is taken is left out, and
so is one that belongs to somebody who is gone; a row that was changed meanwhile, or is gone, stays so.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, Table

from kiosk.storage.loading.staging import Section
from kiosk.storage.models import Base

_LEFT_OUT_TELLS = ("customer", "card")
"""Of the others nobody need be told: they are there in other words, or go with these."""

_SAME_NAMES = """FROM loading.customer AS s JOIN main.customer AS t ON t.id = s.id AND t.name = s.name
    AND t.called_by = s.called_by AND t.pronunciation = s.pronunciation WHERE s.rowid BETWEEN ? AND ?"""


def copy_rows(connection: Connection, section: Section, first: int, last: int) -> int:
    """Copy these rows of a section, by their numbers; returns how many people and cards were left out."""
    table = Base.metadata.tables[section.name]
    if section.columns:
        now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f}"
        copied = connection.exec_driver_sql(_update(table, section.columns), (now, first, last)).rowcount
    else:
        copied = connection.exec_driver_sql(_insert(table), (first, last)).rowcount
    if section.name == "customer":
        _copy_words(connection, first, last)
    return last - first + 1 - copied if section.name in _LEFT_OUT_TELLS else 0


def _insert(table: Table) -> str:
    names = ", ".join(column.name for column in table.columns)
    values = ", ".join(_value(column) for column in table.columns)
    return (
        f"INSERT OR IGNORE INTO main.{table.name} ({names}) SELECT {values} FROM loading.{table.name} AS s"
        f" WHERE s.rowid BETWEEN ? AND ?{_owners_are_there(table)}"
    )


def _update(table: Table, columns: tuple[str, ...]) -> str:
    changed = [table.columns[name] for name in columns if name not in ("id", "updated_at")]
    values = ", ".join(f"{column.name} = {_value(column)}" for column in changed)
    return (
        f"UPDATE OR IGNORE main.{table.name} AS t SET {values}, updated_at = ? FROM loading.{table.name} AS s"
        f" WHERE s.rowid BETWEEN ? AND ? AND t.id = s.id AND t.updated_at = s.updated_at"
        f"{_owners_are_there(table)}"
    )


def _value(column: Column[Any]) -> str:
    """Whoever is referred to and gone meanwhile is left away, where that can be."""
    if not (column.nullable and column.foreign_keys):
        return f"s.{column.name}"
    (key,) = column.foreign_keys
    return f"(SELECT id FROM main.{key.column.table.name} WHERE id = s.{column.name})"


def _owners_are_there(table: Table) -> str:
    owners = (
        (column.name, key.column.table.name)
        for column in table.columns
        for key in column.foreign_keys
        if not column.nullable
    )
    return "".join(
        f" AND EXISTS (SELECT 1 FROM main.{owner} WHERE id = s.{column})" for column, owner in owners
    )


def _copy_words(connection: Connection, first: int, last: int) -> None:
    """The words of a name go with it, where the name in the database is that of the file."""
    connection.exec_driver_sql(
        f"DELETE FROM main.name_word WHERE customer_id IN (SELECT s.id {_SAME_NAMES})", (first, last)
    )
    connection.exec_driver_sql(
        "INSERT INTO main.name_word (customer_id, word, sound) SELECT w.customer_id, w.word, w.sound"
        f" FROM loading.name_word AS w WHERE w.customer_id IN (SELECT s.id {_SAME_NAMES})",
        (first, last),
    )
