"""Deleting a row along with all that refers to it, as the foreign keys of the tables say it."""

from uuid import UUID

from sqlalchemy import ColumnElement, Table, delete, select, update
from sqlalchemy.orm import Session

from kiosk.storage.models import Base


def delete_cascading(session: Session, model: type[Base], id: UUID) -> None:
    """Delete the row with this id, and every row that cannot be without it, of whatever table.

    A reference that may be empty is emptied: the row it stands in is about something else, and stays.
    """
    table = Base.metadata.tables[model.__tablename__]
    _delete(session, table, table.columns["id"] == id)


def _delete(session: Session, table: Table, which: ColumnElement[bool]) -> None:
    for referring in Base.metadata.tables.values():
        for key in referring.foreign_keys:
            if key.column.table is not table:
                continue
            column, refers = key.parent, key.parent.in_(select(key.column).where(which))
            if column.nullable:
                session.execute(update(referring).where(refers).values({column: None}))
            else:
                _delete(session, referring, refers)
    session.execute(delete(table).where(which))
