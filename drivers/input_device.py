"""A keyboard that is read by this program alone, so that nothing of a scan is typed anywhere.

python-evdev would give no more than the one call below, since the session takes the events as they come; and
it is published as source alone, which would need a compiler for each kind of machine.
Source: linux/input.h.
"""

import fcntl
from io import FileIO

from drivers.connection import Connection
from drivers.device_file import DeviceFile

_EVIOCGRAB = 0x40044590  # _IOW('E', 0x90, int)


def open_input_device(path: str, connection: Connection) -> DeviceFile:
    """Open a device like /dev/input/event3; no other program hears of its keys until it is closed.

    Raises OSError, with EBUSY where another program has done the same.
    """
    return DeviceFile(path, connection.port, _grab)


def _grab(device: FileIO) -> None:
    fcntl.ioctl(device, _EVIOCGRAB, 1)
