"""A HID whose reports are read as they are. Source: Linux kernel, Documentation/hid/hidraw.rst."""

import fcntl
from io import FileIO

from drivers.connection import Connection
from drivers.device_file import DeviceFile


def open_hidraw_device(path: str, connection: Connection) -> DeviceFile:
    """Open a device like /dev/hidraw0. Raises OSError, with EAGAIN where another kiosk reads from it."""
    return DeviceFile(path, connection.port, _lock)


def _lock(device: FileIO) -> None:
    # Every program that has it open gets the reports: a lock is all there is.
    fcntl.flock(device, fcntl.LOCK_EX | fcntl.LOCK_NB)
