"""The same moments at the same counter, drawn without a display: what the appliance should show."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from drivers.replay import PretendScanner
from kiosk.demo.sample import WRITTEN_ON, sample_shop
from kiosk.exchange.loading import load
from kiosk.settings import Card, Database, Display, Scanner, Settings, Shop
from kiosk.storage.file.opening import open_current
from tests.ui.counter import Counter

NOW = datetime(2026, 11, 24, 9, 14, 20, tzinfo=ZoneInfo("Europe/London"))


def photograph_all(folder: Path) -> None:
    """Save the pictures that the appliance's are compared with."""
    with TemporaryDirectory() as name, PretendScanner(Path(name) / "scanner") as scanner:
        url = f"sqlite:///{name}/kiosk.db"
        database, _ = open_current(url, datetime.now(UTC))
        load(database, sample_shop(WRITTEN_ON), now=NOW)
        database.close()
        settings = Settings(
            shop=Shop(name="Corner Bakery", time_zone="Europe/London"),
            database=Database(url=url),
            scanner=(Scanner(port=f"{name}/scanner"),),
            card=(Card(prefix="29", length=13),),
            display=Display(clear_after=3600),
        )
        counter = Counter(settings, NOW, scanner, Path(name) / "no-backlight")
        counter.sees("Ready for the next card", "celebrate today")
        counter.photograph(folder / "ready.png")
        counter.scans("2900000000018")
        counter.photograph(folder / "jack.png")
        counter.taps("Wished")
        counter.sees("Undo")
        counter.photograph(folder / "wished.png")
        counter.closes()
        scanner.close()
        counter.sees("The scanner has gone quiet")
        counter.photograph(folder / "quiet.png")


if __name__ == "__main__":
    photograph_all(Path(sys.argv[1]))
