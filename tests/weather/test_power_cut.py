"""Killed at any moment of a write, again and again over one database: what was confirmed is there.

A killed process leaves the page cache behind, so this shows that nothing is torn and nothing confirmed too
early; that a commit reaches the card is the matter of `synchronous=EXTRA`, which tests/storage holds to.
"""

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.storage.file.database import Database

CARD = "2900000000018"
CUTS = 10
MOST = 12
"""Confirmations before a cut."""
ONE_WRITE = 0.02
"""Seconds that one takes, about: the cut comes somewhere within the next."""


def work_until_cut(*arguments: str) -> list[str]:
    """Let a program work, and cut it off within a write, after a few; returns what it confirmed."""
    command = [sys.executable, "-m", "tests.weather.at_work", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        confirmed = [program.stdout.readline() for _ in range(random.randint(1, MOST))]
        assert confirmed[0], "it ended before it confirmed anything"
        time.sleep(random.uniform(0, ONE_WRITE))
        program.send_signal(signal.SIGKILL)
        return [line.rstrip("\n") for line in (*confirmed, *program.stdout)]


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


def test_before_every_single_step_of_restoring_there_is_a_whole_database(
    shop_file: Path, tmp_path: Path, fill: Callable[..., None]
) -> None:
    copies = [tmp_path / "copies" / "one.db", tmp_path / "copies" / "two.db"]
    copies[0].parent.mkdir()
    for number, copy in enumerate(copies):
        copy.write_bytes(shop_file.read_bytes())
        with closing(Database(f"sqlite:///{copy}")) as database:
            fill(database, {"key": f"only-{number}", "name": "Only here"})
    shutil.copy(copies[0], shop_file)
    command = [sys.executable, "-m", "tests.weather.at_work", "swap", str(shop_file), *map(str, copies)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found = ran.stdout.splitlines()
    assert set(found) == {"current Contents(people=2, visits=0, notes=0)"}
    assert len(found) > 10


def test_before_every_single_step_of_a_load_it_is_all_there_or_nothing(
    shop_file: Path, tmp_path: Path, shop_text: Callable[..., dict[str, Any]]
) -> None:
    crowd = [{"key": f"k{n}", "name": "Ann", "visits": [{"at": "2026-10-17T09:05"}]} for n in range(300)]
    (tmp_path / "crowd.json").write_text(json.dumps(shop_text(*crowd)))
    command = [
        sys.executable,
        "-m",
        "tests.weather.at_work",
        "load",
        str(shop_file),
        str(tmp_path / "crowd.json"),
    ]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found = ran.stdout.splitlines()
    # Of each cut a backup, and the database once it was opened again.
    nothing, everything = "1 0 0", "301 300 0"
    counts_from = found.index(everything)
    assert found == [nothing] * counts_from + [everything] * (len(found) - counts_from)
    assert counts_from > 10
    assert len(found) - counts_from > 10
