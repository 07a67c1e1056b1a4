"""What is plugged in, from what the kernel tells of it."""

from pathlib import Path

import pytest
from serial.tools.list_ports_common import ListPortInfo

from drivers.makers import Kind
from drivers.obstacles import Obstacle, obstacles
from drivers.plugged_in import Device, plugged_in


def port(device: str, vid: int, product: str = "", manufacturer: str = "") -> ListPortInfo:
    info = ListPortInfo(device)
    info.vid, info.pid, info.product, info.manufacturer = vid, 1, product, manufacturer
    return info


def keyboard(root: Path, name: str, vendor: str, event: str) -> None:
    about = root / "sys/class/input" / event / "device"
    (about / "capabilities").mkdir(parents=True)
    (about / "name").write_text(f"{name}\n")
    (about / "uevent").write_text(f"PRODUCT=3/{vendor}/b61/111\n")
    (about / "capabilities/key").write_text("1000003 fffffffffffffffe\n")
    by_id = root / "dev/input/by-id"
    by_id.mkdir(parents=True, exist_ok=True)
    (root / "dev/input" / event).touch()
    (by_id / f"usb-{name}-event-kbd").symlink_to(f"../{event}")


def hidraw(root: Path, number: int, vendor: str, descriptor: bytes) -> None:
    about = root / f"sys/class/hidraw/hidraw{number}/device"
    about.mkdir(parents=True)
    (about / "uevent").write_text(f"HID_ID=0003:0000{vendor}:00000B61\nHID_NAME=Scanner 3310g\n")
    (about / "report_descriptor").write_bytes(descriptor)


@pytest.mark.parametrize(
    ("vid", "kind", "maker", "profile"),
    [
        (0x05E0, Kind.SCANNER, "Zebra, Symbol", "auto"),
        (0x0C2E, Kind.SCANNER, "Honeywell, Metrologic", "honeywell"),
        (0x05F9, Kind.SCANNER, "Datalogic, PSC", "datalogic"),
        (0x1EAB, Kind.SCANNER, "Newland", "newland"),
        (0x0403, Kind.ADAPTER, "FTDI", "auto"),
        (0x1A86, Kind.ADAPTER, "WCH", "auto"),
        (0x0801, Kind.STRIPE_READER, "MagTek", ""),
        (0x1234, Kind.UNKNOWN, "Somebody", "auto"),
    ],
)
def test_a_serial_device_is_known_by_its_maker(
    tmp_path: Path, vid: int, kind: Kind, maker: str, profile: str
) -> None:
    (found,) = plugged_in([port("/dev/ttyACM0", vid, "Thing", "Somebody")], tmp_path)
    assert found == Device("/dev/ttyACM0", kind, maker, "Thing", profile)


def test_a_port_that_hangs_on_no_usb_is_no_scanner(tmp_path: Path) -> None:
    assert plugged_in([ListPortInfo("/dev/ttyS0")], tmp_path) == []


def test_a_device_is_named_by_what_stays_the_same_in_every_socket(tmp_path: Path) -> None:
    device, by_id = tmp_path / "dev/ttyACM0", tmp_path / "dev/serial/by-id"
    by_id.mkdir(parents=True)
    device.touch()
    (by_id / "usb-Symbol-if00").symlink_to("../../ttyACM0")
    (found,) = plugged_in([port(str(device), 0x05E0)], tmp_path)
    assert found.path == str(by_id / "usb-Symbol-if00")


def test_a_scanner_that_types_is_told_from_a_real_keyboard_by_its_maker(tmp_path: Path) -> None:
    keyboard(tmp_path, "Metrologic_Scanner", "c2e", "event3")
    keyboard(tmp_path, "Logitech_K120", "46d", "event4")
    (found,) = plugged_in([], tmp_path)
    assert (found.kind, found.profile, found.product) == (Kind.KEYBOARD, "hid-keyboard", "Metrologic_Scanner")
    assert found.path == str(tmp_path / "dev/input/by-id/usb-Metrologic_Scanner-event-kbd")


def test_a_scanner_that_sends_reports_is_known_by_its_descriptor(tmp_path: Path) -> None:
    hidraw(tmp_path, 0, "0C2E", b"\x05\x8c\x09\x02\xa1\x01")
    hidraw(tmp_path, 1, "046D", b"\x05\x01\x09\x06\xa1\x01")
    (found,) = plugged_in([], tmp_path)
    assert (found.kind, found.profile, found.path) == (Kind.HID_POS, "hid-pos", str(tmp_path / "dev/hidraw0"))


def test_what_is_refused_stands_last(tmp_path: Path) -> None:
    ports = [port("/dev/ttyACM0", 0x0801), port("/dev/ttyUSB0", 0x0403), port("/dev/ttyACM1", 0x05E0)]
    assert [one.path for one in plugged_in(ports, tmp_path)] == [
        "/dev/ttyACM1",
        "/dev/ttyUSB0",
        "/dev/ttyACM0",
    ]


def test_the_pins_of_a_raspberry_pi_are_a_port_and_linux_may_speak_there(tmp_path: Path) -> None:
    (tmp_path / "proc/device-tree").mkdir(parents=True)
    (tmp_path / "proc/device-tree/model").write_bytes(b"Raspberry Pi 4 Model B Rev 1.4\0")
    (tmp_path / "proc/cmdline").write_text("console=serial0,115200 root=/dev/mmcblk0p2")
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev/serial0").touch()
    (found,) = plugged_in([], tmp_path)
    assert found.kind is Kind.PINS
    assert obstacles(found, tmp_path) == [Obstacle.CONSOLE]


def test_modem_manager_is_in_the_way_unless_the_installer_has_told_it_off(tmp_path: Path) -> None:
    device = tmp_path / "ttyACM0"
    device.touch()
    (tmp_path / "proc/77").mkdir(parents=True)
    (tmp_path / "proc/77/comm").write_text("ModemManager\n")
    found = Device(str(device), Kind.SCANNER)
    assert obstacles(found, tmp_path) == [Obstacle.MODEM_MANAGER]
    (tmp_path / "etc/udev/rules.d").mkdir(parents=True)
    (tmp_path / "etc/udev/rules.d/70-greeting-kiosk.rules").touch()
    assert obstacles(found, tmp_path) == []


def test_a_device_that_this_account_may_not_use_says_so(tmp_path: Path) -> None:
    assert obstacles(Device(str(tmp_path / "gone"), Kind.SCANNER), tmp_path) == [Obstacle.FORBIDDEN]
