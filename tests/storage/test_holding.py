"""A database is held by one program for one purpose; nothing that is left behind keeps anybody out."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.storage.file.holding import holding

HOLDER = """
import sys
from pathlib import Path
from kiosk.storage.file.holding import holding
with holding(Path(sys.argv[1]), "counter") as is_ours:
    print(is_ours, flush=True)
    sys.stdin.read()
"""


def is_free(database: Path, what: str = "counter") -> bool:
    with holding(database, what) as is_ours:
        return is_ours


def test_one_holds_it_until_done_and_then_the_next(tmp_path: Path) -> None:
    database = tmp_path / "kiosk.db"
    with holding(database, "counter") as first:
        assert first
        assert not is_free(database)
        assert is_free(database, "another purpose")
        assert is_free(tmp_path / "other.db")
    assert is_free(database)


def test_one_file_by_two_names_is_held_once(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "kiosk.db")
    with holding(tmp_path / "kiosk.db", "counter"):
        assert not is_free(tmp_path / "link.db")


def test_a_program_that_is_killed_leaves_nothing_held(tmp_path: Path) -> None:
    database = tmp_path / "kiosk.db"
    command = [sys.executable, "-c", HOLDER, str(database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert not is_free(database)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        assert is_free(database)


def test_the_folder_is_made_for_it(tmp_path: Path) -> None:
    assert is_free(tmp_path / "new" / "kiosk.db")
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["kiosk.db.counter-lock"]


def test_where_no_lock_can_be_had_nobody_is_kept_out(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db.counter-lock").mkdir()
    with holding(tmp_path / "kiosk.db", "counter") as first:
        assert first
        assert is_free(tmp_path / "kiosk.db")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes files for others")
def test_what_root_has_made_is_the_kiosks_to_take(tmp_path: Path) -> None:
    os.chown(tmp_path, 12345, 12345)
    assert is_free(tmp_path / "kiosk.db")
    assert (tmp_path / "kiosk.db.counter-lock").stat().st_uid == 12345
