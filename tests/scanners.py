"""Scanners that speak their protocol from the other end of a pseudo-terminal, with its timing."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread
from time import monotonic

from drivers.profiles import gm65
from drivers.profiles.ssi_packets import SCANNER, SUM, Opcode, build, checksum, is_whole, parse
from drivers.replay import PretendScanner

PATIENCE = 10.0


@dataclass
class SsiScanner:
    """Sends a packet again, twice at the most, when it is not acknowledged in `response_time` seconds.

    `hears` says how many acknowledgements get lost before one is heard. `commands` are what the host had it
    do, in order, each acknowledged.
    """

    wire: PretendScanner
    response_time: float = 2.0
    loses: int = 0
    commands: list[tuple[Opcode, bytes]] = field(default_factory=list)
    _held: bytes = b""

    def scans(self, kind: int, text: str) -> bool:
        """Read a bar code; True when the host acknowledged it."""
        data = bytes([kind]) + text.encode()
        for again in (False, True, True):
            self.wire.send(build(Opcode.DECODE_DATA, data, again=again, source=SCANNER))
            if self._is_acknowledged():
                return True
        return False

    def _is_acknowledged(self) -> bool:
        until = monotonic() + self.response_time
        while monotonic() < until:
            for opcode, _ in self.takes(until - monotonic()):
                if opcode == Opcode.ACK:
                    self.loses -= 1
                    if self.loses < 0:
                        return True
        return False

    def takes(self, patience: float) -> list[tuple[Opcode, bytes]]:
        """What the host sends within so many seconds; a command is acknowledged."""
        self._held += self.wire.receive(max(0, patience))
        taken = []
        while self._held and is_whole(self._held):
            packet = parse(self._held)
            assert packet is not None
            self._held = self._held[self._held[0] + SUM :]
            taken.append((Opcode(packet.opcode), packet.data))
            if packet.opcode not in (Opcode.ACK, Opcode.NAK):
                self.commands.append(taken[-1])
                self.wire.send(build(Opcode.ACK, source=SCANNER))
        return taken

    def is_told(self, opcode: Opcode, data: bytes) -> None:
        """Wait until the host has it do this."""
        until = monotonic() + PATIENCE
        while (opcode, data) not in self.commands:
            assert monotonic() < until, self.commands
            self.takes(until - monotonic())

    def scans_damaged(self, kind: int, text: str) -> bool:
        """Read a bar code whose packet is damaged on the way; True when the host asked for it and got it."""
        body = build(Opcode.DECODE_DATA, bytes([kind]) + text.encode(), source=SCANNER)[:-SUM]
        self.wire.send(body + bytes(reversed(checksum(body))))
        until = monotonic() + PATIENCE
        while (Opcode.NAK, b"\x01") not in self.takes(until - monotonic()):
            assert monotonic() < until
        return self.scans(kind, text)


@dataclass
class HostAckScanner:
    """A Honeywell that reads nothing more until it is answered."""

    wire: PretendScanner

    def scans(self, text: str) -> bytes:
        """Read a bar code; returns the answer."""
        self.wire.receive(0)
        self.wire.scan(text, b"\r\n")
        answer = b""
        while not answer.endswith(b","):
            received = self.wire.receive(PATIENCE)
            assert received, "the scanner was not answered"
            answer += received
        return answer[answer.find(b"\x1b") :]


class Gm65Module:
    """A module that reads when it is triggered, and answers each command before that."""

    def __init__(self, wire: PretendScanner, number: str) -> None:
        self._wire, self._number = wire, number
        self._ended = Event()
        self._thread = Thread(target=self._serve)

    def _serve(self) -> None:
        trigger = gm65.writing(0x0002, b"\x01")
        held = b""
        while not self._ended.is_set():
            held += self._wire.receive(0.02)
            if trigger in held:
                held = b""
                self._wire.send(bytes.fromhex("02000001003331"))
                self._wire.scan(self._number)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Serve the host meanwhile."""
        self._thread.start()
        try:
            yield
        finally:
            self._ended.set()
            self._thread.join()


@dataclass
class TagReader:
    """A reader that repeats a tag for as long as it lies there."""

    wire: PretendScanner
    pause: float = 0.065

    def holds(self, packet: bytes, times: int) -> None:
        """Lay a tag on it, for so many repetitions."""
        waiting, ended = deque(range(times)), Event()
        while waiting:
            waiting.popleft()
            self.wire.send(packet)
            ended.wait(self.pause)


@dataclass
class LineScanner:
    """Sends plain lines, and answers each command that it gets with the same bytes."""

    wire: PretendScanner
    answer: bytes = b""

    def is_told(self, *commands: bytes) -> None:
        """Wait until the host has sent these, one after the other, and answer each."""
        received = b""
        for command in commands:
            while command not in received:
                more = self.wire.receive(PATIENCE)
                assert more, received
                received += more
            received = received.partition(command)[2]
            self.wire.send(self.answer)
