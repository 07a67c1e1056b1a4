"""A session with a scanner that sends lines: what most families have in common."""

from collections.abc import Callable, Sequence

from drivers.command import Command
from drivers.framing import Frame, Framer
from drivers.outbox import Outbox
from drivers.packets import PacketCutter
from drivers.session import Commands, Event, Reply, earliest

Reading = Callable[[Frame], Frame]


def unchanged(frame: Frame) -> Frame:
    """The frame as it is."""
    return frame


class LineSession:
    """Lines by ``framer``; each is what ``reading`` makes of it. Fulfils ``ScannerSession``.

    ``commands`` go through ``outbox``. With ``replies``, answers are cut out of the lines while one is
    waited for.
    """

    def __init__(
        self,
        framer: Framer,
        commands: Commands | None = None,
        outbox: Outbox | None = None,
        replies: PacketCutter | None = None,
        reading: Reading = unchanged,
    ) -> None:
        self._framer, self._commands = framer, commands or {}
        self._outbox, self._replies = outbox or Outbox(), replies
        self._reading = reading

    @property
    def due(self) -> float | None:
        """See ScannerSession."""
        return earliest(self._framer.due, self._outbox.due)

    def begin(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return self._outbox.next(now)

    def feed(self, chunk: bytes, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        if self._replies is None or not self._outbox.awaits_answer:
            return self._lines(chunk, now)
        data, replies = self._replies.cut(chunk)
        if not replies:
            return self._lines(data, now)
        self._outbox.answered()
        held = self._replies.give_up()
        return [*map(Reply, replies), *self._lines(data + held, now), *self._outbox.next(now)]

    def tick(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        waited = self._outbox.awaits_answer
        sent = self._outbox.next(now)
        late = b""
        if self._replies is not None and waited and (sent or not self._outbox.awaits_answer):
            late = self._replies.give_up()
        return [*sent, *self._lines(late, now), *map(self._reading, self._framer.tick(now))]

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        for data in self._commands.get(command, ()):
            self._outbox.put(data)
        return self._outbox.next(now)

    def _lines(self, data: bytes, now: float) -> list[Event]:
        return [*map(self._reading, self._framer.feed(data, now))]
