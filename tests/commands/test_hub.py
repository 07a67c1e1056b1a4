"""`kiosk hub` and `kiosk sync`, as they are typed."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from kiosk.storage.file.database import Database
from kiosk.sync.hub import cluster
from kiosk.sync.hub.making import administering, admit, revoke
from kiosk.sync.hub.membership import Membership, from_code
from tests.postgres import Postgres
from tests.sync.counters import SharingCounter, all_meet, new_hub

Kiosk = Callable[..., Any]


@pytest.fixture
def hub(postgres: Postgres) -> int:
    """A hub; its shop's number."""
    return new_hub(postgres)


@pytest.fixture
def other(postgres: Postgres, hub: int, tmp_path: Path) -> Iterator[SharingCounter]:
    """Another counter that shares already."""
    with SharingCounter(postgres, hub, tmp_path / "other.db", "2") as counter:
        yield counter


@pytest.fixture
def code(postgres: Postgres, hub: int) -> str:
    """What lets a counter in that is called 1."""
    with administering(postgres.admin) as admin:
        role, password = admit(admin, hub, "1")
    return Membership("127.0.0.1", postgres.port, hub, role, password).code()


def names(counter: SharingCounter) -> list[str]:
    return sorted(row["name"] for row in counter.contents()["customer"])


def test_a_counter_that_joined_tells_what_it_knows(
    kiosk: Kiosk, shop: Database, other: SharingCounter, code: str, config: Path
) -> None:
    assert kiosk("hub", "join", code).status == 0
    command = [sys.executable, "-m", "kiosk", "--config", str(config), "sync"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "The hub is met" in process.stderr.readline()
        all_meet(other)
        assert names(other) == ["Henrik", "Jack Okafor", "Walter", "Zoe Okafor"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0


def test_how_far_each_counter_is_is_told(
    kiosk: Kiosk, shop: Database, other: SharingCounter, code: str
) -> None:
    kiosk("hub", "join", code)
    all_meet(other)
    first, second = kiosk("hub", "status").out.splitlines()
    assert first == "1: has never been here; 0 changes to tell, 0 to hear"
    assert second == "2: was here just now; 0 changes to tell, 0 to hear"


def test_who_leaves_keeps_all_and_notes_nothing_more(
    kiosk: Kiosk, shop: Database, hub: int, code: str
) -> None:
    kiosk("hub", "join", code)
    assert kiosk("hub", "leave").status == 0
    with shop.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM customer")) == 4
        assert not session.scalars(text("SELECT name FROM sqlite_master WHERE name GLOB 'sync_*'")).all()
    assert kiosk("greet", "2900000000018").out.startswith("Jack\n")
    assert kiosk("hub", "join", code).status == 0


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("2900000000018", "This is not the code of a hub."),
        ("KIOSKHUB1|192.168.1.2|5440|1|k_1", "The code is not whole."),
        ("KIOSKHUB1|192.168.1.2|5440|1|k_1|secret|short", "The code is not whole."),
        ("KIOSKHUB1|192.168.1.2|port|1|k_1|secret|", "The code is not whole."),
    ],
)
def test_a_wrong_code_changes_nothing(
    refused: Callable[..., str], shop: Database, wrong: str, told: str
) -> None:
    assert told in refused("hub", "join", wrong)
    with shop.reading() as session:
        assert not session.scalars(text("SELECT name FROM sqlite_master WHERE name GLOB 'sync_*'")).all()


def test_a_hub_that_does_not_answer_changes_nothing(
    refused: Callable[..., str], shop: Database, code: str
) -> None:
    member = from_code(code)
    nowhere = Membership("127.0.0.1", 1, member.shop, member.role, member.password).code()
    assert "The hub cannot be reached." in refused("hub", "join", nowhere)
    assert "has not joined a hub" in refused("hub", "status")


def test_a_counter_that_was_revoked_is_let_in_no_more(
    refused: Callable[..., str], kiosk: Kiosk, shop: Database, postgres: Postgres, hub: int, code: str
) -> None:
    kiosk("hub", "join", code)
    with administering(postgres.admin) as admin:
        assert revoke(admin, hub, "1") == 1
    assert "The hub lets this counter in no more" in refused("hub", "status")
    assert kiosk("greet", "2900000000018").out.startswith("Jack\n")


@pytest.mark.skipif(os.geteuid() != 0, reason="an administrator is asked for first")
@pytest.mark.parametrize("command", [("erase",), ("invite", "2"), ("revoke", "2")])
def test_what_only_the_hub_can_do_is_said_on_another_machine(
    refused: Callable[..., str],
    config: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
) -> None:
    monkeypatch.setattr(cluster, "CONFIGURATION", tmp_path)
    assert "There is no hub on this machine" in refused("hub", *command)


def test_a_counter_joins_once(refused: Callable[..., str], kiosk: Kiosk, shop: Database, code: str) -> None:
    kiosk("hub", "join", code)
    assert "has joined a hub already" in refused("hub", "join", code)


def test_without_a_hub_there_is_nothing_to_exchange(refused: Callable[..., str], shop: Database) -> None:
    assert "has not joined a hub" in refused("sync")


def test_a_restored_copy_shares_again(
    kiosk: Kiosk, shop: Database, other: SharingCounter, code: str, tmp_path: Path
) -> None:
    kiosk("hub", "join", code)
    copy = tmp_path / "copy.db"
    assert kiosk("backup", copy).status == 0
    with closing(Database(f"sqlite:///{tmp_path / 'kiosk.db'}")) as database, database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM sync_log"))
    restored = kiosk("restore", copy)
    assert restored.status == 0, restored.err
