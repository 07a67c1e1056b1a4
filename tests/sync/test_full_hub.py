"""The disk of the hub is full."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.sync.hub.refusals import HubError
from tests.disks import mounted
from tests.postgres import Postgres, postgres_in
from tests.sync.counters import SharingCounter, all_meet, new_hub
from tests.sync.test_sharing import greets_newcomer


@pytest.fixture
def disk() -> Iterator[Path]:
    """One of 120 MB, at a path that is short enough for a socket."""
    with TemporaryDirectory(prefix="hub") as name, mounted(Path(name), "120m") as disk:
        yield disk


@pytest.fixture
def small_postgres(disk: Path) -> Iterator[Postgres]:
    with postgres_in(disk) as server:
        yield server


def fill(disk: Path) -> Path:
    """Until nothing more can be written; returns what it is filled with."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1 << 16))
        except OSError:
            return filler


def test_a_hub_whose_disk_is_full_says_so_and_hears_everything_later(
    small_postgres: Postgres, disk: Path, tmp_path: Path
) -> None:
    shop = new_hub(small_postgres)
    with (
        SharingCounter(small_postgres, shop, tmp_path / "1.db", "1") as first,
        SharingCounter(small_postgres, shop, tmp_path / "2.db", "2") as second,
    ):
        greets_newcomer(first, "Mia", "2900000000000")
        all_meet(first, second)
        filler = fill(disk)
        # What is told goes into pages that are there, until one more is needed.
        for number in range(1, 300):
            greets_newcomer(first, "Jack", f"29{number:011}")
        with pytest.raises(HubError, match=r"The hub cannot (take it just now|be reached)"):
            first.meets()
        filler.unlink()
        if not small_postgres.runs:
            small_postgres.start()
        for counter in (first, second):
            counter.hub.close()
        all_meet(first, second)
        assert len(second.contents()["customer"]) == 300
        assert first.contents() == second.contents()
