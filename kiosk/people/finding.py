"""Somebody who was looked for by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import Self
from uuid import UUID

from kiosk.people.known.customers import Customer
from kiosk.people.known.names import are_begun, are_whole
from kiosk.people.words import Words, side_by_side, within

_LONG_AGO = 300


class Match(IntEnum):
    """Why somebody was found, the likeliest first: by a name, by how it is said, or by what sounds alike."""

    NAMED = 0
    SAID = 1
    SOUNDS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """One person, and a few words that tell them from others of the same name."""

    customer_id: UUID
    called_by: str
    name: str
    hint: str = ""
    match: Match = Match.NAMED

    def because(self, why: str) -> Self:
        """The same with the reason for which they are among them."""
        return replace(self, hint=side_by_side(why, self.hint))

    @property
    def full_name(self) -> str:
        """Both names, where the one is not part of the other."""
        return self.name if self.called_by in self.name else side_by_side(self.name, self.called_by)

    @property
    def short_name(self) -> str:
        """The name one says, and the first letter of the last one, for glass that others see."""
        last = self.name.split()[-1]
        return self.called_by if last in self.called_by else f"{self.called_by} {last[0]}."


@dataclass(frozen=True, slots=True)
class Search:
    """Everybody who was found, the likeliest first; `is_cut` where there are more than were looked at."""

    found: tuple[Found, ...] = ()
    is_cut: bool = False

    @property
    def meant(self) -> Found | None:
        """The one who must be meant: nobody else has a name, or a way to say it, that begins so."""
        alike = [one for one in self.found if one.match is self.found[0].match is not Match.SOUNDS]
        return alike[0] if len(alike) == 1 and not self.is_cut else None


def found(customer: Customer, last_visit: date | None, today: date, words: Words, typed: str = "") -> Found:
    """The person as one of those who were found at `today` by what was `typed`."""
    match, hint = _match(customer, typed), _hint(customer, last_visit, today, words)
    one = Found(customer.id, customer.called_by, customer.name, hint, match)
    return one if match is Match.NAMED else one.because(words.gettext("sounds alike"))


def _match(customer: Customer, typed: str) -> Match:
    if not typed or are_begun((customer.name, customer.called_by), typed):
        return Match.NAMED
    return Match.SAID if are_begun((customer.pronunciation,), typed) else Match.SOUNDS


def likeliest_first(
    found: Iterable[Found], typed: str, last_visits: Mapping[UUID, date]
) -> tuple[Found, ...]:
    """Those of just this name, those called so, those with another that begins so, and what sounds alike.

    Of those alike, who was here last comes first.
    """

    def place(one: Found) -> tuple[Match, bool, bool, int]:
        last, names = last_visits.get(one.customer_id, date.min), (one.called_by, one.name)
        is_whole = any(are_whole(each, typed) for each in names)
        return one.match, not is_whole, not are_begun((one.called_by,), typed), -last.toordinal()

    return tuple(sorted(found, key=place))


def _hint(customer: Customer, last_visit: date | None, today: date, words: Words) -> str:
    if customer.deceased:
        return words.gettext("has died")
    if not customer.greet_by_name:
        return words.gettext("prefers not to be greeted")
    said = (
        words.gettext("say “{how}”").format(how=within(customer.pronunciation))
        if customer.pronunciation
        else ""
    )
    return side_by_side(said, _last_here(last_visit, today, words))


def _last_here(last_visit: date | None, today: date, words: Words) -> str:
    if last_visit is None:
        return words.gettext("not here yet")
    if (today - last_visit).days > _LONG_AGO:
        return words.gettext("last here in {year}").format(year=last_visit.year)
    return words.gettext("last here on {day}").format(day=words.day(last_visit))
