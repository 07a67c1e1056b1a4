"""A real desk that is reached over real sockets."""

from collections.abc import Callable, Iterator

import pytest

from drivers import CardPattern
from kiosk.desk import Desk
from kiosk.desk.staff import staff_of
from kiosk.locale import Speech
from kiosk.settings import Card, Network, Scanner, Settings
from kiosk.storage.file.database import Database
from tests.clock import Clock
from tests.network.counter import ANN, BADGE, DEAD, RETIRED, TOKEN, UNNAMED, Shop, free_address

OpenShop = Callable[[Settings], Shop]

CARDS = (Card(prefix="29", length=13), Card(prefix="LOY-"))


@pytest.fixture
def desk(database: Database, fill: Callable[..., None], words: Speech, clock: Clock) -> Desk:
    """Ann and others, and Mia behind the counter, who has a badge."""
    fill(
        database,
        {"key": "ann", "name": "Ann", "cards": [{"number": ANN}, {"number": RETIRED, "retired": "lost"}]},
        {"key": "shy", "name": "Shy", "cards": [{"number": UNNAMED}], "greet_by_name": False},
        {"key": "dead", "name": "Dead", "cards": [{"number": DEAD}], "deceased": True},
    )
    office = staff_of(database, words, clock)
    office.give_badge(office.members()[0].id, BADGE)
    return Desk(database, words, clock, [CardPattern("29", 13), CardPattern("LOY-")])


@pytest.fixture
def address() -> str:
    """See `free_address`."""
    return free_address()


@pytest.fixture
def open_shop(desk: Desk) -> Iterator[OpenShop]:
    """Opens the desk to what comes over the network."""
    opened: list[Shop] = []

    def open_one(settings: Settings) -> Shop:
        opened.append(Shop(desk, settings))
        return opened[-1]

    yield open_one
    for shop in opened:
        shop.close()


@pytest.fixture
def http(open_shop: OpenShop, address: str) -> Shop:
    """A shop with HTTP."""
    return open_shop(Settings(network=Network(http=address, token=TOKEN), card=CARDS)).ready()


@pytest.fixture
def lines(open_shop: OpenShop, address: str) -> Shop:
    """A shop that takes lines."""
    return open_shop(Settings(scanner=(Scanner(port=f"listen://{address}"),), card=CARDS)).ready()
