"""What is asked about people at the counter.

The questions are put together once, and in columns rather than rows of models: for the next scan there is
nothing left to work out. `who` is the id of one customer, `people` are the ids of several.
"""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, false, func, or_, select, true
from sqlalchemy.orm import Session

from kiosk.people.known.gestures import Direction
from kiosk.storage.lookup import Lookup, Row
from kiosk.storage.models import Base

MOST_VISITS = 200
"""How many of the newest visits are asked for."""

NEWEST_OF_ALL = 1000
"""How many of the newest visits of anybody tell whether one that is ahead of the clock can be right."""

_tables = Base.metadata.tables
_card, _customer, _date = _tables["card"].c, _tables["customer"].c, _tables["important_date"].c
_note, _staff, _closing = _tables["note"].c, _tables["staff"].c, _tables["closing"].c
_visit, _wish, _relationship = _tables["visit"].c, _tables["wish"].c, _tables["relationship"].c
_gesture, _thanks = _tables["gesture"].c, _tables["thanks"].c
_visit_companion = _tables["visit_companion"].c
_who = bindparam("who", type_=_customer.id.type)
_people = bindparam("people", type_=_customer.id.type, expanding=True)
_visit_at = bindparam("visit_at", type_=_visit.at.type)
_other = _tables["customer"].alias("other").c

NOTE_IS_OPEN = ~select(_closing.id).where(_closing.note_id == _note.id).exists()
GESTURE_IS_UNTHANKED = and_(
    _gesture.direction == Direction.RECEIVED,
    ~select(_thanks.id).where(_thanks.gesture_id == _gesture.id).exists(),
)
CARD = Lookup(
    select(_card.customer_id, _card.retired, _card.number).where(
        _card.number == bindparam("number", type_=_card.number.type)
    )
)
KEYS = select(_customer.key, _customer.id).where(_customer.key.in_(bindparam("keys", expanding=True)))
_CUSTOMERS = select(
    _customer.id,
    _customer.key,
    _customer.name,
    _customer.called_by,
    _customer.pronunciation,
    _customer.may_mention_age,
    _customer.greet_by_name,
    _customer.since,
    _customer.consent_on,
    _customer.tread_gently_until,
    _customer.deceased,
    _customer.known_in_all_shops,
)
_IMPORTANT_DATES = select(
    _date.customer_id,
    _date.shared_with_id,
    _date.id,
    _date.occasion,
    _date.month,
    _date.day,
    _date.year,
    _date.label,
    _date.calendar,
    _date.leap_day,
    _date.leap_month,
    select(_other.id)
    .where(_other.id.in_((_date.customer_id, _date.shared_with_id)), _other.deceased)
    .exists()
    .label("shared_with_deceased"),
)
_WISHES = select(_wish.customer_id, _wish.important_date_id, _wish.occurrence)
_OPEN_NOTES = (
    select(
        _note.customer_id,
        _note.id,
        _note.kind,
        _note.text,
        _note.written_at,
        func.coalesce(_staff.name, "").label("author"),
        _note.show_until,
        _note.not_in_front_of_id.label("not_in_front_of"),
    )
    .select_from(_tables["note"].outerjoin(_tables["staff"], _staff.id == _note.author_id))
    .where(NOTE_IS_OPEN)
)
_UNTHANKED = (
    select(
        _gesture.customer_id,
        _gesture.id,
        _gesture.what,
        _gesture.at,
        func.coalesce(_staff.name, "").label("by"),
    )
    .select_from(_tables["gesture"].outerjoin(_tables["staff"], _staff.id == _gesture.staff_id))
    .where(GESTURE_IS_UNTHANKED)
)


class Question(NamedTuple):
    """The same question about one person and about several."""

    of_one: Lookup
    of_several: Select[*tuple[Any, ...]]

    def ask(self, session: Session, people: Collection[UUID]) -> Sequence[Row]:
        """The rows about these people."""
        if len(people) == 1:
            return self.of_one.rows(session, who=next(iter(people)))
        return session.execute(self.of_several, {"people": people}).all()


def _about(rows: Select[*tuple[Any, ...]], *owners: ColumnElement[Any]) -> Question:
    """The question about those who own a row by any of these columns."""
    return Question(
        Lookup(rows.where(or_(*(owner == _who for owner in owners)))),
        rows.where(or_(*(owner.in_(_people) for owner in owners))),
    )


CUSTOMERS = _about(_CUSTOMERS, _customer.id)
IMPORTANT_DATES = _about(_IMPORTANT_DATES, _date.customer_id, _date.shared_with_id)
WISHES = _about(_WISHES, _wish.customer_id)
OPEN_NOTES = _about(_OPEN_NOTES, _note.customer_id)
UNTHANKED = _about(_UNTHANKED, _gesture.customer_id)
VISITS = Lookup(
    select(_visit.at).where(_visit.customer_id == _who).order_by(_visit.at.desc()).limit(MOST_VISITS)
)
VISIT_COUNT = Lookup(select(func.count()).select_from(_tables["visit"]).where(_visit.customer_id == _who))
NEWEST_VISIT = select(func.max(_visit.at))
NEWEST_VISITS = select(_visit.at).order_by(_visit.at.desc()).limit(NEWEST_OF_ALL)
NEWEST_VISIT_AND_GREETER = Lookup(
    select(NEWEST_VISIT.correlate(None).scalar_subquery(), _staff.id, _staff.name)
    .select_from(
        _tables["customer"]
        .outerjoin(_tables["visit"], and_(_visit.customer_id == _customer.id, _visit.at == _visit_at))
        .outerjoin(_tables["staff"], _staff.id == _visit.staff_id)
    )
    .where(_customer.id == _who)
    .limit(1)
)
"""The newest visit of anybody, and who greeted this customer on their visit at `visit_at`."""
RELATED = Lookup(
    select(_relationship.other_id, _relationship.kind, false().label("from_the_other_side"))
    .where(_relationship.customer_id == _who)
    .union_all(
        select(_relationship.customer_id, _relationship.kind, true()).where(_relationship.other_id == _who)
    )
)
CAME_ALONG = Lookup(
    select(_visit_companion.customer_id)
    .join_from(_tables["visit"], _tables["visit_companion"], _visit_companion.visit_id == _visit.id)
    .where(_visit.customer_id == _who, _visit.at == _visit_at)
)
