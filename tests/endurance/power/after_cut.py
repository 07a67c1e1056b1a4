"""What has to be so when the power is back: nothing is lost or half done, and the forgotten stay so."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from kiosk.storage.file.companion_files import asides
from kiosk.storage.file.copies import copies_in, is_good
from kiosk.storage.file.failover import open_at_counter
from kiosk.storage.file.restoring import put_in_place
from tests.endurance.power.story import Moment, rows_of, state_of


def look(database: Path, story: Sequence[Moment], at: int, thoroughly: bool) -> str:
    """Look at what is found after a cut behind byte `at` of the record; returns what was being done then."""
    before, coming, known = _around(story, at)
    found = state_of(database)
    assert found in {before.state, *(one.state for one in coming[:1])}, _lost(before, coming, story, found)
    forgotten = before.forgotten if found == before.state or not coming else coming[0].forgotten
    _open(database)
    _refuse_bytes_of(forgotten, database)
    _look_at_copies(database, before, known)
    if thoroughly and forgotten:
        _restore_everything(database, forgotten)
    return next((moment.what for moment in story if moment.at > at), "nothing")


def _around(story: Sequence[Moment], at: int) -> tuple[Moment, list[Moment], set[str]]:
    """The moment that was confirmed last, those with another state that come after it, and all states."""
    past = [moment for moment in story if moment.at <= at]
    before = past[-1]
    coming = [moment for moment in story if moment.at > at and moment.state != before.state]
    return before, coming, {moment.state for moment in (*past, *coming[:1])}


def _open(database: Path) -> None:
    """As the kiosk does when it starts: no copy takes its place, and every step of the schema is there."""
    opened = open_at_counter(
        f"sqlite:///{database}", datetime.now(UTC), lambda: [database.parent / "backups"], was_here=True
    )
    with closing(opened.database):
        assert opened.copy_of is None, "a copy had to take the place of the database"
        assert not opened.is_damaged
        assert not opened.database.read_only
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    from migrations import REVISIONS

    assert revision == REVISIONS[-1]


def _refuse_bytes_of(forgotten: Sequence[str], database: Path) -> None:
    """No byte of them is left in the file once it was opened."""
    for file in database.parent.glob(f"{database.name}*"):
        if file.name in (database.name, f"{database.name}-journal"):
            content = file.read_bytes()
            there = [name for name in forgotten if name.encode() in content]
            assert not there, f"{file.name} holds {there}, who were forgotten"


def _look_at_copies(database: Path, before: Moment, known: set[str]) -> None:
    copies = copies_in([database.parent / "backups"], database)
    newest = copies[0].file.name if copies else ""
    assert newest >= before.newest_copy, (
        f"{before.newest_copy} was confirmed, and {newest or 'none'} is there"
    )
    for copy in copies:
        assert is_good(copy.file), f"{copy.file.name} is no good copy"
        assert state_of(copy.file) in known, f"{copy.file.name} holds what never was"


def _restore_everything(database: Path, forgotten: Sequence[str]) -> None:
    """No copy, and nothing that was set aside, brings anybody back."""
    copies = [copy.file for copy in copies_in([database.parent / "backups"], database)]
    for copy in (*copies, *asides(database)):
        put_in_place(copy, database, datetime.now(UTC))
        with closing(sqlite3.connect(database)) as connection:
            rows = "\n".join(rows_of(connection))
        there = [name for name in forgotten if name in rows]
        assert not there, f"a copy brought {there} back"


def _lost(before: Moment, coming: Sequence[Moment], story: Sequence[Moment], found: str) -> str:
    places = [place for place, moment in enumerate(story) if moment.state == found]
    doing = coming[0].what if coming else "nothing"
    return (
        f"moment {story.index(before)} ({before.what}) was confirmed and “{doing}” under way, and found is "
        f"{f'moment {places[-1]}' if places else 'what never was'}"
    )
