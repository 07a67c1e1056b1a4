"""What is plugged in: knowing a USB scanner again, whatever number its port has now."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from serial.tools import list_ports


@dataclass(frozen=True, slots=True)
class Identity:
    """A USB device: vendor and product number, its own serial number if it has one, and its socket.

    ``can_scan`` is False for what is no scanner, such as a mouse, or the volume keys of one.
    """

    vid: int
    pid: int
    serial_number: str | None
    location: str | None
    can_scan: bool = True


Listing = Callable[[], Iterable[tuple[str, Identity]]]
"""What is plugged in of one kind: paths, and what is behind them."""


# From the surest to the loosest: same device in the same socket, same device, same model.
_SAME_PLACE = attrgetter("vid", "pid", "serial_number", "location")
_SAME_DEVICE = attrgetter("vid", "pid", "serial_number")
_SAME_MODEL = attrgetter("vid", "pid")


def serial_ports() -> Iterator[tuple[str, Identity]]:
    """The serial ports that are USB devices."""
    for info in list_ports.comports():
        if info.vid is not None and info.pid is not None:
            yield info.device, Identity(info.vid, info.pid, info.serial_number, info.location)


def identify(port: str, plugged_in: Listing = serial_ports) -> Identity | None:
    """Return what is known of the device behind ``port`` (a link is followed), None if it is not USB."""
    # Looking at every device takes a millisecond: not twice a second for a port that is not there.
    if not os.path.exists(port):
        return None
    return dict(plugged_in()).get(os.path.realpath(port))


def find(port: str, seen: Identity | None, plugged_in: Listing = serial_ports) -> str:
    """Return the path under which the device ``seen`` is found now.

    That is ``port`` itself while the same device, or one that says nothing of itself, is behind it; else
    the only port with this device, or with another of its model; else ``port`` again.
    """
    if seen is None or _is_still_there(port, seen, plugged_in):
        return port
    there = [(path, identity) for path, identity in plugged_in() if identity.can_scan]
    for key in (_SAME_PLACE, _SAME_DEVICE, _SAME_MODEL):
        paths = [path for path, identity in there if key(identity) == key(seen)]
        if len(paths) == 1:
            return paths[0]
    return port


def _is_still_there(port: str, seen: Identity, plugged_in: Listing) -> bool:
    identity = identify(port, plugged_in)
    if identity is None:
        return os.path.exists(port)
    return identity.can_scan and _SAME_DEVICE(identity) == _SAME_DEVICE(seen)
