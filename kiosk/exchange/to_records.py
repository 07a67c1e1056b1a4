"""One customer of a shop file as the records that are stored."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from drivers import Symbology
from kiosk.exchange import shop_file as file
from kiosk.exchange.reader import Reader
from kiosk.exchange.shop_file import ShopFileError
from kiosk.people.calendars import Calendar
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.relationships import from_the_other_side
from kiosk.shape import quote

_CARED_FOR = "cared for"
"""What somebody is to their carer; there is no kind of relationship for it."""

Records = defaultdict[str, dict[UUID, dict[str, Any]]]
"""Table name → id → record: a fact told from both sides is kept once."""


def add_customer(records: Records, read: Reader, at: str, who: file.Customer, now: datetime) -> None:
    """Add all that the file says of one customer; `at` is their place in it. Raises ShopFileError."""
    key = read.text(f"{at}.key", who.key)
    id = read.id("customer", key)
    _add(
        records,
        "customer",
        id=id,
        key=key,
        name=read.name(f"{at}.name", who.name),
        called_by=read.name(f"{at}.called_by", who.called_by or who.name),
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
        _add_date(records, read, f"{at}.important_dates[{i}]", who.key, important)
    for i, note in enumerate(who.notes):
        _add_note(records, read, f"{at}.notes[{i}]", id, note, now)
    for i, gesture in enumerate(who.gestures):
        _add_gesture(records, read, f"{at}.gestures[{i}]", id, gesture, now)
    for i, relationship in enumerate(who.relationships):
        _add_relationship(records, read, f"{at}.relationships[{i}]", who.key, relationship)
    for i, visit in enumerate(who.visits):
        _add_visit(records, read, f"{at}.visits[{i}]", id, visit)


def _add(records: Records, table: str, **record: Any) -> None:
    """A fact that is told twice is one: what the first telling left out is taken from the second."""
    known = records[table].setdefault(record["id"], record)
    known.update({name: value for name, value in record.items() if not known[name]})


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
    _add(records, "card", id=id, customer_id=owner, number=number, symbology=card.symbology, retired=retired)


def _add_date(records: Records, read: Reader, at: str, key: str, d: file.ImportantDate) -> None:
    read.month_and_day(at, d)
    owner = read.id("customer", key)
    other = None if d.with_ is None else _other(read, f"{at}.with", owner, d.with_)
    whose, label = sorted([key, d.with_ or ""]), read.text(f"{at}.label", d.label)
    id = read.id("important_date", *whose, d.occasion, *_which(d, label))
    _refuse_another_birthday(records["important_date"].get(id), at, d)
    _add(
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
    _add(
        records,
        "wish",
        id=read.id("wish", date_id, whom, occurrence),
        important_date_id=date_id,
        customer_id=whom,
        occurrence=occurrence,
        at=None if wish.at is None else read.time(f"{at}.at", wish.at),
        staff_id=read.staff(f"{at}.by", wish.by),
    )


def _add_note(records: Records, read: Reader, at: str, owner: UUID, note: file.Note, now: datetime) -> None:
    text = read.text(f"{at}.text", note.text)
    written_at = None if note.written_at is None else read.time(f"{at}.written_at", note.written_at)
    id = read.id("note", owner, note.kind, text, written_at)
    not_in_front_of = note.not_in_front_of
    _add(
        records,
        "note",
        id=id,
        customer_id=owner,
        kind=note.kind,
        text=text,
        author_id=read.staff(f"{at}.author", note.author),
        written_at=written_at or now,
        show_until=read.day(f"{at}.show_until", note.show_until),
        not_in_front_of_id=None
        if not_in_front_of is None
        else _other(read, f"{at}.not_in_front_of", owner, not_in_front_of),
    )
    closed_by = read.staff(f"{at}.closed_by", note.closed_by)
    if note.closed_at is not None:
        closed_at = read.time(f"{at}.closed_at", note.closed_at)
        _add(records, "closing", id=read.id("closing", id), note_id=id, at=closed_at, staff_id=closed_by)
    elif closed_by is not None:
        raise ShopFileError(f"{at}.closed_by: a note that was closed also says when, in “closed_at”.")


def _add_gesture(
    records: Records, read: Reader, at: str, owner: UUID, gesture: file.Gesture, now: datetime
) -> None:
    what = read.text(f"{at}.what", gesture.what)
    time = None if gesture.at is None else read.time(f"{at}.at", gesture.at)
    id = read.id("gesture", owner, gesture.direction, what, time)
    _add(
        records,
        "gesture",
        id=id,
        customer_id=owner,
        direction=gesture.direction,
        what=what,
        at=time or now,
        staff_id=read.staff(f"{at}.by", gesture.by),
    )
    if gesture.thanked_at is not None:
        thanked_at = read.time(f"{at}.thanked_at", gesture.thanked_at)
        _add(records, "thanks", id=read.id("thanks", id), gesture_id=id, at=thanked_at)


def _add_relationship(records: Records, read: Reader, at: str, key: str, r: file.Relationship) -> None:
    owner = read.id("customer", key)
    other = _other(read, f"{at}.to", owner, r.to)
    # Told from the side of the key that sorts first, so that both sides of one relationship are the same.
    seen = r.kind if key < r.to else from_the_other_side(r.kind) or _CARED_FOR
    id = read.id("relationship", *sorted([key, r.to]), seen)
    _add(records, "relationship", id=id, customer_id=owner, other_id=other, kind=r.kind)


def _add_visit(records: Records, read: Reader, at: str, owner: UUID, visit: file.Visit) -> None:
    time, counter = read.time(f"{at}.at", visit.at), read.text(f"{at}.counter", visit.counter)
    id = read.id("visit", owner, time, counter)
    _add(records, "visit", id=id, customer_id=owner, at=time, counter=counter)
    for i, key in enumerate(visit.with_):
        companion = _other(read, f"{at}.with[{i}]", owner, key)
        records["visit_companion"].setdefault(
            read.id(id, companion), {"visit_id": id, "customer_id": companion}
        )


def _other(read: Reader, place: str, owner: UUID, key: str) -> UUID:
    other = read.person(place, key)
    if other == owner:
        raise ShopFileError(f"{place}: this is the same person.")
    return other
