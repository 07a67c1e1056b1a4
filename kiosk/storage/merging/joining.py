"""What one customer had becomes another's: nothing is lost, and nothing is there twice."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from sqlalchemy import Table, delete, insert, update
from sqlalchemy.orm import Session

from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.mergers import Aspect
from kiosk.storage.merging.rows import Rows, is_row, key_of
from kiosk.storage.merging.visits import SameVisit
from kiosk.storage.models import Base
from kiosk.storage.records import Record, parts
from kiosk.storage.sameness import which_date, which_relationship, which_two

_BIRTHDAY = ("month", "day", "year", "leap_day", "leap_month")
_WHICH: Mapping[str, Callable[[Record], Hashable]] = {
    "important_date": which_date,
    "relationship": which_relationship,
    "note": itemgetter("customer_id", "kind", "text", "written_at"),
    "gesture": itemgetter("customer_id", "direction", "what", "at"),
    "closing": itemgetter("note_id"),
    "thanks": itemgetter("gesture_id"),
    "wish": itemgetter("important_date_id", "customer_id", "occurrence"),
    "different_people": which_two,
    "same_card": which_two,
}
"""What makes two rows the same fact, where it is not their primary key; visits have a rule of their own."""


class Joining:
    """Joins `other` to `keep`, of whom all `rows` are known; what is `taken` is as it was of the other."""

    def __init__(
        self, session: Session, rows: Rows, keep: UUID, other: UUID, taken: Collection[Aspect]
    ) -> None:
        self._session, self._keep, self._taken = session, keep, taken
        self._now_is: dict[UUID, UUID] = {other: keep}
        self._gone: list[tuple[Table, Record]] = []
        self._rows: defaultdict[str, list[Record]] = defaultdict(list)
        for (table, _), record in rows.items():
            self._rows[table].append(record)

    def join(self) -> None:
        """All but the two themselves: each table after those it refers to."""
        for table in Base.metadata.sorted_tables:
            if table.name != "customer" and self._rows[table.name]:
                self._join(table, self._rows[table.name])
        for table, record in reversed(self._gone):
            self._session.execute(delete(table).where(*is_row(table, record)))

    def _join(self, table: Table, records: Sequence[Record]) -> None:
        standing = _Standing(table)
        moved: list[tuple[Record, Record]] = []
        for record in records:
            now = self._renamed(table, record)
            if now == record:
                standing.add(record)
            else:
                moved.append((record, now))
        staying: list[tuple[Record, Record]] = []
        for record, now in moved:
            if self._is_about_oneself(table, now):
                self._gone.append((table, record))
            elif (twin := standing.find(now)) is not None:
                self._put_together(table, record, twin)
            else:
                standing.add(now)
                staying.append((record, now))
        self._move(table, staying)

    def _renamed(self, table: Table, record: Record) -> Record:
        """With what it refers to by now; what two shared who are one by now is that one's own."""
        refers = {key.parent.name for key in table.foreign_keys}
        now = {
            name: self._now_is.get(value, value) if name in refers else value
            for name, value in record.items()
        }
        for name in ("shared_with_id", "not_in_front_of_id"):
            if now.get(name) == self._keep == now["customer_id"]:
                now[name] = None
        return now

    def _is_about_oneself(self, table: Table, now: Record) -> bool:
        """Nobody is anything to themselves, or comes along with themselves; what they were read of is old."""
        match table.name:
            case "relationship" | "different_people" | "same_card":
                return bool(now["customer_id"] == now["other_id"])
            case "visit_companion":
                return bool(now["customer_id"] == self._keep and now["visit_id"] in self._own_visits)
            case "briefing_tick":
                return True
        return False

    @cached_property
    def _own_visits(self) -> frozenset[UUID]:
        """Those of the one by now, under the ids of before."""
        return frozenset(
            visit["id"]
            for visit in self._rows["visit"]
            if self._now_is.get(visit["customer_id"], visit["customer_id"]) == self._keep
        )

    def _put_together(self, table: Table, record: Record, twin: Record) -> None:
        """The same fact is there already: what refers to the one refers to the other."""
        if "id" in record:
            self._now_is[record["id"]] = twin["id"]
        self._gone.append((table, record))
        if table.name == "important_date" and record["occasion"] is Occasion.BIRTHDAY:
            values = self._birthday(record, twin)
            if values:
                self._session.execute(update(table).where(*is_row(table, twin)).values(values))

    def _birthday(self, theirs: Record, ours: Record) -> Record:
        """What changes of the birthday that stays: all of it, or a year that was not known."""
        if Aspect.BIRTHDAY in self._taken:
            return {name: theirs[name] for name in _BIRTHDAY}
        is_same_day = (theirs["month"], theirs["day"]) == (ours["month"], ours["day"])
        return {"year": theirs["year"]} if is_same_day and ours["year"] is None else {}

    def _move(self, table: Table, moved: Sequence[tuple[Record, Record]]) -> None:
        if "id" not in table.columns:
            for record, now in moved:
                self._session.execute(delete(table).where(*is_row(table, record)))
                self._session.execute(insert(table).values(now))
            return
        for values, ids in _by_change(moved):
            for some in parts(ids):
                self._session.execute(update(table).where(table.c.id.in_(some)).values(values))


class _Standing:
    """The rows of one table that are kept."""

    def __init__(self, table: Table) -> None:
        self._visits = SameVisit() if table.name == "visit" else None
        self._which = _WHICH.get(table.name, partial(key_of, table))
        self._there: dict[Hashable, Record] = {}

    def add(self, record: Record) -> None:
        """Keep this one."""
        if self._visits is not None:
            self._visits.add(record)
        else:
            self._there.setdefault(self._which(record), record)

    def find(self, record: Record) -> Record | None:
        """The one that says the same."""
        return self._there.get(self._which(record)) if self._visits is None else self._visits.find(record)


def _by_change(moved: Sequence[tuple[Record, Record]]) -> Iterator[tuple[Record, list[UUID]]]:
    """What changes, and the ids of the rows in which just that does."""
    changes = [
        (sorted((name, value) for name, value in now.items() if value != record[name]), record["id"])
        for record, now in moved
    ]
    by_name = sorted(changes, key=lambda change: repr(change[0]))
    for values, some in groupby(by_name, key=itemgetter(0)):
        yield dict(values), [id for _, id in some]
