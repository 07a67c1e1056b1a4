"""Commands at work on the file of a busy counter, each a process of its own: nobody misses a greeting."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from kiosk.desk import Desk
from kiosk.locale import Speech
from kiosk.people.greeting.outcomes import Outcome
from kiosk.storage.file.database import Database
from tests.serving import serve

KNOWN, COMING = 40, 1500
Start = Callable[..., subprocess.Popen[str]]


def people(key: str, many: int) -> list[dict[str, Any]]:
    day = [{"month": 11, "day": 24}]
    return [
        {"key": f"{key}{n}", "name": "Ann", "cards": [{"number": f"LOY-{key}{n}"}], "important_dates": day}
        for n in range(many)
    ]


@pytest.fixture
def file(empty_file: Path, tmp_path: Path) -> Path:
    """The database file of the shop."""
    file = tmp_path / "shop.db"
    file.write_bytes(empty_file.read_bytes())
    return file


@pytest.fixture
def shop(file: Path, fill: Callable[..., None]) -> Iterator[Database]:
    """Those who come to the counter."""
    with closing(Database.at(file)) as database:
        fill(database, *people("known", KNOWN))
        yield database


@pytest.fixture
def start(tmp_path: Path, file: Path) -> Iterator[Start]:
    """Starts a command on the shop's file; whatever still runs after the test is killed."""
    config = tmp_path / "kiosk.toml"
    config.write_text(f'[database]\nurl = "sqlite:///{file}"\n[backup]\nusb = false\n')
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "kiosk", "--config", config, *arguments]
        running.append(
            subprocess.Popen(
                list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
        )
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture
def coming(tmp_path: Path, shop_text: Callable[..., dict[str, Any]]) -> Path:
    """A shop file with many who have never been here."""
    coming = tmp_path / "coming.json"
    coming.write_text(json.dumps(shop_text(*people("new", COMING))))
    return coming


def greet_while(database: Database, words: Speech, begin: datetime, goes_on: Callable[[], bool]) -> int:
    """Greet those who are known, again and again, each time a visit; returns how many were."""
    now = [begin]
    desk = Desk(database, words, lambda: now[0])
    for number in count():
        if number >= KNOWN and not goes_on():
            return number
        now[0] = begin + timedelta(hours=number // KNOWN, seconds=number % KNOWN)
        answer = serve(desk, f"LOY-known{number % KNOWN}")
        assert (answer.greeting.outcome, answer.trouble) == (Outcome.WELCOME, "")
    raise AssertionError


def counted(file: Path) -> tuple[int, int]:
    """The people and the visits in a database file, which is whole."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        people, visits = (
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("customer", "visit")
        )
    return people, visits


def test_everybody_is_greeted_while_load_export_backup_and_doctor_are_at_work(
    shop: Database, file: Path, start: Start, coming: Path, words: Speech, now: datetime
) -> None:
    load, exported, copy = start("load", coming), file.with_name("out.json"), file.with_name("copy.db")
    others = [start("export", exported), start("backup", copy), start("doctor")]
    greeted = greet_while(
        shop, words, now, lambda: any(process.poll() is None for process in [load, *others])
    )
    told, _ = load.communicate()
    assert told == f"Loaded {COMING} customers and 1 members of staff.\n"
    # What a doctor finds on the machine of a test is not the matter here.
    assert [process.returncode for process in (load, *others[:2])] == [0, 0, 0]
    assert counted(file) == (KNOWN + COMING, greeted)
    all_or_none = {KNOWN, KNOWN + COMING}
    assert counted(copy)[0] in all_or_none
    assert len(json.loads(exported.read_text())["customers"]) in all_or_none


def test_a_load_that_is_killed_while_somebody_is_greeted_costs_no_visit(
    shop: Database, file: Path, start: Start, coming: Path, words: Speech, now: datetime
) -> None:
    load = start("load", coming)

    def has_begun() -> bool:
        with closing(sqlite3.connect(file, timeout=10)) as connection:
            (people,) = connection.execute("SELECT count(*) FROM customer").fetchone()
        return bool(people > KNOWN)

    greeted = greet_while(shop, words, now, lambda: not has_begun())
    load.kill()
    load.wait()
    assert counted(file)[0] > KNOWN
    assert start("migrate").wait() == 0
    assert counted(file) == (KNOWN + COMING, greeted)
