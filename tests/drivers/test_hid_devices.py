"""Scanners that are keyboards or HID POS scanners: which of what is plugged in they are, and where."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import FileIO
from pathlib import Path

import pytest

from drivers import Connection, Scan, ScannerLost, hid_devices, input_device, open_scanner
from drivers.connected import ConnectedScanner
from drivers.discovery import Identity, find, identify
from drivers.hid_devices import keyboards, pos_scanners
from drivers.opening import open_port
from drivers.profiles.hid_keyboard import typed_on_us
from drivers.profiles.hid_pos import report
from tests.drivers.sysfs import KEYBOARD_DESCRIPTOR, Machine, plugged

CARD = "2912345678906"
EVENTS = typed_on_us(f"{CARD}\r")
REPORT = report("]E0", CARD.encode())


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A FIFO cannot be grabbed; a real device is in test_uinput.py."""

    def grab(_: FileIO) -> None:
        return

    monkeypatch.setattr(hid_devices, "ROOT", tmp_path)
    monkeypatch.setattr(input_device, "_grab", grab)
    return Machine(tmp_path)


def keyboard(port: Path) -> Connection:
    return Connection(str(port), "hid-keyboard")


def pos(port: Path) -> Connection:
    return Connection(str(port), "hid-pos")


@contextmanager
def reading(scanner: ConnectedScanner) -> Iterator[Iterator[object]]:
    with closing(scanner.scans()) as scans:
        yield scans


def test_a_keyboard_is_identified_also_through_a_link(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "usb-A_scanner-event-kbd").symlink_to(machine.plug_keyboard("event3"))
    found = identify(str(tmp_path / "usb-A_scanner-event-kbd"), keyboards)
    assert found == Identity(0x05E0, 0x1300, "S1", "usb-1/input0")


def test_a_hid_is_identified(machine: Machine) -> None:
    found = identify(str(machine.plug_hid("hidraw0")), pos_scanners)
    assert found == Identity(0x05E0, 0x1300, "S1", "usb-1/input1")


def test_a_device_without_a_serial_number_has_none(machine: Machine) -> None:
    found = identify(str(machine.plug_keyboard("event3", unique="")), keyboards)
    assert found is not None
    assert found.serial_number is None


def test_what_is_half_there_is_left_out(machine: Machine) -> None:
    gone = machine.plug_keyboard("event3")
    machine.plug_keyboard("event4")
    machine.unplug(gone)
    assert [Path(path).name for path, _ in keyboards()] == ["event4"]


def test_keys_are_read_as_a_scan(machine: Machine) -> None:
    node = machine.plug_keyboard("event3")
    with plugged(node) as scanner, reading(open_port(keyboard(node))) as scans:
        scanner.write(EVENTS)
        scan = next(scans)
    assert isinstance(scan, Scan)
    assert scan.number == CARD


def test_keys_are_read_on_the_layout_of_the_settings(machine: Machine) -> None:
    node = machine.plug_keyboard("event3")
    line = Connection(str(node), "hid-keyboard", layout="de")
    with plugged(node) as scanner, reading(open_port(line)) as scans:
        scanner.write(typed_on_us("/yz1\r"))
        scan = next(scans)
    assert isinstance(scan, Scan)
    assert scan.number == "-zy1"


def test_reports_are_read_as_a_scan(machine: Machine) -> None:
    node = machine.plug_hid("hidraw0")
    with plugged(node) as scanner, reading(open_port(pos(node))) as scans:
        scanner.write(REPORT)
        scan = next(scans)
    assert isinstance(scan, Scan)
    assert scan.number == CARD


def test_a_second_kiosk_is_refused_in_one_sentence(machine: Machine) -> None:
    node = machine.plug_hid("hidraw0")
    scanner = open_port(pos(node))
    with pytest.raises(ScannerLost) as refused:
        open_port(pos(node))
    assert str(refused.value) == f"The scanner at {node} cannot be opened: another program is using it."
    scanner.stop()
    assert list(scanner.scans()) == []
    again = open_port(pos(node))
    again.stop()
    assert list(again.scans()) == []


def test_stopping_ends_listening(machine: Machine) -> None:
    node = machine.plug_keyboard("event3")
    scanner = open_port(keyboard(node))
    scanner.stop()
    assert list(scanner.scans()) == []


@pytest.mark.parametrize("profile", ["hid-keyboard", "hid-pos"])
def test_what_is_unplugged_is_lost_and_found_again_under_another_number(
    machine: Machine, profile: str
) -> None:
    plug = machine.plug_keyboard if profile == "hid-keyboard" else machine.plug_hid
    names = ("event3", "event7") if profile == "hid-keyboard" else ("hidraw0", "hidraw4")
    sent = EVENTS if profile == "hid-keyboard" else REPORT
    node = plug(names[0])
    line = Connection(str(node), profile)
    with reading(first := open_port(line)) as scans:
        with plugged(node) as scanner:
            scanner.write(sent)
            assert isinstance(next(scans), Scan)
        machine.unplug(node)
        with pytest.raises(ScannerLost, match="was lost"):
            next(scans)
    with pytest.raises(ScannerLost, match="no such device"):
        open_port(line, seen=first.identity)
    again = plug(names[1])
    with plugged(again) as scanner, reading(open_port(line, seen=first.identity)) as scans:
        scanner.write(sent)
        assert isinstance(next(scans), Scan)


def test_a_number_that_a_mouse_has_by_now_is_not_taken_for_the_scanner(machine: Machine) -> None:
    node = machine.plug_keyboard("event3", "46d/c077", keys="0")
    again = machine.plug_keyboard("event7")
    seen = Identity(0x05E0, 0x1300, "S1", "usb-1/input0")
    assert find(str(node), seen, keyboards) == str(again)


def test_of_a_scanner_with_volume_keys_the_keyboard_is_found(machine: Machine, tmp_path: Path) -> None:
    machine.plug_keyboard("event6", keys="3800000000")
    again = machine.plug_keyboard("event7")
    seen = Identity(0x05E0, 0x1300, "S1", "usb-2/input0")
    assert find(str(tmp_path / "dev/input/event3"), seen, keyboards) == str(again)


def test_what_cannot_type_a_number_is_refused(machine: Machine) -> None:
    node = machine.plug_keyboard("event3", keys="3800000000")
    with pytest.raises(ScannerLost, match=f"^The device at {node} is refused: it is no keyboard.$"):
        open_scanner(keyboard(node))


def test_a_hid_of_another_kind_is_refused(machine: Machine) -> None:
    node = machine.plug_hid("hidraw0", described=KEYBOARD_DESCRIPTOR)
    with pytest.raises(ScannerLost, match=f"^The device at {node} is refused: it is no HID POS scanner.$"):
        open_scanner(pos(node))


@pytest.mark.usefixtures("machine")
@pytest.mark.parametrize("profile", ["hid-keyboard", "hid-pos"])
def test_what_is_no_such_device_at_all_is_refused(profile: str) -> None:
    with pytest.raises(ScannerLost, match=r"^The device at /dev/null is refused: it is no "):
        open_scanner(Connection("/dev/null", profile))


@pytest.mark.parametrize(("vid", "maker"), [("0801", "MagTek"), ("0acd", "ID Tech")])
def test_readers_of_magnetic_stripes_are_refused_here_too(machine: Machine, vid: str, maker: str) -> None:
    with pytest.raises(ScannerLost, match=maker):
        open_scanner(keyboard(machine.plug_keyboard("event3", f"{vid.lstrip('0')}/1")))
    with pytest.raises(ScannerLost, match=maker):
        open_scanner(pos(machine.plug_hid("hidraw0", f"0000{vid.upper()}:00000001")))


def test_missing_rights_name_the_group_of_input_devices(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(_: FileIO) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(input_device, "_grab", deny)
    with pytest.raises(ScannerLost, match=r"should be in the group input\.$"):
        open_scanner(keyboard(machine.plug_keyboard("event3")))
