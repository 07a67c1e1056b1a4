"""Scanners that are keyboards or HID POS scanners, through Linux itself: uinput and uhid."""

import fcntl
import os
import select
from contextlib import closing
from pathlib import Path

import pytest

from drivers import Connection, Scan, ScannerLost
from drivers.opening import open_port
from drivers.profiles.hid_keyboard import typed_on_us
from drivers.profiles.hid_pos import report
from tests.drivers.user_devices import UHID, UINPUT, keyboard, pos_scanner, send_report

CARD = "2912345678906"
KEYS = typed_on_us(f"{CARD}\r")
EVIOCGRAB = 0x40044590

needs_uinput = pytest.mark.skipif(not os.access(UINPUT, os.W_OK), reason=f"{UINPUT} cannot be written here")
needs_uhid = pytest.mark.skipif(not os.access(UHID, os.W_OK), reason=f"{UHID} cannot be written here")


@needs_uinput
def test_a_scanner_that_types_is_read_and_nothing_is_typed_elsewhere() -> None:
    with keyboard("kiosk test scanner") as (keys, node):
        screen = os.open(node, os.O_RDONLY | os.O_NONBLOCK)
        with closing(open_port(line(node)).scans()) as scans:
            os.write(keys, KEYS)
            assert number(next(scans)) == CARD
            assert not is_readable(screen)
        os.write(keys, KEYS)
        assert is_readable(screen)
        os.close(screen)


@needs_uinput
def test_a_keyboard_beside_the_scanner_still_types() -> None:
    with keyboard("kiosk test scanner") as (_, node), keyboard("kiosk test keyboard") as (keys, beside):
        screen = os.open(beside, os.O_RDONLY | os.O_NONBLOCK)
        scanner = open_port(line(node))
        os.write(keys, KEYS)
        assert is_readable(screen)
        os.close(screen)
        scanner.stop()
        assert list(scanner.scans()) == []


@needs_uinput
def test_a_scanner_that_another_program_has_grabbed_is_refused_in_one_sentence() -> None:
    with keyboard("kiosk test scanner") as (_, node):
        other = os.open(node, os.O_RDONLY)
        fcntl.ioctl(other, EVIOCGRAB, 1)
        with pytest.raises(ScannerLost) as refused:
            open_port(line(node))
        assert str(refused.value) == f"The scanner at {node} cannot be opened: another program is using it."
        os.close(other)


@needs_uinput
def test_a_scanner_that_is_unplugged_is_lost_and_found_again() -> None:
    with keyboard("kiosk test scanner") as (keys, node):
        scanner = open_port(line(node))
        scans = scanner.scans()
        os.write(keys, KEYS)
        assert number(next(scans)) == CARD
    with pytest.raises(ScannerLost, match=f"at {node} was lost"):
        next(scans)
    with keyboard("another", 0x046D, 0xC31C), keyboard("kiosk test scanner") as (keys, again):
        with closing(open_port(line(node), seen=scanner.identity).scans()) as scans:
            os.write(keys, KEYS)
            assert number(next(scans)) == CARD
        assert again != node


@needs_uinput
@pytest.mark.parametrize("vid", [0x0801, 0x0ACD])
def test_a_reader_of_magnetic_stripes_is_refused(vid: int) -> None:
    with keyboard("kiosk test stripes", vid) as (_, node), pytest.raises(ScannerLost, match="stripes"):
        open_port(line(node))


@needs_uhid
def test_the_reports_of_a_pos_scanner_are_read_until_it_is_unplugged() -> None:
    with pos_scanner("kiosk test scanner") as (reports, node):
        scans = open_port(Connection(str(node), "hid-pos")).scans()
        send_report(reports, report("]E0", CARD.encode()))
        assert number(next(scans)) == CARD
        with pytest.raises(ScannerLost, match="another program"):
            open_port(Connection(str(node), "hid-pos"))
    with pytest.raises(ScannerLost, match="was lost"):
        next(scans)


@needs_uhid
def test_a_pos_scanner_of_a_maker_of_stripe_readers_is_refused() -> None:
    with pos_scanner("kiosk test stripes", 0x0801) as (_, node), pytest.raises(ScannerLost, match="MagTek"):
        open_port(Connection(str(node), "hid-pos"))


def line(node: Path) -> Connection:
    return Connection(str(node), "hid-keyboard")


def number(scan: object) -> str:
    assert isinstance(scan, Scan)
    return scan.number


def is_readable(descriptor: int) -> bool:
    return bool(select.select([descriptor], [], [], 0.2)[0])
