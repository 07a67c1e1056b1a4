"""A session and a clock that only this program turns."""

import gc
from collections.abc import Sequence
from types import BuiltinFunctionType, FunctionType, ModuleType

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Frame
from drivers.profile import Profile
from drivers.reading import text_of
from drivers.session import Event, Rts, Send
from drivers.symbology import Symbology

_SHARED = (type, ModuleType, FunctionType, BuiltinFunctionType)
_MOST_TICKS = 1000

Read = tuple[str, Symbology | None]


class Conversation:
    """What a profile's session makes of what a scanner sends; ``events`` are all of them until now."""

    def __init__(self, profile: Profile) -> None:
        line = profile.line
        self._session = profile.session(
            Connection("/dev/null", profile.name, line.baud, line.bits, line.parity, line.stop_bits)
        )
        self.now = 1000.0
        self.events: list[Event] = list(self._session.begin(self.now))

    def sends(self, *chunks: bytes) -> None:
        """The scanner sends these, one after the other, a millisecond apart."""
        for chunk in chunks:
            self.now += 0.001
            self.events += self._session.feed(chunk, self.now)

    def is_silent(self, seconds: float = 10.0) -> None:
        """It sends nothing for a while; raises AssertionError where the session does not let time pass."""
        until = self.now + seconds
        for _ in range(_MOST_TICKS):
            due = self._session.due
            if due is None or due > until:
                self.now = until
                return
            self.now = max(due, self.now)
            self.events += self._session.tick(self.now)
        raise AssertionError("the session wants to be asked again and again, for nothing")

    def does(self, command: Command) -> None:
        """The program asks it to do something."""
        self.events += self._session.command(command, self.now)

    @property
    def frames(self) -> Sequence[Frame]:
        """Each scan until now."""
        return [event for event in self.events if isinstance(event, Frame)]

    @property
    def read(self) -> Sequence[Read]:
        """What was read until now: text, and kind of bar code where that was told."""
        return [text_of(frame) for frame in self.frames]

    @property
    def sent(self) -> Sequence[Send | Rts]:
        """What was sent to the scanner until now."""
        return [event for event in self.events if isinstance(event, Send | Rts)]

    def held(self) -> int:
        """The bytes that the session holds of what was sent."""
        seen: set[int] = set()
        waiting: list[object] = [self._session]
        total = 0
        while waiting:
            one = waiting.pop()
            if id(one) in seen or isinstance(one, _SHARED):
                continue
            seen.add(id(one))
            total += len(one) if isinstance(one, bytes) else 0
            waiting += gc.get_referents(one)
        return total
