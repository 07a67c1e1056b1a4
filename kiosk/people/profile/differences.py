"""Where two who may be one person differ in what there is one of."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kiosk.people.calendars import Calendar
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.known.mergers import Aspect
from kiosk.people.profile.date_words import circumstances, day_words
from kiosk.people.profile.person_words import greeted, names_told
from kiosk.people.profile.profile import KeptDate, Profile
from kiosk.people.words import Words, side_by_side


class Difference(NamedTuple):
    """One aspect, as it is of the one and of the other."""

    aspect: Aspect
    what: str
    of_one: str
    of_other: str


def differences(one: Profile, other: Profile, today: date, words: Words) -> list[Difference]:
    """Those of which one of both is to be chosen; a birthday that only one of them has is no choice."""
    return list(_differences(one, other, today, words))


def _differences(one: Profile, other: Profile, today: date, words: Words) -> Iterator[Difference]:
    names = [side_by_side(*names_told(each, words)) for each in (one, other)]
    if _names(one) != _names(other):
        yield Difference(Aspect.NAME, words.gettext("Name"), *names)
    for calendar in Calendar:
        ours, theirs = (_birthday(each, calendar) for each in (one, other))
        if ours and theirs and not _is_same_day(ours.important, theirs.important):
            yield Difference(
                Aspect.BIRTHDAY, words.gettext("Birthday"), _told(ours, words), _told(theirs, words)
            )
            break
    if _manner(one) != _manner(other):
        manners = [greeted(each.customer, today, words) for each in (one, other)]
        yield Difference(Aspect.MANNER, words.gettext("How to greet"), *manners)


def _names(profile: Profile) -> tuple[str, ...]:
    customer = profile.customer
    return customer.name, customer.called_by, customer.pronunciation


def _manner(profile: Profile) -> tuple[object, ...]:
    customer = profile.customer
    return (
        customer.greet_by_name,
        customer.may_mention_age,
        customer.tread_gently_until,
        customer.deceased,
    )


def _birthday(profile: Profile, calendar: Calendar) -> KeptDate | None:
    """Their own in this calendar; one that two share is of both."""
    kept = (
        date
        for date in profile.important_dates
        if date.important.occasion is Occasion.BIRTHDAY
        and date.important.calendar is calendar
        and date.shared_with is None
    )
    return next(kept, None)


def _is_same_day(one: ImportantDate, other: ImportantDate) -> bool:
    """A year that is not known fits any other."""
    days = [(date.month, date.day, date.leap_day, date.leap_month) for date in (one, other)]
    return days[0] == days[1] and (None in (one.year, other.year) or one.year == other.year)


def _told(kept: KeptDate, words: Words) -> str:
    return side_by_side(day_words(kept.important, words), *circumstances(kept, words))
