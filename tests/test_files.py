"""Nothing is written over but an earlier file of the same kind, and what may never end is not read."""

import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kiosk import files
from kiosk.files import read_whole, write_whole

OLD, NEW = b"%PDF-1.4 yesterday", b"%PDF-1.7 today"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Something else, which is worth keeping."""
    file = tmp_path / "other"
    file.write_bytes(b"SQLite format 3\0 and all that the shop knows")
    return file


def same(file: Path, tmp_path: Path) -> Path:
    return file


def a_symbolic_link(file: Path, tmp_path: Path) -> Path:
    (tmp_path / "link").symlink_to(file)
    return tmp_path / "link"


def a_link_to_a_link(file: Path, tmp_path: Path) -> Path:
    (tmp_path / "further").symlink_to(a_symbolic_link(file, tmp_path))
    return tmp_path / "further"


def a_hard_link(file: Path, tmp_path: Path) -> Path:
    (tmp_path / "link").hardlink_to(file)
    return tmp_path / "link"


WAYS = [same, a_symbolic_link, a_link_to_a_link, a_hard_link]


@pytest.mark.parametrize("way", WAYS)
def test_something_else_is_left_as_it_is_by_whatever_name(
    way: Callable[[Path, Path], Path], other: Path, tmp_path: Path
) -> None:
    place, before = way(other, tmp_path), other.read_bytes()
    names = sorted(tmp_path.iterdir())
    with pytest.raises(FileExistsError, match="something else is there"):
        write_whole(place, NEW, b"%PDF-")
    assert other.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == names


@pytest.mark.parametrize("way", WAYS[:3])
def test_an_earlier_one_is_replaced_and_a_link_to_it_stays_one(
    way: Callable[[Path, Path], Path], tmp_path: Path
) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(OLD)
    place = way(file, tmp_path)
    write_whole(place, NEW, b"%PDF-")
    assert (file.read_bytes(), place.is_symlink()) == (NEW, place != file)


def test_it_is_replaced_and_never_written_in_place(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(OLD)
    with file.open("rb") as still_open:
        write_whole(file, NEW, b"%PDF-")
        assert still_open.read() == OLD
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_cannot_be_written_whole_leaves_the_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(OLD)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, NEW, b"%PDF-")
    assert (file.read_bytes(), [left.name for left in tmp_path.iterdir()]) == (OLD, ["page.pdf"])


def test_the_file_is_synced_before_it_has_its_name_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for name in ("fsync", "replace"):
        really = getattr(os, name)
        monkeypatch.setattr(os, name, partial(noted, done, name, really))
    write_whole(tmp_path / "page.pdf", NEW, b"%PDF-")
    assert done == ["fsync", "replace", "fsync"]


def noted(done: list[str], name: str, really: Callable[..., None], *arguments: Any) -> None:
    done.append(name)
    really(*arguments)


def test_a_file_with_nothing_in_it_is_no_loss(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").touch()
    write_whole(tmp_path / "page.pdf", NEW, b"%PDF-")
    assert (tmp_path / "page.pdf").read_bytes() == NEW


def test_what_lies_there_under_the_name_of_an_unfinished_one_is_not_touched(
    other: Path, tmp_path: Path
) -> None:
    (tmp_path / "page.pdf.unfinished").symlink_to(other)
    before = other.read_bytes()
    write_whole(tmp_path / "page.pdf", NEW, b"%PDF-")
    assert other.read_bytes() == before


def test_a_pipe_that_somebody_reads_is_written_to(tmp_path: Path) -> None:
    reads, writes = os.pipe()
    write_whole(Path(f"/dev/fd/{writes}"), NEW, b"%PDF-")
    assert os.read(reads, 100) == NEW
    os.close(reads)
    os.close(writes)


def test_a_pipe_that_nobody_reads_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="No such device or address"):
        write_whole(tmp_path / "pipe", NEW, b"%PDF-")


def test_a_device_that_holds_data_is_not_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_kind", lambda _: stat.S_IFBLK)
    with pytest.raises(OSError, match="it is not a file"):
        write_whole(tmp_path / "sda", NEW, b"%PDF-")


@pytest.mark.parametrize("never_ends", ["/dev/zero", "pipe", "."])
def test_what_is_no_file_is_not_read(never_ends: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="it is not a file"):
        read_whole(tmp_path / never_ends, 1 << 20)


def test_a_file_is_read_up_to_its_bound_and_none_is_that_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x" * (1 << 20))
    assert len(read_whole(file, 1 << 20)) == 1 << 20
    os.truncate(file, 1 << 40)
    with pytest.raises(OSError, match="it is larger than 1 MB"):
        read_whole(file, 1 << 20)
