"""A shop file into the database: all of it or nothing."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy.orm import Session

from drivers import CardPattern
from kiosk.exchange.matching import match_people, match_records
from kiosk.exchange.progress import Progress, unseen
from kiosk.exchange.reader import Reader, refuse_unseen
from kiosk.exchange.records import Records, add_customer
from kiosk.exchange.shop_file import ShopFile, ShopFileError
from kiosk.shape import quote
from kiosk.storage import records as stored
from kiosk.storage.file.database import Database
from kiosk.storage.loading.finishing import loading_alone, save_in_pieces
from kiosk.storage.staff import badges

_AT_ONCE = 500
"""So many records are one transaction, and nobody waits for it for long."""


def load(
    database: Database,
    file: ShopFile,
    own: Sequence[CardPattern] = (),
    now: datetime | None = None,
    progress: Progress = unseen,
    left_out: Collection[str] = (),
) -> int:
    """Store everything in `file`; what is already stored under the same keys is brought up to date.

    The file names its shop and its time zone. `own` are the shop's card patterns. `now` dates what the
    file does not; nothing is stored of the customers with the keys `left_out`. Returns how many people and
    cards were left out, since something else was decided about them at the counter while a large file was
    loaded. Raises ShopFileError, or StorageTrouble; the database then is as it was.
    """
    now = (now or datetime.now(UTC)).replace(microsecond=0)
    records = _records(file, own, now, progress, left_out)
    if database.file is None or sum(map(len, records.values())) <= _AT_ONCE:
        with database.writing() as session:
            _fit(session, file, records, now)
            for table, some in progress(list(_batches(records)), "Saving"):
                stored.save(session, table, some)
        return 0
    with loading_alone(database):
        with database.reading_in_pieces() as session:
            _fit(session, file, records, now)
        return save_in_pieces(database, list(_batches(records)), _Bar(progress).tell)


def _fit(session: Session, file: ShopFile, records: Records, now: datetime) -> None:
    """Make the records such as they are to be saved, by what is stored. Raises ShopFileError."""
    match_people(session, records)
    _refuse_what_is_taken(session, file, records)
    match_records(session, records, now)


class _Bar:
    """Rows that are in, as progress through them all."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._done = progress, 0
        self._rows: Iterator[int] = iter(())

    def tell(self, done: int, total: int) -> None:
        if not self._done:
            self._rows = iter(self._progress(range(total), "Saving"))
        for _ in islice(self._rows, done - self._done):
            pass
        self._done = done


def _batches(records: Records) -> Iterator[tuple[str, Sequence[stored.Record]]]:
    for table in stored.MODELS:
        for some in stored.parts(list(records[table].values())):
            yield table, some


def _records(
    file: ShopFile,
    own: Sequence[CardPattern],
    now: datetime,
    progress: Progress,
    left_out: Collection[str],
) -> Records:
    _check_keys("staff", [person.key for person in file.staff])
    _check_keys("customers", [customer.key for customer in file.customers])
    staff, people = {person.key for person in file.staff}, {customer.key for customer in file.customers}
    shop, zone = file.shop.name, _zone(file.shop.time_zone)
    refuse_unseen("shop.name", shop)
    read = Reader(shop, zone, own, staff, people)
    records: Records = defaultdict(dict)
    shop_id, shop_name = read.id("shop"), read.key("shop.name", shop)
    records["shop"][shop_id] = {"id": shop_id, "name": shop_name, "time_zone": zone.key}
    for i, person in enumerate(file.staff):
        key = read.key(f"staff[{i}].key", person.key)
        id = read.id("staff", key)
        name = read.name(f"staff[{i}].name", person.name)
        records["staff"][id] = {"id": id, "key": key, "name": name, "role": person.role}
    for i, customer in enumerate(progress(file.customers, "Checking")):
        if customer.key not in left_out:
            add_customer(records, read, f"customers[{i}]", customer, now)
    return records


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ShopFileError(
            f"shop.time_zone: {quote(name)} is not a time zone, written like Europe/London."
        ) from None


def _check_keys(place: str, keys: list[str]) -> None:
    seen: set[str] = set()
    for i, key in enumerate(keys):
        refuse_unseen(f"{place}[{i}].key", key)
        if key in seen:
            raise ShopFileError(f"{place}[{i}].key: another one has this key already.")
        seen.add(key)


def _refuse_what_is_taken(session: Session, file: ShopFile, records: Records) -> None:
    _refuse_another_shop(session, file, records)
    cards = {record["number"]: record["customer_id"] for record in records["card"].values()}
    held = stored.owners(session, list(cards))
    for badge in badges(session) & cards.keys():
        raise ShopFileError(f"{_place_of(file, records, cards[badge])}: a card of theirs is a staff badge.")
    taken = next((number for number, owner in held.items() if owner != cards[number]), None)
    if taken is not None:
        raise ShopFileError(
            f"{_place_of(file, records, cards[taken])}: a card of theirs belongs to another customer."
        )


def _refuse_another_shop(session: Session, file: ShopFile, records: Records) -> None:
    for record in stored.read(session, "shop"):
        if record["id"] not in records["shop"]:
            told = f"this database belongs to “{record['name']}”, the file to “{file.shop.name}”"
            raise ShopFileError(f"shop.name: {told}.")


def _place_of(file: ShopFile, records: Records, customer_id: UUID) -> str:
    key = next(record["key"] for record in records["customer"].values() if record["id"] == customer_id)
    return f"customers[{[customer.key for customer in file.customers].index(key)}]"
