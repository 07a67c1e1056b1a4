"""A connection to the hub, as a counter has it: two functions, and what goes through them as JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from select import select
from typing import Any, NamedTuple, Self

import psycopg

from kiosk.sync.hub.membership import Membership
from kiosk.sync.hub.pinning import pin
from kiosk.sync.hub.refusals import HubError, in_words
from kiosk.sync.incoming import Row
from kiosk.sync.outgoing import Item, now_ms
from kiosk.sync.shared_tables import shared_tables
from kiosk.sync.standing import CounterStatus

_PATIENCE: Mapping[str, Any] = {
    "connect_timeout": 3,
    # Milliseconds until what was sent and not confirmed is given up.
    "tcp_user_timeout": 5000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
}


class SetBackError(Exception):
    """The hub was set back since they met last, or is another one; or this counter was."""


class Told(NamedTuple):
    """Rows of the hub up to the number `cursor`; `more` where there are more of them."""

    rows: Sequence[Row]
    cursor: int
    more: bool


class Hub:
    """Raises HubError from everything."""

    def __init__(self, membership: Membership, certificate: Path) -> None:
        self.membership, self._certificate = membership, certificate
        self._connection: psycopg.Connection[Any] | None = None
        self._has_news = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def exchange(self, items: Sequence[Item], unsent: int, cursor: int, most: int) -> Told:
        """Tell these changes, and hear at most so many from behind `cursor` on, in one transaction.

        Raises SetBackError.
        """
        pushed = {"now": now_ms(), "cursor": cursor, "unsent": unsent, "items": items}
        with self._connected() as connection, connection.transaction():
            if connection.execute("SELECT hub.push(%s::jsonb)", [_json(pushed)]).fetchone() != (True,):
                raise SetBackError
            answer = connection.execute("SELECT hub.pull(%s, %s)", [cursor, most]).fetchone()
            assert answer is not None
            told = answer[0]
        return Told([Row(*row) for row in told["rows"]], told["cursor"], told["more"])

    def begin_anew(self) -> None:
        """From now on this is a counter that knows nothing of the hub."""
        with self._connected() as connection:
            connection.execute("SELECT hub.begin_anew()")

    def status(self) -> Sequence[CounterStatus]:
        """Every counter of the shop, by name."""
        with self._connected() as connection:
            row = connection.execute("SELECT hub.status()").fetchone()
        assert row is not None
        return [CounterStatus(**one) for one in row[0]]

    def ask(self, question: Mapping[str, Any]) -> Any:
        """What another shop tells of whose card this is, as JSON; None where nobody agreed to be known.

        See `hub.ask` in schema.sql.
        """
        with self._connected() as connection:
            row = connection.execute("SELECT hub.ask(%s::jsonb)", [_json(question)]).fetchone()
        assert row is not None
        return row[0]

    def wait(self, seconds: float) -> bool:
        """Wait until another counter has told something, at most so long; True where one has."""
        with self._connected() as connection:
            if not self._has_news and select([connection], [], [], seconds)[0]:
                # What has come is read along with an answer.
                connection.execute("SELECT")
        has_news, self._has_news = self._has_news, False
        return has_news

    def close(self) -> None:
        """Hang up."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    @contextmanager
    def _connected(self) -> "Iterator[psycopg.Connection[Any]]":
        try:
            with in_words():
                if self._connection is None:
                    self._connection = self._connect()
                yield self._connection
        except HubError:
            self.close()
            raise

    def _hear(self, own: int, notify: psycopg.Notify) -> None:
        """What this counter has told itself is no news."""
        self._has_news = self._has_news or notify.pid != own

    def _connect(self) -> "psycopg.Connection[Any]":
        member = self.membership
        if member.fingerprint:
            pin(member.host, member.port, member.fingerprint, self._certificate)
        connection = psycopg.connect(**member.connection(self._certificate), **_PATIENCE, autocommit=True)
        connection.execute("SELECT hub.learn(%s::jsonb)", [_json(_known_here())])
        # Whenever it comes: also amid an exchange, which may have heard the hub before.
        connection.add_notify_handler(partial(self._hear, connection.info.backend_pid))
        connection.execute(f'LISTEN "hub_{member.shop}"')
        return connection


def _known_here() -> Mapping[str, Any]:
    """What refers to what, and which rows are one fact, as this program knows it."""
    tables = shared_tables().values()
    return {
        "kinds": [
            {"tbl": table.name, "key": table.key, "same": table.same, "asked": table.asked}
            for table in tables
        ],
        "references": [
            {
                "tbl": table.name,
                "col": reference.column,
                "parent": reference.table,
                "required": reference.is_required,
                "heir": reference.heir,
            }
            for table in tables
            for reference in table.references
        ],
    }


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
