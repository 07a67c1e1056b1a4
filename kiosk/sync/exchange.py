"""One exchange of a counter with the hub: what it has to tell, and what the others have told."""

import sqlite3
import time
from collections.abc import Sequence

from kiosk.storage.erasing import finish_erasing
from kiosk.storage.file.database import Database
from kiosk.storage.file.own_tables import driver_of
from kiosk.storage.file.sync_tables import is_sharing
from kiosk.storage.loading.pacing import pace
from kiosk.sync.change_log import begin_noting
from kiosk.sync.hub.connection import Hub, SetBackError, Told
from kiosk.sync.incoming import Incoming
from kiosk.sync.outgoing import Item, confirm, outgoing, tell_everything
from migrations import REVISIONS

_AT_ONCE = 500
"""Changes or rows of one exchange."""

_PIECE, _PIECE_ALONE = 100, 500
"""Rows that are put in by one transaction: whoever is at the counter writes between two."""


def begin(database: Database, hub: Hub) -> None:
    """Make the counter ready to exchange, if it is not: a new one, or a copy that was put in its place.

    After an update of the program everything is told and heard again: a table that was made anew had no
    triggers for a while, and the hub may tell of more than the older program knew. Raises HubError and
    StorageTrouble.
    """
    with database.reading() as session:
        connection = driver_of(session.connection())
        is_new = not is_sharing(connection)
        is_same = not is_new and _revision(connection) == REVISIONS[-1]
    if is_new:
        hub.begin_anew()
    if not is_same:
        with database.writing() as session:
            connection = driver_of(session.connection())
            begin_noting(connection)
            tell_everything(connection)
            connection.execute("UPDATE sync_state SET revision = ?", (REVISIONS[-1],))


def exchange(database: Database, hub: Hub) -> bool:
    """Tell and hear once; True where there is more of either, or the hub has still to hear what was kept.

    Raises HubError and StorageTrouble.
    """
    items, upto, left, cursor = _pending(database)
    try:
        told = hub.exchange(items, left, cursor, _AT_ONCE)
    except SetBackError:
        _start_again(database, hub)
        return True
    has_changed = upto > 0 or told.cursor != cursor
    if has_changed:
        _take(database, told, upto, cursor)
    finish_erasing(database)
    return has_changed or told.more or left > 0


def _pending(database: Database) -> tuple[Sequence[Item], int, int, int]:
    """What there is to tell, and up to where the hub was heard, at one moment."""
    with database.reading() as session:
        connection = driver_of(session.connection())
        (cursor,) = connection.execute("SELECT cursor FROM sync_state").fetchone()
        return *outgoing(connection, _AT_ONCE), cursor


def _take(database: Database, told: Told, upto: int, before: int) -> None:
    """Put rows in, piece by piece; the first confirms the log up to an entry, the last moves the cursor.

    Where that ends between two, the hub tells all of them again.
    """
    assert database.file is not None
    start, is_last = 0, False
    while not is_last:
        rows, pause = pace(database.file, _PIECE, _PIECE_ALONE)
        end = start + rows
        is_last = end >= len(told.rows)
        with database.writing() as session:
            if start == 0:
                confirm(driver_of(session.connection()), upto)
            Incoming(database, session).take(told.rows[start:end], told.cursor if is_last else before)
        start = end
        time.sleep(0 if is_last else pause)


def _start_again(database: Database, hub: Hub) -> None:
    """One of the two was set back, or is new: the hub is told everything, and asked for everything."""
    hub.begin_anew()
    with database.writing() as session:
        tell_everything(driver_of(session.connection()))


def _revision(connection: sqlite3.Connection) -> str:
    (revision,) = connection.execute("SELECT revision FROM sync_state").fetchone()
    return str(revision)
