"""Whole tables in and out, as plain records: for the shop file, not for the counter."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Column, ColumnElement, insert, select, update
from sqlalchemy.orm import Session

from kiosk.storage.models import Base, Card, Changeable, Customer
from kiosk.storage.names import keep_words

Item = TypeVar("Item")
Record = dict[str, Any]

MODELS: Mapping[str, type[Base]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in sorted(
        Base.registry.mappers, key=lambda mapper: Base.metadata.sorted_tables.index(mapper.class_.__table__)
    )
}
"""Every table by its name, each after those it refers to."""

_AT_ONCE = 500


def save(session: Session, table: str, records: Sequence[Record]) -> None:
    """Insert the records that are new; bring those that are there up to date where they can change."""
    model = MODELS[table]
    for some in parts(records):
        there = {tuple(key) for key in session.execute(select(*_key(model)).where(_is_one_of(model, some)))}
        new = [record for record in some if _key_of(model, record) not in there]
        known = [record for record in some if _key_of(model, record) in there]
        if new:
            session.execute(insert(model), new)
        if known and issubclass(model, Changeable):
            session.execute(update(model), known)
        if model is Customer:
            keep_words(session.connection(), [record["id"] for record in some])


def keep_all_words(session: Session) -> None:
    """Make the words of all names anew, which follow from the names."""
    for some in parts(session.scalars(select(Customer.id)).all()):
        keep_words(session.connection(), some)


def read(session: Session, table: str) -> list[Record]:
    """Every record of a table."""
    model = MODELS[table]
    columns = model.__table__.columns
    return [dict(row._mapping) for row in session.execute(select(*columns))]


def read_of(
    session: Session, table: str, owners: Sequence[UUID | str], column: str = "customer_id"
) -> list[Record]:
    """The records of a table that belong to these customers, or that hold these values in another column."""
    columns = MODELS[table].__table__.columns
    found: list[Record] = []
    for some in parts(owners):
        theirs = select(*columns).where(columns[column].in_(some))
        found += [dict(row._mapping) for row in session.execute(theirs)]
    return found


def owners(session: Session, numbers: Sequence[str]) -> dict[str, UUID]:
    """Which customer holds which of these card numbers."""
    found: dict[str, UUID] = {}
    for some in parts(numbers):
        theirs = select(Card.number, Card.customer_id).where(Card.number.in_(some))
        found.update(session.execute(theirs).all())
    return found


def parts(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """A few at a time: a statement takes only so many parameters."""
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))


def _key(model: type[Base]) -> tuple[Column[Any], ...]:
    return tuple(Base.metadata.tables[model.__tablename__].primary_key.columns)


def _key_of(model: type[Base], record: Record) -> tuple[Any, ...]:
    return tuple(record[column.name] for column in _key(model))


def _is_one_of(model: type[Base], records: Sequence[Record]) -> ColumnElement[bool]:
    first = _key(model)[0]
    return first.in_([record[first.name] for record in records])
