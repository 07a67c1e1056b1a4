"""The database as a check reads it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy.orm import Session

from kiosk.health.examination import Examination
from kiosk.storage.file.database import Database
from kiosk.storage.file.opening import open_existing
from kiosk.storage.file.snapshot import snapshot


@contextmanager
def reading(case: Examination) -> Iterator[Session]:
    """A session that reads a little of what is kept. Raises StorageTrouble."""
    database: Database = open_existing(case.settings.database.url)
    with closing(database), database.reading() as session:
        yield session


@contextmanager
def reading_much(case: Examination) -> Iterator[Session]:
    """The same on a snapshot, for questions that take long. Raises StorageTrouble."""
    database: Database = open_existing(case.settings.database.url)
    with closing(database), snapshot(database) as copy, copy.reading() as session:
        yield session
