"""A shop file without those who were forgotten since it was written.

What they shared with somebody is that one's own, as when they were forgotten.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec.structs import asdict, replace

from kiosk.exchange.reader import id_in
from kiosk.exchange.shop_file import Customer, ImportantDate, ShopFile, Wish
from kiosk.storage.file import forgotten as ledger
from kiosk.storage.file.database import Database
from kiosk.storage.file.forgotten import id_of_key
from kiosk.storage.records import read_of
from kiosk.storage.sameness import which_date

_EVER = datetime.min.replace(tzinfo=UTC)


def who_is_forgotten(database: Database, folders: Iterable[Path], file: ShopFile) -> frozenset[str]:
    """The keys in a file of those who were forgotten and are not here again.

    Whoever was is known from beside the database, and beside its copies in `folders`. Raises StorageTrouble.
    """
    if database.file is None:
        return frozenset()
    was_forgotten = ledger.was_forgotten(database.file, *folders)
    keys = [customer.key for customer in file.customers]
    with database.reading() as session:
        here = {record["key"] for record in read_of(session, "customer", keys, "key")}
    # Before the ledger held keys, it knew an id that follows from the key only where a file had told it.
    return frozenset(
        key
        for key in keys
        if key not in here
        and any(was_forgotten(id, _EVER) for id in (id_of_key(key), id_in(file.shop.name, "customer", key)))
    )


def leave_out(
    file: ShopFile, forgotten: Collection[str], came_back: Collection[str] = ()
) -> tuple[ShopFile, Collection[str]]:
    """The file with nothing of those who were forgotten but their keys, and these keys.

    The customers stay where they are, so that every other one keeps its place in the file.
    """
    gone = frozenset(forgotten) - frozenset(came_back)
    if not gone:
        return file, gone
    handed_on = _handed_on((one for one in file.customers if one.key in gone), gone)
    customers = tuple(
        Customer(key=one.key, name=one.name) if one.key in gone else _without(one, gone, handed_on[one.key])
        for one in file.customers
    )
    return replace(file, customers=customers), gone


def _without(one: Customer, gone: Collection[str], handed_on: Iterable[ImportantDate]) -> Customer:
    dates = {_which(date): _own(date) if date.with_ in gone else date for date in one.important_dates}
    for date in handed_on:
        dates.setdefault(_which(date), date)
    return replace(
        one,
        important_dates=tuple(dates.values()),
        notes=tuple(
            replace(note, not_in_front_of=None) if note.not_in_front_of in gone else note
            for note in one.notes
        ),
        relationships=tuple(r for r in one.relationships if r.to not in gone),
        visits=tuple(
            replace(visit, with_=tuple(key for key in visit.with_ if key not in gone)) for visit in one.visits
        ),
    )


def _own(date: ImportantDate) -> ImportantDate:
    """A date that was shared with somebody who is gone."""
    theirs = (wish for wish in date.wished if isinstance(wish, str) or wish.whom is None)
    return replace(date, with_=None, wished=tuple(theirs))


def _handed_on(customers: Iterable[Customer], gone: Collection[str]) -> Mapping[str, list[ImportantDate]]:
    """What those who are gone shared, by the keys of the others."""
    dates: defaultdict[str, list[ImportantDate]] = defaultdict(list)
    for date in (date for one in customers for date in one.important_dates):
        if date.with_ is not None and date.with_ not in gone:
            others = (
                replace(wish, whom=None)
                for wish in date.wished
                if isinstance(wish, Wish) and wish.whom == date.with_
            )
            dates[date.with_].append(replace(date, with_=None, wished=tuple(others)))
    return dates


def _which(date: ImportantDate) -> Any:
    return which_date(asdict(date) | {"customer_id": None, "shared_with_id": None})
