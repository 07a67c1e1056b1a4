"""Whether a database file has the tables of this program, and nothing else in it: no view, and no trigger.

A copy may come from anywhere. What it says of itself is never carried out: its schema is compared.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.orm import Session

from kiosk.storage.file.schema import Schema, schema_of
from kiosk.storage.models import Base
from kiosk.storage.trouble import StorageDamage

Tables = frozenset[tuple[object, ...]]
"""What a schema holds: every column and every index."""

LONGEST = 1_000_000
"""Bytes of a value, which nothing in the kiosk comes near."""

_OTHER = "There is something in this copy that the kiosk never makes. It was left as it is."
_COLUMNS = """
    SELECT tables.name, columns.name, columns.type, columns."notnull", columns.pk > 0, columns.hidden
    FROM sqlite_master AS tables JOIN pragma_table_xinfo(tables.name) AS columns
    WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
"""
_INDEXES = """
    SELECT indexes.tbl_name, indexes.name, columns.seqno, columns.name
    FROM sqlite_master AS indexes JOIN pragma_index_info(indexes.name) AS columns
    WHERE indexes.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND indexes.type = 'index'
"""
_RUNNING = "SELECT 1 FROM sqlite_master WHERE type NOT IN ('table', 'index') OR rootpage < 1"
"""Views, triggers, and tables that a module makes up."""

_ALEMBIC = ("alembic_version", "version_num", "VARCHAR(32)", 1, 1, 0)


def check_tables(session: Session) -> Schema:
    """How a file stands to this program. Raises StorageDamage where there is anything else in it.

    Of a newer one it cannot be known what belongs in it.
    """
    connection = session.connection()
    driver_of(connection).setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    if connection.exec_driver_sql(_RUNNING).first() is not None:
        raise StorageDamage(_OTHER)
    found = schema_of(session)
    if found is Schema.CURRENT and tables_in(connection) != tables_of_models():
        raise StorageDamage(_OTHER)
    if found is Schema.OLDER:
        with at_revision(revision_of(session)) as ours:
            if tables_in(connection) != tables_in(ours):
                raise StorageDamage(_OTHER)
    return found


def revision_of(session: Session) -> str:
    """The last step of its schema."""
    return str(session.scalar(text("SELECT version_num FROM alembic_version")))


@contextmanager
def at_revision(revision: str) -> Iterator[Connection]:
    """An empty database in memory, with the tables as they were at this step."""
    # Alembic takes a tenth of a second to load, and a copy is seldom looked at closely.
    from alembic import command

    from kiosk.storage.file.migrate import alembic_config

    with create_engine("sqlite://").connect() as made:
        command.upgrade(alembic_config(made), revision)
        made.commit()
        yield made


@cache
def tables_of_models() -> Tables:
    """What the models say, with the table in which the last step is kept."""
    with create_engine("sqlite://").connect() as made:
        Base.metadata.create_all(made)
        return tables_in(made) | {_ALEMBIC}


def tables_in(connection: Connection) -> Tables:
    """Every column and every index that a database has."""
    questions = (_COLUMNS, _INDEXES)
    return frozenset(tuple(row) for question in questions for row in connection.exec_driver_sql(question))


def driver_of(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
