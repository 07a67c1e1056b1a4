"""Storyboards of two counters of one shop, each with a glass and a file of its own, and of their hub."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import select

from kiosk.settings import Display
from kiosk.settings import Hub as HubSettings
from kiosk.storage.erasing import erase, finish_erasing
from kiosk.storage.file.opening import open_current
from kiosk.storage.models import Card
from kiosk.sync.answering import answering
from kiosk.sync.exchange import begin, exchange
from kiosk.sync.hub.connection import Hub
from kiosk.sync.hub.inviting import code_for
from kiosk.sync.hub.making import administering, admit
from kiosk.sync.hub.membership import Membership, from_code, keep_membership, membership_of
from kiosk.sync.hub.site import Site, keep_hosted
from kiosk.sync.standing import CounterStatus, keep_standing
from tests.postgres import Postgres
from tests.sync.counters import new_hub
from tests.ui.counter import Counter, on_window
from tests.ui.person_page import opens_page, turns_to
from tests.ui.sample import NOW

JACK, FRED = "2900000000018", "2900000000049"
SIZES = [(1280, 800), (800, 480), (720, 1280)]


def login(postgres: Postgres, shop: int, file: Path, name: str = "1") -> Hub:
    """As a counter of a shop."""
    with administering(postgres.admin) as admin:
        role, password = admit(admin, shop, name)
    return Hub(Membership("127.0.0.1", postgres.port, shop, role, password), file)


def exchange_all(file: Path, hub: Hub) -> None:
    """Tell and hear all there is."""
    with closing(open_current(f"sqlite:///{file}", NOW)[0]) as database:
        begin(database, hub)
        while exchange(database, hub):
            pass


class TwoCounters:
    """Two files that begin alike, and their exchange; only one glass is open at a time."""

    def __init__(self, postgres: Postgres, open_counter: Callable[..., Counter], files: list[Path]) -> None:
        self._open_counter, self._files, shop = open_counter, files, new_hub(postgres)
        self._hubs = [login(postgres, shop, files[0], name) for name in ("1", "2")]

    @contextmanager
    def at(self, number: int) -> Iterator[Counter]:
        """Be at one of them for a while."""
        counter = self._open_counter(url=f"sqlite:///{self._files[number - 1]}")
        yield counter
        counter.leave()

    def plugged_in(self) -> None:
        """The cable is plugged in at both, and all that there is to tell is told."""
        for _ in range(3):
            for file, hub in zip(self._files, self._hubs, strict=True):
                exchange_all(file, hub)

    def forgets(self, number: int, card: str) -> None:
        """Forget whose card this is, at one of them."""
        with closing(open_current(f"sqlite:///{self._files[number - 1]}", NOW)[0]) as database:
            with database.reading() as session:
                who = session.scalars(select(Card.customer_id).where(Card.number == card)).one()
            erase(database, who)
            finish_erasing(database)

    def bytes(self) -> bytes:
        """All that stands in both files, and in what lies beside them."""
        beside = (file.parent.glob(f"{file.name}*") for file in self._files)
        return b"".join(one.read_bytes() for files in beside for one in files)

    def close(self) -> None:
        """Hang up."""
        for hub in self._hubs:
            hub.close()


@pytest.fixture
def counters(
    postgres: Postgres, open_counter: Callable[..., Counter], database_file: Path, tmp_path: Path
) -> Iterator[TwoCounters]:
    other = tmp_path / "other.db"
    other.write_bytes(database_file.read_bytes())
    both = TwoCounters(postgres, open_counter, [database_file, other])
    yield both
    both.close()


def holds(counter: Counter, code: str) -> None:
    """Hold something under the scanner that is no customer's card."""
    assert counter.scanner is not None
    counter.until(lambda: counter.is_quiet, "the line to be silent")
    counter.scanner.send(code.encode() + b"\r")


def visits_on_page(counter: Counter) -> int:
    """How many of them the page about Fred tells."""
    counter.taps("All about Fred")
    counter.sees(" visits")
    return int(re.findall(r"(\d+) visits", " ".join(counter.glass()))[0])


def test_who_was_wished_at_one_counter_is_not_wished_again_at_the_other(counters: TwoCounters) -> None:
    counters.plugged_in()
    with counters.at(1) as counter:
        counter.scans(JACK)
        counter.taps("Wished")
        counter.sees("✓ Wished")
    counters.plugged_in()
    with counters.at(2) as counter:
        counter.scans(JACK)
        counter.sees("Jack")
        counter.sees_no("Wished")


def test_after_a_week_without_a_cable_both_know_everything(counters: TwoCounters) -> None:
    counters.plugged_in()
    with counters.at(1) as counter:
        counter.now += timedelta(days=3)
        counter.scans("2900000009998")
        counter.app.flows.new_faces.screen.ids.name.put("Noor")
        counter.taps("happy for us to remember")
        counter.app.flows.keyboard.dispatch("on_done")
        counter.sees("Noor", "First visit with us")
    with counters.at(2) as counter:
        counter.now += timedelta(days=6)
        counter.scans(FRED)
        before = visits_on_page(counter)
    counters.plugged_in()
    with counters.at(2) as counter:
        counter.now += timedelta(days=7)
        counter.scans("2900000009998")
        counter.sees("Noor")
    with counters.at(1) as counter:
        counter.now += timedelta(days=7)
        counter.scans(FRED)
        assert visits_on_page(counter) == before + 1


def test_who_is_forgotten_at_one_is_gone_from_both_to_the_last_byte(counters: TwoCounters) -> None:
    counters.plugged_in()
    assert b"Okafor" in counters.bytes()
    with counters.at(2) as counter:
        counter.scans(JACK)
        counter.sees("Jack")
    counters.forgets(1, JACK)
    counters.plugged_in()
    with counters.at(2) as counter:
        counter.scans(JACK)
        counter.sees("A new face")
    assert b"Jack Okafor" not in counters.bytes()


def test_a_counter_joins_by_a_code_that_is_scanned(
    counter: Counter, postgres: Postgres, database_file: Path
) -> None:
    member = login(postgres, new_hub(postgres), database_file).membership
    counter.app.resting.ready.dispatch("on_status")
    counter.taps("More…")
    counter.taps("Other counters")
    counter.sees("Scan the code")
    holds(counter, "2900000000018")
    counter.sees("This is not the code of a hub.")
    holds(counter, member.code())
    counter.sees("This counter shares with the others from now on.")
    assert membership_of(database_file) == member
    counter.taps("Close")
    counter.scans("2900000000018")
    counter.sees("Jack")


def test_no_code_is_waited_for_once_something_else_is_on_the_glass(counter: Counter) -> None:
    counter.app.resting.ready.dispatch("on_status")
    counter.taps("More…")
    counter.taps("Other counters")
    counter.sees("Scan the code")
    counter.taps("Close")
    counter.scans("2900000000018")
    counter.sees("Jack")


def test_a_new_counter_tells_how_much_is_still_to_come_until_it_has_come(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    counter, met = open_counter(), NOW.timestamp()
    keep_membership(database_file, Membership("hub.example", 5440, 1, "k_1", "secret"))
    keep_standing(database_file, [CounterStatus("2", met, 0, 412_000, is_own=True)])
    counter.app.flows.today.expire()
    counter.scans(JACK)
    counter.taps("✕")
    counter.sees("Catching up: 412,000 to go")
    keep_standing(database_file, [CounterStatus("2", met, 0, 0, is_own=True)])
    counter.app.flows.today.expire()
    counter.app.resting.tick()
    counter.sees_no("Catching up")


def lets_all_shops_know(counter: Counter) -> None:
    """Jack agrees, on the page about him."""
    opens_page(counter, JACK)
    turns_to(counter, "By name")
    counter.taps("By name")
    counter.sees("All our shops may greet them")
    yes, _ = counter.app.flows.editing._editors.manner._everywhere.choices.children[::-1]
    counter.touches(*on_window(yes))
    counter.taps("Save")
    counter.sees("Show Jack this page")
    counter.settles()


def test_who_agreed_is_greeted_by_name_in_another_shop_of_the_chain(
    postgres: Postgres, open_counter: Callable[..., Counter], database_file: Path, tmp_path: Path
) -> None:
    here, there = (login(postgres, new_hub(postgres), database_file) for _ in "12")
    counter = open_counter(hub=HubSettings(chain=True))
    lets_all_shops_know(counter)
    counter.leave()
    exchange_all(database_file, here)
    other = tmp_path / "other.db"
    with closing(open_current(f"sqlite:///{other}", NOW)[0]), answering(other, there):
        counter = open_counter(url=f"sqlite:///{other}", hub=HubSettings(chain=True))
        counter.scans(JACK)
        counter.sees("Jack", "A guest from another of our shops", "No nuts for Zoe")
        counter.scans("2900000009998")
        counter.sees("A new face")
    here.close()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_hubs_own_glass_shows_the_code_that_another_counter_scans(
    postgres: Postgres,
    open_counter: Callable[..., Counter],
    database_file: Path,
    tmp_path: Path,
    width: int,
    height: int,
) -> None:
    shop = new_hub(postgres)
    here, site = login(postgres, shop, database_file), Site("192.168.178.120", postgres.port, shop, "f" * 43)
    keep_membership(database_file, here.membership)
    keep_hosted(database_file, site)
    keep_standing(database_file, here.status())
    other = tmp_path / "other.db"
    with answering(database_file, here, partial(code_for, postgres.host, site)):
        counter = open_counter(Display(width=width, height=height))
        counter.app.resting.ready.dispatch("on_status")
        counter.taps("More…")
        counter.taps("Other counters")
        counter.taps("Counter 2, a new one")
        counter.sees("Counter 2", "It lets in whoever has it.")
        counter.photograph(tmp_path / "code.png")
        (found,) = zxingcpp.read_barcodes(Image.open(tmp_path / "code.png"))
        counter.leave()
    member = from_code(found.text)
    assert (member.host, member.shop, member.fingerprint) == (site.address, shop, site.fingerprint)
    joined = Hub(member._replace(host="127.0.0.1", fingerprint=""), other)
    exchange_all(other, joined)
    assert [one.name for one in joined.status()] == ["1", "2"]
    joined.close()
