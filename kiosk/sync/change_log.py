"""The change log of a counter: SQLite's own triggers note each change in the transaction that makes it.

Whoever writes: a tap, a load, a migration, the sqlite3 shell. An entry tells a table, an id and the names of
columns, never a value, so that nothing of a person who was forgotten can stay in it. A counter that was
never joined to a hub has none of this.
"""

import sqlite3
from collections.abc import Iterator

from kiosk.storage.file.sync_tables import remove_triggers
from kiosk.sync.shared_tables import SharedTable, shared_tables

_NOW = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"
"""Milliseconds since 1970, by this machine's clock."""

_ENTRY = "INSERT INTO sync_log(tbl, id, op, columns, at, seen)"
_QUIET = "updated_at"
"""It says when a row was changed, also where only a column was that is not shared."""

_TABLES = (
    # `applying` is 1 only within the transaction that puts in what has come from the hub. All of the hub's
    # changes up to `cursor` are in this file.
    """CREATE TABLE IF NOT EXISTS sync_state(
        one INTEGER PRIMARY KEY CHECK (one = 1), applying INTEGER NOT NULL, cursor INTEGER NOT NULL,
        revision TEXT NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS sync_log(
        n INTEGER PRIMARY KEY AUTOINCREMENT, tbl TEXT NOT NULL, id TEXT NOT NULL, op TEXT NOT NULL,
        columns TEXT NOT NULL, at INTEGER NOT NULL, seen INTEGER NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS ix_sync_log_id ON sync_log(id)",
    # What has come before something that it refers to.
    "CREATE TABLE IF NOT EXISTS sync_waiting(tbl TEXT, id TEXT, doc TEXT, PRIMARY KEY (tbl, id))",
    # Customers who are gone, and as whom they are known now, if they are.
    "CREATE TABLE IF NOT EXISTS sync_gone(id TEXT PRIMARY KEY, into_id TEXT)",
    "INSERT OR IGNORE INTO sync_state VALUES (1, 0, 0, '')",
)


def begin_noting(connection: sqlite3.Connection) -> None:
    """Make the tables that are missing, and all triggers anew, within the transaction under way.

    After a step of the schema, too: a table that was rebuilt has lost its triggers.
    """
    for statement in _TABLES:
        connection.execute(statement)
    remove_triggers(connection)
    for table in shared_tables().values():
        for trigger in _triggers(table):
            connection.execute(trigger)


def id_of(table: SharedTable, row: str) -> str:
    """The expression in SQL for the id of a row that is called so in a statement."""
    return " || '|' || ".join(f"{row}.{column}" for column in table.key)


def _triggers(table: SharedTable) -> Iterator[str]:
    name, new, old = table.name, id_of(table, "NEW"), id_of(table, "OLD")
    yield _trigger(name, "insert", "", [(new, "I", "''")])
    yield _trigger(name, "delete", "", [(old, "D", "''")])
    if table.key != ("id",):
        # A row whose key changes is another row.
        yield _trigger(name, "update", f" AND {old} <> {new}", [(old, "D", "''"), (new, "I", "''")], "of_key")
    own = (column for column in table.columns if column not in table.key)
    differing = {column: f'OLD."{column}" IS NOT NEW."{column}"' for column in own}
    if differing:
        columns = " || ".join(f"iif({changed}, '{column} ', '')" for column, changed in differing.items())
        any_changed = " OR ".join(changed for column, changed in differing.items() if column != _QUIET)
        yield _trigger(name, "update", f" AND {old} = {new} AND ({any_changed})", [(new, "U", columns)])


def _trigger(
    table: str, event: str, condition: str, entries: list[tuple[str, str, str]], suffix: str = "of_row"
) -> str:
    body = "".join(
        f" {_ENTRY} SELECT '{table}', {id}, '{op}', {columns}, {_NOW}, cursor FROM sync_state;"
        for id, op, columns in entries
    )
    if (table, event) == ("customer", "delete"):
        body += " INSERT OR IGNORE INTO sync_gone(id) VALUES (OLD.id);"
    if (table, event) == ("customer", "insert"):
        # A merger was taken back.
        body += " DELETE FROM sync_gone WHERE id = NEW.id;"
    return (
        f"CREATE TRIGGER sync_{table}_{event}_{suffix} AFTER {event.upper()} ON {table}"
        f" WHEN (SELECT applying FROM sync_state) = 0{condition} BEGIN{body} END"
    )
