"""Loading from text, as the command does it, and databases beside the first one."""

import json
import shutil
from collections.abc import Callable, Collection
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.exchange import shop_file
from kiosk.exchange.loading import load
from kiosk.exchange.shop_file import ShopFile, ShopFileError
from kiosk.storage.file.database import Database


@pytest.fixture(scope="session")
def load_text(now: datetime) -> Callable[..., None]:
    """Load the text of a shop file."""

    def load_text(database: Database, text: str, at: datetime = now) -> None:
        load(database, shop_file.read(text), now=at)

    return load_text


@pytest.fixture(scope="session")
def elsewhere(
    empty_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
    exported: Callable[[Database], str],
    now: datetime,
) -> Callable[..., str]:
    """What another machine exports after loading this file."""
    file = tmp_path_factory.mktemp("elsewhere") / "kiosk.db"

    def elsewhere(shop: ShopFile, left_out: Collection[str] = ()) -> str:
        shutil.copy(empty_file, file)
        with closing(Database(f"sqlite:///{file}")) as database:
            load(database, shop, now=now, left_out=left_out)
            return exported(database)

    return elsewhere


@pytest.fixture
def refusal(
    database: Database,
    load_text: Callable[..., None],
    fill: Callable[..., None],
    exported: Callable[[Database], str],
) -> Callable[[str | dict[str, Any]], str]:
    """The sentence that answers a file; nothing of it is in the database afterwards."""
    fill(database, {"key": "olga", "name": "Olga", "cards": [{"number": "2900000000445"}]})

    def refusal(file: str | dict[str, Any]) -> str:
        before = exported(database)
        with pytest.raises(ShopFileError) as caught:
            load_text(database, file if isinstance(file, str) else json.dumps(file))
        assert exported(database) == before
        return str(caught.value)

    return refusal
