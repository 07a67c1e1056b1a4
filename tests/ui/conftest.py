"""The counter of the sample shop, on Tuesday 24 November 2026 at 9:14."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import pytest

from drivers import Symbology
from drivers.replay import PretendScanner
from kiosk.demo.sample import WRITTEN_ON, sample_shop
from kiosk.exchange.loading import load
from kiosk.settings import Card, Database, Display, Scanner, Settings, Shop, Staff
from kiosk.storage.file.opening import open_current
from tests.ui.counter import Counter

NOW = datetime(2026, 11, 24, 9, 14, 20, tzinfo=ZoneInfo("Europe/London"))
OpenCounter = Callable[..., Counter]
Language = Literal["en", "de", "fr", "es", "uk", "ar"]


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop as it was written, in a database file."""
    file = tmp_path_factory.mktemp("sample") / "kiosk.db"
    database, _ = open_current(f"sqlite:///{file}", datetime.now(UTC))
    load(database, sample_shop(WRITTEN_ON), now=NOW)
    database.close()
    return file


@pytest.fixture
def database_file(sample_database: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    file = tmp_path / "kiosk.db"
    file.write_bytes(sample_database.read_bytes())
    return file


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[PretendScanner]:
    """A scanner on a pseudo-terminal."""
    with PretendScanner(tmp_path / "scanner") as pretend:
        yield pretend


@pytest.fixture
def open_counter(database_file: Path, scanner: PretendScanner, tmp_path: Path) -> Iterator[OpenCounter]:
    """Opens the counter with any display, database or number of scanners; closed after the test."""
    opened: list[Counter] = []

    def open_one(
        display: Display | None = None,
        url: str = "",
        scanners: int = 1,
        language: Language = "en",
        staff: Staff = Staff(),  # noqa: B008 - it is frozen
        backlights: Path = tmp_path / "no-backlight",
        gestures: tuple[str, ...] = (),
        root: Path = Path("/"),
    ) -> Counter:
        shop = Shop(name="Corner Bakery", time_zone="Europe/London", language=language, gestures=gestures)
        settings = Settings(
            shop=shop,
            database=Database(url=url or f"sqlite:///{database_file}"),
            scanner=(Scanner(port=str(tmp_path / "scanner")),) * scanners,
            card=(Card(prefix="29", length=13, symbology=Symbology.EAN13), Card(prefix="LOY-", length=10)),
            display=display or Display(),
            staff=staff,
        )
        opened.append(Counter(settings, NOW, scanner if scanners else None, backlights, root))
        return opened[-1]

    yield open_one
    for counter in opened:
        counter.leave()


@pytest.fixture
def counter(open_counter: OpenCounter) -> Counter:
    """The counter as it usually is."""
    return open_counter()
