"""The devices of a machine that is not there: its sysfs, and a FIFO for each."""

import os
from io import FileIO
from pathlib import Path

KEYBOARD_KEYS = "fffffffffffffffe"
POS_DESCRIPTOR = bytes.fromhex("058c0902a1010912")
KEYBOARD_DESCRIPTOR = bytes.fromhex("05010906a101")


class Machine:
    """What is plugged into it is below ``root``, as Linux would show it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def plug_keyboard(
        self, name: str, numbers: str = "5e0/1300", unique: str = "S1", keys: str = KEYBOARD_KEYS
    ) -> Path:
        """Plug in an input device with these vendor and product numbers."""
        told = f'PRODUCT=3/{numbers}/110\nNAME="A scanner"\nPHYS="usb-1/input0"\nUNIQ="{unique}"\n'
        device = self._sysfs("input", name, told)
        (device / "capabilities").mkdir()
        (device / "capabilities/key").write_text(f"1000000000007 {keys}\n")
        return self._node(f"dev/input/{name}")

    def plug_hid(
        self, name: str, numbers: str = "000005E0:00001300", described: bytes = POS_DESCRIPTOR
    ) -> Path:
        """Plug in a HID that is read raw."""
        told = f"HID_ID=0003:{numbers}\nHID_NAME=A scanner\nHID_PHYS=usb-1/input1\nHID_UNIQ=S1\n"
        (self._sysfs("hidraw", name, told) / "report_descriptor").write_bytes(described)
        return self._node(f"dev/{name}")

    def unplug(self, node: Path) -> None:
        """Take it away, for whoever looks for it."""
        kind = "input" if node.parent.name == "input" else "hidraw"
        for file in (self.root / "sys/class" / kind / node.name / "device").rglob("*"):
            if file.is_file():
                file.unlink()
        node.unlink()

    def _sysfs(self, kind: str, name: str, told: str) -> Path:
        device = self.root / "sys/class" / kind / name / "device"
        device.mkdir(parents=True)
        (device / "uevent").write_text(told)
        return device

    def _node(self, name: str) -> Path:
        node = self.root / name
        node.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(node)
        return node


def plugged(node: Path) -> FileIO:
    """The scanner's end of a FIFO; closing it hangs up."""
    return FileIO(os.open(node, os.O_RDWR), "w")
