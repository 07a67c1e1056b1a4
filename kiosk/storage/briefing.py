"""Everybody worth a thought before opening."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.people.greeting.celebrations import COMING, REMEMBERED
from kiosk.people.greeting.visits import HABIT_VISITS, LONG_GONE
from kiosk.people.known.facts import Facts
from kiosk.people.known.notes import NoteKind
from kiosk.storage import people, questions
from kiosk.storage.models import Gesture, Note, Visit
from kiosk.storage.records import parts
from kiosk.storage.upcoming import celebrating

_MONTH = timedelta(days=31)
_TO_TELL = (NoteKind.ASK_ABOUT, NoteKind.MAKE_RIGHT)


def facts_for_briefing(session: Session, now: datetime) -> Iterator[Facts]:
    """The facts about everybody who may have a place in the briefing at `now`, without companions.

    Visits are those of regulars: without four of them, nobody comes or stays away as usual.
    """
    visits = _visits_of_regulars(session, now)
    newest_visit = people.newest_visit(session, now)
    for some in parts(sorted(_worth_a_thought(session, now) | visits.keys())):
        dates = people.important_dates(session, some)
        notes, gestures = people.open_notes(session, some), people.unthanked(session, some)
        for id, customer in people.customers(session, some).items():
            yield Facts(
                customer=customer,
                important_dates=dates[id],
                notes=notes[id],
                gestures=gestures[id],
                visits=visits.get(id, ()),
                visit_count=len(visits.get(id, ())),
                newest_visit=newest_visit,
            )


def _worth_a_thought(session: Session, now: datetime) -> set[UUID]:
    """Those who celebrate, are to be asked or thanked, or are owed something."""
    found = celebrating(session, now.date() - REMEMBERED, now.date() + COMING)
    noted = select(Note.customer_id).where(Note.kind.in_(_TO_TELL), questions.NOTE_IS_OPEN)
    brought = select(Gesture.customer_id).where(questions.GESTURE_IS_UNTHANKED)
    return found.union(session.scalars(noted), session.scalars(brought))


def _visits_of_regulars(session: Session, now: datetime) -> Mapping[UUID, tuple[datetime, ...]]:
    """The newest visits of those who have come often enough, and not too long ago; newest first."""
    regulars = (
        select(Visit.customer_id)
        .group_by(Visit.customer_id)
        .having(func.count() >= HABIT_VISITS, func.max(Visit.at) >= now - LONG_GONE * _MONTH)
    )
    place = func.row_number().over(partition_by=Visit.customer_id, order_by=Visit.at.desc()).label("place")
    placed = select(Visit.customer_id, Visit.at, place).where(Visit.customer_id.in_(regulars)).subquery()
    newest = select(placed.c.customer_id, placed.c.at).where(placed.c.place <= questions.MOST_VISITS)
    found: defaultdict[UUID, list[datetime]] = defaultdict(list)
    for customer_id, at in session.execute(newest.order_by(placed.c.customer_id, placed.c.place)):
        found[customer_id].append(at)
    return {customer_id: tuple(times) for customer_id, times in found.items()}
