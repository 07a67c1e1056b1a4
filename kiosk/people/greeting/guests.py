"""Somebody from another shop of the chain: what a greeting needs least, told without a page or a tap."""

from dataclasses import dataclass
from datetime import date

from kiosk.people.calendars import Calendar, rules_of
from kiosk.people.greeting.celebrations import between
from kiosk.people.greeting.day_words import fell_on, occasion_name
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.words import Words, within


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """What the other shop tells: what is always shown, and which of their days may return today.

    `is_tender` while a loss asks for a quiet welcome.
    """

    called_by: str
    pronunciation: str = ""
    greet_by_name: bool = True
    is_tender: bool = False
    always: tuple[str, ...] = ()
    celebrating: tuple[ImportantDate, ...] = ()


def greet_guest(guest: Guest, today: date, words: Words) -> Greeting:
    """The greeting of somebody whose card nobody has here; nothing of it can be tapped or is kept."""
    told = [*_manner(guest, words), *guest.always]
    if guest.greet_by_name and not guest.is_tender:
        days = between(guest.celebrating, today, today)
        told += [fell_on(occasion_name(day, words), today, today, words) for day in days]
    name = within(guest.called_by) if guest.greet_by_name else ""
    return Greeting(Outcome.GUEST, say=name, chips=tuple(told))


def days_kept_on(today: date) -> list[tuple[Calendar, int, int]]:
    """The month and day of each calendar that is kept today: what the other shop is asked for."""
    return [(calendar, *day) for calendar in Calendar for day in rules_of(calendar).kept_on(today)]


def _manner(guest: Guest, words: Words) -> list[str]:
    said = words.gettext("say “{how}”").format(how=within(guest.pronunciation)) if guest.pronunciation else ""
    gently = words.gettext("Tread gently") if guest.is_tender else ""
    by_name = said if guest.greet_by_name else words.gettext("Prefers not to be greeted by name")
    return [line for line in (by_name, gently) if line]
