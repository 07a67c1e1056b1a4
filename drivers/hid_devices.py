"""Keyboards and HID POS scanners that are plugged in, as Linux shows them in sysfs.

Source: Linux kernel, drivers/input/input.c and drivers/hid/hid-core.c (uevent), Documentation/hid/hidraw.rst.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from drivers.discovery import Identity

ROOT = Path("/")
_DIGITS_AND_ENTER = sum(1 << key for key in [*range(2, 12), 28])
_POS_SCANNER = re.compile(rb"(?:\x05\x8c|\x06\x8c\0)\x09\x02")  # usage page 0x8C, usage 2


def keyboards(root: Path | None = None) -> Iterator[tuple[str, Identity]]:
    """Every input device; a scanner can be behind those that type digits and Enter."""
    root = root or ROOT
    for device in sorted(root.glob("sys/class/input/event*/device")):
        with suppress(OSError, KeyError, ValueError):
            told = _properties(device)
            _, vid, pid, _ = told["PRODUCT"].split("/")
            keys = int((device / "capabilities/key").read_text().split()[-1], 16)
            yield (
                str(root / "dev/input" / device.parent.name),
                Identity(
                    int(vid, 16),
                    int(pid, 16),
                    told.get("UNIQ") or None,
                    told.get("PHYS") or None,
                    can_scan=keys & _DIGITS_AND_ENTER == _DIGITS_AND_ENTER,
                ),
            )


def pos_scanners(root: Path | None = None) -> Iterator[tuple[str, Identity]]:
    """Every HID that can be read raw; a scanner is what says so in its report descriptor."""
    root = root or ROOT
    for device in sorted(root.glob("sys/class/hidraw/hidraw*/device")):
        with suppress(OSError, KeyError, ValueError):
            told = _properties(device)
            _, vid, pid = told["HID_ID"].split(":")
            described = (device / "report_descriptor").read_bytes()
            yield (
                str(root / "dev" / device.parent.name),
                Identity(
                    int(vid, 16),
                    int(pid, 16),
                    told.get("HID_UNIQ") or None,
                    told.get("HID_PHYS") or None,
                    can_scan=_POS_SCANNER.search(described) is not None,
                ),
            )


def _properties(device: Path) -> dict[str, str]:
    lines = (line.partition("=") for line in (device / "uevent").read_text("utf-8", "replace").splitlines())
    return {name: value.strip('"') for name, _, value in lines}
