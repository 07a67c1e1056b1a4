"""Bytes to frames: where one scan ends and the next begins; no input or output."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

LONGEST_FRAME = 4096
_HALF_FRAME_IDLE = 2.0


class Ending(StrEnum):
    """What a scanner sends behind the data; ``auto`` takes any, ``gap`` is silence."""

    AUTO = "auto"
    CR = "cr"
    LF = "lf"
    CRLF = "crlf"
    TAB = "tab"
    GAP = "gap"


# Between the CR and the LF of a CR LF is an empty frame, and those are nothing.
_PATTERNS = {
    Ending.AUTO: re.compile(rb"[\r\n\t]"),
    Ending.CR: re.compile(rb"\r"),
    Ending.LF: re.compile(rb"\n"),
    Ending.CRLF: re.compile(rb"\r\n"),
    Ending.TAB: re.compile(rb"\t"),
    Ending.GAP: re.compile(rb"(?!)"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What a scanner sent for one scan, without its ending.

    ``data`` is None when it was longer than 4096 bytes and was dropped; it never shows in a repr.
    ``length`` counts its bytes, ``received_at`` is the monotonic time of the last of them, in seconds.
    """

    data: bytes | None = field(repr=False)
    length: int
    received_at: float


class Framer:
    """Cuts the bytes of a line into frames; holds no more than one frame, and never raises.

    ``gap`` is the silence, in seconds, that ends a frame for the endings ``auto`` and ``gap``. The other
    endings are never guessed: half a frame that stays half for two seconds is dropped.
    ``deadline`` is the monotonic time at which ``tick`` is due, or None while nothing is held.
    """

    def __init__(self, ending: Ending, gap: float) -> None:
        self._pattern = _PATTERNS[ending]
        self._gap_ends = ending in (Ending.AUTO, Ending.GAP)
        self._patience = gap if self._gap_ends else _HALF_FRAME_IDLE
        self._held = b""
        self._shed = 0
        self._last_byte_at = 0.0
        self.deadline: float | None = None

    def feed(self, chunk: bytes, now: float) -> list[Frame]:
        """Return the frames that ``chunk``, read at ``now``, brings to their end.

        Time alone ends nothing here: bytes that lay in a buffer for a while still belong together.
        NUL bytes are ignored.
        """
        chunk = chunk.replace(b"\0", b"")
        if not chunk:
            return []
        *ended, self._held = self._pattern.split(self._held + chunk)
        frames = [self._frame(data, now) for data in ended]
        self._shed_excess()
        self._last_byte_at = now
        self.deadline = now + self._patience if self._held else None
        return [frame for frame in frames if frame.length]

    def tick(self, now: float) -> list[Frame]:
        """Return the frame that silence has ended, if any; call it when the line was silent until ``now``."""
        if self.deadline is None or now < self.deadline:
            return []
        frame = self._frame(self._held, self._last_byte_at)
        self._held = b""
        self.deadline = None
        return [frame] if self._gap_ends else []

    def _frame(self, data: bytes, received_at: float) -> Frame:
        length = self._shed + len(data)
        self._shed = 0
        return Frame(data if length <= LONGEST_FRAME else None, length, received_at)

    def _shed_excess(self) -> None:
        # The last byte stays, and one more than the limit is held: both may be the CR of a CR LF.
        if self._shed + len(self._held) > LONGEST_FRAME + 1:
            self._shed += len(self._held) - 1
            self._held = self._held[-1:]
