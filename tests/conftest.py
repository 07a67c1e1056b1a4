"""What the tests share: the words, times in the shop's zone, and shops in real database files."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from kiosk.exchange import shop_file
from kiosk.exchange.exporting import export
from kiosk.exchange.loading import load
from kiosk.locale import Speech, speech
from kiosk.storage.file.database import Database
from kiosk.storage.file.opening import open_current
from tests.clock import Clock
from tests.postgres import Postgres, running_postgres

ZONE = ZoneInfo("Europe/London")


@pytest.fixture(scope="session")
def words() -> Speech:
    return speech("en")


@pytest.fixture(scope="session")
def at() -> Callable[[str], datetime]:
    """A time in the shop's zone, from text like 2026-11-24T09:14."""
    return lambda text: datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.fixture(scope="session")
def now(at: Callable[[str], datetime]) -> datetime:
    """The moment of the worked examples, a Tuesday."""
    return at("2026-11-24T09:14")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory, now: datetime) -> Path:
    """A database file with every table and nothing in them; copy it, do not write to it."""
    file = tmp_path_factory.mktemp("empty") / "kiosk.db"
    database, _ = open_current(f"sqlite:///{file}", now)
    database.close()
    return file


@pytest.fixture
def database_file(empty_file: Path, tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.db"
    shutil.copy(empty_file, file)
    return file


@pytest.fixture
def database(database_file: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{database_file}")
    yield database
    database.close()


@pytest.fixture(scope="session")
def age() -> str:
    """Debian's program of this name, another implementation than the one that the kiosk takes."""
    found = shutil.which("age")
    if found is None:
        pytest.skip("age is not installed: sudo apt install age")
    return found


@pytest.fixture
def clock(now: datetime) -> Clock:
    """The time at which tests begin, until it is moved."""
    return Clock(now)


@pytest.fixture(scope="session")
def shop_text() -> Callable[..., dict[str, Any]]:
    """A shop file as plain values: the customers given, and Mia behind the counter."""

    def shop_text(*customers: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {
            "format": 1,
            "shop": {"name": "Corner Bakery", "time_zone": "Europe/London"},
            "staff": [{"key": "mia", "name": "Mia", "role": "staff"}],
            "customers": list(customers),
            **more,
        }

    return shop_text


@pytest.fixture(scope="session")
def fill(shop_text: Callable[..., dict[str, Any]], now: datetime) -> Callable[..., None]:
    """Load customers, written as in a shop file, into a database."""

    def fill(database: Database, *customers: dict[str, Any], **more: Any) -> None:
        load(database, msgspec.convert(shop_text(*customers, **more), shop_file.ShopFile), now=now)

    return fill


@pytest.fixture(scope="session")
def exported() -> Callable[[Database], str]:
    """Everything a database holds, as a shop file."""

    def exported(database: Database) -> str:
        return shop_file.write(export(database, shop_file.Shop(name="", time_zone="UTC")))

    return exported
