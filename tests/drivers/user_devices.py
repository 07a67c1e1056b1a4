"""Input devices and HIDs that a program makes, as Linux offers it. Sources: linux/uinput.h, linux/uhid.h."""

import fcntl
import os
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UINPUT, UHID = Path("/dev/uinput"), Path("/dev/uhid")
PATIENCE = 10.0
_UI_DEV_CREATE, _UI_DEV_SETUP, _UI_SET_EVBIT, _UI_SET_KEYBIT = 0x5501, 0x405C5503, 0x40045564, 0x40045565
_EV_KEY, _KEYS = 1, range(1, 128)
_USB = 3
_UHID_DESTROY, _UHID_CREATE2, _UHID_INPUT2 = 1, 11, 12
# Bar code scanner, one input report, number 2, of 63 bytes.
_POS = bytes.fromhex("058c0902a10185020912150026ff007508953f8102c0")


@contextmanager
def keyboard(name: str, vid: int = 0x05E0, pid: int = 0x1300) -> Iterator[tuple[int, Path]]:
    """A keyboard: the descriptor to which its events are written, and its node."""
    descriptor = os.open(UINPUT, os.O_WRONLY | os.O_NONBLOCK)
    try:
        fcntl.ioctl(descriptor, _UI_SET_EVBIT, _EV_KEY)
        for key in _KEYS:
            fcntl.ioctl(descriptor, _UI_SET_KEYBIT, key)
        setup = struct.pack("HHHH80sI", _USB, vid, pid, 1, name.encode(), 0)
        fcntl.ioctl(descriptor, _UI_DEV_SETUP, setup)
        fcntl.ioctl(descriptor, _UI_DEV_CREATE)
        yield descriptor, _node("sys/class/input/event*/device/name", name, "input")
    finally:
        os.close(descriptor)


@contextmanager
def pos_scanner(name: str, vid: int = 0x05E0, pid: int = 0x1300) -> Iterator[tuple[int, Path]]:
    """A HID POS scanner: the descriptor for ``send_report``, and its raw node."""
    descriptor = os.open(UHID, os.O_RDWR)
    try:
        told = struct.pack("=I128s64s64s", _UHID_CREATE2, name.encode(), b"usb-test/input0", b"S1")
        told += struct.pack("=HHIIII", len(_POS), _USB, vid, pid, 1, 0)
        os.write(descriptor, told + _POS)
        yield descriptor, _node("sys/class/hidraw/hidraw*/device/uevent", f"HID_NAME={name}", "")
    finally:
        os.close(descriptor)


def send_report(descriptor: int, report: bytes) -> None:
    """Have a scanner send a report."""
    os.write(descriptor, struct.pack("=IH", _UHID_INPUT2, len(report)) + report)


def _node(told_in: str, line: str, folder: str) -> Path:
    """The node of the device that tells this of itself, once it is there."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for told in Path("/").glob(told_in):
            device = next(parent for parent in told.parents if parent.parent.name in ("input", "hidraw"))
            node = Path("/dev") / folder / device.name
            if line in told.read_text().splitlines() and node.exists():
                return node
        time.sleep(0.01)
    raise AssertionError(f"{line} did not appear")
