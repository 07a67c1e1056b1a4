"""Cuts packets out of a stream of bytes that holds other things as well."""

import re
from collections.abc import Callable, Sequence

Measure = Callable[[bytes], int | None]
"""How many of these bytes are a packet: 0 where they are none, None where more of them are needed."""


class PacketCutter:
    """Cuts out packets, each of which begins with one of ``beginnings``.

    ``measure`` is asked of bytes that begin so, and ends the waiting for the rest of a packet: what may still
    become one is held back until ``give_up``, ``longest`` bytes of it at the most.
    """

    def __init__(self, beginnings: Sequence[bytes], measure: Measure, longest: int) -> None:
        self._beginnings, self._measure, self._longest = tuple(beginnings), measure, longest
        self._any = re.compile(b"|".join(map(re.escape, self._beginnings)))
        self._longest_beginning = max(map(len, self._beginnings))
        self._held = b""

    @property
    def holds_something(self) -> bool:
        """True while something is held back that may become a packet."""
        return bool(self._held)

    def cut(self, chunk: bytes) -> tuple[bytes, list[bytes]]:
        """Return what stands around the packets, joined, and the packets that are whole."""
        other: list[bytes] = []
        packets: list[bytes] = []
        rest, place = self._held + chunk, 0
        while place < len(rest):
            start = self._start(rest, place)
            other.append(rest[place:start])
            place = start
            length = self._length(rest[place : place + self._longest])
            if length is None:
                break
            (packets if length else other).append(rest[place : place + (length or 1)])
            place += length or 1
        self._held = rest[place:]
        return b"".join(other), packets

    def give_up(self) -> bytes:
        """Return what was held back: no packet will come of it."""
        held, self._held = self._held, b""
        return held

    def _start(self, rest: bytes, place: int) -> int:
        """Where the next packet may begin, with a whole beginning or, at the end, with a part of one."""
        found = self._any.search(rest, place)
        if found is not None:
            return found.start()
        sizes = (size for size in range(self._longest_beginning - 1, 0, -1) if len(rest) - size >= place)
        parts = (len(rest) - size for size in sizes if self._may_begin(rest[-size:]))
        return next(parts, len(rest))

    def _may_begin(self, end: bytes) -> bool:
        return any(beginning.startswith(end) for beginning in self._beginnings)

    def _length(self, rest: bytes) -> int | None:
        if not rest:
            return 0
        if not rest.startswith(self._beginnings):
            return None
        length = self._measure(rest)
        return 0 if length is None and len(rest) >= self._longest else length
