"""A card that nobody has here: perhaps another shop of the chain knows whose it is."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from kiosk.people.calendars import Calendar, LeapDay, rules_of
from kiosk.people.greeting.guests import Guest, days_kept_on
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.sync.asking import ask

_PATIENCE = 0.3
"""Seconds: whoever is new must not wait for a network."""

_NO_ID = UUID(int=0)


class _Day(msgspec.Struct):
    occasion: Occasion
    month: int
    day: int
    label: str | None = None
    calendar: Calendar = Calendar.GREGORIAN
    leap_day: LeapDay | None = None
    leap_month: bool | None = None


class _Told(msgspec.Struct):
    called_by: str
    pronunciation: str = ""
    greet_by_name: bool = True
    is_tender: bool = False
    always: tuple[str, ...] = ()
    celebrating: tuple[_Day, ...] = ()


class Elsewhere:
    """Asks the hub, where the shop is one of a chain."""

    def __init__(self, database: Path | None, is_chain: bool) -> None:
        self._database = database if is_chain else None

    def guest(self, numbers: Sequence[str], now: datetime) -> Guest | None:
        """Who has a card with one of these spellings of its number; None where nobody tells in time."""
        if self._database is None:
            return None
        today = now.date()
        question = {"numbers": numbers, "days": days_kept_on(today), "today": today.isoformat()}
        return _as_guest(ask(self._database, question, _PATIENCE), now)


def _as_guest(told: Any, now: datetime) -> Guest | None:
    try:
        # SQLite's numbers stand for what is true.
        read = msgspec.convert(told, _Told, strict=False)
    except msgspec.ValidationError:
        return None
    days = (_as_date(day) for day in read.celebrating)
    return Guest(
        called_by=read.called_by,
        pronunciation=read.pronunciation,
        greet_by_name=read.greet_by_name,
        is_tender=read.is_tender,
        always=read.always,
        celebrating=tuple(day for day in days if _is_kept(day, now)),
    )


def _as_date(day: _Day) -> ImportantDate:
    return ImportantDate(
        id=_NO_ID,
        occasion=day.occasion,
        month=day.month,
        day=day.day,
        label=day.label or "",
        calendar=day.calendar,
        leap_day=day.leap_day or LeapDay.FEBRUARY_28,
        leap_month=bool(day.leap_month),
    )


def _is_kept(day: ImportantDate, now: datetime) -> bool:
    rules = rules_of(day.calendar)
    return rules.falls(day, rules.year_on(now.date())) == now.date()
