"""The database as a shop file."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from kiosk.exchange import shop_file as file
from kiosk.exchange.progress import Progress, unseen
from kiosk.exchange.times import write_gentle, write_time
from kiosk.storage import records as stored
from kiosk.storage.file.database import Database
from kiosk.storage.loading.complete import complete_snapshot
from kiosk.storage.records import Record


def export(database: Database, shop: file.Shop, progress: Progress = unseen) -> file.ShopFile:
    """Everything that is kept; `shop` is used where the database does not name its own.

    The counter does not wait for it. Raises StorageTrouble.
    """
    with complete_snapshot(database) as copy, copy.reading() as session:
        tables = {table: stored.read(session, table) for table in stored.MODELS}
    for known in tables["shop"]:
        shop = file.Shop(name=known["name"], time_zone=known["time_zone"])
    staff = [file.Staff(key=r["key"], name=r["name"], role=r["role"]) for r in tables["staff"]]
    return file.ShopFile(
        shop=shop,
        staff=tuple(sorted(staff, key=lambda person: person.key)),
        customers=_Export(tables, ZoneInfo(shop.time_zone)).customers(progress),
    )


class _Export:
    """All tables in memory, joined by the keys of the file."""

    def __init__(self, tables: dict[str, list[Record]], zone: ZoneInfo) -> None:
        self._customers = tables["customer"]
        self._people = {record["id"]: record["key"] for record in tables["customer"]}
        self._staff = {record["id"]: record["key"] for record in tables["staff"]}
        self._closings = {record["note_id"]: record for record in tables["closing"]}
        self._thanks = {record["gesture_id"]: record for record in tables["thanks"]}
        self._wishes = _by(tables["wish"], "important_date_id")
        self._companions = _by(tables["visit_companion"], "visit_id")
        self._of = {table: _by(tables[table], "customer_id") for table in _OWNED}
        self._zone = zone

    def customers(self, progress: Progress) -> tuple[file.Customer, ...]:
        in_order = sorted(self._customers, key=lambda record: str(record["key"]))
        return tuple(self._customer(record) for record in progress(in_order, "Exporting"))

    def _customer(self, r: Record) -> file.Customer:
        id = r["id"]
        relationships = [
            file.Relationship(to=self._people[x["other_id"]], kind=x["kind"])
            for x in self._of["relationship"][id]
        ]
        return file.Customer(
            key=r["key"],
            name=r["name"],
            called_by=r["called_by"],
            pronunciation=r["pronunciation"],
            may_mention_age=r["may_mention_age"],
            greet_by_name=r["greet_by_name"],
            since=_iso(r["since"]),
            consent=self._consent(r),
            tread_gently=write_gentle(r["tread_gently_until"]),
            deceased=r["deceased"],
            cards=tuple(
                file.Card(number=x["number"], symbology=x["symbology"], retired=x["retired"])
                for x in _sorted(self._of["card"][id], "number")
            ),
            important_dates=tuple(
                self._important_date(x)
                for x in _sorted(self._of["important_date"][id], "month", "day", "occasion", "label", "id")
            ),
            notes=tuple(self._note(x) for x in _sorted(self._of["note"][id], "written_at", "kind", "text")),
            gestures=tuple(
                self._gesture(x) for x in _sorted(self._of["gesture"][id], "at", "direction", "what")
            ),
            relationships=tuple(sorted(relationships, key=lambda x: (x.to, x.kind))),
            visits=tuple(self._visit(x) for x in _sorted(self._of["visit"][id], "at", "counter")),
        )

    def _consent(self, r: Record) -> file.Consent | None:
        on = _iso(r["consent_on"])
        return None if on is None else file.Consent(on=on, by=self._staff.get(r["consent_by"]))

    def _important_date(self, r: Record) -> file.ImportantDate:
        wishes = _sorted(self._wishes[r["id"]], "occurrence", "customer_id")
        return file.ImportantDate(
            occasion=r["occasion"],
            month=r["month"],
            day=r["day"],
            year=r["year"],
            calendar=r["calendar"],
            leap_day=r["leap_day"],
            leap_month=r["leap_month"],
            label=r["label"],
            with_=self._people.get(r["shared_with_id"]),
            wished=tuple(self._wish(x, r["customer_id"]) for x in wishes),
        )

    def _wish(self, r: Record, owner: UUID) -> file.Wish:
        whom = None if r["customer_id"] == owner else self._people[r["customer_id"]]
        on, at = r["occurrence"].isoformat(), self._time(r["at"])
        return file.Wish(on=on, at=at, by=self._staff.get(r["staff_id"]), whom=whom)

    def _note(self, r: Record) -> file.Note:
        closing = self._closings.get(r["id"], {})
        return file.Note(
            kind=r["kind"],
            text=r["text"],
            author=self._staff.get(r["author_id"]),
            written_at=self._time(r["written_at"]),
            show_until=_iso(r["show_until"]),
            closed_at=self._time(closing.get("at")),
            closed_by=self._staff.get(closing.get("staff_id")),
            not_in_front_of=self._people.get(r["not_in_front_of_id"]),
        )

    def _gesture(self, r: Record) -> file.Gesture:
        return file.Gesture(
            direction=r["direction"],
            what=r["what"],
            at=self._time(r["at"]),
            by=self._staff.get(r["staff_id"]),
            thanked_at=self._time(self._thanks.get(r["id"], {}).get("at")),
        )

    def _visit(self, r: Record) -> file.Visit:
        companions = sorted(self._people[x["customer_id"]] for x in self._companions[r["id"]])
        at = write_time(r["at"], self._zone)
        return file.Visit(at=at, counter=r["counter"], with_=tuple(companions))

    def _time(self, time: datetime | None) -> str | None:
        return None if time is None else write_time(time, self._zone)


_OWNED = ("card", "important_date", "note", "gesture", "relationship", "visit")


def _by(records: Iterable[Record], column: str) -> defaultdict[Any, list[Record]]:
    found: defaultdict[Any, list[Record]] = defaultdict(list)
    for record in records:
        found[record[column]].append(record)
    return found


def _sorted(records: list[Record], *columns: str) -> list[Record]:
    return sorted(records, key=lambda record: tuple(record[column] for column in columns))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
