"""An encrypted copy is as good as a plain one to whoever has the words, and tells nobody else anything."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.encryption.keys import SecretKey, new_secret
from kiosk.encryption.streams import LONGEST_HEADER
from kiosk.storage.file import encrypted
from kiosk.storage.file.contents import look_into_copy
from kiosk.storage.file.copies import (
    copies_in,
    is_good,
    make_copy,
    make_encrypted_copy,
    name_of_next,
    rotate,
)
from kiosk.storage.file.database import Database
from kiosk.storage.file.encrypted import back_up_encrypted, encrypt_copy, is_as_written, is_encrypted
from kiosk.storage.file.forgotten import note_forgotten
from kiosk.storage.file.plain import LARGEST
from kiosk.storage.file.restoring import prepare, put_in_place
from kiosk.storage.trouble import StorageDamage, StorageTrouble

KEY = SecretKey.from_bytes(new_secret())
FIRST = date(2026, 9, 1)


@pytest.fixture
def shop(database: Database, database_file: Path, fill: Callable[..., None]) -> Path:
    fill(database, {"key": "ann", "name": "Ann Featherstone"})
    database.close()
    return database_file


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def copy(shop: Path, stick: Path, tmp_path: Path) -> Path:
    """A copy of the shop on a stick, made in the way of every night."""
    made = make_copy(shop, tmp_path / "backups", "kiosk-000001-2026-11-20.db", shop)
    return make_encrypted_copy(made, stick, shop, KEY.public)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def only_customer(shop: Path) -> UUID:
    with closing(sqlite3.connect(shop)) as connection:
        (id,) = connection.execute("SELECT id FROM customer").fetchone()
    return UUID(id)


def test_it_lies_there_with_its_digest_and_tells_nothing(copy: Path, stick: Path) -> None:
    assert names(stick) == ["kiosk-000001-2026-11-20.db.age", "kiosk-000001-2026-11-20.db.age.sha256"]
    content = copy.read_bytes()
    assert b"SQLite" not in content
    assert b"Featherstone" not in content
    told = subprocess.run(
        ["sha256sum", "--check", f"{copy.name}.sha256"], cwd=stick, capture_output=True, check=True
    )
    assert told.stdout.endswith(b": OK\n")


def test_it_takes_the_place_of_the_database_with_the_key(copy: Path, shop: Path, now: datetime) -> None:
    before = look_into_copy(shop)
    shop.unlink()
    put_in_place(copy, shop, now, KEY)
    assert look_into_copy(shop) == before
    assert not list(shop.parent.glob("*.coming*"))


def test_debians_age_opens_it_into_a_good_copy(age: str, copy: Path, tmp_path: Path) -> None:
    (tmp_path / "identity").write_text(KEY.code)
    out = tmp_path / "out.db"
    subprocess.run([age, "-d", "-i", str(tmp_path / "identity"), "-o", str(out), str(copy)], check=True)
    assert is_good(out)


def test_who_was_forgotten_stays_forgotten_whatever_the_copy_holds(
    copy: Path, shop: Path, now: datetime
) -> None:
    note_forgotten(shop, [only_customer(shop)], now + timedelta(days=1000))
    put_in_place(copy, shop, now, KEY)
    assert look_into_copy(shop)[1].people == 0


def test_the_ledger_beside_it_counts_too(copy: Path, shop: Path, now: datetime, stick: Path) -> None:
    note_forgotten(stick / "kiosk.db", [only_customer(shop)], now + timedelta(days=1000))
    put_in_place(copy, shop, now, KEY)
    assert look_into_copy(shop)[1].people == 0


@pytest.mark.parametrize(
    ("key", "sentence"),
    [(None, "This copy is encrypted"), (SecretKey.from_bytes(new_secret()), "encrypted for another key")],
)
def test_without_its_key_it_stays_closed_and_nothing_is_changed(
    key: SecretKey | None, sentence: str, copy: Path, shop: Path, now: datetime
) -> None:
    before = {file: file.read_bytes() for file in shop.parent.iterdir() if file.is_file()}
    with pytest.raises(StorageTrouble, match=sentence):
        put_in_place(copy, shop, now, key)
    assert {file: file.read_bytes() for file in shop.parent.iterdir() if file.is_file()} == before


def cut_off(copy: Path) -> None:
    os.truncate(copy, copy.stat().st_size // 2)


def cut_in_its_header(copy: Path) -> None:
    os.truncate(copy, 60)


def with_a_flipped_bit(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[-1000] ^= 1
    copy.write_bytes(content)


def lengthened(copy: Path) -> None:
    with copy.open("ab") as file:
        file.write(b"\0" * 4096)


def a_header_without_end(copy: Path) -> None:
    copy.write_bytes(b"age-encryption.org/v1\n" + b"-> x y\nQUFB\n" * LONGEST_HEADER)


def empty(copy: Path) -> None:
    copy.write_bytes(b"")


def garbage(copy: Path) -> None:
    copy.write_bytes(b"\xff" * 8192)


def a_link(copy: Path) -> None:
    shutil.move(copy, copy.with_name("elsewhere"))
    copy.symlink_to("elsewhere")


def a_pipe(copy: Path) -> None:
    copy.unlink()
    os.mkfifo(copy)


def without_end(copy: Path) -> None:
    os.truncate(copy, LARGEST + 1)


HARMS = [
    cut_off,
    cut_in_its_header,
    with_a_flipped_bit,
    lengthened,
    a_header_without_end,
    empty,
    garbage,
    a_link,
    a_pipe,
    without_end,
]


@pytest.mark.parametrize("harm", HARMS)
def test_what_is_not_as_it_was_written_is_no_good_copy_and_harms_nothing(
    harm: Callable[[Path], None], copy: Path, shop: Path, now: datetime
) -> None:
    assert is_good(copy)
    harm(copy)
    assert not is_good(copy)
    before = {file: file.read_bytes() for file in shop.parent.iterdir() if file.is_file()}
    with pytest.raises(StorageDamage) as refused:
        put_in_place(copy, shop, now, KEY)
    assert str(refused.value).endswith(".")
    assert {file: file.read_bytes() for file in shop.parent.iterdir() if file.is_file()} == before


def test_what_somebody_else_encrypted_for_us_is_taken_no_more_than_any_hostile_copy(
    shop: Path, now: datetime, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.db"
    theirs.write_text("Dear diary, this is no database. " * 40)
    encrypt_copy(theirs, tmp_path / "theirs.age", KEY.public)
    with pytest.raises(StorageDamage, match="not a database"):
        prepare(tmp_path / "theirs.age", tmp_path / "coming.db", shop, now, KEY)


def test_a_copy_whose_digest_is_gone_is_not_known_to_be_good_but_still_opens(
    copy: Path, shop: Path, now: datetime
) -> None:
    copy.with_name(f"{copy.name}.sha256").unlink()
    assert not is_as_written(copy)
    put_in_place(copy, shop, now, KEY)


def test_a_stick_that_gives_back_something_else_is_told_and_no_copy_is_left(
    shop: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(reading: object) -> str:
        return hashlib.sha256(b"something else").hexdigest()

    monkeypatch.setattr(encrypted, "_hash", forgetful)
    copy = make_copy(shop, shop.parent / "backups", "kiosk-000001-2026-11-20.db", shop)
    with pytest.raises(StorageTrouble, match="does not hold what was written to it, and was removed"):
        make_encrypted_copy(copy, stick, shop, KEY.public)
    assert names(stick) == []


def test_a_full_stick_leaves_no_half_of_a_copy(shop: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match=r"^The backup could not be made .* unharmed\.$"):
        encrypt_copy(shop, tmp_path / "nowhere" / "copy.age", KEY.public)
    (tmp_path / "copy.age").write_text("precious")
    with pytest.raises(StorageTrouble, match="already there and was left as it is"):
        encrypt_copy(shop, tmp_path / "copy.age", KEY.public)
    assert (tmp_path / "copy.age").read_text() == "precious"


def test_a_database_is_encrypted_at_once_and_nothing_plain_is_left(shop: Path, tmp_path: Path) -> None:
    before = set(shop.parent.iterdir())
    back_up_encrypted(shop, tmp_path / "copy.age", KEY.public)
    made = {tmp_path / "copy.age", tmp_path / "copy.age.sha256"}
    assert set(shop.parent.iterdir()) - before == made
    assert is_encrypted(tmp_path / "copy.age")


def test_a_database_that_is_no_good_makes_no_encrypted_copy(shop: Path, tmp_path: Path) -> None:
    shop.write_text("Dear diary, this is no database. " * 40)
    with pytest.raises(StorageTrouble, match="The backup could not be made"):
        back_up_encrypted(shop, tmp_path / "copy.age", KEY.public)
    assert not list(tmp_path.glob("copy.age*"))
    assert not list(tmp_path.glob("*.leaving"))


def a_night(shop: Path, stick: Path, night: date, public: str | None) -> None:
    name = name_of_next([stick], shop, night)
    plain = Path(shutil.copy(shop, stick.parent / name))
    if public is None:
        shutil.copy(plain, stick / name)
        rotate(stick, shop)
    else:
        make_encrypted_copy(plain, stick, shop, public)
    plain.unlink()


def test_copies_of_both_kinds_are_thinned_as_one_row(shop: Path, stick: Path) -> None:
    stick.mkdir()
    for n in range(30):
        a_night(shop, stick, FIRST + timedelta(days=n), None)
    for n in range(30, 34):
        a_night(shop, stick, FIRST + timedelta(days=n), KEY.public)
    copies = copies_in([stick], shop)
    assert [one.is_encrypted for one in copies] == [True] * 4 + [False] * 7
    assert [one.number for one in copies[:7]] == [34, 33, 32, 31, 30, 29, 28]
    for n in range(34, 90):
        a_night(shop, stick, FIRST + timedelta(days=n), KEY.public)
    assert all(one.is_encrypted for one in copies_in([stick], shop))
    # Every copy has its digest, and none is left of those that went.
    assert len(names(stick)) == 2 * 11


def test_damaged_ones_do_not_push_out_the_last_good_one(shop: Path, stick: Path) -> None:
    stick.mkdir()
    a_night(shop, stick, FIRST, KEY.public)
    for n in range(1, 30):
        (stick / f"kiosk-{n + 1:06}-{FIRST + timedelta(days=n)}.db.age").write_bytes(b"\xff" * 800)
    rotate(stick, shop)
    assert copies_in([stick], shop)[-1].number == 1


def test_no_link_on_a_stick_leads_a_copy_elsewhere(shop: Path, stick: Path) -> None:
    precious = shop.with_name("precious")
    precious.write_text("kept")
    stick.mkdir()
    name = "kiosk-000001-2026-11-20.db.age"
    for ending in (".unfinished", ".sha256", ".sha256.unfinished"):
        (stick / f"{name}{ending}").symlink_to(precious)
    copy = make_copy(shop, shop.parent / "backups", name.removesuffix(".age"), shop)
    assert is_good(make_encrypted_copy(copy, stick, shop, KEY.public))
    assert precious.read_text() == "kept"
