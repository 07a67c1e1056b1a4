"""Whole tables in and out, as plain records: for the shop file, not for the counter."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, insert, select, update
from sqlalchemy.orm import Session

from kiosk.storage.models import Base, Changeable

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
    for start in range(0, len(records), _AT_ONCE):
        some = records[start : start + _AT_ONCE]
        there = {tuple(key) for key in session.execute(select(*_key(model)).where(_is_one_of(model, some)))}
        new = [record for record in some if _key_of(model, record) not in there]
        known = [record for record in some if _key_of(model, record) in there]
        if new:
            session.execute(insert(model), new)
        if known and issubclass(model, Changeable):
            session.execute(update(model), known)


def read(session: Session, table: str) -> list[Record]:
    """Every record of a table."""
    model = MODELS[table]
    columns = model.__table__.columns
    return [dict(row._mapping) for row in session.execute(select(*columns))]


def owners(session: Session, column: str, values: Sequence[str]) -> dict[str, UUID]:
    """Which customer holds which of these card numbers or keys; `column` is "number" or "key"."""
    held = {"number": (MODELS["card"], "customer_id"), "key": (MODELS["customer"], "id")}
    model, id_column = held[column]
    value, owner = getattr(model, column), getattr(model, id_column)
    found: dict[str, UUID] = {}
    for start in range(0, len(values), _AT_ONCE):
        some = values[start : start + _AT_ONCE]
        found.update(session.execute(select(value, owner).where(value.in_(some))).all())
    return found


def _key(model: type[Base]) -> tuple[Column[Any], ...]:
    return tuple(Base.metadata.tables[model.__tablename__].primary_key.columns)


def _key_of(model: type[Base], record: Record) -> tuple[Any, ...]:
    return tuple(record[column.name] for column in _key(model))


def _is_one_of(model: type[Base], records: Sequence[Record]) -> ColumnElement[bool]:
    first = _key(model)[0]
    return first.in_([record[first.name] for record in records])
