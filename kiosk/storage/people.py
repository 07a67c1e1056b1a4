"""The answers about people, as values of `kiosk.people`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from kiosk.people.greeting import visits
from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import Customer
from kiosk.people.known.facts import Facts
from kiosk.people.known.gestures import Gesture
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.notes import Note
from kiosk.people.known.relationships import RelationshipKind, from_the_other_side
from kiosk.people.staff.members import Colleague
from kiosk.storage import questions
from kiosk.storage.questions import Question
from kiosk.storage.refusing import NOBODY
from kiosk.storage.trouble import StorageTrouble

Value = TypeVar("Value")


class Card(NamedTuple):
    """Whose card it is, and whether it was retired."""

    customer_id: UUID
    retired: str | None
    number: str


def find_card(session: Session, numbers: Sequence[str]) -> Card | None:
    """The card under any of these spellings of its number, the first of them before the others."""
    found = (row for number in numbers for row in questions.CARD.rows(session, number=number))
    return next((Card(*row) for row in found), None)


def facts_about(
    session: Session,
    customer_id: UUID,
    now: datetime,
    present: frozenset[UUID] = frozenset(),
    by: UUID | None = None,
) -> Facts:
    """Everything the greeting needs to know about one customer, when `by` of the staff is at the counter.

    Those kept with the visit under way at `now` are here, and so are `present`.
    """
    visits_at = tuple(questions.VISITS.scalars(session, who=customer_id))
    has_all = len(visits_at) < questions.MOST_VISITS
    here = (present | _came_along(session, customer_id, visits_at, now)) - {customer_id}
    kinds = _related(session, customer_id)
    everybody = [customer_id, *(kinds.keys() | here)]
    people = customers(session, everybody)
    if customer_id not in people:
        raise StorageTrouble(NOBODY)
    dates = important_dates(session, everybody)
    companions = (
        Companion(customer=people[id], kinds=kinds[id], important_dates=dates[id], present=id in here)
        for id in everybody[1:]
    )
    newest, last_greeted_by = _newest_visit_and_greeter(session, customer_id, visits_at, now)
    return Facts(
        customer=people[customer_id],
        important_dates=dates[customer_id],
        notes=open_notes(session, [customer_id])[customer_id],
        gestures=unthanked(session, [customer_id])[customer_id],
        visits=visits_at,
        visit_count=len(visits_at) if has_all else _visit_count(session, customer_id),
        newest_visit=_believed(session, newest, now),
        companions=tuple(sorted(companions, key=lambda c: (c.called_by, c.key))),
        last_greeted_by=last_greeted_by,
        by=by,
    )


def newest_visit(session: Session, now: datetime) -> datetime | None:
    """The newest visit of anybody that can be right at `now`."""
    return _believed(session, session.scalar(questions.NEWEST_VISIT), now)


def customer_ids(session: Session, keys: Iterable[str]) -> dict[str, UUID]:
    """The ids behind the keys of a shop file; a key nobody has is left out."""
    return dict(session.execute(questions.KEYS, {"keys": list(keys)}).all())


def customers(session: Session, people: Collection[UUID]) -> dict[UUID, Customer]:
    """These people by their ids."""
    return {row.id: Customer(**row._asdict()) for row in questions.CUSTOMERS.ask(session, people)}


def important_dates(session: Session, people: Collection[UUID]) -> Mapping[UUID, tuple[ImportantDate, ...]]:
    """The important dates of each, those shared with somebody too, with the wishes to that person."""
    wished: defaultdict[tuple[UUID, UUID], set[date]] = defaultdict(set)
    for customer_id, important_date_id, occurrence in questions.WISHES.ask(session, people):
        wished[customer_id, important_date_id].add(occurrence)
    found: defaultdict[UUID, tuple[ImportantDate, ...]] = defaultdict(tuple)
    for row in questions.IMPORTANT_DATES.ask(session, people):
        columns = row._asdict()
        for owner in {columns.pop("customer_id"), columns.pop("shared_with_id")} & set(people):
            wishes = frozenset(wished.get((owner, row.id), ()))
            found[owner] += (ImportantDate(**columns, wished=wishes),)
    return found


def open_notes(session: Session, people: Collection[UUID]) -> Mapping[UUID, tuple[Note, ...]]:
    """The notes of each that nobody has closed."""
    return _by_customer(session, questions.OPEN_NOTES, people, Note)


def unthanked(session: Session, people: Collection[UUID]) -> Mapping[UUID, tuple[Gesture, ...]]:
    """What each has brought us, and was not thanked for."""
    return _by_customer(session, questions.UNTHANKED, people, Gesture)


def _by_customer(
    session: Session, question: Question, people: Collection[UUID], value: type[Value]
) -> Mapping[UUID, tuple[Value, ...]]:
    found: defaultdict[UUID, list[Value]] = defaultdict(list)
    for row in question.ask(session, people):
        columns = row._asdict()
        found[columns.pop("customer_id")].append(value(**columns))
    return defaultdict(tuple, {customer_id: tuple(values) for customer_id, values in found.items()})


def _related(session: Session, customer_id: UUID) -> Mapping[UUID, frozenset[RelationshipKind]]:
    """What others are to the customer, whoever's side it was told from."""
    kinds: defaultdict[UUID, frozenset[RelationshipKind]] = defaultdict(frozenset)
    for other, kind, turned in questions.RELATED.rows(session, who=customer_id):
        seen = from_the_other_side(kind) if turned else kind
        kinds[other] |= {kind for kind in [seen] if kind is not None}
    return kinds


def _visit_count(session: Session, customer_id: UUID) -> int:
    (count,) = questions.VISIT_COUNT.scalars(session, who=customer_id)
    return int(count)


def _newest_visit_and_greeter(
    session: Session, customer_id: UUID, visits_at: Sequence[datetime], now: datetime
) -> tuple[datetime | None, Colleague | None]:
    """The newest visit of anybody, and who greeted this customer on the latest of their earlier ones."""
    visit_at = next(iter(visits.earlier(visits_at, now)), None)
    about = questions.NEWEST_VISIT_AND_GREETER.rows(session, who=customer_id, visit_at=visit_at)
    ((newest, id, name),) = about
    return newest, None if id is None else Colleague(id, name)


def _believed(session: Session, newest: datetime | None, now: datetime) -> datetime | None:
    """More visits are asked for only where the newest is ahead of the clock."""
    if newest is None or newest <= now:
        return newest
    return visits.newest_believed(session.scalars(questions.NEWEST_VISITS), now)


def _came_along(
    session: Session, customer_id: UUID, visits_at: Sequence[datetime], now: datetime
) -> frozenset[UUID]:
    """Those kept with the visit under way at `now`, if there is one."""
    visit_at = visits.visit_under_way(visits_at, now)
    if visit_at is None:
        return frozenset()
    return frozenset(questions.CAME_ALONG.scalars(session, who=customer_id, visit_at=visit_at))
