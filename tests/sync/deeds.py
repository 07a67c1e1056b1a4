"""What happens at counters: one thing after the other, chosen by chance, by the program's own functions."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from drivers import Symbology
from kiosk.people.changing import changes
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.changing.taps import Action, Tap
from kiosk.people.known.customers import Customer as Person
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import NoteKind
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.staff.members import Role
from kiosk.people.texts import RefusedText
from kiosk.storage import staff
from kiosk.storage.changing import make_change
from kiosk.storage.drafts import record_draft
from kiosk.storage.erasing import erase
from kiosk.storage.issued import issue
from kiosk.storage.merging.merging import merge, unmerge
from kiosk.storage.models import Card, Customer, Gesture, ImportantDate, Note, Relationship, Staff
from kiosk.storage.newcomers import move_card, record_newcomer
from kiosk.storage.taps import record_tap, take_back
from kiosk.storage.ticks import tick
from kiosk.storage.trouble import StorageTrouble
from kiosk.storage.visits import record_company, record_visit
from tests.sync.counters import NOW, SharingCounter

MERGED, FORGOTTEN = "merged", "forgotten"


class Deeds:
    """Does things at counters, an hour apart, and remembers what must be there in the end."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.visits: dict[UUID, UUID] = {}
        """Whose each of them is."""
        self.one_with: list[tuple[UUID, UUID]] = []
        self.forgotten: set[UUID] = set()
        self.perhaps_forgotten: set[UUID] = set()
        """Those of whom nobody else was told, before the disk went where it was done."""
        self.on_a_list: defaultdict[str, set[UUID]] = defaultdict(set)
        """Under each key of a list, whoever has it at one of the counters: they become one."""
        self._count = 0

    @property
    def now(self) -> datetime:
        """So late it is by now."""
        return NOW + timedelta(hours=self._count)

    def one_more(self, counter: SharingCounter) -> str:
        """Whatever can be done there now; returns what it was."""
        self._count += 1
        with counter.database.reading() as session:
            people = list(session.scalars(select(Customer.id).order_by(Customer.id)))
        if len(people) < 2:
            self._newcomer(counter)
            return "newcomer"
        deed = self.chance.choice(_DEEDS)
        who, other = self.chance.sample(people, 2)
        if deed is FORGOTTEN:
            erase(counter.database, who)
            self.forgotten.add(who)
        elif deed == "newcomer":
            self._newcomer(counter)
        else:
            # What is refused at one counter may be right at another.
            with suppress(RefusedText), counter.database.writing() as session:
                self._do(str(deed), session, who, other, counter.name)
        return str(deed)

    def _newcomer(self, counter: SharingCounter) -> None:
        name, some = self.chance.choice(["Jack", "Mia", "Ömer", "Олена"]), self.chance.choice([10, 10**9])
        number = f"29{self.chance.randrange(some):09}"
        key = self.chance.choice([number, None])
        # What somebody has at this counter is refused, at another one it is not.
        with suppress(StorageTrouble), counter.database.writing() as session:
            record_newcomer(session, Newcomer(name), number, None, self.now)
            who = session.scalars(select(Card.customer_id).where(Card.number == number)).one()
            if key is not None:
                # As from a list that was loaded at several counters.
                session.execute(update(Customer).where(Customer.id == who).values(key=key))
                session.flush()
                self.on_a_list[key].add(who)

    def _do(self, deed: str, session: Session, who: UUID, other: UUID, counter: str) -> None:
        if deed == "visit":
            self.visits[record_visit(session, who, self.now, counter)] = who
        elif deed == MERGED:
            merge(session, who, other, [], self.now)
            self.one_with.append((who, other))
        else:
            _SIMPLE[deed](self, session, who, other)

    def some(self, session: Session, table: type[Any], who: UUID | None = None) -> Any:
        """A row of this person, or of anybody. Raises RefusedText where there is none."""
        asked = select(table).order_by(table.id)
        if who is not None:
            asked = asked.where(table.customer_id == who)
        found: Sequence[Any] = session.scalars(asked).all()
        if not found:
            raise RefusedText("there is none")
        return self.chance.choice(found)

    def a_day(self) -> date:
        """Some day of this month."""
        return date(2026, 11, self.chance.randint(1, 28))


Deed = Callable[[Deeds, Session, UUID, UUID], object]


def _change(make: Callable[[Deeds, Session, UUID, UUID], changes.Change]) -> Deed:
    return lambda deeds, session, who, other: make_change(
        session, who, make(deeds, session, who, other), deeds.now
    )


def _write(kind: DraftKind) -> Deed:
    def write(deeds: Deeds, session: Session, who: UUID, _other: UUID) -> None:
        person = Person(id=who, key="", name="", called_by="")
        record_draft(session, Draft(kind, "", person), f"{kind} {deeds._count}", deeds.now)

    return write


def _tap(deeds: Deeds, session: Session, who: UUID, _other: UUID) -> None:
    what = deeds.chance.choice([Action.WISHED, Action.THANKED, Action.PUT_RIGHT])
    table = {Action.WISHED: ImportantDate, Action.THANKED: Gesture, Action.PUT_RIGHT: Note}[what]
    about = deeds.some(session, table, who)
    tap = Tap(what, about.id, who, date(2026, 11, 19) if what is Action.WISHED else None)
    if deeds.chance.random() < 0.3:
        take_back(session, tap)
    else:
        record_tap(session, tap, deeds.now)


_SIMPLE: Mapping[str, Deed] = {
    "note": _write(DraftKind.REMEMBER),
    "gesture": _write(DraftKind.BROUGHT),
    "tap": _tap,
    "company": lambda deeds, session, who, other: record_company(session, who, other, deeds.now, "1"),
    "names": _change(lambda deeds, *_: changes.ChangeNames(deeds.chance.choice(["Jack", "Jacqueline"]))),
    "manner": _change(lambda deeds, *_: changes.ChangeManner(deeds.chance.random() < 0.5, True, None, False)),
    "consent": _change(lambda deeds, *_: changes.Consent(deeds.chance.random() < 0.5)),
    "date": _change(
        lambda deeds, _session, _who, other: changes.KeepDate(
            occasion=Occasion.ANNIVERSARY,
            day=deeds.a_day().day,
            month=11,
            shared_with=deeds.chance.choice([None, other]),
        )
    ),
    "drop date": _change(
        lambda deeds, session, who, _: changes.DropDate(deeds.some(session, ImportantDate, who).id)
    ),
    "change note": _change(
        lambda deeds, session, who, other: changes.ChangeNote(
            id=deeds.some(session, Note, who).id,
            kind=NoteKind.ALWAYS_SHOW,
            text=f"changed {deeds._count}",
            not_in_front_of=deeds.chance.choice([None, other]),
        )
    ),
    "drop note": _change(lambda deeds, session, who, _: changes.DropNote(deeds.some(session, Note, who).id)),
    "relate": _change(
        lambda deeds, _session, _who, other: changes.Relate(other, deeds.chance.choice([*RelationshipKind]))
    ),
    "unrelate": _change(
        lambda deeds, session, who, _: changes.Unrelate(deeds.some(session, Relationship, who).id)
    ),
    "lost card": _change(
        lambda deeds, session, who, _: changes.RetireCard(deeds.some(session, Card, who).id)
    ),
    "new card": lambda deeds, session, who, _: move_card(
        session, who, f"29{deeds.chance.randrange(10**9)}", None, deeds.now
    ),
    "unmerge": lambda deeds, session, who, _: unmerge(session, who, deeds.now),
    "tick": lambda deeds, session, who, _: tick(session, who, deeds.a_day(), deeds.chance.random() < 0.7),
    "issue": lambda deeds, session, *_: issue(
        session, [f"29{deeds.chance.randrange(10**9)}"], Symbology.EAN13, deeds.now, None
    ),
    "hire": lambda deeds, session, *_: staff.hire(session, "Sam", Role.STAFF),
    "staff leaves": lambda deeds, session, *_: staff.leave(session, deeds.some(session, Staff).id, deeds.now),
}
_DEEDS = ("newcomer", "visit", "visit", "visit", MERGED, FORGOTTEN, *_SIMPLE)
