"""The rows of this counter's file, by the ids that all counters have for them."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.sync.shared_tables import SharedTable, shared_tables


def is_there(connection: sqlite3.Connection, table: SharedTable, id: str) -> bool:
    """Whether there is such a row."""
    found = connection.execute(f"SELECT 1 FROM {table.name} WHERE {_is_row(table)}", table.values_of(id))
    return found.fetchone() is not None


def put_row(
    connection: sqlite3.Connection,
    table: SharedTable,
    id: str,
    document: Mapping[str, Any],
    own: frozenset[str] = frozenset(),
) -> None:
    """Insert a row as the hub has it, or bring it up to date but for the columns that are its `own`.

    Columns that are not known here are those of a newer program: the hub keeps them. Raises
    sqlite3.IntegrityError where something that it refers to is not there, or another row has its key.
    """
    values = {name: value for name, value in document.items() if name in table.columns}
    if table.key == ("id",):
        values["id"] = id
    changed = [name for name in values if name not in table.key and name not in own]
    do = ", ".join(f'"{name}" = excluded."{name}"' for name in changed)
    connection.execute(
        f"INSERT INTO {table.name}({_names(values)}) VALUES ({', '.join('?' * len(values))})"
        f" ON CONFLICT({_names(table.key)}) DO {f'UPDATE SET {do}' if do else 'NOTHING'}",
        tuple(values.values()),
    )


def delete_row(connection: sqlite3.Connection, table: SharedTable, id: str) -> None:
    """This one alone."""
    connection.execute(f"DELETE FROM {table.name} WHERE {_is_row(table)}", table.values_of(id))


def point_to(connection: sqlite3.Connection, table: SharedTable, old: str, new: str) -> None:
    """All that is said of a row is said of another, as far as that is not said of it already."""
    for other, column in referring(table):
        connection.execute(f"UPDATE OR IGNORE {other} SET {column} = ? WHERE {column} = ?", (new, old))


def referring(table: SharedTable) -> Sequence[tuple[str, str]]:
    """The columns that refer to rows of a table, each behind its own table."""
    return [
        (other.name, reference.column)
        for other in shared_tables().values()
        for reference in other.references
        if reference.table == table.name
    ]


def _is_row(table: SharedTable) -> str:
    return " AND ".join(f'"{column}" = ?' for column in table.key)


def _names(columns: Sequence[str] | Mapping[str, Any]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
