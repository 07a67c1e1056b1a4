"""No way back from forgetting, and none that is not told: files written before, and loaded after."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.people.changing.newcomers import Newcomer
from kiosk.storage.erasing import erase
from kiosk.storage.file.database import Database
from kiosk.storage.file.written import still_there
from kiosk.storage.newcomers import record_newcomer
from kiosk.storage.people import customer_ids

Kiosk = Callable[..., Any]


@pytest.fixture
def forget(shop: Database) -> Callable[[str], None]:
    def forget(key: str) -> None:
        with shop.reading() as session:
            id = customer_ids(session, [key])[key]
        erase(shop, id)

    return forget


@pytest.fixture
def export(kiosk: Kiosk, shop: Database, tmp_path: Path) -> Path:
    """What was exported before anybody was forgotten."""
    assert kiosk("export", tmp_path / "out.json").status == 0
    return tmp_path / "out.json"


def here(kiosk: Kiosk) -> set[str]:
    return {customer["key"] for customer in json.loads(kiosk("export").out)["customers"]}


def test_who_was_forgotten_is_not_loaded_again_and_that_is_told(
    kiosk: Kiosk, export: Path, forget: Callable[[str], None]
) -> None:
    forget("jack")
    ran = kiosk("load", export)
    assert ran.out.splitlines() == [
        "Loaded 3 customers and 1 members of staff.",
        "1 of those in the file were forgotten here, and stay so.",
        "Whoever came back is loaded with --came-back and their key in the file.",
    ]
    assert here(kiosk) == {"zoe", "shy", "walter"}
    assert "Jack" not in kiosk("export").out


def test_who_is_said_to_have_come_back_is_loaded_and_stays(
    kiosk: Kiosk, export: Path, forget: Callable[[str], None]
) -> None:
    forget("jack")
    forget("shy")
    assert kiosk("load", export, "--came-back", "jack").status == 0
    assert here(kiosk) == {"jack", "zoe", "walter"}
    assert kiosk("load", export).out.startswith("Loaded 3 customers")
    assert kiosk("greet", "2900000000018").out.startswith("Jack\n")


def test_a_key_that_is_not_in_the_file_came_back_by_mistake(
    refused: Callable[..., str], export: Path
) -> None:
    assert refused("load", export, "--came-back", "jake").startswith("--came-back: nobody in the file")


def test_who_joined_at_the_counter_and_was_forgotten_is_not_loaded_again(
    kiosk: Kiosk, shop: Database, forget: Callable[[str], None], tmp_path: Path
) -> None:
    with shop.writing() as session:
        record_newcomer(session, Newcomer("Nia"), "LOY-nia", None, datetime(2026, 11, 20, 9, tzinfo=UTC))
    kiosk("export", tmp_path / "out.json")
    (nia,) = here(kiosk) - {"jack", "zoe", "shy", "walter"}
    forget(nia)
    # The card is in other hands by now.
    with shop.writing() as session:
        record_newcomer(session, Newcomer("Ben"), "LOY-nia", None, datetime(2026, 11, 21, 9, tzinfo=UTC))
    assert kiosk("load", tmp_path / "out.json").out.startswith("Loaded 4 customers")
    assert nia not in here(kiosk)
    assert kiosk("greet", "LOY-nia").out.startswith("Ben\n")


def test_on_a_new_card_the_ledger_beside_the_copies_is_asked(
    kiosk: Kiosk, export: Path, forget: Callable[[str], None], tmp_path: Path
) -> None:
    forget("jack")
    kiosk("backup")
    for file in ("kiosk.db", "kiosk.db.forgotten"):
        (tmp_path / file).unlink()
    assert kiosk("load", export).status == 0
    assert here(kiosk) == {"zoe", "shy", "walter"}


def test_the_files_that_were_written_are_known_until_they_are_gone(
    kiosk: Kiosk, shop: Database, tmp_path: Path
) -> None:
    export, page, copy = tmp_path / "out.json", tmp_path / "page.pdf", tmp_path / "a\ncopy.db"
    kiosk("export", export)
    kiosk("briefing", "--pdf", page)
    kiosk("backup", copy)
    kiosk("export", export)
    kiosk("export", "/dev/null")
    kiosk("export", tmp_path / "kiosk.db")
    assert still_there(tmp_path / "kiosk.db") == [export, copy, page]
    page.unlink()
    assert still_there(tmp_path / "kiosk.db") == [export, copy]
    assert not {b"Jack", b"Zoe"} & set((tmp_path / "kiosk.db.written").read_bytes().split())


def test_where_nothing_can_be_kept_beside_the_data_an_export_is_written_all_the_same(
    kiosk: Kiosk, shop: Database, tmp_path: Path
) -> None:
    (tmp_path / "kiosk.db.written").mkdir()
    assert kiosk("export", tmp_path / "out.json").status == 0
    assert (tmp_path / "out.json").exists()
    assert still_there(tmp_path / "kiosk.db") == []
