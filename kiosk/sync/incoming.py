"""What the hub tells, put into this counter's file.

What was changed here and has not been told yet stays: the hub decides about it when it is told. A row that
refers to what has not come yet waits beside.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from kiosk.storage.cascade import delete_cascading
from kiosk.storage.erasing import erase_rows
from kiosk.storage.file.database import Database
from kiosk.storage.file.forgotten import WasForgotten, note_forgotten, was_forgotten
from kiosk.storage.file.marks import mark_to_rewrite
from kiosk.storage.file.own_tables import driver_of
from kiosk.storage.names import keep_words
from kiosk.storage.records import MODELS
from kiosk.sync.outgoing import note_forgotten_again, unconfirmed
from kiosk.sync.rows import delete_row, is_there, point_to, put_row, referring
from kiosk.sync.shared_tables import SharedTable, shared_tables


class Row(NamedTuple):
    """A row as the hub has it: without a document where it is deleted, or has become the row `into`."""

    table: str
    id: str
    document: Mapping[str, Any] | None
    into: str | None


class Incoming:
    """Puts rows in, within one transaction."""

    def __init__(self, database: Database, session: Session) -> None:
        self._database, self._session = database, session
        self._connection = driver_of(session.connection())
        self._named: list[UUID] = []

    def take(self, rows: Sequence[Row], cursor: int) -> None:
        """These rows, after which all of the hub's changes up to `cursor` are in the file."""
        self._connection.execute("UPDATE sync_state SET applying = 1")
        order = {name: place for place, name in enumerate(shared_tables())}
        known = [row for row in rows if row.table in order]
        for row in sorted(known, key=lambda row: order[row.table]):
            if row.document is not None:
                self._put(row)
        gone = [row for row in known if row.document is None]
        self._connection.executemany(
            "INSERT OR REPLACE INTO sync_gone VALUES (?, ?)",
            [(row.id, row.into) for row in gone if row.table == "customer"],
        )
        for row in sorted(gone, key=lambda row: -order[row.table]):
            self._remove(row)
        self._try_again(order)
        if self._named:
            there = [id for id in self._named if self._is_there("customer", id.hex)]
            keep_words(self._session.connection(), there)
        self._connection.execute("UPDATE sync_state SET cursor = ?, applying = 0", (cursor,))

    def _put(self, row: Row) -> bool:
        """Insert it, or bring it up to date; False where it has to wait."""
        table = shared_tables()[row.table]
        own = unconfirmed(self._connection, table, row.id)
        if own is None or row.document is None or self._was_forgotten_here(row):
            return True
        try:
            put_row(self._connection, table, row.id, row.document, own)
        except sqlite3.IntegrityError:
            self._wait(row)
            return False
        self._connection.execute("DELETE FROM sync_waiting WHERE tbl = ? AND id = ?", (row.table, row.id))
        if row.table == "customer":
            self._connection.execute("DELETE FROM sync_gone WHERE id = ?", (row.id,))
            self._named.append(UUID(row.id))
        return True

    def _remove(self, row: Row) -> bool:
        """Remove it and all that goes with it; False where whom it has become is not there yet."""
        self._connection.execute("DELETE FROM sync_waiting WHERE tbl = ? AND id = ?", (row.table, row.id))
        table, into = shared_tables()[row.table], row.into
        if not self._is_there(row.table, row.id):
            return True
        if row.table == "customer":
            into = self._known_as(row.into)
            if into is None:
                self._forget(UUID(row.id))
                return True
        if into is not None and referring(table) and not self._is_there(row.table, into):
            return self._make_room(table, row, into)
        self._replace(table, row.id, into)
        return True

    def _make_room(self, table: SharedTable, row: Row, into: str) -> bool:
        """For the row `into`, which waits because of this one: both have the same key."""
        coming = self._waiting(row.table, into)
        try:
            if coming is not None:
                other_key: Mapping[str, Any] = dict.fromkeys(table.same or (), into)
                put_row(self._connection, table, into, {**coming, **other_key})
        except sqlite3.IntegrityError:
            # Something that it refers to waits, too.
            coming = None
        if coming is None:
            self._wait(row)
            return False
        self._replace(table, row.id, into)
        return self._put(Row(row.table, into, coming, None))

    def _known_as(self, customer_id: str | None) -> str | None:
        """Who that is now; None for whoever was forgotten."""
        passed: set[str] = set()
        while customer_id is not None and customer_id not in passed:
            passed.add(customer_id)
            query = "SELECT into_id FROM sync_gone WHERE id = ?"
            found = self._connection.execute(query, (customer_id,)).fetchone()
            if found is None:
                break
            customer_id = found[0]
        return customer_id

    def _was_forgotten_here(self, row: Row) -> bool:
        """Whether somebody is told of whom only the ledger knows that they were forgotten; that is told then.

        The file is a copy of before, and what it had to tell went with the one before it.
        """
        if row.table != "customer" or row.document is None or self._is_there(row.table, row.id):
            return False
        changed = datetime.fromisoformat(row.document["updated_at"]).replace(tzinfo=UTC)
        if not self._ledger(UUID(row.id), changed):
            return False
        note_forgotten_again(self._connection, row.id)
        return True

    @cached_property
    def _ledger(self) -> WasForgotten:
        file = self._database.file
        return was_forgotten(file) if file is not None else lambda _id, _changed: False

    def _forget(self, customer_id: UUID) -> None:
        """As when it is done here; also what nobody else was told of them."""
        if self._database.file is not None:
            mark_to_rewrite(self._session.connection(), True)
            note_forgotten(self._database.file, [customer_id], datetime.now(UTC))
        erase_rows(self._session, customer_id)

    def _replace(self, table: SharedTable, id: str, into: str | None) -> None:
        """Remove a row; all that is said of it is said of the row `into`, if there is one."""
        if into is not None:
            point_to(self._connection, table, id, into)
            if table.name == "customer":
                self._connection.execute("DELETE FROM relationship WHERE customer_id = other_id")
                self._named.append(UUID(into))
        if table.key == ("id",):
            delete_cascading(self._session, MODELS[table.name], UUID(id))
        else:
            delete_row(self._connection, table, id)

    def _wait(self, row: Row) -> None:
        told = json.dumps([row.document, row.into])
        self._connection.execute(
            "INSERT OR REPLACE INTO sync_waiting VALUES (?, ?, ?)", (row.table, row.id, told)
        )

    def _waiting(self, table: str, id: str) -> Mapping[str, Any] | None:
        """The document of the row that waits under this id, if one is to be put in."""
        query = "SELECT doc FROM sync_waiting WHERE tbl = ? AND id = ?"
        found = self._connection.execute(query, (table, id)).fetchone()
        document: Mapping[str, Any] | None = None if found is None else json.loads(found[0])[0]
        return document

    def _try_again(self, order: Mapping[str, int]) -> None:
        """What waits, as long as anything of it can be put in."""
        while True:
            waiting = self._connection.execute("SELECT tbl, id, doc FROM sync_waiting").fetchall()
            rows = [Row(table, id, *json.loads(told)) for table, id, told in waiting]
            rows.sort(key=lambda row: order[row.table])
            came = [self._put(row) if row.document is not None else self._remove(row) for row in rows]
            if not any(came):
                return

    def _is_there(self, table: str, id: str) -> bool:
        return is_there(self._connection, shared_tables()[table], id)
