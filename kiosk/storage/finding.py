"""Finding people by the beginnings of their names."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from kiosk.people.greeting.visits import BEFORE_ANY_KIOSK
from kiosk.people.known.names import sound, words_typed
from kiosk.storage.models import NAME_WORD, Visit

_AFTER_ALL = "\U0010ffff"
_MOST_WORDS = 8


def find_ids(session: Session, text: str, most: int) -> list[UUID]:
    """Those with a name for each word begun, the closest first; where there are none, who sounds so."""
    typed = words_typed(text)[:_MOST_WORDS]
    if not typed:
        return []
    exactly = _first(session, _beginning(session, NAME_WORD.c.word, typed), most)
    sounds = [sound(word) for word in typed]
    if exactly or not all(sounds):
        return exactly
    return _first(session, _beginning(session, NAME_WORD.c.sound, sounds), most)


def last_visits(session: Session, customers: Sequence[UUID], now: datetime) -> dict[UUID, datetime]:
    """When each was here last up to `now`; who never was, by a stamp that can be right, is left out."""
    theirs = Visit.customer_id.in_(customers), Visit.at.between(BEFORE_ANY_KIOSK, now)
    latest = select(Visit.customer_id, func.max(Visit.at)).where(*theirs)
    return {row[0]: row[1] for row in session.execute(latest.group_by(Visit.customer_id))}


def _beginning(session: Session, column: Column[str], beginnings: Sequence[str]) -> Select[UUID]:
    """Who has a word for each of these beginnings; the one with the fewest words leads."""
    fewest, *others = _by_words(session, column, beginnings) if len(beginnings) > 1 else beginnings
    rows = select(NAME_WORD.c.customer_id).where(_begins(column, fewest))
    for n, beginning in enumerate(others):
        other = NAME_WORD.alias(f"other_{n}").c
        rows = rows.where(
            select(other.customer_id)
            .where(other.customer_id == NAME_WORD.c.customer_id, _begins(other[column.name], beginning))
            .exists()
        )
    return rows.order_by(column, NAME_WORD.c.customer_id)


def _by_words(session: Session, column: Column[str], beginnings: Sequence[str]) -> list[str]:
    def words(beginning: str) -> int:
        count = select(func.count()).select_from(NAME_WORD).where(_begins(column, beginning))
        return session.execute(count).scalar_one()

    return sorted(beginnings, key=words)


def _begins(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    # A range, where every database uses the index; LIKE is one only where it heeds the case.
    return and_(column >= beginning, column < beginning + _AFTER_ALL)


def _first(session: Session, rows: Select[UUID], most: int) -> list[UUID]:
    """The first different ones; no row more is asked for."""
    found: dict[UUID, None] = {}
    with session.execute(rows) as result:
        for id in result.scalars():
            found[id] = None
            if len(found) == most:
                break
    return list(found)
