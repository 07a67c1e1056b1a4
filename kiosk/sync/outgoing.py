"""What a counter has to tell the hub: the log says which rows, the tables say what stands in them."""

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kiosk.sync.change_log import id_of
from kiosk.sync.shared_tables import SharedTable, shared_tables

Item = Mapping[str, Any]
"""A change as it is sent, as JSON.

`t` is the table, `i` the id, `o` what was done, `d` the row, `c` the columns that have changed, `a` when, in
milliseconds of this machine's clock, and `s` up to where the counter had heard the hub by then.
"""


class Outgoing(NamedTuple):
    """The oldest changes that the hub has not confirmed, up to the entry `upto` of the log."""

    items: Sequence[Item]
    upto: int
    left: int
    """Entries behind these."""


def outgoing(connection: sqlite3.Connection, most: int) -> Outgoing:
    """At most so many of them."""
    entries = connection.execute(
        "SELECT n, tbl, id, op, columns, at, seen FROM sync_log ORDER BY n LIMIT ?", (most,)
    ).fetchall()
    (count,) = connection.execute("SELECT count(*) FROM sync_log").fetchone()
    items = [item for entry in entries if (item := _item(connection, *entry[1:])) is not None]
    return Outgoing(items, entries[-1][0] if entries else 0, count - len(entries))


def confirm(connection: sqlite3.Connection, upto: int) -> None:
    """The hub has them, within the transaction under way."""
    connection.execute("DELETE FROM sync_log WHERE n <= ?", (upto,))


def tell_everything(connection: sqlite3.Connection) -> None:
    """Add all there is to the log, and hear all that the hub has: one of the two knows nothing of the other.

    Against what others have changed, a row stands by the time of its last change.
    """
    connection.execute("UPDATE sync_log SET seen = 0")
    connection.execute("DELETE FROM sync_waiting")
    new = "INSERT INTO sync_log(tbl, id, op, columns, at, seen)"
    connection.execute(f"{new} SELECT 'customer', id, 'D', '', 0, 0 FROM sync_gone")
    for table in shared_tables().values():
        since = "(julianday(r.updated_at) - 2440587.5) * 86400000" if table.changes else "0"
        connection.execute(
            f"{new} SELECT '{table.name}', {id_of(table, 'r')}, 'I', '', CAST({since} AS INTEGER), 0"
            f" FROM {table.name} AS r ORDER BY r.rowid"
        )
    connection.execute("UPDATE sync_state SET cursor = 0")


def note_forgotten_again(connection: sqlite3.Connection, customer_id: str) -> None:
    """Tell the hub that somebody was forgotten here, though nothing in the file says so."""
    connection.execute(
        "INSERT INTO sync_log(tbl, id, op, columns, at, seen) SELECT 'customer', ?, 'D', '', ?, cursor"
        " FROM sync_state",
        (customer_id, now_ms()),
    )


def unconfirmed(connection: sqlite3.Connection, table: SharedTable, id: str) -> frozenset[str] | None:
    """The columns of a row that were changed here and not told yet; None where it was removed."""
    entries = connection.execute(
        "SELECT op, columns FROM sync_log WHERE tbl = ? AND id = ? ORDER BY n", (table.name, id)
    ).fetchall()
    if entries and entries[-1][0] == "D":
        return None
    changed: set[str] = set()
    for op, columns in entries:
        changed.update(table.columns if op == "I" else _columns(table, columns))
    return frozenset(changed)


def now_ms() -> int:
    """This machine’s clock, as the log has it."""
    return time.time_ns() // 1_000_000


def _row_of(connection: sqlite3.Connection, table: SharedTable, id: str) -> dict[str, Any] | None:
    """The shared columns of a row."""
    names = ", ".join(f'"{column}"' for column in table.columns)
    where = " AND ".join(f'"{column}" = ?' for column in table.key)
    row = connection.execute(
        f"SELECT {names} FROM {table.name} WHERE {where}", table.values_of(id)
    ).fetchone()
    return None if row is None else dict(zip(table.columns, row, strict=True))


def _item(
    connection: sqlite3.Connection, name: str, id: str, op: str, columns: str, at: int, seen: int
) -> Item | None:
    table = shared_tables()[name]
    item: dict[str, Any] = {"t": name, "i": id, "o": op, "a": at, "s": seen}
    row = _row_of(connection, table, id)
    if (op == "D") is (row is not None):
        # It is there again, or gone by now: that stands later in the log, or came from the hub.
        return None
    if op == "D":
        return item | {"o": "F", "into": _into(connection, id)} if name == "customer" else item
    item["d"] = row
    if op == "U":
        item["c"] = sorted(_columns(table, columns))
    return item


def _into(connection: sqlite3.Connection, id: str) -> str | None:
    """As whom somebody is known who is gone: they were merged, here or elsewhere, or else forgotten."""
    merged = connection.execute("SELECT customer_id FROM merger WHERE id = ?", (id,)).fetchone()
    told = connection.execute("SELECT into_id FROM sync_gone WHERE id = ?", (id,)).fetchone()
    into: str | None = (merged or told or (None,))[0]
    return into


def _columns(table: SharedTable, changed: str) -> Iterator[str]:
    return (one for column in changed.split() for one in table.together(column) if one in table.columns)
