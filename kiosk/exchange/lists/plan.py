"""What an import would do: who is new, changed, the same, or held back; nothing is written here."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from msgspec.structs import replace

from kiosk.exchange.lists.days import Day
from kiosk.exchange.lists.listed import HeldBack, Listed
from kiosk.exchange.lists.relations import Relations
from kiosk.exchange.shop_file import Card, Consent, Customer, ImportantDate, Note
from kiosk.people.calendars import Calendar
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.similar import SimilarPeople
from kiosk.people.words import to_translate

_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_OF_SOMEBODY_ELSE = to_translate("its card belongs to somebody who is here already")
_MERGED = to_translate("they are one person with somebody who is here already")
_HERE_ALREADY = to_translate("somebody of a name like this and this birthday is here already")


@dataclass(frozen=True, slots=True)
class Refused:
    """One row that is left out because of somebody who is kept already; ``why`` continues “Row 7: …”."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """``people`` are to be stored: those who are new, and what is added to others; rows by number.

    ``remarks`` tell by row what was left out of it.
    """

    people: Sequence[Customer]
    new: Sequence[int]
    changed: Sequence[int]
    same: Sequence[int]
    held: Sequence[HeldBack]
    refused: Sequence[Refused]
    without_consent: Sequence[int]
    remarks: Sequence[tuple[int, str]]


def plan(
    listed: Sequence[Listed],
    held: Sequence[HeldBack],
    stored: Sequence[Customer],
    merged: Collection[str],
    program: str,
    today: date,
) -> Plan:
    """Compare a list with those who are kept. Nobody is merged: who may be somebody else is refused.

    `merged` are the keys of those who are one with somebody else by now.
    """
    here = _Here(stored, merged)
    refused = list(_refused(listed, here, program))
    left_out = {row.number for row in refused}
    taken = {key_of(one, program): one for one in listed if one.number not in left_out}
    relations = Relations(taken, stored)
    people: dict[str, Customer] = {}
    new, changed, same, without = list[int](), list[int](), list[int](), list[int]()
    for key, one in taken.items():
        before = here.by_key.get(key)
        after = relations.added(_added(before, one) if before else _customer(one, key, today), one)
        if not one.consents and (before is None or before.consent is None):
            without.append(one.number)
        if after == before:
            same.append(one.number)
            continue
        (changed if before else new).append(one.number)
        people[key] = _lacking(before, after) if before else after
    # A shop file tells of everybody it refers to.
    for key in [each.to for after in people.values() for each in after.relationships]:
        if key not in people:
            people[key] = _lacking(here.by_key[key], here.by_key[key])
    return Plan([*people.values()], new, changed, same, held, refused, without, relations.remarks)


def _refused(listed: Sequence[Listed], here: "_Here", program: str) -> Iterator[Refused]:
    for one in listed:
        why = here.why_refused(one, key_of(one, program))
        if why is not None:
            yield Refused(one.number, why)


def key_of(one: Listed, program: str) -> str:
    """The same for the same person of the same program, however often they are imported.

    By the id that the program gives, else by a card, else by name and birthday. It tells nothing by itself.
    """
    known = one.id or next(iter(one.cards), "") or f"{one.name.casefold()} {one.birthday}"
    # In letters alone: enough digits would be the number of a payment card one day.
    return f"list-{sha256(f'{program} {known}'.encode()).hexdigest()[:20].translate(_LETTERS)}"


class _Here:
    """Those who are kept: by key, by card, and by similar name with birthday."""

    def __init__(self, stored: Sequence[Customer], merged: Collection[str]) -> None:
        self._merged = merged
        self.by_key: Mapping[str, Customer] = {customer.key: customer for customer in stored}
        self._cards = {card.number: customer.key for customer in stored for card in customer.cards}
        self._people = SimilarPeople[str]()
        for customer in stored:
            for day in _birthdays(customer):
                self._people.add(customer.name, day, customer.key)

    def why_refused(self, one: Listed, key: str) -> str | None:
        """Whether a row is about somebody else's card, or somebody who is here under another key."""
        if key in self._merged:
            return _MERGED
        if any(self._cards.get(card, key) != key for card in one.cards):
            return _OF_SOMEBODY_ELSE
        if one.birthday is None or set(self._people.find(one.name, one.birthday)) <= {key}:
            return None
        return _HERE_ALREADY


def _birthdays(customer: Customer) -> Iterator[Day]:
    for each in customer.important_dates:
        if each.occasion is Occasion.BIRTHDAY and each.calendar is Calendar.GREGORIAN:
            yield Day(each.month, each.day, each.year)


def _customer(one: Listed, key: str, today: date) -> Customer:
    return Customer(
        key=key,
        name=one.name,
        called_by=one.called_by,
        pronunciation=one.pronunciation,
        since=one.since.isoformat() if one.since else None,
        consent=Consent(on=today.isoformat()) if one.consents else None,
        cards=tuple(Card(number=card) for card in one.cards),
        important_dates=tuple(_dates(one)),
        notes=tuple(Note(text=text) for text in one.notes),
    )


def _added(before: Customer, one: Listed) -> Customer:
    """What is kept, with what it lacks: nothing that staff have changed since is changed back."""
    occasions = {each.occasion for each in before.important_dates}
    cards, notes = {card.number for card in before.cards}, {note.text for note in before.notes}
    return replace(
        before,
        called_by=before.called_by or one.called_by,
        pronunciation=before.pronunciation or one.pronunciation,
        cards=(*before.cards, *(Card(number=card) for card in one.cards if card not in cards)),
        important_dates=(
            *before.important_dates,
            *(each for each in _dates(one) if each.occasion not in occasions),
        ),
        notes=(*before.notes, *(Note(text=text) for text in one.notes if text not in notes)),
    )


def _lacking(before: Customer, after: Customer) -> Customer:
    """What is to be stored of somebody who is kept: themselves, and what was added behind the rest."""
    return replace(
        after,
        cards=after.cards[len(before.cards) :],
        important_dates=after.important_dates[len(before.important_dates) :],
        notes=after.notes[len(before.notes) :],
        relationships=after.relationships[len(before.relationships) :],
        gestures=(),
        visits=(),
    )


def _dates(one: Listed) -> Iterator[ImportantDate]:
    for occasion, day in ((Occasion.BIRTHDAY, one.birthday), (Occasion.ANNIVERSARY, one.anniversary)):
        if day is not None:
            yield _date(occasion, day)


def _date(occasion: Occasion, day: Day) -> ImportantDate:
    return ImportantDate(occasion=occasion, month=day.month, day=day.day, year=day.year)
