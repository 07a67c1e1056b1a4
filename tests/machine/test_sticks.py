"""Sticks are found among what is mounted, in a tree that is shaped like a Pi's."""

from pathlib import Path

import pytest

from kiosk.machine.sticks import ON_A_STICK, may_be_given_away, sticks

MOUNTS = """\
/dev/mmcblk0p2 / ext4 rw,noatime 0 0
/dev/mmcblk0p1 /boot/firmware vfat rw 0 0
tmpfs /media/ram tmpfs rw 0 0
/dev/sda1 /media/greeting-kiosk/MY\\040STICK vfat rw 0 0
/dev/sdb1 /srv/disk ext4 rw 0 0
/dev/mmcblk0p3 /media/data ext4 rw 0 0
"""
USB = "devices/platform/axi/1000120000.pcie/usb1/1-1/1-1:1.0/host0/target0:0:0/0:0:0:0/block/sda"
CARD = "devices/platform/soc/fe340000.mmc/mmc_host/mmc0/mmc0:aaaa/block/mmcblk0"


@pytest.fixture
def pi(tmp_path: Path) -> Path:
    for disk, part, removable in [(USB, "sda1", "0"), (CARD, "mmcblk0p2", "0"), (CARD, "mmcblk0p3", "0")]:
        (tmp_path / "sys" / disk / part).mkdir(parents=True)
        (tmp_path / "sys" / disk / "removable").write_text(f"{removable}\n")
        (tmp_path / "sys/class/block").mkdir(parents=True, exist_ok=True)
        (tmp_path / "sys/class/block" / part).symlink_to(tmp_path / "sys" / disk / part)
    (tmp_path / "proc/self").mkdir(parents=True)
    (tmp_path / "proc/self/mounts").write_text(MOUNTS)
    return tmp_path


def test_a_stick_is_found_by_its_place_its_file_system_and_its_bus(pi: Path) -> None:
    assert sticks(pi) == [pi / "media/greeting-kiosk/MY STICK"]


def test_a_reader_that_is_not_on_usb_counts_when_its_card_can_be_taken_out(pi: Path) -> None:
    (pi / "sys" / CARD / "removable").write_text("1\n")
    assert pi / "media/data" in sticks(pi)


def test_where_nothing_is_mounted_or_known_there_is_none(tmp_path: Path) -> None:
    assert sticks(tmp_path) == []
    (tmp_path / "proc/self").mkdir(parents=True)
    (tmp_path / "proc/self/mounts").write_text("torn\n/dev/sdz1 /media/x vfat rw 0 0\n")
    assert sticks(tmp_path) == []


def test_a_page_is_taken_along_on_no_stick_for_the_copies_of_the_shop(tmp_path: Path) -> None:
    theirs, empty, full = tmp_path / "HOLIDAY", tmp_path / "KIOSK", tmp_path / "OLD"
    for stick in (theirs, empty, full / ON_A_STICK):
        stick.mkdir(parents=True)
    assert [stick.name for stick in (theirs, empty, full) if may_be_given_away(stick)] == ["HOLIDAY"]


def test_a_page_is_taken_along_on_no_stick_that_was_pulled_out(tmp_path: Path) -> None:
    assert not may_be_given_away(tmp_path / "HOLIDAY")
