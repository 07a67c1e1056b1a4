"""The answers about one person, as values of `kiosk.people`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from kiosk.people.customers import Companion, Customer
from kiosk.people.facts import Facts
from kiosk.people.gestures import Gesture
from kiosk.people.important_dates import ImportantDate
from kiosk.people.notes import Note
from kiosk.storage import questions


class Card(NamedTuple):
    """Whose card it is, and whether it was retired."""

    customer_id: UUID
    retired: str | None
    number: str


def find_card(session: Session, numbers: Sequence[str]) -> Card | None:
    """The card under any of these spellings of its number, the first of them before the others."""
    found = [Card(*row) for row in session.execute(questions.CARD, {"numbers": numbers})]
    return min(found, key=lambda card: numbers.index(card.number), default=None)


def facts_about(session: Session, customer_id: UUID, present: frozenset[UUID] = frozenset()) -> Facts:
    """Everything the greeting needs to know about one customer."""
    who = {"who": customer_id}
    visits = tuple(session.scalars(questions.VISITS, who))
    has_all = len(visits) < questions.MOST_VISITS
    return Facts(
        customer=Customer(**session.execute(questions.CUSTOMER, who).one()._mapping),
        important_dates=_important_dates(session, who),
        notes=tuple(Note(**row._mapping) for row in session.execute(questions.OPEN_NOTES, who)),
        gestures=tuple(Gesture(**row._mapping) for row in session.execute(questions.UNTHANKED, who)),
        visits=visits,
        visit_count=len(visits) if has_all else session.execute(questions.VISIT_COUNT, who).scalar_one(),
        newest_visit=session.scalar(questions.NEWEST_VISIT),
        companions=tuple(Companion(*row) for row in session.execute(questions.COMPANIONS, who)),
        present=present,
    )


def customer_ids(session: Session, keys: Iterable[str]) -> dict[str, UUID]:
    """The ids behind the keys of a shop file; a key nobody has is left out."""
    return dict(session.execute(questions.KEYS, {"keys": list(keys)}).all())


def _important_dates(session: Session, who: dict[str, UUID]) -> tuple[ImportantDate, ...]:
    wished: defaultdict[UUID, set[date]] = defaultdict(set)
    for important_date_id, occurrence in session.execute(questions.WISHES, who):
        wished[important_date_id].add(occurrence)
    return tuple(
        ImportantDate(**row._mapping, wished=frozenset(wished[row.id]))
        for row in session.execute(questions.IMPORTANT_DATES, who)
    )
