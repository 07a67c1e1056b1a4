"""The sample shop, moved so that its celebrations fall around today."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from importlib.resources import files

from msgspec.structs import replace

from kiosk.exchange import shop_file
from kiosk.exchange.shop_file import Customer, ImportantDate, ShopFile, Wish
from kiosk.people.calendars import Calendar, LeapDay, rules_of
from kiosk.people.calendars.gregorian import kept_in

WRITTEN_ON = date(2026, 11, 24)
"""The day on which the sample shop was written, and its cues are right."""


def sample_shop(today: date) -> ShopFile:
    """The sample shop as if it had been written today."""
    text = (files("kiosk.demo") / "sample_shop.json").read_text("utf-8")
    file = shop_file.read(text)
    later = today - WRITTEN_ON
    return replace(file, customers=tuple(_customer(customer, later) for customer in file.customers))


def _customer(who: Customer, later: timedelta) -> Customer:
    def day(text: str) -> str:
        return (date.fromisoformat(text) + later).isoformat()

    def time(text: str) -> str:
        return (datetime.fromisoformat(text) + later).isoformat(timespec="minutes")

    gently = who.tread_gently
    return replace(
        who,
        since=_maybe(day, who.since),
        tread_gently=gently if gently in (None, "open") else day(gently),
        important_dates=tuple(_important_date(d, later) for d in who.important_dates),
        notes=tuple(
            replace(
                note,
                written_at=_maybe(time, note.written_at),
                show_until=_maybe(day, note.show_until),
                closed_at=_maybe(time, note.closed_at),
            )
            for note in who.notes
        ),
        gestures=tuple(
            replace(gesture, at=_maybe(time, gesture.at), thanked_at=_maybe(time, gesture.thanked_at))
            for gesture in who.gestures
        ),
        visits=tuple(replace(visit, at=time(visit.at)) for visit in who.visits),
    )


def _important_date(d: ImportantDate, later: timedelta) -> ImportantDate:
    """Move the day in the year; somebody born on 29 February stays so."""
    if d.calendar != Calendar.GREGORIAN:
        return _moved_in_its_calendar(d, later)
    if (d.month, d.day) == (2, 29):
        return d
    near = min(
        (date(WRITTEN_ON.year + years, d.month, d.day) for years in (-1, 0, 1)),
        key=lambda on: abs(on - WRITTEN_ON),
    )
    moved = near + later
    wished = tuple(
        replace(w, on=_move_occurrence(w.on, near, moved)) for w in d.wished if isinstance(w, Wish)
    )
    # Moved to 29 February, a day may have lost the year in which there was one.
    year = None if d.year is None or (moved.month, moved.day) == (2, 29) else d.year + moved.year - near.year
    return replace(d, month=moved.month, day=moved.day, year=year, wished=wished)


def _moved_in_its_calendar(d: ImportantDate, later: timedelta) -> ImportantDate:
    """Move a date without a year, which returns on the day the shop was written, as much as today has."""
    rules, today = rules_of(Calendar(d.calendar)), WRITTEN_ON + later
    for month, day in sorted(rules.kept_on(today)):
        moved = replace(d, month=month, day=day)
        if rules.falls(moved, rules.year_on(today)) == today:
            return moved
    return d


def _move_occurrence(on: str, near: date, moved: date) -> str:
    """A wish belongs to the same return of the day, as many years from the nearest as before."""
    years = date.fromisoformat(on).year - near.year
    return kept_in(moved.year + years, moved.month, moved.day, LeapDay.FEBRUARY_28).isoformat()


def _maybe(move: Callable[[str], str], text: str | None) -> str | None:
    return None if text is None else move(text)
