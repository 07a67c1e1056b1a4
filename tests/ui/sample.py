"""The sample shop on Tuesday 24 November 2026 at 9:14: its database, and the settings of its counter."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import structs

from drivers import Symbology
from kiosk.demo.sample import WRITTEN_ON, sample_shop
from kiosk.exchange.loading import load
from kiosk.settings import Card, Database, Display, Hub, Scanner, Settings, Shop, Staff, Wallet
from kiosk.storage.file.opening import open_current

NOW = datetime(2026, 11, 24, 9, 14, 20, tzinfo=ZoneInfo("Europe/London"))
CARDS = (Card(prefix="29", length=13, symbology=Symbology.EAN13), Card(prefix="LOY-", length=10))
Language = Literal["en", "de", "fr", "es", "uk", "ar"]


def make_sample_database(file: Path) -> None:
    """The sample shop as it was written, in a new database file."""
    database, _ = open_current(f"sqlite:///{file}", datetime.now(UTC))
    load(database, sample_shop(WRITTEN_ON), now=NOW)
    database.close()


def sample_settings(
    url: str,
    port: Path,
    display: Display | None = None,
    scanners: int = 1,
    shop: Shop = Shop(),  # noqa: B008 - it is frozen
    staff: Staff = Staff(),  # noqa: B008 - it is frozen
    cards: tuple[Card, ...] = CARDS,
    wallet: Wallet = Wallet(),  # noqa: B008 - it is frozen
    hub: Hub = Hub(),  # noqa: B008 - it is frozen
) -> Settings:
    """Its counter, with any display, database or number of scanners."""
    return Settings(
        shop=structs.replace(shop, name="Corner Bakery", time_zone="Europe/London"),
        database=Database(url=url),
        scanner=(Scanner(port=str(port)),) * scanners,
        card=cards,
        display=display or Display(),
        staff=staff,
        wallet=wallet,
        hub=hub,
    )
