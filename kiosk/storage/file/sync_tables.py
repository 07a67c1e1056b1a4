"""What a counter that shares with others has in its file beside the tables of the program.

Tables and triggers whose names begin with “sync_”; who shares makes them.
"""

import sqlite3

_FOUND = "SELECT type, name FROM sqlite_master WHERE name GLOB 'sync_*' AND type IN ('table', 'trigger')"


def is_sharing(connection: sqlite3.Connection) -> bool:
    """True in the file of a counter that shares."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'sync_state'").fetchone() is not None


def remove_triggers(connection: sqlite3.Connection) -> None:
    """Note nothing any more, within the transaction under way."""
    _drop(connection, {"trigger"})


def stop_sharing(connection: sqlite3.Connection) -> None:
    """Leave nothing of it in a file, which stands for itself from now on."""
    _drop(connection, {"trigger", "table"})


def _drop(connection: sqlite3.Connection, kinds: set[str]) -> None:
    for kind, name in sorted(connection.execute(_FOUND).fetchall(), reverse=True):
        if kind in kinds:
            connection.execute(f"DROP {kind} {name}")
