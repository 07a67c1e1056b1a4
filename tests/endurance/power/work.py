"""A day at the counter, told moment by moment.

`python -m tests.endurance.power.work DATABASE RECORD STORY SEED`: the database is opened, and brought up to
date where it is older; then people come, and things are written down, copied, put back and forgotten, as
chance has it.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy.event import listens_for
from sqlalchemy.orm import Session

from drivers import Symbology
from kiosk.desk import Desk
from kiosk.locale import speech
from kiosk.people.changing.changes import ChangeNames
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.changing.taps import Tap
from kiosk.people.known.customers import Customer
from kiosk.storage.file.copies import copies_in, make_copy, name_of_next
from kiosk.storage.file.failover import open_at_counter
from kiosk.storage.file.restoring import put_in_place
from tests.clock import Clock
from tests.endurance.power.story import Telling
from tests.endurance.shop import PATTERN, WRITTEN_AT, card_number
from tests.serving import serve

KNOWN = 12
"""Customers that the shop begins with."""
_DEEDS = 40
_NOBODY: frozenset[UUID] = frozenset()


class Day:
    """What can happen at the counter, each thing a method."""

    def __init__(self, database: Path, telling: Telling, chance: Random) -> None:
        self._file, self._telling, self._chance = database, telling, chance
        self._copies = database.parent / "backups"
        self._clock = Clock(WRITTEN_AT)
        self._newcomers: dict[str, Customer] = {}
        self._numbers = count(KNOWN)
        self._taps: list[tuple[UUID, Tap]] = []
        self._open()

    def go_on(self) -> None:
        """One thing more."""
        deeds: dict[Callable[[], None], int] = {
            self.visit: 6,
            self.note: 4,
            self.tap: 4,
            self.take_back: 2,
            self.newcomer: 4,
            self.change: 2,
            self.forget: 3,
            self.copy: 2,
            self.restore: 1,
        }
        (deed,) = self._chance.choices(list(deeds), list(deeds.values()))
        self._clock.forward(minutes=self._chance.randrange(90))
        self._telling.doing = deed.__name__
        deed()
        self._telling.tell()

    def visit(self) -> None:
        """Somebody comes, with their card."""
        assert not serve(self._desk, card_number(self._chance.randrange(KNOWN))).trouble

    def note(self) -> None:
        """Something is learned."""
        customer, kind = self._somebody(), self._chance.choice(list(DraftKind))
        draft = Draft(kind, f"Said at {self._clock()}", customer)
        assert self._desk.notes.write(customer.id, _NOBODY, draft).kept

    def tap(self) -> None:
        """Something that the greeting asked for is done."""
        answer = serve(self._desk, card_number(self._chance.randrange(KNOWN)))
        customer = answer.greeting.customer
        taps = [cue.tap for cue in answer.greeting.cues if cue.tap]
        if customer is not None and taps:
            tap = self._chance.choice(taps)
            assert not self._desk.taps.keep(customer.id, _NOBODY, tap).trouble
            self._taps.append((customer.id, tap))

    def take_back(self) -> None:
        """It was not done after all."""
        if self._taps:
            customer_id, tap = self._taps.pop()
            assert not self._desk.taps.take_back(customer_id, _NOBODY, tap).trouble

    def newcomer(self) -> None:
        """A new face, whose name stands nowhere else."""
        number, name = card_number(next(self._numbers)), f"Newcomer{self._chance.randrange(10**9):09}"
        birthday = (self._chance.randint(1, 28), self._chance.randint(1, 12))
        answer = self._desk.newcomers.keep(number, Symbology.EAN13, Newcomer(name, birthday=birthday))
        assert not answer.trouble
        assert answer.greeting.customer is not None
        self._newcomers[name] = answer.greeting.customer

    def change(self) -> None:
        """Somebody is called otherwise."""
        customer = self._somebody()
        names = ChangeNames(customer.name, f"Called {self._chance.randrange(1000)}", customer.pronunciation)
        self._desk.profiles.change(customer.id, names)

    def forget(self) -> None:
        """A newcomer wants to be forgotten."""
        if not self._newcomers:
            self.newcomer()
        name = self._chance.choice(list(self._newcomers))
        customer = self._newcomers.pop(name)
        self._taps = [(whose, tap) for whose, tap in self._taps if whose != customer.id]
        assert self._desk.profiles.erase(customer.id) == ""
        self._telling.forgotten.append(name)

    def copy(self) -> None:
        """The nightly copy."""
        name = name_of_next([self._copies], self._file, self._clock().date())
        made = make_copy(self._file, self._copies, name, self._file)
        self._telling.newest_copy = made.name

    def restore(self) -> None:
        """The technician puts a copy in place, and restarts the kiosk."""
        copies = copies_in([self._copies], self._file)
        if copies:
            self._desk.store.database.close()
            put_in_place(self._chance.choice(copies).file, self._file, self._clock())
            self._open()
            self._newcomers = {}
            self._taps = []

    def _open(self) -> None:
        opened = open_at_counter(
            f"sqlite:///{self._file}", datetime.now(UTC), lambda: [self._copies], was_here=True
        )
        self._desk = desk = Desk(opened.database, speech("en"), self._clock, [PATTERN])
        self._desk.at_counter.let_in(desk.staff.members()[0])

    def _somebody(self) -> Customer:
        if self._newcomers and self._chance.random() < 0.5:
            return self._chance.choice(list(self._newcomers.values()))
        found = serve(self._desk, card_number(self._chance.randrange(KNOWN))).greeting.customer
        assert found is not None
        return found


def main(database: Path, record: Path, story: Path, seed: str) -> None:
    """Work until the day is over."""
    telling = Telling(database, record, story)
    telling.tell()

    @listens_for(Session, "after_commit")
    def committed(_session: Session) -> None:
        telling.tell()

    day = Day(database, telling, Random(seed))
    telling.tell()
    for _ in range(_DEEDS):
        day.go_on()


if __name__ == "__main__":
    _, database, record, story, seed = sys.argv
    main(Path(database), Path(record), Path(story), seed)
