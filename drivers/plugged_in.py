"""What is plugged in that may be a scanner, without opening any of it."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from drivers.hid_devices import keyboards, pos_scanners
from drivers.makers import MAKERS, Kind, Maker

_ROOT = Path("/")
_BY_ID = "dev/serial/by-id"
_KEYBOARDS = "dev/input/by-id"
_HIDRAW = "dev/hidraw-by-id"
_PINS = ("dev/serial0", "dev/ttyAMA0")


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
    for port in ports:
        if port.vid is None:
            continue
        maker = MAKERS.get(port.vid, Maker(port.manufacturer or "", Kind.UNKNOWN))
        yield Device(
            _named(port.device, root / _BY_ID), maker.kind, maker.name, port.product or "", maker.profile
        )


def _keyboards(root: Path) -> Iterator[Device]:
    """Keyboards that a maker of scanners, or of stripe readers, has made; never any other."""
    for path, identity in keyboards(root):
        maker = MAKERS.get(identity.vid)
        if identity.can_scan and maker is not None and maker.kind in (Kind.SCANNER, Kind.STRIPE_READER):
            name = _text(root / "sys/class/input" / Path(path).name / "device/name")
            yield _hid(_named(path, root / _KEYBOARDS), maker, Kind.KEYBOARD, name, "hid-keyboard")


def _pos_scanners(root: Path) -> Iterator[Device]:
    for path, identity in pos_scanners(root):
        if identity.can_scan:
            maker = MAKERS.get(identity.vid, Maker("", Kind.UNKNOWN))
            yield _hid(_named(path, root / _HIDRAW), maker, Kind.HID_POS, "", "hid-pos")


def _hid(path: str, maker: Maker, kind: Kind, product: str, profile: str) -> Device:
    if maker.kind is Kind.STRIPE_READER:
        return Device(path, maker.kind, maker.name, product, "")
    return Device(path, kind, maker.name, product, profile)


def _named(path: str, folder: Path) -> str:
    """The link in a folder that stays the same wherever the device is plugged in, or the path itself."""
    names = {os.path.realpath(link): str(link) for link in sorted(folder.glob("*"))}
    return names.get(os.path.realpath(path), path)


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
