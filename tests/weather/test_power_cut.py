"""Killed at any moment of a write, again and again over one database: what was confirmed is there.

A killed process leaves the page cache behind, so this shows that nothing is torn and nothing confirmed too
early; that a commit reaches the card is the matter of `synchronous=EXTRA`, which tests/storage holds to.
"""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.storage.contents import Contents, look_into
from kiosk.storage.database import Database
from kiosk.storage.schema import Schema
from tests.storage.test_backup import holds_the_same

CARD = "2900000000018"
CUTS = 10
LONGEST = 0.15
"""Seconds of work before a cut, at most: many writes of each kind."""


def work_until_cut(*arguments: str) -> list[str]:
    """Let a program work for a random time from its first confirmation on; returns what it confirmed."""
    command = [sys.executable, "-m", "tests.weather.at_work", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        assert first, "it ended before it confirmed anything"
        time.sleep(random.uniform(0, LONGEST))
        program.send_signal(signal.SIGKILL)
        return [line.rstrip("\n") for line in (first + program.stdout.read()).splitlines(keepends=True)]


def kept(database: Path) -> set[str]:
    """What the database holds, as the program confirms it."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        visits = connection.execute("SELECT at FROM visit").fetchall()
        notes = connection.execute("SELECT text FROM note").fetchall()
    at = {datetime.fromisoformat(at).replace(tzinfo=UTC).isoformat() for (at,) in visits}
    return {f"visit {one}" for one in at} | {f"note {text}" for (text,) in notes}


@pytest.fixture
def shop_file(empty_file: Path, tmp_path: Path, fill: Callable[..., None]) -> Path:
    """Jack, and nothing about Jack."""
    file = tmp_path / "shop.db"
    file.write_bytes(empty_file.read_bytes())
    with closing(Database(f"sqlite:///{file}")) as database:
        fill(database, {"key": "jack", "name": "Jack", "cards": [{"number": CARD}]})
    return file


def test_whatever_was_confirmed_before_the_power_went_is_there(shop_file: Path) -> None:
    confirmed: list[str] = []
    begin = datetime(2026, 11, 24, 9, tzinfo=UTC)
    for cut in range(CUTS):
        start = begin + timedelta(days=1000 * cut)
        confirmed += work_until_cut("greet", f"sqlite:///{shop_file}", CARD, start.isoformat())
        there = kept(shop_file)
        assert set(confirmed) <= there
        # What was under way may have been written, and not been confirmed any more.
        assert len(there - set(confirmed)) <= cut + 1
    assert len(confirmed) > 4 * CUTS


def test_a_copy_is_in_place_whole_or_not_at_all(
    shop_file: Path, tmp_path: Path, fill: Callable[..., None], exported: Callable[[Database], str]
) -> None:
    copies = [tmp_path / "one.db", tmp_path / "two.db"]
    for number, copy in enumerate(copies):
        copy.write_bytes(shop_file.read_bytes())
        with closing(Database(f"sqlite:///{copy}")) as database:
            fill(database, {"key": f"only-{number}", "name": "Only here"})
    for _ in range(CUTS // 2):
        work_until_cut("swap", str(shop_file), *map(str, copies))
        assert look_into(shop_file) == (Schema.CURRENT, Contents(people=2, visits=0, notes=0))
        assert any(holds_the_same(shop_file, copy, exported) for copy in copies)
