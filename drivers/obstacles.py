"""What on this machine keeps a scanner from being heard, though it is plugged in."""

import re
from enum import StrEnum
from pathlib import Path

from drivers.makers import Kind
from drivers.plugged_in import Device

_CONSOLE = re.compile(r"\bconsole=(?:serial0|ttyAMA\d+|ttyS\d+)\b")


class Obstacle(StrEnum):
    """Why a device cannot be used, or not for sure."""

    FORBIDDEN = "forbidden"
    MODEM_MANAGER = "modem_manager"
    CONSOLE = "console"


def obstacles(device: Device, root: Path = Path("/")) -> list[Obstacle]:
    """Return what is in the way of ``device``; ``root`` holds proc and etc.

    ModemManager speaks to every USB serial port that appears, unless a rule of the kiosk's installer tells it
    not to. Linux itself speaks on the pins of a Raspberry Pi until it is told not to.
    """
    found = []
    if device.profile and not device.may_be_used:
        found.append(Obstacle.FORBIDDEN)
    is_serial = device.kind in (Kind.SCANNER, Kind.ADAPTER, Kind.UNKNOWN)
    if is_serial and _runs("ModemManager", root) and not _is_ruled(root):
        found.append(Obstacle.MODEM_MANAGER)
    if device.kind is Kind.PINS and _CONSOLE.search(_text(root / "proc/cmdline")):
        found.append(Obstacle.CONSOLE)
    return found


def _runs(program: str, root: Path) -> bool:
    return any(_text(file) == program for file in (root / "proc").glob("[0-9]*/comm"))


def _is_ruled(root: Path) -> bool:
    return (root / "etc/udev/rules.d/70-greeting-kiosk.rules").exists()


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""
