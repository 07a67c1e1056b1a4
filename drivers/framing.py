"""Bytes to frames: where one scan ends and the next begins; no input or output."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from drivers.symbology import Symbology

LONGEST_FRAME = 4096
_HALF_FRAME_IDLE = 2.0
_MARKS = b"\x02\x03"  # STX and ETX; some scanners send the second behind the ending


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
    ``symbology`` is known where the scanner tells it beside the data.
    Frames between which the line was never silent are one burst: ``begins_burst`` marks the first of them,
    ``alone`` one with which, as far as was known when it ended, nothing came but the same once more.
    """

    data: bytes | None = field(repr=False)
    length: int
    received_at: float
    begins_burst: bool = field(default=True, repr=False, compare=False)
    alone: bool = field(default=True, repr=False, compare=False)
    symbology: Symbology | None = field(default=None, repr=False)


class Framer:
    """Cuts the bytes of a line into frames; holds no more than one frame, and never raises.

    ``gap`` is the silence, in seconds, that ends a burst, and with the ending ``gap`` a frame. With ``auto``
    it ends a frame as long as no ending was seen on the line. Other endings are never guessed: half a frame
    that stays half for two seconds is dropped, and with ``auto`` ended by that, as one that is not alone.
    """

    def __init__(self, ending: Ending, gap: float) -> None:
        self._ending = ending
        self._pattern = _PATTERNS[ending]
        self._gap = gap
        self._gap_ends = ending in (Ending.AUTO, Ending.GAP)
        self._held = b""
        self._shed = 0
        self._last_byte_at = 0.0
        self._in_burst = False
        self._burst_ends_at = 0.0
        self._first_of_burst: bytes | None = None
        self._only_that = True
        self._frame_ends_at: float | None = None

    @property
    def due(self) -> float | None:
        """The monotonic time at which ``tick`` is to be called, or None while nothing waits for it."""
        in_burst = self._in_burst and not self._holds_something()
        times = (self._frame_ends_at, self._burst_ends_at if in_burst else None)
        return min((time for time in times if time is not None), default=None)

    def feed(self, chunk: bytes, now: float) -> list[Frame]:
        """Return the frames that ``chunk``, read at ``now``, brings to their end.

        Time alone ends nothing here: bytes that lay in a buffer for a while still belong together.
        NUL bytes are ignored.
        """
        chunk = chunk.replace(b"\0", b"")
        if not chunk:
            return []
        *ended, self._held = self._pattern.split(self._held + chunk)
        if ended and self._ending is Ending.AUTO:
            self._gap_ends = False
        whole = [one for one in map(self._whole, ended) if one[1]]
        begins = [self._begins_burst(data) for data, _ in whole]
        only_that = self._only_that and not self._holds_something()
        self._shed_excess()
        self._last_byte_at = now
        self._burst_ends_at = now + self._gap
        self._frame_ends_at = (
            now + (self._gap if self._gap_ends else _HALF_FRAME_IDLE) if self._held else None
        )
        return [
            Frame(data, length, now, begins_burst, only_that)
            for (data, length), begins_burst in zip(whole, begins, strict=True)
        ]

    def tick(self, now: float) -> list[Frame]:
        """Return the frame that silence has ended, if any; call it when the line was silent until ``now``."""
        if not self._holds_something() and now >= self._burst_ends_at:
            self._in_burst = False
        if self._frame_ends_at is None or now < self._frame_ends_at:
            return []
        data, length = self._whole(self._held)
        self._held = b""
        self._frame_ends_at = None
        # What silence ended may be half a code: what comes soon after it belongs to it.
        self._burst_ends_at = self._last_byte_at + _HALF_FRAME_IDLE
        is_late = not self._gap_ends
        self._gap_ends = self._gap_ends or self._ending is Ending.AUTO
        if not self._gap_ends:
            return []
        begins_burst = self._begins_burst(data)
        return [Frame(data, length, self._last_byte_at, begins_burst, self._only_that and not is_late)]

    def _whole(self, data: bytes) -> tuple[bytes | None, int]:
        """What is kept of the data of a frame, and its length with what was dropped before."""
        length = self._shed + len(data)
        self._shed = 0
        return data if length <= LONGEST_FRAME else None, length

    def _begins_burst(self, data: bytes | None) -> bool:
        begins_burst, self._in_burst = not self._in_burst, True
        if begins_burst:
            self._first_of_burst, self._only_that = data, True
        self._only_that = self._only_that and data == self._first_of_burst
        return begins_burst

    def _holds_something(self) -> bool:
        return bool(self._shed or self._held.strip(_MARKS))

    def _shed_excess(self) -> None:
        # The last byte stays, and one more than the limit is held: both may be the CR of a CR LF.
        if self._shed + len(self._held) > LONGEST_FRAME + 1:
            self._shed += len(self._held) - 1
            self._held = self._held[-1:]
