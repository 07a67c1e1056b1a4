"""The desk of a shop that keeps much about a few people, in a real database file."""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.desk import Desk
from kiosk.desk.staff import staff_of
from kiosk.locale import Speech
from kiosk.storage import people
from kiosk.storage.file.database import Database
from tests.desk.profiles.kept import BADGE, PEOPLE, STAFF
from tests.serving import serve


@pytest.fixture(scope="session")
def filled_file(
    empty_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
    fill: Callable[..., None],
    words: Speech,
    now: datetime,
) -> Path:
    """Everybody of `kept.py` in a database file; copy it, do not write to it."""
    file = tmp_path_factory.mktemp("filled") / "kiosk.db"
    shutil.copy(empty_file, file)
    with closing(Database(f"sqlite:///{file}")) as database:
        fill(database, *PEOPLE, staff=list(STAFF))
        office = staff_of(database, words, lambda: now)
        office.give_badge(next(one.id for one in office.members() if one.name == "Sam"), BADGE)
    return file


@pytest.fixture
def database_file(filled_file: Path, tmp_path: Path) -> Path:
    file = tmp_path / "kiosk.db"
    shutil.copy(filled_file, file)
    return file


@pytest.fixture
def desk(database: Database, words: Speech, now: datetime) -> Desk:
    return Desk(database, words, lambda: now)


@pytest.fixture(scope="session")
def managed() -> Callable[[Desk], Desk]:
    """A desk with Sam at it."""

    def managed(desk: Desk) -> Desk:
        serve(desk, BADGE)
        return desk

    return managed


@pytest.fixture
def ids(desk: Desk, database: Database) -> dict[str, UUID]:
    with database.reading() as session:
        return people.customer_ids(session, [person["key"] for person in PEOPLE])
