"""Somebody who was looked for by name."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kiosk.people.known.customers import Customer
from kiosk.people.words import Words, side_by_side, within

_LONG_AGO = 300


@dataclass(frozen=True, slots=True)
class Found:
    """One person, and a few words that tell them from others of the same name."""

    customer_id: UUID
    called_by: str
    name: str
    hint: str = ""

    @property
    def full_name(self) -> str:
        """Both names, where the one is not part of the other."""
        return self.name if self.called_by in self.name else f"{self.name} · {self.called_by}"


def found(customer: Customer, last_visit: date | None, today: date, words: Words) -> Found:
    """The person as one of those who were found at `today`."""
    hint = _hint(customer, last_visit, today, words)
    return Found(customer.id, customer.called_by, customer.name, hint)


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
