"""What systemd is told by a service of Type=notify: one datagram a message, to the socket it names."""

import os
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress

Tell = Callable[[str], None]
"""Tells the service manager something, like “READY=1”; without one that listens, nothing happens."""


def notifier(environment: Mapping[str, str] = os.environ) -> Tell:
    """How to notify the service manager (sd_notify), by the socket that the environment names."""
    address = environment.get("NOTIFY_SOCKET", "")
    if not address:
        return lambda message: None
    # An “@” stands for the byte 0 that begins an address without a file.
    where = "\0" + address[1:] if address.startswith("@") else address

    def tell(message: str) -> None:
        # A manager that does not listen at this moment must not end the kiosk: it asks again by itself.
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            line.sendto(message.encode(), where)

    return tell


def watchdog_seconds(environment: Mapping[str, str] = os.environ) -> float | None:
    """Seconds of silence after which the manager restarts this process; None when it never does."""
    microseconds = environment.get("WATCHDOG_USEC", "")
    return int(microseconds) / 1e6 if microseconds.isdecimal() and int(microseconds) else None
