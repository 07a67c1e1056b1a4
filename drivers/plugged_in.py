"""What is plugged in that may be a scanner, without opening any of it."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from drivers.makers import MAKERS, Kind, Maker

_ROOT = Path("/")
_BY_ID = "dev/serial/by-id"
_KEYBOARDS = "dev/input/by-id"
_PINS = ("dev/serial0", "dev/ttyAMA0")
_HID_ID = re.compile(r"^HID_ID=\w+:0*([0-9A-F]{4}):0*([0-9A-F]{4})$", re.MULTILINE)
_HID_NAME = re.compile(r"^HID_NAME=(.*)$", re.MULTILINE)
_POS_SCANNER = b"\x05\x8c\x09\x02"
"""How a report descriptor begins that is one of a scanner: usage page 0x8C, usage 2."""


@dataclass(frozen=True, slots=True)
class Device:
    """Something that may be a scanner: its ``path`` stays the same wherever it is plugged in, if it can.

    ``maker`` is empty where the device does not tell; ``product`` is what it calls itself. ``profile`` is the
    one to try first, empty where the device is refused.
    """

    path: str
    kind: Kind
    maker: str = ""
    product: str = ""
    profile: str = "auto"

    @property
    def may_be_used(self) -> bool:
        """Tell whether this account may read from it and write to it."""
        wanted = os.R_OK if self.kind is Kind.KEYBOARD else os.R_OK | os.W_OK
        return os.access(self.path, wanted)


def plugged_in(ports: Iterable[ListPortInfo] | None = None, root: Path = _ROOT) -> list[Device]:
    """Return what is plugged in: scanners first, then what may be one, last what is refused.

    ``ports`` are the serial ports, by default those of this machine; ``root`` holds dev and sys.
    """
    found = [
        *_serial(list_ports.comports() if ports is None else ports, root),
        *_keyboards(root),
        *_pos_scanners(root),
        *_pins(root),
    ]
    order = list(Kind)
    return sorted(found, key=lambda device: (not device.profile, order.index(device.kind), device.path))


def _serial(ports: Iterable[ListPortInfo], root: Path) -> Iterator[Device]:
    names = {os.path.realpath(link): str(link) for link in sorted((root / _BY_ID).glob("*"))}
    for port in ports:
        if port.vid is None:
            continue
        maker = MAKERS.get(port.vid, Maker(port.manufacturer or "", Kind.UNKNOWN))
        path = names.get(os.path.realpath(port.device), port.device)
        yield Device(path, maker.kind, maker.name, port.product or "", maker.profile)


def _keyboards(root: Path) -> Iterator[Device]:
    """Keyboards that a maker of scanners, or of stripe readers, has made; never any other."""
    for link in sorted((root / _KEYBOARDS).glob("*-event-kbd")):
        about = root / "sys/class/input" / os.path.basename(os.path.realpath(link)) / "device"
        maker = MAKERS.get(int(_text(about / "id/vendor") or "0", 16))
        if maker is not None and maker.kind in (Kind.SCANNER, Kind.STRIPE_READER):
            yield _hid(link, maker, Kind.KEYBOARD, _text(about / "name"), "hid-keyboard")


def _pos_scanners(root: Path) -> Iterator[Device]:
    for about in sorted((root / "sys/class/hidraw").glob("hidraw*/device")):
        told = _text(about / "uevent")
        number, name = _HID_ID.search(told), _HID_NAME.search(told)
        descriptor = about / "report_descriptor"
        if number is None or not descriptor.exists() or not descriptor.read_bytes().startswith(_POS_SCANNER):
            continue
        maker = MAKERS.get(int(number[1], 16), Maker("", Kind.UNKNOWN))
        yield _hid(root / "dev" / about.parent.name, maker, Kind.HID_POS, name[1] if name else "", "hid-pos")


def _hid(path: Path, maker: Maker, kind: Kind, product: str, profile: str) -> Device:
    if maker.kind is Kind.STRIPE_READER:
        return Device(str(path), maker.kind, maker.name, product, "")
    return Device(str(path), kind, maker.name, product, profile)


def _pins(root: Path) -> Iterator[Device]:
    """The serial line on the pins of a Raspberry Pi, which cannot tell whether anything hangs on it."""
    if not _text(root / "proc/device-tree/model").startswith("Raspberry Pi"):
        return
    for name in _PINS:
        if (root / name).exists():
            yield Device(str(root / name), Kind.PINS)
            return


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="replace").strip("\0\n ")
    except OSError:
        return ""
