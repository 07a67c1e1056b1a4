"""Counters without a glass: a database, and its exchange with a real hub."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self
from unittest.mock import patch

from sqlalchemy import select

from kiosk.storage.file.backup import back_up
from kiosk.storage.file.opening import open_current
from kiosk.storage.models import Base
from kiosk.sync.exchange import begin, exchange
from kiosk.sync.hub.connection import Hub, Told
from kiosk.sync.hub.making import add_shop, administering, admit, make_hub
from kiosk.sync.hub.membership import Membership
from kiosk.sync.hub.refusals import HubError
from kiosk.sync.incoming import Incoming, Row
from kiosk.sync.outgoing import Item
from kiosk.sync.shared_tables import shared_tables
from tests.postgres import Postgres

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


def new_hub(postgres: Postgres) -> int:
    """A shop at the hub; returns its number."""
    make_hub(postgres.admin)
    with administering(postgres.admin) as admin:
        return add_shop(admin, "Corner Bakery")


class BadLine(Hub):
    """A hub behind a line that can lose an answer."""

    loses_reply = False

    def exchange(self, items: Sequence[Item], unsent: int, cursor: int, most: int) -> Told:
        """As usual; where the reply is lost the hub has taken everything."""
        told = super().exchange(items, unsent, cursor, most)
        if self.loses_reply:
            self.loses_reply = False
            self.close()
            raise HubError("lost")
        return told


class _PowerCutError(Exception):
    """Nothing of what was under way is kept."""


class SharingCounter:
    """One counter of a shop. It `dies_after` so many pieces that it has put in."""

    dies_after: int | None = None

    def __init__(self, postgres: Postgres, shop: int, file: Path, name: str) -> None:
        self.name, self._file = name, file
        with administering(postgres.admin) as admin:
            role, password = admit(admin, shop, name)
        self.hub = BadLine(Membership("127.0.0.1", postgres.port, shop, role, password), file)
        self._open()

    def _open(self) -> None:
        self.database, _ = open_current(f"sqlite:///{self._file}", NOW)
        begin(self.database, self.hub)

    def copy(self, is_nightly: bool) -> Path:
        """A copy as it is made each night, or of the file just as it lies there."""
        copy = self._file.with_suffix(".copy")
        copy.unlink(missing_ok=True)
        if is_nightly:
            back_up(self._file, copy)
        else:
            shutil.copy(self._file, copy)
        return copy

    def put_back(self, copy: Path | None) -> Self:
        """Put a copy in the place of its file, or begin with nothing."""
        self.database.close()
        if copy is None:
            self._file.unlink()
        else:
            copy.replace(self._file)
        self._open()
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.hub.close()
        self.database.close()

    def meets(self) -> None:
        """Exchange with the hub until there is nothing more to tell or to hear, or the power goes."""
        with suppress(_PowerCutError), self._power():
            while exchange(self.database, self.hub):
                pass

    @contextmanager
    def _power(self) -> Iterator[None]:
        whole, left = Incoming.take, self.dies_after
        self.dies_after = None

        def take(incoming: Incoming, rows: Sequence[Row], cursor: int) -> None:
            nonlocal left
            whole(incoming, rows, cursor)
            if left is not None:
                left -= 1
                if left < 0:
                    raise _PowerCutError

        with patch.object(Incoming, "take", take):
            yield

    def contents(self) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """All that is shared, in an order of its own."""
        with self.database.reading() as session:
            return {
                name: sorted(
                    (dict(row._mapping) for row in session.execute(select(*_shared_columns(name)))), key=repr
                )
                for name in shared_tables()
            }


def all_meet(*counters: SharingCounter) -> None:
    """Everybody has told what they know, and heard what the others know."""
    for _ in range(3):
        for counter in counters:
            counter.meets()


def _shared_columns(name: str) -> Sequence[Any]:
    table, shared = Base.metadata.tables[name], shared_tables()[name]
    # When a row was changed last is a matter of the counter that changed it.
    return [table.c[column] for column in (*shared.key, *shared.columns) if column != "updated_at"]
