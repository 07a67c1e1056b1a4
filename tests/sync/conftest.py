"""A hub, and counters that share what they know by it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.postgres import Postgres
from tests.sync.counters import SharingCounter, new_hub

Join = Callable[..., SharingCounter]


@pytest.fixture
def join(postgres: Postgres, tmp_path: Path) -> Iterator[Join]:
    """Opens counters of one shop, each with a file of its own, by their names."""
    shop = new_hub(postgres)
    with ExitStack() as opened:

        def join(name: str) -> SharingCounter:
            return opened.enter_context(SharingCounter(postgres, shop, tmp_path / f"{name}.db", name))

        yield join
