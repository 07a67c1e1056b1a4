"""What the host sends by SSI: one command at a time, each again until it is acknowledged."""

from collections import deque
from typing import NamedTuple

from drivers.command import Command
from drivers.profiles.ssi_packets import Opcode, build
from drivers.session import Send

_PATIENCE = 2.0
"""Seconds that a scanner has for its answer."""
_MOST = 3
"""So often a command is sent before it is given up."""
_ROOM = 8
_NO_BEEP, _FORMAT, _IN_PACKETS = 0xFF, 0xEE, 1
_GREEN, _RED = 1, 2
_ONE_SHORT_HIGH, _ONE_SHORT_LOW, _TWO_SHORT_LOW = 0, 5, 6


class _Message(NamedTuple):
    opcode: Opcode
    data: bytes = b""


_SET_UP = _Message(Opcode.PARAM_SEND, bytes([_NO_BEEP, _FORMAT, _IN_PACKETS]))
"""Sent without the bit for "permanent": the scanner forgets it when its power goes."""

_MESSAGES = {
    Command.WELCOME: [
        _Message(Opcode.BEEP, bytes([_ONE_SHORT_HIGH])),
        _Message(Opcode.LED_ON, bytes([_GREEN])),
    ],
    Command.UNKNOWN: [_Message(Opcode.BEEP, bytes([_ONE_SHORT_LOW]))],
    Command.REFUSED: [
        _Message(Opcode.BEEP, bytes([_TWO_SHORT_LOW])),
        _Message(Opcode.LED_ON, bytes([_RED])),
    ],
    Command.TRIGGER: [_Message(Opcode.START_SESSION)],
    Command.ENABLE: [_Message(Opcode.SCAN_ENABLE)],
    Command.DISABLE: [_Message(Opcode.SCAN_DISABLE)],
}


class SsiCommands:
    """The commands that wait, and the one that waits for its answer."""

    def __init__(self) -> None:
        self._waiting: deque[_Message] = deque(maxlen=_ROOM)
        self._sent: _Message | None = None
        self._times = 0
        self._again_at: float | None = None

    @property
    def due(self) -> float | None:
        """The monotonic time at which ``next`` is to be asked, or None."""
        return self._again_at

    def begin(self) -> None:
        """The scanner was plugged in: it knows of nothing."""
        self._waiting.append(_SET_UP)

    def put(self, command: Command) -> None:
        """Have a command sent when its turn comes."""
        self._waiting.extend(_MESSAGES[command])

    def next(self, now: float) -> list[Send]:
        """Return what is to be sent now."""
        if self._sent is None:
            return self._send_next(now)
        if self._again_at is None or now < self._again_at:
            return []
        if self._times < _MOST:
            return self._send_again(now)
        self._sent = None
        return self._send_next(now)

    def answered(self, now: float, *, again: bool = False) -> list[Send]:
        """The scanner has answered; or it wants the command ``again``."""
        if again and self._sent is not None and self._times < _MOST:
            return self._send_again(now)
        self._sent = None
        return self._send_next(now)

    def _send_next(self, now: float) -> list[Send]:
        self._again_at = None
        if not self._waiting:
            return []
        self._sent, self._times, self._again_at = self._waiting.popleft(), 1, now + _PATIENCE
        return [Send(build(*self._sent))]

    def _send_again(self, now: float) -> list[Send]:
        assert self._sent is not None
        self._times, self._again_at = self._times + 1, now + _PATIENCE
        return [Send(build(*self._sent, again=True))]
