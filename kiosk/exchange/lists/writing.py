"""Customers as the lists that other programs read: CSV, and vCards.

Visits, wishes, gestures, relations and how to greet have no place there: the shop file alone has them.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from kiosk.exchange.shop_file import Customer, ImportantDate, ShopFile
from kiosk.people.calendars import Calendar
from kiosk.people.known.important_dates import Occasion

_COLUMNS = ("Name", "Nickname", "Pronunciation", "Birthday", "Anniversary", "Since", "Card")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(file: ShopFile) -> str:
    """A row for each customer, with a column for each note of whoever has the most.

    What a spreadsheet would take for a formula has an apostrophe before it, as other programs write it.
    """
    most = max((len(customer.notes) for customer in file.customers), default=0)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*_COLUMNS, *most * ["Note"]])
    for customer in file.customers:
        writer.writerow(map(_as_text, _cells(customer)))
    return out.getvalue()


def _cells(customer: Customer) -> Sequence[str]:
    return [
        customer.name,
        customer.called_by if customer.called_by != customer.name else "",
        customer.pronunciation,
        _day(customer, Occasion.BIRTHDAY),
        _day(customer, Occasion.ANNIVERSARY),
        customer.since or "",
        " ; ".join(card.number for card in customer.cards if card.retired is None),
        *(note.text for note in customer.notes),
    ]


def _as_text(cell: str) -> str:
    is_day_without_year = cell.startswith("--")
    return f"'{cell}" if cell.startswith(_FORMULA) and not is_day_without_year else cell


def as_vcards(file: ShopFile) -> str:
    """A card for each customer, in version 3.0, which every address book reads."""
    return "".join(map(_vcard, file.customers))


def _vcard(customer: Customer) -> str:
    # Loaded by those who write such a list alone.
    import vobject

    card = vobject.vCard()
    card.add("fn").value = customer.name
    card.add("n").value = vobject.vcard.Name(family="", given=customer.name)
    for name, value in _lines(customer):
        card.add(name).value = value
    written: str = card.serialize()
    return written


def _lines(customer: Customer) -> Iterator[tuple[str, str]]:
    if customer.called_by and customer.called_by != customer.name:
        yield "nickname", customer.called_by
    if customer.pronunciation:
        yield "x-phonetic-first-name", customer.pronunciation
    for name, occasion in (("bday", Occasion.BIRTHDAY), ("anniversary", Occasion.ANNIVERSARY)):
        if day := _day(customer, occasion):
            yield name, day
    if customer.notes:
        yield "note", "\n".join(note.text for note in customer.notes)


def _day(customer: Customer, occasion: Occasion) -> str:
    """The first such day in the calendar that other programs know; the others they would get wrong."""
    return next(
        (
            _written(each)
            for each in customer.important_dates
            if each.occasion is occasion and each.calendar is Calendar.GREGORIAN
        ),
        "",
    )


def _written(each: ImportantDate) -> str:
    day = f"{each.month:02}-{each.day:02}"
    return f"{each.year:04}-{day}" if each.year is not None else f"--{day}"
