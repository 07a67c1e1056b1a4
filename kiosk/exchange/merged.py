"""A shop file in which those who were merged here are one, though it was written when they were two."""

from collections.abc import Mapping

from msgspec.structs import replace

from kiosk.exchange.shop_file import Customer, ShopFile, Wish
from kiosk.storage.file.database import Database
from kiosk.storage.merging.merging import merged_keys


def who_is_merged(database: Database) -> Mapping[str, str]:
    """The old keys of those who were merged, each with the key they have now. Raises StorageTrouble."""
    with database.reading() as session:
        return merged_keys(session)


def as_one(file: ShopFile, merged: Mapping[str, str]) -> ShopFile:
    """The file with nothing of the merged but their keys; what others told of them is of whom they are now.

    Where that one is not in the file it is left out. The customers stay where they are.
    """
    there = {customer.key for customer in file.customers}
    if not there & merged.keys():
        return file
    customers = tuple(
        Customer(key=one.key, name=one.name) if one.key in merged else _of_one(one, merged, there)
        for one in file.customers
    )
    return replace(file, customers=customers)


def _of_one(one: Customer, merged: Mapping[str, str], there: set[str]) -> Customer:
    """A customer as the file tells of them, with the keys of today."""

    def now(key: str | None) -> str | None:
        known = merged.get(key, key) if key is not None else None
        return known if known in there and known != one.key else None

    dates = (
        replace(
            date,
            with_=now(date.with_),
            wished=tuple(
                replace(wish, whom=now(wish.whom)) if isinstance(wish, Wish) else wish for wish in date.wished
            ),
        )
        for date in one.important_dates
    )
    relations = (replace(relation, to=now(relation.to) or "") for relation in one.relationships)
    visits = (
        replace(visit, with_=tuple(key for key in map(now, visit.with_) if key is not None))
        for visit in one.visits
    )
    return replace(
        one,
        important_dates=tuple(dates),
        notes=tuple(replace(note, not_in_front_of=now(note.not_in_front_of)) for note in one.notes),
        relationships=tuple(relation for relation in relations if relation.to),
        visits=tuple(visits),
    )
