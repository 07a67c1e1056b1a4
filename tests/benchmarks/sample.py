"""Made-up customers: the names and notes of the sample shop, over and over, no two the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from kiosk.demo.sample import sample_shop
from kiosk.people.known.names import sound, words_of
from kiosk.people.known.notes import NoteKind

Row = tuple[Any, ...]

_YEARS = 730
_SOME_TIMES = 10_007


def card_number(customer: int) -> str:
    """The number on the card of a customer."""
    return f"K{customer:09}"


@dataclass(frozen=True, slots=True)
class Sample:
    """The rows of each table for so many customers and visits, the same for the same day."""

    customers: int
    visits: int
    today: date

    def customer(self) -> Iterator[Row]:
        """Names in every script of the sample shop."""
        people = [(who.name, who.called_by, who.pronunciation) for who in sample_shop(self.today).customers]
        gently = self._day(20)
        for n in range(self.customers):
            name, called_by, said = people[n % len(people)]
            yield (
                _id(n),
                f"c{n}",
                f"{name} {n}",
                f"{called_by or name} {n}",
                said or "",
                n % 3 == 0,
                True,
                self._day(-(n % 3000)),
                gently if n % 50 == 7 else None,
                False,
                self._time(-1),
            )

    def name_word(self) -> Iterator[Row]:
        """The words of every name."""
        for id, _, *names in (row[:5] for row in self.customer()):
            yield from ((id, word, sound(word)) for word in sorted(words_of(names)))

    def card(self) -> Iterator[Row]:
        """One card for each."""
        return ((_id(n), _id(n), card_number(n), self._time(-1)) for n in range(self.customers))

    def important_date(self) -> Iterator[Row]:
        """A birthday for each, another day for every third; two in five fall near today."""
        chance = Random(2)
        for n in range(self.customers * 4 // 3):
            days = chance.randint(-20, 7) if chance.random() < 0.4 else chance.randint(30, 330)
            on = self.today + timedelta(days=days)
            occasion = "birthday" if n < self.customers else ("anniversary", "name_day")[n % 2]
            year = on.year - chance.randint(1, 80)
            yield _id(n), _id(n % self.customers), occasion, on.month, on.day, year, self._time(-1)

    def wish(self) -> Iterator[Row]:
        """Every seventh was congratulated on a day of last year."""
        for n in range(0, self.customers, 7):
            yield _id(n), _id(n), _id(n), self._day(-365), self._time(-365)

    def staff(self) -> Iterator[Row]:
        """Those who wrote the notes."""
        return ((_id(n), f"s{n}", f"Staff {n}", "staff", self._time(-1)) for n in range(8))

    def note(self) -> Iterator[Row]:
        """None to three for each, of every kind."""
        chance, kinds = Random(3), list(NoteKind)
        texts = [note.text for who in sample_shop(self.today).customers for note in who.notes]
        for n in range(self.customers * 3):
            customer, nth = divmod(n, 3)
            if nth < customer % 4:
                written = self._time(-chance.randint(1, 80))
                text = texts[chance.randrange(len(texts))]
                yield _id(n), _id(customer), kinds[chance.randrange(4)], text, _id(n % 8), written, written

    def closing(self) -> Iterator[Row]:
        """Every twelfth customer's only note is closed."""
        return ((_id(3 * n), _id(3 * n), self._time(-1)) for n in range(1, self.customers, 12))

    def relationship(self) -> Iterator[Row]:
        """Every fifth has a partner."""
        return ((_id(n), _id(n), _id(n + 1), "partner") for n in range(0, self.customers - 1, 5))

    def visit(self) -> Iterator[Row]:
        """Visits of the last two years, the customers in no order."""
        chance = Random(4)
        times = [self._time(-chance.randint(1, _YEARS), chance.randrange(86_400)) for _ in range(_SOME_TIMES)]
        random, customers = chance.random, self.customers
        for n in range(self.visits):
            yield _id(n), _id(int(random() * customers)), times[n % _SOME_TIMES], "1"

    def _day(self, days: int) -> str:
        return (self.today + timedelta(days=days)).isoformat()

    def _time(self, days: int, seconds: int = 43_200) -> str:
        midnight = datetime(self.today.year, self.today.month, self.today.day, tzinfo=UTC)
        return f"{midnight + timedelta(days=days, seconds=seconds):%Y-%m-%d %H:%M:%S}.000000"


def _id(n: int) -> str:
    return f"{n:032x}"
