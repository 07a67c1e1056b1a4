"""Days as other programs write them: in three orders, with or without a year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_WHOLE = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})")
_YEARLESS_ISO = re.compile(r"(?:--|0000-)(\d{2})-?(\d{2})")
_YEARLESS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})\.?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}.*$")
_EARLIEST = 1900
_LEAP = 2000  # a year in which every day is


class Order(StrEnum):
    """In which order a day is written where its year does not come first."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the year, with a year where that is known."""

    month: int
    day: int
    year: int | None = None


def order_of(texts: Iterable[str]) -> Order | None:
    """The one order in which all of these can be read; None where it takes more than one, or where both fit.

    Where nothing has to be told apart, days come first.
    """
    fits = dict.fromkeys(Order, True)
    is_open = False
    for text in texts:
        read = {order: parse(text, order) for order in Order}
        if read[Order.DAY_FIRST] != read[Order.MONTH_FIRST]:
            is_open = True
            for order in Order:
                fits[order] = fits[order] and read[order] is not None
    if not is_open:
        return Order.DAY_FIRST
    possible = [order for order, does in fits.items() if does]
    return possible[0] if len(possible) == 1 else None


def parse(text: str, order: Order) -> Day | None:
    """Read a day; None where it is none. An apostrophe before it, or a time behind it, does not count."""
    plain = _TIME.sub("", text.strip().removeprefix("'").strip())
    if yearless := _YEARLESS_ISO.fullmatch(plain):
        return _day(None, int(yearless[1]), int(yearless[2]))
    if compact := _COMPACT.fullmatch(plain):
        return _day(compact[1], int(compact[2]), int(compact[3]))
    if whole := _WHOLE.fullmatch(plain):
        return _whole(whole[1], whole[2], whole[3], order)
    if short := _YEARLESS.fullmatch(plain):
        first, second = int(short[1]), int(short[2])
        day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
        return _day(None, month, day)
    return None


def _whole(first: str, second: str, third: str, order: Order) -> Day | None:
    if len(first) == 4:
        return _day(first, int(second), int(third))
    if len(third) == 3 or len(first) == 3:
        return None
    day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
    return _day(third, int(month), int(day))


def _day(year: str | None, month: int, day: int) -> Day | None:
    """A year of two digits has no century, and 1604 is how Apple writes that there is none."""
    known = int(year) if year is not None and len(year) == 4 and int(year) >= _EARLIEST else None
    try:
        date(known or _LEAP, month, day)
    except ValueError:
        return None
    return Day(month, day, known)
