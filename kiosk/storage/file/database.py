"""The database: opened, checked, migrated, and held with the care a power cut asks for.

On SQLite every connection keeps a rollback journal and syncs the directory after it
(`journal_mode=DELETE, synchronous=EXTRA`): what a tap has confirmed survives a power cut.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from kiosk.storage.trouble import StorageTrouble, as_trouble

WRITING_PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA")
READING_PRAGMAS = (
    "foreign_keys=ON",
    "secure_delete=ON",
    "busy_timeout=10000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)
PRAGMAS = (*WRITING_PRAGMAS, *READING_PRAGMAS)


class Database:
    """One database, read and written in sessions that each are one transaction.

    `url` is SQLAlchemy's, such as `sqlite:////var/lib/greeting-kiosk/kiosk.db`. Raises StorageTrouble where
    it is none, or of a kind that there is no driver for.
    """

    def __init__(self, url: str | URL, read_only: bool = False) -> None:
        self.read_only = read_only
        self.engine = _engine(url, read_only)
        self._writing = self.engine.execution_options(write=True)

    @classmethod
    def at(cls, file: Path, read_only: bool = False) -> Self:
        """The database in an SQLite file, whatever signs its path is made of."""
        return cls(URL.create("sqlite", database=str(file)), read_only)

    @classmethod
    def over(cls, connection: SqliteConnection) -> Self:
        """The database of an open connection, which is only read, and closed with it."""
        database = cls("sqlite://", read_only=True)
        database.engine = create_engine(
            "sqlite://", hide_parameters=True, creator=lambda: connection, poolclass=StaticPool
        )
        return database

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None for another kind of database."""
        return _file_behind(self.engine.url)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads. Raises StorageTrouble with a sentence for a person."""
        with _in_words(), Session(self.engine) as session, session.begin():
            yield session

    @contextmanager
    def reading_in_pieces(self) -> Iterator[Session]:
        """The same, but each statement for itself: it locks nobody out for longer than it takes.

        Raises StorageTrouble.
        """
        apart = self.engine.execution_options(begin=False)
        with _in_words(), Session(apart) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is committed at its end, or not at all. Raises StorageTrouble."""
        with _in_words(), Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def by_hand(self) -> Iterator[Connection]:
        """A connection whose transactions are begun and ended by statements. Raises StorageTrouble."""
        with _in_words(), self.engine.execution_options(begin=False).connect() as connection:
            yield connection

    def vacuum(self) -> None:
        """Write the SQLite file anew, without what was deleted. Raises StorageTrouble; nothing is lost."""
        with self.by_hand() as connection:
            connection.exec_driver_sql("VACUUM")

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


@contextmanager
def reading_file(file: Path) -> Iterator[Session]:
    """A session that reads an SQLite file and leaves it as it is. Raises StorageTrouble."""
    with closing(Database.at(file, read_only=True)) as database, database.reading() as session:
        yield session


@contextmanager
def reading_copy(file: Path) -> Iterator[Session]:
    """The same of a file that nobody writes: no journal that lies beside it is played back into it."""
    asked = {"uri": "true", "mode": "ro", "immutable": "1"}
    url = URL.create("sqlite", database=file.absolute().as_uri(), query=asked)
    with closing(Database(url, read_only=True)) as database, database.reading() as session:
        yield session


def sqlite_file(url: str) -> Path | None:
    """The file behind a SQLite URL, or None. Raises StorageTrouble for what is no URL."""
    return _file_behind(_address(url))


def is_in_memory(url: str) -> bool:
    """True for an SQLite URL that names no file. Raises StorageTrouble for what is no URL."""
    parsed = _address(url)
    return parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:")


def _file_behind(url: URL) -> Path | None:
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def _address(url: str | URL) -> URL:
    try:
        return make_url(url)
    except (SQLAlchemyError, ValueError):
        raise StorageTrouble("database.url is not an address like sqlite:////var/lib/kiosk.db.") from None


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise as_trouble(error) from (error.orig if isinstance(error, DBAPIError) else None)


def _engine(url: str | URL, read_only: bool) -> Engine:
    # Parameters would put names and card numbers into error messages.
    try:
        engine = create_engine(_address(url), hide_parameters=True)
    except (SQLAlchemyError, ImportError):
        raise StorageTrouble(
            "There is no driver here for this kind of database. Check database.url."
        ) from None
    if engine.dialect.name == "sqlite":
        _take_over_transactions(engine, read_only)
    return engine


def _identity(file: str | None) -> tuple[int, int] | None:
    """Which file this is, by device and inode; None where there is none at this path."""
    try:
        found = os.stat(file or "")
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _take_over_transactions(engine: Engine, read_only: bool) -> None:
    """Begin transactions here: Python's sqlite3 leaves reads and schema changes outside of them."""
    file = engine.url.database

    @event.listens_for(engine, "connect")
    def _on_connect(connection: SqliteConnection, record: Any) -> None:
        connection.isolation_level = None
        # The mode of the journal is written into the file: one that is only read keeps its own.
        for pragma in (*READING_PRAGMAS, "query_only=ON") if read_only else PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        record.info["file"] = _identity(file)

    @event.listens_for(engine, "checkout")
    def _on_checkout(_connection: SqliteConnection, record: Any, _proxy: Any) -> None:
        now = _identity(file)
        if now is not None and now != record.info["file"]:
            raise DisconnectionError("another file has taken the place of the data file")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        # VACUUM is no part of a transaction, and who reads in pieces begins none.
        if options.get("begin", True):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("write", False) else "BEGIN")
