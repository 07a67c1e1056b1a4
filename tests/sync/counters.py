"""Counters without a glass: a database, and its exchange with a real hub."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import select

from kiosk.storage.file.opening import open_current
from kiosk.storage.models import Base
from kiosk.sync.exchange import begin, exchange
from kiosk.sync.hub.connection import Hub
from kiosk.sync.hub.making import add_shop, administering, admit, make_hub
from kiosk.sync.hub.membership import Membership
from kiosk.sync.shared_tables import shared_tables
from tests.postgres import Postgres

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


def new_hub(postgres: Postgres) -> int:
    """A shop at the hub; returns its number."""
    make_hub(postgres.admin)
    with administering(postgres.admin) as admin:
        return add_shop(admin, "Corner Bakery")


class SharingCounter:
    """One counter of a shop."""

    def __init__(self, postgres: Postgres, shop: int, file: Path, name: str) -> None:
        self.name, self._file = name, file
        with administering(postgres.admin) as admin:
            role, password = admit(admin, shop, name)
        self.hub = Hub(Membership("127.0.0.1", postgres.port, shop, role, password), file)
        self._open()

    def _open(self) -> None:
        self.database, _ = open_current(f"sqlite:///{self._file}", NOW)
        begin(self.database, self.hub)

    def put_back(self, copy: Path) -> Self:
        """Put a copy in the place of its file, as if it had been restored."""
        self.database.close()
        copy.replace(self._file)
        self._open()
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.hub.close()
        self.database.close()

    def meets(self) -> None:
        """Exchange with the hub until there is nothing more to tell or to hear."""
        while exchange(self.database, self.hub):
            pass

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
