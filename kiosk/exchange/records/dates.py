"""Important dates, and the wishes that belong to them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from kiosk.exchange import shop_file as file
from kiosk.exchange.reader import Reader
from kiosk.exchange.records.records import Records, add
from kiosk.exchange.shop_file import ShopFileError
from kiosk.people.calendars import Calendar
from kiosk.people.calendars.years import known_year
from kiosk.people.known.important_dates import Occasion


def add_date(records: Records, read: Reader, at: str, key: str, d: file.ImportantDate) -> None:
    """Add an important date of the customer with this key, and whom it was wished."""
    d = replace(d, year=known_year(d.year, d.calendar))
    read.month_and_day(at, d)
    owner = read.id("customer", key)
    other = read.another_person(f"{at}.with", owner, d.with_)
    whose, label = sorted([key, d.with_ or ""]), read.text(f"{at}.label", d.label)
    id = read.id("important_date", *whose, d.occasion, *_which(d, label))
    _refuse_another_birthday(records["important_date"].get(id), at, d)
    add(
        records,
        "important_date",
        id=id,
        customer_id=owner,
        shared_with_id=other,
        occasion=d.occasion,
        label=label,
        month=d.month,
        day=d.day,
        year=d.year,
        calendar=d.calendar,
        leap_day=d.leap_day,
        leap_month=d.leap_month,
    )
    for i, wish in enumerate(d.wished):
        told = file.Wish(on=wish) if isinstance(wish, str) else wish
        _add_wish(records, read, f"{at}.wished[{i}]", id, key, told)


def _which(d: file.ImportantDate, label: str) -> tuple[object, ...]:
    """Somebody has one birthday in a calendar: another day under the same key corrects it."""
    if d.occasion is not Occasion.BIRTHDAY:
        return label, d.calendar, d.month, d.day, d.leap_month
    return () if d.calendar is Calendar.GREGORIAN else (d.calendar,)


def _refuse_another_birthday(known: Mapping[str, Any] | None, at: str, d: file.ImportantDate) -> None:
    day = (d.month, d.day, d.leap_month)
    if known is not None and (known["month"], known["day"], known["leap_month"]) != day:
        raise ShopFileError(f"{at}: another birthday of theirs in this calendar stands in the file already.")


def _add_wish(records: Records, read: Reader, at: str, date_id: UUID, key: str, wish: file.Wish) -> None:
    whom = read.person(f"{at}.whom", wish.whom or key)
    occurrence = read.day(f"{at}.on", wish.on)
    add(
        records,
        "wish",
        id=read.id("wish", date_id, whom, occurrence),
        important_date_id=date_id,
        customer_id=whom,
        occurrence=occurrence,
        at=read.time(f"{at}.at", wish.at),
        staff_id=read.staff(f"{at}.by", wish.by),
    )
