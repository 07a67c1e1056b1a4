"""A customer, with their cards, their people and their visits; the rest of them is told elsewhere."""

from datetime import datetime
from uuid import UUID

from drivers import Symbology
from kiosk.exchange import shop_file as file
from kiosk.exchange.reader import Reader
from kiosk.exchange.records.dates import add_date
from kiosk.exchange.records.notes import add_gesture, add_note
from kiosk.exchange.records.records import Records, add
from kiosk.exchange.shop_file import ShopFileError
from kiosk.people.known.relationships import from_the_other_side
from kiosk.shape import quote

_CARED_FOR = "cared for"
"""What somebody is to their carer; there is no kind of relationship for it."""


def add_customer(records: Records, read: Reader, at: str, who: file.Customer, now: datetime) -> None:
    """Add all that the file says of one customer; `at` is their place in it. Raises ShopFileError."""
    key = read.key(f"{at}.key", who.key)
    id = read.id("customer", key)
    name = read.name(f"{at}.name", who.name)
    add(
        records,
        "customer",
        id=id,
        key=key,
        name=name,
        called_by=read.name(f"{at}.called_by", who.called_by) if who.called_by.strip() else name,
        pronunciation=read.text(f"{at}.pronunciation", who.pronunciation),
        may_mention_age=who.may_mention_age,
        greet_by_name=who.greet_by_name,
        since=read.day(f"{at}.since", who.since),
        consent_on=read.day(f"{at}.consent.on", who.consent.on if who.consent else None),
        consent_by=read.staff(f"{at}.consent.by", who.consent.by if who.consent else None),
        tread_gently_until=read.gentle(f"{at}.tread_gently", who.tread_gently),
        deceased=who.deceased,
    )
    for i, card in enumerate(who.cards):
        _add_card(records, read, f"{at}.cards[{i}]", id, card)
    for i, important in enumerate(who.important_dates):
        add_date(records, read, f"{at}.important_dates[{i}]", who.key, important)
    for i, note in enumerate(who.notes):
        add_note(records, read, f"{at}.notes[{i}]", id, note, now)
    for i, gesture in enumerate(who.gestures):
        add_gesture(records, read, f"{at}.gestures[{i}]", id, gesture, now)
    for i, relationship in enumerate(who.relationships):
        _add_relationship(records, read, f"{at}.relationships[{i}]", who.key, relationship)
    for i, visit in enumerate(who.visits):
        _add_visit(records, read, f"{at}.visits[{i}]", id, visit)


def _add_card(records: Records, read: Reader, at: str, owner: UUID, card: file.Card) -> None:
    if card.symbology is not None and card.symbology not in set(Symbology):
        raise ShopFileError(
            f"{at}.symbology: {quote(card.symbology)} is not a kind of bar code that is known here."
        )
    kind = None if card.symbology is None else Symbology(card.symbology)
    number = read.number(f"{at}.number", card.number, kind)
    id = read.id("card", number)
    if id in records["card"]:
        raise ShopFileError(f"{at}.number: this card stands twice in the file.")
    retired = read.retired(f"{at}.retired", card.retired)
    add(records, "card", id=id, customer_id=owner, number=number, symbology=card.symbology, retired=retired)


def _add_relationship(records: Records, read: Reader, at: str, key: str, r: file.Relationship) -> None:
    owner = read.id("customer", key)
    other = read.another_person(f"{at}.to", owner, r.to)
    # Told from the side of the key that sorts first, so that both sides of one relationship are the same.
    seen = r.kind if key < r.to else from_the_other_side(r.kind) or _CARED_FOR
    id = read.id("relationship", *sorted([key, r.to]), seen)
    add(records, "relationship", id=id, customer_id=owner, other_id=other, kind=r.kind)


def _add_visit(records: Records, read: Reader, at: str, owner: UUID, visit: file.Visit) -> None:
    time, counter = read.time(f"{at}.at", visit.at), read.key(f"{at}.counter", visit.counter)
    id = read.id("visit", owner, time, counter)
    add(records, "visit", id=id, customer_id=owner, at=time, counter=counter)
    for i, key in enumerate(visit.with_):
        companion = read.another_person(f"{at}.with[{i}]", owner, key)
        records["visit_companion"].setdefault(
            read.id(id, companion), {"visit_id": id, "customer_id": companion}
        )
