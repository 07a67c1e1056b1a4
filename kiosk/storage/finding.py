"""Finding people by the beginnings of their names."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from kiosk.people.greeting.visits import BEFORE_ANY_KIOSK
from kiosk.people.known.names import Reading, readings, sound
from kiosk.storage.models import NAME_WORD, Visit

_AFTER_ALL = "\U0010ffff"


def named_ids(session: Session, text: str, most: int) -> list[UUID]:
    """Those with a name, or a way to say it, for each word begun."""
    return _first(session, NAME_WORD.c.word, readings(text), most)


def sounding_ids(session: Session, text: str, most: int) -> list[UUID]:
    """Those with a name that sounds like each word begun."""
    sounds = [tuple(sound(word) for word in words) for words in readings(text)]
    return _first(session, NAME_WORD.c.sound, [heard for heard in sounds if all(heard)], most)


def last_visits(session: Session, customers: Sequence[UUID], now: datetime) -> dict[UUID, datetime]:
    """When each was here last up to `now`; who never was, by a stamp that can be right, is left out."""
    theirs = Visit.customer_id.in_(customers), Visit.at.between(BEFORE_ANY_KIOSK, now)
    latest = select(Visit.customer_id, func.max(Visit.at)).where(*theirs)
    return {row[0]: row[1] for row in session.execute(latest.group_by(Visit.customer_id))}


def _first(session: Session, column: Column[str], meant: Sequence[Reading], most: int) -> list[UUID]:
    """The first different ones, those of an earlier reading before the others; no row more is asked for."""
    found: dict[UUID, None] = {}
    rows = cache(lambda beginning: _rows(session, column, beginning))
    for words in meant:
        in_order = sorted(words, key=rows) if len(words) > 1 else words
        if len(words) > 1 and not rows(in_order[0]):
            continue
        with session.execute(_beginning(column, in_order)) as result:
            for id in result.scalars():
                found[id] = None
                if len(found) == most:
                    return list(found)
    return list(found)


def _beginning(column: Column[str], beginnings: Sequence[str]) -> Select[UUID]:
    """Who has a word for each of these beginnings; the one with the fewest words leads."""
    fewest, *others = beginnings
    rows = select(NAME_WORD.c.customer_id).where(_begins(column, fewest))
    for n, beginning in enumerate(others):
        other = NAME_WORD.alias(f"other_{n}").c
        rows = rows.where(
            select(other.customer_id)
            .where(other.customer_id == NAME_WORD.c.customer_id, _begins(other[column.name], beginning))
            .exists()
        )
    return rows.order_by(column, NAME_WORD.c.customer_id)


def _rows(session: Session, column: Column[str], beginning: str) -> int:
    count = select(func.count()).select_from(NAME_WORD).where(_begins(column, beginning))
    return session.execute(count).scalar_one()


def _begins(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    # A range, where every database uses the index; LIKE is one only where it heeds the case.
    return and_(column >= beginning, column < beginning + _AFTER_ALL)
