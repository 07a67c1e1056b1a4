"""A small shop in a real database file, and the desk in front of it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from stdnum import ean

from drivers import CardPattern, Symbology
from kiosk.exchange import shop_file
from kiosk.exchange.loading import load
from kiosk.storage.file.database import Database
from kiosk.storage.file.opening import open_current

PATTERN = CardPattern(prefix="29", length=13, symbology=Symbology.EAN13)
WRITTEN_AT = datetime(2026, 11, 24, 9, 14, tzinfo=UTC)


def card_number(customer: int) -> str:
    """The number on the card of a customer: no two of them differ in less than several digits."""
    body = f"29{customer * 7_777_777_769 % 10**10:010}"
    return body + str(ean.calc_check_digit(body))


def make_shop(file: Path, customers: Sequence[dict[str, object]]) -> None:
    """Make the database, with these customers, written as in a shop file, and a manager."""
    database, _ = open_current(f"sqlite:///{file}", WRITTEN_AT)
    load(database, msgspec.convert(_shop(customers), shop_file.ShopFile), now=WRITTEN_AT)
    database.close()


def reopened(file: Path) -> Database:
    """The database, as every command opens it."""
    return open_current(f"sqlite:///{file}", WRITTEN_AT)[0]


def somebody(customer: int) -> dict[str, object]:
    """A customer of whom nothing is known but the name and the card."""
    return {
        "key": f"k{customer}",
        "name": f"Somebody {customer}",
        "cards": [{"number": card_number(customer), "symbology": "ean13"}],
    }


def _shop(customers: Sequence[dict[str, object]]) -> dict[str, object]:
    return {
        "format": 1,
        "shop": {"name": "Corner Bakery", "time_zone": "Europe/London"},
        "staff": [{"key": "mia", "name": "Mia", "role": "manager"}],
        "customers": list(customers),
    }
