"""A scanner that is there: its bytes go to the session, and what comes of them to whoever iterates."""

import logging
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from threading import Event as Flag
from typing import TypeVar

from drivers.bursts import BurstReader
from drivers.card_pattern import CardPattern
from drivers.command import Command
from drivers.discovery import Identity
from drivers.framing import Frame
from drivers.scanner import Refusal, Scan
from drivers.session import Event, Rts, ScannerSession, Send, Speaks
from drivers.transport import Transport
from drivers.watcher import Watcher
from drivers.wrapping import NOTHING_AROUND, Wrapping, unwrap

Read = TypeVar("Read")

_ROOM = 8  # commands

log = logging.getLogger("drivers")


class ConnectedScanner:
    """A Scanner on an open transport; ``identity`` is its USB device, to find it again after a loss."""

    def __init__(
        self,
        transport: Transport,
        session: ScannerSession,
        own: Sequence[CardPattern],
        identity: Identity | None,
        watcher: Watcher | None = None,
        wrapping: Wrapping = NOTHING_AROUND,
    ) -> None:
        self.identity, self._watcher, self._wrapping = identity, watcher, wrapping
        self._transport, self._session = transport, session
        self._reader = BurstReader(own)
        self._stopping = Flag()
        self._commands: deque[Command] = deque(maxlen=_ROOM)

    def scans(self) -> Generator[Scan | Refusal, None, None]:
        """See Scanner."""
        for event in self.events():
            read = self.read(event) if isinstance(event, Frame) else event
            if isinstance(read, Scan | Refusal):
                yield read

    def read_by(self, reader: Callable[[Frame], Read | None]) -> Generator[Read, None, None]:
        """Yield what ``reader`` makes of each frame, but None, in the way of ``scans()``."""
        for event in self.events():
            read = reader(event) if isinstance(event, Frame) else None
            if read is not None:
                yield read

    def events(self) -> Generator[Event, None, None]:
        """Yield everything that comes of it, in the way of ``scans()``; what is to be sent was sent."""
        try:
            yield from self._done(self._session.begin(time.monotonic()))
            while not self._stopping.is_set():
                yield from self._done(self._next())
        finally:
            self._transport.close()

    def command(self, command: Command) -> None:
        """See Scanner."""
        self._commands.append(command)
        self._transport.wake()

    def stop(self) -> None:
        """See Scanner."""
        self._stopping.set()
        self._transport.wake()

    def read(self, frame: Frame) -> Scan | Refusal | None:
        """Read one frame of ``events()``; None for one more line of a document."""
        read = self._reader.read(unwrap(frame, self._wrapping))
        if self._watcher is not None:
            self._watcher.was_read(frame, read)
        return read

    def _next(self) -> Iterable[Event]:
        if self._commands:
            return self._session.command(self._commands.popleft(), time.monotonic())
        chunk = self._transport.read(self._session.due)
        if chunk and self._watcher is not None:
            self._watcher.came(chunk)
        now = time.monotonic()
        return self._session.feed(chunk, now) if chunk else self._session.tick(now)

    def _done(self, events: Iterable[Event]) -> Iterable[Event]:
        """Send what is to be sent, before anybody can take long over a scan."""
        events = list(events)
        for event in events:
            if isinstance(event, Send):
                self._transport.write(event.data)
            elif isinstance(event, Rts):
                self._transport.set_rts(event.is_asserted)
            elif isinstance(event, Speaks):
                log.info("the scanner speaks %s", event.profile)
        return events
