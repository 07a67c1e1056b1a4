"""The counter of the sample shop."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drivers.replay import PretendScanner
from kiosk.settings import Card, Display, Hub, Shop, Staff, Wallet
from tests.ui.counter import Counter
from tests.ui.sample import CARDS, NOW, make_sample_database, sample_settings

OpenCounter = Callable[..., Counter]


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop as it was written, in a database file."""
    file = tmp_path_factory.mktemp("sample") / "kiosk.db"
    make_sample_database(file)
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
    """Opens the counter with any settings, database or number of scanners; closed after the test."""
    opened: list[Counter] = []

    def open_one(
        display: Display | None = None,
        url: str = "",
        scanners: int = 1,
        shop: Shop = Shop(),  # noqa: B008 - it is frozen
        staff: Staff = Staff(),  # noqa: B008 - it is frozen
        backlights: Path = tmp_path / "no-backlight",
        root: Path = Path("/"),
        cards: tuple[Card, ...] = CARDS,
        wallet: Wallet = Wallet(),  # noqa: B008 - it is frozen
        hub: Hub = Hub(),  # noqa: B008 - it is frozen
    ) -> Counter:
        url = url or f"sqlite:///{database_file}"
        settings = sample_settings(
            url, tmp_path / "scanner", display, scanners, shop, staff, cards, wallet, hub
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
