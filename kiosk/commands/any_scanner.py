"""Listening to everything that is plugged in and may be a scanner, and to what is plugged in later."""

from collections.abc import Callable
from functools import partial
from threading import Event, Thread

from drivers import Connection, Refusal, Scan
from drivers.plugged_in import Device, plugged_in
from drivers.profiles import profile_named
from kiosk.listener import Listener

_EVERY = 2.0
"""Seconds from one look to the next."""


class AnyScanner:
    """Calls `found` with a device that is listened to, and `heard` with it and with what was scanned.

    Both are called on the thread of the device.
    """

    def __init__(
        self, found: Callable[[Device], None], heard: Callable[[Device, Scan | Refusal], None]
    ) -> None:
        self._found, self._heard = found, heard
        self._listeners: dict[str, Listener] = {}
        self._stopped = Event()
        self._thread = Thread(target=self._look, name="any scanner", daemon=True)

    def start(self) -> None:
        """Begin to look for devices, and to listen to each."""
        self._thread.start()

    def stop(self) -> None:
        """Let go of them all; returns when every port is closed, or after two seconds for each."""
        self._stopped.set()
        self._thread.join()
        for listener in self._listeners.values():
            listener.stop()

    def _look(self) -> None:
        while not self._stopped.is_set():
            for device in plugged_in():
                if device.profile and device.may_be_used and device.path not in self._listeners:
                    self._listen(device)
            self._stopped.wait(_EVERY)

    def _listen(self, device: Device) -> None:
        line = profile_named(device.profile).line
        connection = Connection(
            device.path, device.profile, line.baud, line.bits, line.parity, line.stop_bits
        )

        def tell(well: bool) -> None:
            if well:
                self._found(device)

        listener = Listener(connection, [], partial(self._heard, device), tell)
        self._listeners[device.path] = listener
        listener.start()
