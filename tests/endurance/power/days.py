"""A shop's database to begin a day with, at any step of its schema, and the day at work on some disk."""

import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from kiosk.storage.file.own_tables import at_revision, driver_of
from migrations import REVISIONS
from tests.endurance.power.story import Moment, read_story
from tests.endurance.power.work import KNOWN
from tests.endurance.shop import card_number, make_shop

_DECOMPOSED = "Ame\u0301lie"
"""As a shop file may write a name; a step of the schema brings it into one form."""


def shop_of_the_day(folder: Path, day: int) -> Path:
    """The database with which a day begins: every third is at an older step of the schema."""
    file = folder / "kiosk.db"
    newest = folder / "newest.db"
    make_shop(newest, [_customer(n) for n in range(KNOWN)])
    if day % 3:
        newest.rename(file)
    else:
        _at_an_older_step(newest, file, REVISIONS[day // 3 % (len(REVISIONS) - 1)])
        newest.unlink()
    return file


def work_through(
    database: Path, record: Path, story: Path, seed: str, surroundings: Mapping[str, str]
) -> list[Moment]:
    """Let the day happen; the story that is told of it."""
    files = map(str, (database, record, story))
    command = [sys.executable, "-m", "tests.endurance.power.work", *files, seed]
    subprocess.run(command, check=True, env=surroundings, cwd=Path(__file__).resolve().parents[3])
    return list(read_story(story))


def _customer(n: int) -> dict[str, object]:
    """Somebody with whom there is something to do today."""
    return {
        "key": f"k{n}",
        "name": f"{_DECOMPOSED} {n}",
        "cards": [{"number": card_number(n), "symbology": "ean13"}],
        "important_dates": [{"occasion": "birthday", "month": 11, "day": 20 + n % 10, "year": 1980}],
        "notes": [{"kind": "ask_about", "text": f"The new oven {n}", "written_at": "2026-11-20T09:00"}],
        "visits": [{"at": "2026-11-20T09:05"}],
    }


def _at_an_older_step(newest: Path, file: Path, revision: str) -> None:
    """The same rows in the tables of that step, as far as those had room for them."""
    with at_revision(revision) as empty, closing(sqlite3.connect(file)) as older:
        driver_of(empty).backup(older)
        older.execute("ATTACH ? AS newest", (str(newest),))
        for (table,) in older.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
            if table != "alembic_version":
                both = ", ".join(sorted(_columns(older, "main", table) & _columns(older, "newest", table)))
                older.execute(f"INSERT INTO main.{table} ({both}) SELECT {both} FROM newest.{table}")
        older.commit()


def _columns(connection: sqlite3.Connection, schema: str, table: str) -> set[str]:
    return {name for _, name, *_ in connection.execute(f"PRAGMA {schema}.table_info({table})")}
