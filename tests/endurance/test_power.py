"""The disks that forget: what was not synced may be gone, and what was is there."""

import shutil
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random

import pytest

from kiosk.storage.file.copies import make_copy
from kiosk.storage.file.failover import open_at_counter
from kiosk.storage.trouble import StorageTrouble
from tests.endurance.power.cuts import RIG, recording
from tests.endurance.power.forgetful import Call, ForgetfulFolder, calls_in, lay_out
from tests.endurance.rig import Trial
from tests.endurance.shop import WRITTEN_AT, make_shop, somebody

CHANCES = range(60)


@pytest.fixture
def folder(tmp_path: Path) -> ForgetfulFolder:
    """A folder in which “old” is kept, and “new” was just written: “b” behind an “a” that was synced."""
    (tmp_path / "old").write_bytes(b"kept")
    folder = ForgetfulFolder(tmp_path)
    for kind, descriptor, number, text in [
        ("o", 3, 0, b"new"),
        ("w", 3, 0, b"a" * 512),
        ("s", 3, 0, b""),
        ("w", 3, 512, b"b" * 1024),
    ]:
        folder.follow(Call(kind, descriptor, number, text and _in(tmp_path, kind, text), 0))
    return folder


def _in(folder: Path, kind: str, text: bytes) -> bytes:
    return f"{folder}/{text.decode()}".encode() if kind in "oul" else text


def found(folder: ForgetfulFolder, name: str) -> set[bytes | None]:
    """Whatever may be there under this name after a cut."""
    several = (folder.after_cut(Random(chance)) for chance in CHANCES)
    return {next((one[path] for path in one if path.endswith(name)), None) for one in several}


def test_a_name_lasts_when_its_folder_is_synced(folder: ForgetfulFolder, tmp_path: Path) -> None:
    assert None in found(folder, "new")
    folder.follow(Call("o", 4, 0, str(tmp_path).encode(), 0))
    folder.follow(Call("s", 4, 0, b"", 0))
    assert None not in found(folder, "new")


def test_bytes_that_were_not_synced_come_sector_by_sector_or_not_at_all(folder: ForgetfulFolder) -> None:
    synced, one, gap = b"a" * 512, b"b" * 512, bytes(512)
    assert found(folder, "new") - {None} == {synced, synced + one, synced + one + one, synced + gap + one}
    folder.follow(Call("s", 3, 0, b"", 0))
    assert found(folder, "new") - {None} == {synced + one + one}


def test_a_file_that_was_removed_may_come_back(folder: ForgetfulFolder, tmp_path: Path) -> None:
    folder.follow(Call("u", -1, 0, f"{tmp_path}/old".encode(), 0))
    assert found(folder, "old") == {b"kept", None}


@pytest.mark.skipif(not shutil.which("cc"), reason="there is no C compiler (cc) here")
def test_the_rig_finds_what_a_program_that_syncs_nothing_would_lose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ForgetfulFolder, "_sync", lambda *_: None)
    with pytest.raises((AssertionError, sqlite3.Error, StorageTrouble)):
        RIG.run(Trial(RIG, seed=1, amount=RIG.short, folder=tmp_path))


OPEN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from kiosk.storage.file.failover import open_at_counter
folder = Path(sys.argv[1])
open_at_counter(f"sqlite:///{folder}/kiosk.db", datetime.now(UTC), lambda: [folder / "backups"], True)
"""


@pytest.mark.skipif(not shutil.which("cc"), reason="there is no C compiler (cc) here")
def test_that_a_copy_took_the_place_of_the_data_is_told_after_a_power_cut_at_any_moment(
    tmp_path: Path,
) -> None:
    disk, record, after = tmp_path / "disk", tmp_path / "record", tmp_path / "after"
    disk.mkdir()
    database = disk / "kiosk.db"
    make_shop(database, [somebody(1)])
    made_on = date(2026, 11, 22)
    make_copy(database, disk / "backups", f"kiosk-000001-{made_on}.db", database)
    database.write_bytes(b"damaged " * 1000)
    folder = ForgetfulFolder(disk)
    subprocess.run([sys.executable, "-c", OPEN, disk], check=True, env=recording(disk, record))
    calls = list(calls_in(record.read_bytes()))
    in_place = f"{database}.coming\0{database}".encode()
    placed = next(number for number, call in enumerate(calls) if call.text == in_place)
    for number, call in enumerate(calls):
        folder.follow(call)
        for chance in range(10 if number >= placed and call.kind in "rsu" else 0):
            shutil.rmtree(after, ignore_errors=True)
            lay_out(folder.after_cut(Random(chance)), disk, after)
            opened = open_at_counter(
                f"sqlite:///{after}/kiosk.db", WRITTEN_AT, lambda: [after / "backups"], was_here=True
            )
            opened.database.close()
            assert opened.copy_of == made_on
