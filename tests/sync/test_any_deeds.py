"""Whatever is done at several counters, and whenever they meet: in the end all know the same."""

from pathlib import Path
from random import Random

import pytest

from tests.postgres import Postgres
from tests.sync.shops import live


@pytest.mark.parametrize("seed", range(5))
def test_counters_that_meet_now_and_then_know_the_same_in_the_end(
    postgres: Postgres, tmp_path: Path, seed: int
) -> None:
    live(postgres, tmp_path, Random(seed), deeds=120, has_faults=False)


@pytest.mark.parametrize("seed", range(5))
def test_whatever_goes_wrong_all_know_the_same_in_the_end(
    postgres: Postgres, tmp_path: Path, seed: int
) -> None:
    """Lost replies, power cuts, clocks wrong by years, copies put in place, empty disks, a hub set back."""
    live(postgres, tmp_path, Random(seed), deeds=100, has_faults=True)
