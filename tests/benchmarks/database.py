"""Large databases: the kiosk's own schema, filled by bare sqlite3, kept for the week."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from inspect import getsource
from pathlib import Path
from time import monotonic
from zlib import crc32

from kiosk.people.known import names
from kiosk.storage.file.opening import open_current
from migrations import REVISIONS
from tests.benchmarks import sample
from tests.benchmarks.programs import FOLDER, JOURNAL
from tests.benchmarks.sample import Row, Sample

_COLUMNS: Mapping[str, str] = {
    "staff": "id key name role updated_at",
    "customer": "id key name called_by pronunciation may_mention_age greet_by_name since tread_gently_until"
    " deceased updated_at",
    "name_word": "customer_id word sound",
    "card": "id customer_id number updated_at",
    "important_date": "id customer_id occasion month day year updated_at",
    "wish": "id important_date_id customer_id occurrence at",
    "note": "id customer_id kind text author_id written_at updated_at",
    "closing": "id note_id at",
    "relationship": "id customer_id other_id kind",
    "visit": "id customer_id at counter",
}
_THE_SAME = {
    "important_date": {"label": "''", "calendar": "'gregorian'", "leap_day": "'02-28'", "leap_month": "0"}
}


@dataclass(frozen=True, slots=True)
class Size:
    """How much a database holds."""

    customers: int
    visits: int


def filled(size: Size) -> Path:
    """A database of this size, as of Monday of this week; those of other weeks are removed."""
    monday = monday_of(datetime.now(UTC).date())
    ending = f"{monday}-{REVISIONS[-1]}-{_recipe()}.db"
    for old in FOLDER.glob("of-*"):
        if not old.name.endswith(ending):
            old.unlink()
    file = FOLDER / f"of-{size.customers}-{size.visits}-{ending}"
    if not file.exists():
        unfinished = file.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        _make(unfinished, Sample(size.customers, size.visits, monday))
        unfinished.rename(file)
    return file


def monday_of(day: date) -> date:
    """The Monday on or before this day."""
    return day - timedelta(days=day.weekday())


def _recipe() -> str:
    """Changes when what goes into a database changes."""
    recipe = (getsource(sample) + getsource(names)).encode()
    recipe += (files("kiosk.demo") / "sample_shop.json").read_bytes()
    return f"{crc32(recipe):08x}"


@contextmanager
def a_copy(original: Path, name: str) -> Iterator[Path]:
    """A copy that has reached the disk, so that writing it back disturbs nothing.

    It is removed at the end, with all that was laid beside it but the journals of those who used it.
    """
    copy = FOLDER / name
    shutil.copyfile(original, copy)
    os.sync()
    try:
        yield copy
    finally:
        for left in FOLDER.glob(f"{copy.stem}.*"):
            if left.suffix != JOURNAL:
                left.unlink()


def _make(file: Path, shop: Sample) -> None:
    database, _ = open_current(f"sqlite:///{file}", datetime.now(UTC))
    database.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        for table in _COLUMNS:
            began = monotonic()
            _fill(connection, table, getattr(shop, table)())
            print(f"{file.stem}: {table}, {monotonic() - began:.0f} s", flush=True)


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Fill a table, and index it afterwards: that is far faster for millions of rows."""
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?",
        (table,),
    ).fetchall()
    given, same = _COLUMNS[table].split(), _THE_SAME.get(table, {})
    columns, values = ", ".join([*given, *same]), ", ".join([*"?" * len(given), *same.values()])
    connection.execute("BEGIN")
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({values})", rows)
    for _, sql in indexes:
        connection.execute(sql)
    connection.execute("COMMIT")
