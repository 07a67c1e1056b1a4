"""What is plugged in: knowing a USB scanner again, whatever number its port has now."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from serial.tools import list_ports


@dataclass(frozen=True, slots=True)
class Identity:
    """A USB device: vendor and product number, its own serial number if it has one, and its socket."""

    vid: int
    pid: int
    serial_number: str | None
    location: str | None


# From the surest to the loosest: same device in the same socket, same device, same model.
_SAME_PLACE = attrgetter("vid", "pid", "serial_number", "location")
_SAME_DEVICE = attrgetter("vid", "pid", "serial_number")
_SAME_MODEL = attrgetter("vid", "pid")


def identify(port: str) -> Identity | None:
    """Return what is known of the device behind ``port`` (a link is followed), None if it is not USB."""
    # Looking at every device takes a millisecond: not twice a second for a port that is not there.
    if not os.path.exists(port):
        return None
    return dict(_plugged_in()).get(os.path.realpath(port))


def find(port: str, seen: Identity | None) -> str:
    """Return the path under which the device ``seen`` is found now.

    That is ``port`` itself while the same device, or one that says nothing of itself, is behind it; else
    the only port with this device, or with another of its model; else ``port`` again.
    """
    if seen is None or _is_still_there(port, seen):
        return port
    there = list(_plugged_in())
    for key in (_SAME_PLACE, _SAME_DEVICE, _SAME_MODEL):
        paths = [path for path, identity in there if key(identity) == key(seen)]
        if len(paths) == 1:
            return paths[0]
    return port


def _is_still_there(port: str, seen: Identity) -> bool:
    identity = identify(port)
    return os.path.exists(port) and (identity is None or _SAME_DEVICE(identity) == _SAME_DEVICE(seen))


def _plugged_in() -> Iterator[tuple[str, Identity]]:
    for info in list_ports.comports():
        if info.vid is not None and info.pid is not None:
            yield info.device, Identity(info.vid, info.pid, info.serial_number, info.location)
