"""The contract of a family of scanners: bytes in, events out, no input or output of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from drivers.command import Command
from drivers.framing import Frame
from drivers.scanner import Refusal


@dataclass(frozen=True, slots=True)
class Send:
    """Bytes that go to the scanner now."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Rts:
    """The line "request to send" is to be set: True asserts it."""

    is_asserted: bool


@dataclass(frozen=True, slots=True)
class Reply:
    """The scanner answered, or told something of itself. The data never show in a repr."""

    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Speaks:
    """It was found out which profile the scanner speaks."""

    profile: str


Event = Frame | Refusal | Send | Rts | Reply | Speaks
"""A refusal comes from a reader that has asked a card what it is."""


class ScannerSession(Protocol):
    """What is said between a scanner and the program, from one plugging in to the next; ``now`` is monotonic.

    It holds a bounded part of what comes, and never raises, whatever comes. Events are in the order in which
    they count: what a scanner waits for is sent before the scan is handed on.
    """

    @property
    def due(self) -> float | None:
        """The time at which ``tick`` is to be called, or None while nothing waits for it."""
        ...

    def begin(self, now: float) -> Sequence[Event]:
        """The scanner was plugged in: set it up, in its working memory alone."""
        ...

    def feed(self, chunk: bytes, now: float) -> Sequence[Event]:
        """Bytes came, the last of them at ``now``."""
        ...

    def tick(self, now: float) -> Sequence[Event]:
        """Nothing came until ``now``."""
        ...

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """Have the scanner do something; nothing follows where it cannot."""
        ...


Commands = Mapping[Command, Sequence[bytes]]
"""What has to be sent, one after the other, for each command that a family knows."""


def earliest(*times: float | None) -> float | None:
    """Return the first of these times, leaving out those that are None."""
    return min((time for time in times if time is not None), default=None)
