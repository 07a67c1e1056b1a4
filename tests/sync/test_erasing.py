"""What was forgotten is gone from the files of PostgreSQL."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.storage.erasing import erase
from kiosk.sync.hub.erasing import erase_deleted
from kiosk.sync.hub.making import administering
from tests.postgres import Postgres, running_postgres
from tests.sync.counters import SharingCounter, all_meet, new_hub
from tests.sync.test_sharing import greets_newcomer, note_of

NAME = "Okafor-Lindqvist"


@pytest.fixture
def own_postgres() -> Iterator[Postgres]:
    """A server of this test alone: what is in its files was put there by it."""
    with running_postgres() as server:
        yield server


def files_with(postgres: Postgres, words: str) -> list[str]:
    """The files of the server in which these words stand."""
    found = subprocess.run(
        ["grep", "-rlaF", words, postgres.folder], capture_output=True, text=True, check=False
    )
    return found.stdout.splitlines()


def test_who_was_forgotten_is_gone_from_the_hubs_files_and_its_log_of_writes(
    own_postgres: Postgres, tmp_path: Path
) -> None:
    shop = new_hub(own_postgres)
    with SharingCounter(own_postgres, shop, tmp_path / "1.db", "1") as counter:
        jack = greets_newcomer(counter, f"Jack {NAME}", "2900000000018")
        note_of(counter, jack, f"{NAME} likes the window")
        greets_newcomer(counter, "Mia Berg", "2900000000025")
        all_meet(counter)
        with administering(own_postgres.admin) as admin:
            admin.execute("ANALYZE")
        erase(counter.database, jack)
        all_meet(counter)
        assert files_with(own_postgres, NAME)
        with administering(own_postgres.admin) as admin:
            assert erase_deleted(admin)
        assert files_with(own_postgres, NAME) == files_with(own_postgres, "2900000000018") == []
        assert files_with(own_postgres, "Mia Berg")
        all_meet(counter)
        assert [row["name"] for row in counter.contents()["customer"]] == ["Mia Berg"]


def test_where_nothing_was_deleted_nothing_is_written_anew(
    join: Callable[..., SharingCounter], postgres: Postgres
) -> None:
    counter = join("1")
    jack = greets_newcomer(counter, "Jack", "2900000000018")
    all_meet(counter)
    with administering(postgres.admin) as admin:
        erase_deleted(admin)
        assert not erase_deleted(admin)
    erase(counter.database, jack)
    all_meet(counter)
    with administering(postgres.admin) as admin:
        assert erase_deleted(admin)
