"""What goes wrong between counters and their hub: replies, disks, clocks, copies of long ago."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import text

from kiosk.sync.hub.making import administering
from kiosk.sync.hub.refusals import HubError
from tests.postgres import Postgres
from tests.sync.counters import SharingCounter, all_meet
from tests.sync.deeds import Deeds

_TWENTY_YEARS = 20 * 365 * 86_400_000
_HUB = ("shop", "counter", "fact")


class Faults:
    """Lets one of them happen after the other."""

    def __init__(
        self, chance: Random, postgres: Postgres, counters: list[SharingCounter], deeds: Deeds
    ) -> None:
        self._chance, self._postgres, self._counters, self._deeds = chance, postgres, counters, deeds
        self._shop = counters[0].hub.membership.shop
        self._copies: dict[str, Path] = {}
        self._hub_is_kept = self._hub_was_set_back = False

    def one_more(self) -> str:
        """Whatever can go wrong now; returns what it was."""
        fault = self._chance.choice(
            [
                self.lost_reply,
                self.died,
                self.clock,
                self.copied,
                self.set_back,
                self.empty_disk,
                self.hub_killed,
                self.hub_kept,
                self.hub_set_back,
            ]
        )
        fault(self._chance.choice(self._counters))
        return fault.__name__

    def lost_reply(self, counter: SharingCounter) -> None:
        """The hub has taken everything, and its answer is lost on the way."""
        counter.hub.loses_reply = True
        with suppress(HubError):
            counter.meets()

    def died(self, counter: SharingCounter) -> None:
        """The power goes when a part of what came was put in."""
        counter.dies_after = self._chance.randrange(3)
        counter.meets()

    def clock(self, counter: SharingCounter) -> None:
        """A clock that was wrong by years when something was noted."""
        by = self._chance.choice([-1, 1]) * self._chance.randrange(_TWENTY_YEARS)
        with counter.database.writing() as session:
            session.execute(text("UPDATE sync_log SET at = at + :by"), {"by": by})

    def copied(self, counter: SharingCounter) -> None:
        """A copy is made, of the file just as it lies there, or as it is each night."""
        self._copies[counter.name] = counter.copy(is_nightly=self._chance.random() < 0.5)

    def set_back(self, counter: SharingCounter) -> None:
        """The copy is put in its place."""
        copy = self._copies.pop(counter.name, None)
        if copy is not None:
            self._disk_is_lost(counter)
            counter.put_back(copy)

    def empty_disk(self, counter: SharingCounter) -> None:
        """Another disk, with nothing on it."""
        self._disk_is_lost(counter)
        counter.put_back(None)

    def hub_killed(self, counter: SharingCounter) -> None:
        """The power of the hub goes while a counter exchanges with it."""
        with ThreadPoolExecutor(1) as beside:
            meeting = beside.submit(counter.meets)
            self._postgres.stop()
            with suppress(HubError):
                meeting.result()
        self._postgres.start()
        for each in self._counters:
            each.hub.close()

    def hub_kept(self, _counter: SharingCounter) -> None:
        """A copy is made of the hub."""
        with administering(self._postgres.admin) as admin:
            for table in _HUB:
                admin.execute(f"DROP TABLE IF EXISTS kept_{table}".encode())
                admin.execute(f"CREATE TABLE kept_{table} AS TABLE hub.{table}".encode())
        self._hub_is_kept = True

    def hub_set_back(self, _counter: SharingCounter) -> None:
        """The hub is put back to it; all counters knew all before."""
        if not self._hub_is_kept:
            return
        self._hub_was_set_back = True
        all_meet(*self._counters)
        with administering(self._postgres.admin) as admin, admin.transaction():
            admin.execute("DELETE FROM hub.fact WHERE shop = %s", [self._shop])
            admin.execute("INSERT INTO hub.fact SELECT * FROM kept_fact WHERE shop = %s", [self._shop])
            admin.execute(
                "UPDATE hub.shop s SET seq = k.seq FROM kept_shop k WHERE k.no = s.no AND s.no = %s",
                [self._shop],
            )
            admin.execute(
                "DELETE FROM hub.counter WHERE shop = %s AND no NOT IN (SELECT no FROM kept_counter)",
                [self._shop],
            )
            admin.execute(
                "UPDATE hub.counter c SET kept = k.kept, told = k.told, is_former = k.is_former"
                " FROM kept_counter k WHERE k.no = c.no AND c.shop = %s",
                [self._shop],
            )

    def _disk_is_lost(self, counter: SharingCounter) -> None:
        """What it had not told nobody else can know; of the forgotten, the ledger beside the file may."""
        if self._hub_was_set_back:
            # A hub without its newest copy, and a counter without its disk: then something is lost.
            self._hub_was_set_back = False
            all_meet(*self._counters)
        with counter.database.reading() as session:
            log = session.execute(text("SELECT tbl, id, op FROM sync_log")).all()
        for table, id, op in log:
            if table == "visit" and op == "I":
                self._deeds.visits.pop(UUID(id), None)
            if table == "customer" and op == "D":
                self._deeds.forgotten.discard(UUID(id))
                self._deeds.perhaps_forgotten.add(UUID(id))
