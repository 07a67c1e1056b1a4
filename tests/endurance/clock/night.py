"""One night in a shop of its own: what is done there, and whether what came of it is right."""

import os
import shutil
import sqlite3
from calendar import timegm
from contextlib import closing
from pathlib import Path
from random import Random
from time import gmtime, strftime

from tests.endurance.clock.local import DAY, LAST, day_at
from tests.endurance.clock.oracle import Person, clock_is_behind, copies_that_stay
from tests.endurance.clock.turned import TurnedShop
from tests.endurance.shop import card_number, somebody

BIRTHDAYS = (-20, -8, -3, -1, 0, 1, 2, 7, 9)
"""Days from that of the night; one customer each."""
_COPIES_BEFORE = 16
_MONTH = 30 * DAY
_YEAR = 365 * DAY
_SETTLED = 40 * DAY
_A_STRANGE_DAY = 0.1


class Night:
    """From `begins` on, in seconds since 1970, on a clock in the zone that the C library reckons in now."""

    def __init__(self, shop: TurnedShop, base: Path, zone: str, begins: int, chance: Random) -> None:
        self._shop, self._begins, self._chance = shop, begins, chance
        self.scans = self.jumps = 0
        folder = base.parent / "night"
        shutil.rmtree(folder, ignore_errors=True)
        self._database, self._copies = folder / "kiosk.db", folder / "backups"
        self._copies.mkdir(parents=True)
        shutil.copy(base, self._database)
        self._people = [self._person(n, day_at(begins) + ahead) for n, ahead in enumerate(BIRTHDAYS)]
        self._write_down()
        self._lay_out_copies(base)
        shop.at(begins).do("begin", zone=zone, database=str(self._database))

    def somebody_comes(self, at: float) -> None:
        """One of them shows their card, and is greeted rightly."""
        person = self._chance.choice(self._people)
        while person.is_doubtful(at) or day_at(at - 3) != day_at(at + 3):
            at += 7
        told = self._shop.at(at).do("scan", card=person.card)
        at = told["between"][0]
        is_behind = clock_is_behind(self._stamps(), at)
        said = [chip for chip in told["chips"] if "visit" in chip]
        assert told["outcome"] == "welcome", told
        assert told["cues"] == person.cue_at(at), (told, person, at)
        assert said == person.chips_at(at, is_behind), (told, person, at)
        assert told["trouble"] == ("Check the clock" if is_behind else ""), (told, sorted(self._stamps()), at)
        person.comes(at)
        self.scans += 1

    def copy_is_made(self, at: float) -> None:
        """As every night: the new one is there, and none has gone that should stay."""
        before = self._numbers_and_days()
        told = self._shop.at(at).do("back_up")
        new = (max(number for number, _ in before) + 1, day_at(told["between"][0]))
        after = self._numbers_and_days()
        assert new in after, (new, after)
        assert {number for number, _ in after} == copies_that_stay({*before, new}), (before, after)

    def clock_jumps(self, now: float) -> None:
        """Somebody comes by a clock that is wrong, and once more when it is right again."""
        jumps = [now - self._chance.randrange(2, 10) * DAY, self._chance.randrange(_MONTH)]
        if now + 3 * _YEAR < LAST:
            jumps.append(self._chance.uniform(now + 2 * _YEAR, min(LAST - _YEAR, now + 30 * _YEAR)))
        wrong = self._chance.choice(jumps)
        # A single visit by a clock that is far ahead is set aside, more of them are believed.
        for at in (wrong, now) if wrong > now else (wrong, wrong + 3600, now):
            self.somebody_comes(at)
        self.jumps += 1

    def ends(self) -> None:
        """Every visit is there, to the second, and no other."""
        self._shop.do("end")
        with closing(sqlite3.connect(self._database)) as connection:
            for person in self._people:
                kept = connection.execute(_VISITS, (person.card,)).fetchall()
                pairs = zip((int(at) for (at,) in kept), sorted(person.visits), strict=True)
                assert all(abs(at - expected) <= 1 for at, expected in pairs), (person, kept)

    def _person(self, n: int, birthday: int) -> Person:
        _, month, day, *_ = gmtime(birthday * DAY)
        earlier = [self._begins - _SETTLED - n * 3600, self._begins - 3 * DAY][: n % 3]
        return Person(card_number(n), (month, day), earlier)

    def _stamps(self) -> list[int]:
        return [visit for person in self._people for visit in person.visits]

    def _write_down(self) -> None:
        with closing(sqlite3.connect(self._database)) as connection, connection:
            for n, person in enumerate(self._people):
                key = somebody(n)["key"]
                connection.execute(_SET_BIRTHDAY, (*person.birthday, key))
                for visit in person.visits:
                    stamp = strftime("%Y-%m-%d %H:%M:%S.000000", gmtime(visit))
                    connection.execute(_ADD_VISIT, (f"{self._chance.getrandbits(128):032x}", stamp, key))

    def _lay_out_copies(self, base: Path) -> None:
        """Those of the nights before; on some of them the clock was wrong."""
        first = day_at(self._begins) - _COPIES_BEFORE
        for number in range(1, _COPIES_BEFORE + 1):
            is_strange = self._chance.random() < _A_STRANGE_DAY
            day = self._chance.randrange(LAST // DAY) if is_strange else first + number - 1
            name = f"kiosk-{number:06}-{strftime('%Y-%m-%d', gmtime(day * DAY))}.db"
            os.link(base, self._copies / name)

    def _numbers_and_days(self) -> set[tuple[int, int]]:
        return set(map(_number_and_day, self._copies.glob("kiosk-*.db")))


def _number_and_day(copy: Path) -> tuple[int, int]:
    _, number, year, month, day = copy.stem.split("-")
    return int(number), timegm((int(year), int(month), int(day), 0, 0, 0)) // DAY


_SET_BIRTHDAY = (
    "UPDATE important_date SET month = ?, day = ? WHERE customer_id = (SELECT id FROM customer WHERE key = ?)"
)
_ADD_VISIT = (
    "INSERT INTO visit (id, at, customer_id, counter) SELECT ?, ?, id, '1' FROM customer WHERE key = ?"
)
_VISITS = (
    "SELECT strftime('%s', visit.at) FROM visit JOIN card USING (customer_id) WHERE card.number = ?"
    " ORDER BY visit.at"
)
