"""`kiosk load`, `export`, `migrate` and `backup`: data in and out, told in sentences."""

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.exchange import shop_file
from kiosk.storage.file.database import Database

Kiosk = Callable[..., Any]
Refused = Callable[..., str]
ShopText = Callable[..., dict[str, Any]]


def complete(command: str, folder: Path) -> list[str]:
    """The command with the file or card that it needs."""
    needs = {"load": [folder / "shop.json"], "backup": [folder / "copy.db"]}
    return [command, *map(str, needs.get(command, [])), *(["LOY-1"] if command == "greet" else [])]


@pytest.fixture
def file(tmp_path: Path, shop_text: ShopText) -> Path:
    """A shop file with Ann in it."""
    file = tmp_path / "shop.json"
    file.write_text(json.dumps(shop_text({"key": "ann", "name": "Ann", "cards": [{"number": "LOY-1"}]})))
    return file


def test_a_file_is_loaded_into_a_database_that_is_made_for_it(kiosk: Kiosk, file: Path) -> None:
    ran = kiosk("load", file)
    assert (ran.status, ran.out, ran.err) == (0, "Loaded 1 customers and 1 members of staff.\n", "")
    assert kiosk("greet", "LOY-1").out.startswith("Ann\n")


def test_progress_is_no_part_of_the_output(kiosk: Kiosk, tmp_path: Path, shop_text: ShopText) -> None:
    many = [{"key": f"k{n}", "name": "Ann"} for n in range(2000)]
    (tmp_path / "many.json").write_text(json.dumps(shop_text(*many)))
    assert kiosk("load", tmp_path / "many.json").out == "Loaded 2000 customers and 1 members of staff.\n"


def test_an_export_is_the_same_in_a_file_and_on_the_terminal(
    kiosk: Kiosk, shop: Database, tmp_path: Path
) -> None:
    to_file, to_terminal = kiosk("export", tmp_path / "out.json"), kiosk("export")
    assert (to_file.status, to_file.out, to_terminal.status) == (0, "", 0)
    assert (tmp_path / "out.json").read_text("utf-8") == to_terminal.out
    assert {left.name for left in tmp_path.iterdir()} == {
        "kiosk.db",
        "kiosk.db.written",
        "kiosk.toml",
        "out.json",
    }


def test_an_export_loads_again_and_changes_nothing(kiosk: Kiosk, shop: Database, tmp_path: Path) -> None:
    once = kiosk("export", tmp_path / "out.json") and kiosk("export").out
    assert kiosk("load", tmp_path / "out.json").status == 0
    assert kiosk("export").out == once


def test_a_file_that_names_no_shop_belongs_to_the_one_of_the_settings(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "shop.json").write_text('{"customers": [{"key": "ann", "name": "Ann"}]}')
    assert kiosk("load", tmp_path / "shop.json").status == 0
    assert json.loads(kiosk("export").out)["shop"] == {"name": "Corner Bakery", "time_zone": "Europe/London"}


def test_a_file_that_cannot_be_loaded_is_named_and_nothing_is_changed(
    kiosk: Kiosk, refused: Refused, shop: Database, tmp_path: Path
) -> None:
    before = kiosk("export").out
    (tmp_path / "wrong.json").write_text('{"customers": [{"key": "ann", "name": "Ann", "cardz": []}]}')
    assert refused("load", tmp_path / "wrong.json") == (
        f"{tmp_path / 'wrong.json'} was not loaded, and nothing was changed. "
        "customers[0].cardz: there is no such key in a shop file."
    )
    assert kiosk("export").out == before


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n\x1a\n\x00", b"\xff\xfe{\x00}\x00", b"[" * 100_000, b"{}}", b'{"format": 9}'],
)
def test_what_is_no_shop_file_is_told(content: bytes, refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_bytes(content)
    assert "was not loaded, and nothing was changed" in refused("load", tmp_path / "odd.json")
    assert not (tmp_path / "kiosk.db").exists()


def test_a_payment_card_in_a_file_is_refused_and_not_repeated(
    refused: Refused, tmp_path: Path, shop_text: ShopText
) -> None:
    card = {"key": "ann", "name": "Ann", "cards": [{"number": "4111111111111111"}]}
    (tmp_path / "shop.json").write_text(json.dumps(shop_text(card)))
    sentence = refused("load", tmp_path / "shop.json")
    assert "customers[0].cards[0].number" in sentence
    assert "4111" not in sentence


@pytest.mark.parametrize("name", ["none.json", ".", ""])
def test_a_file_that_cannot_be_read_is_told(name: str, refused: Refused, tmp_path: Path) -> None:
    assert "cannot be read" in refused("load", tmp_path / name if name else "")


@pytest.mark.parametrize("name", ["pipe", "/dev/zero"])
def test_a_file_that_may_never_end_is_not_read(name: str, refused: Refused, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused("load", tmp_path / name) == f"{tmp_path / name} cannot be read: it is not a file."


def test_a_pipe_that_nobody_reads_is_not_waited_for(refused: Refused, shop: Database, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for command in [("export",), ("briefing", "--pdf")]:
        assert "cannot be written" in refused(*command, tmp_path / "pipe")


@pytest.mark.parametrize("name", ["nowhere/out.json", "folder", "", "/", ".."])
def test_a_place_that_cannot_be_written_is_told(
    name: str, refused: Refused, shop: Database, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    place = tmp_path / name if name not in ("", "/", "..") else name
    assert "cannot be written" in refused("export", place)
    assert {left.name for left in tmp_path.iterdir()} == {"kiosk.db", "kiosk.toml", "folder"}


def test_an_old_export_is_replaced_whole(
    kiosk: Kiosk, shop: Database, fill: Callable[..., None], tmp_path: Path
) -> None:
    assert kiosk("export", tmp_path / "out.json").status == 0
    fill(shop, {"key": "new", "name": "New"})
    assert kiosk("export", tmp_path / "out.json").status == 0
    assert (tmp_path / "out.json").read_text("utf-8") == kiosk("export").out
    assert '"key": "new"' in kiosk("export").out


@pytest.mark.parametrize("people", [0, 1])
def test_every_export_is_known_by_its_beginning(people: int) -> None:
    customers = (shop_file.Customer(key="ann", name="Ann"),) * people
    assert shop_file.write(shop_file.ShopFile(customers=customers)).encode().startswith(shop_file.BEGINNING)


@pytest.mark.parametrize("command", [("export",), ("briefing", "--pdf"), ("backup",)])
@pytest.mark.parametrize("name", ["kiosk.db", "kiosk.toml", "copy.db", "link", "twin", "my-shop.json"])
def test_no_command_writes_over_anything_that_it_did_not_write(
    name: str, command: tuple[str, ...], kiosk: Kiosk, refused: Refused, shop: Database, tmp_path: Path
) -> None:
    kiosk("backup", tmp_path / "copy.db")
    (tmp_path / "link").symlink_to(tmp_path / "kiosk.db")
    (tmp_path / "twin").hardlink_to(tmp_path / "kiosk.toml")
    (tmp_path / "my-shop.json").write_text('{"format": 1, "customers": []}')
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert "left as it" in refused(*command, tmp_path / name)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize("command", ["export", "greet", "backup"])
def test_what_is_not_there_yet_is_told_and_not_made(command: str, refused: Refused, tmp_path: Path) -> None:
    assert f"There is no database at {tmp_path / 'kiosk.db'} yet" in refused(*complete(command, tmp_path))
    assert [left.name for left in tmp_path.iterdir()] == ["kiosk.toml"]


def test_migrating_makes_the_database_and_then_has_nothing_to_do(kiosk: Kiosk, tmp_path: Path) -> None:
    for _ in range(2):
        ran = kiosk("migrate")
        assert (ran.status, ran.out, ran.err) == (0, "The database is up to date.\n", "")
    assert {left.name for left in tmp_path.iterdir()} == {"kiosk.db", "kiosk.toml"}


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'from-tomorrow'")


def test_a_newer_database_is_left_as_it_is(
    refused: Refused, kiosk: Kiosk, shop: Database, database_file: Path, file: Path
) -> None:
    newer(database_file)
    before = database_file.read_bytes()
    assert refused("migrate") == (
        "The database is newer than this program and was left as it is. Update the program."
    )
    assert refused("load", file) == "The database is newer than this program. Update the program first."
    assert kiosk("greet", "2900000000018").status == 0
    assert database_file.read_bytes() == before


@pytest.mark.parametrize("command", ["migrate", "export", "load", "backup"])
def test_a_file_that_is_no_database_is_told_and_left_as_it_is(
    command: str, refused: Refused, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "kiosk.db").write_text("Dear diary, this is no database. " * 40)
    before = (tmp_path / "kiosk.db").read_bytes()
    assert "not a database" in refused(*complete(command, tmp_path))
    assert (tmp_path / "kiosk.db").read_bytes() == before


def test_a_backup_is_made_once(kiosk: Kiosk, refused: Refused, shop: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    ran = kiosk("backup", copy)
    assert (ran.status, ran.out) == (0, f"The backup is at {copy} and has passed its check.\n")
    before = copy.read_bytes()
    assert "is already there and was left as it is" in refused("backup", copy)
    assert copy.read_bytes() == before


@pytest.mark.parametrize("name", ["", ".", "/", ".."])
def test_a_backup_over_a_folder_is_refused(name: str, refused: Refused, shop: Database) -> None:
    assert "is already there" in refused("backup", name)


@pytest.mark.parametrize("address", ["kiosk.db", "postgresql://host:port/kiosk", "oracle8://x"])
@pytest.mark.parametrize("command", ["migrate", "export", "load", "backup", "greet"])
def test_an_address_that_leads_nowhere_is_told(
    command: str, address: str, refused: Refused, config: Path, file: Path, tmp_path: Path
) -> None:
    config.write_text(f'[database]\nurl = "{address}"')
    sentence = refused(*complete(command, tmp_path))
    assert "database.url" in sentence or "Only an SQLite database" in sentence


def test_another_time_zone_in_the_settings_is_the_one_that_counts(
    kiosk: Kiosk, shop: Database, config: Path
) -> None:
    config.write_text(config.read_text().replace("Europe/London", "Pacific/Auckland"))
    printed = json.loads(kiosk("greet", "2900000000018", "--at", "2026-11-18T20:00+00:00", "--json").out)
    assert printed["cues"][0]["title"] == "Birthday today"
