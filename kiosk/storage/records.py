"""Whole tables in and out, as plain records: for the shop file, not for the counter."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import insert, null, select, update
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

_AT_ONCE = 200


def save(session: Session, table: str, records: Sequence[Record]) -> None:
    """Insert the records that are new; bring those that are there up to date where they can change."""
    model = MODELS[table]
    for some in parts(records):
        new, known = new_and_known(session, table, some)
        if new:
            session.execute(insert(model), new)
        if known and issubclass(model, Changeable):
            session.execute(update(model), [record for record, _ in known])
        if model is Customer:
            keep_words(session.connection(), [record["id"] for record in some])


def keep_all_words(session: Session) -> None:
    """Make the words of all names anew, which follow from the names."""
    for some in parts(session.scalars(select(Customer.id)).all()):
        keep_words(session.connection(), some)


def new_and_known(
    session: Session, table: str, records: Sequence[Record]
) -> tuple[list[Record], list[tuple[Record, datetime | None]]]:
    """Which of a few records are new, and which are there, with when these were changed last."""
    model = MODELS[table]
    key = Base.metadata.tables[table].primary_key.columns.keys()
    columns = [model.__table__.columns[name] for name in key]
    changed = model.__table__.columns["updated_at"] if issubclass(model, Changeable) else null()
    theirs = select(*columns, changed).where(columns[0].in_([record[key[0]] for record in records]))
    there: dict[tuple[Any, ...], datetime | None] = {}
    for *values, at in session.execute(theirs):
        there[tuple(values)] = at
    keys = [tuple(record[name] for name in key) for record in records]
    known = [(record, there[own]) for record, own in zip(records, keys, strict=True) if own in there]
    return [record for record, own in zip(records, keys, strict=True) if own not in there], known


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
    """A few at a time: a statement takes only so many parameters, and keeps others waiting only so long."""
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
