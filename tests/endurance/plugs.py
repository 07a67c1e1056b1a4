"""Scanners that are pulled out and plugged in again, in the middle of a number too, under other names.

Several listeners work at once, each with a scanner of its own on a pseudo-terminal. What pyserial read is
written down on the way, so it is known what was read to its end: exactly that has to be delivered.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from threading import Event
from time import monotonic, sleep
from typing import Any

import serial

from drivers import Connection, Refusal, Scan
from drivers.framing import Ending
from drivers.replay import PretendScanner
from kiosk.listener import Listener
from tests.endurance.footprint import Footprint
from tests.endurance.rig import Rig, Trial

_A_STEP = 100
"""Plugs, shared by so many lanes."""
_LANES = 20
_PATIENCE = 20.0
_MOST_IN_THE_WAY = 4


@dataclass
class Lane:
    """One scanner's place at the counter: what was read there each time, and what the listener delivered."""

    link: Path
    read: list[bytearray] = field(default_factory=list)
    delivered: list[str] = field(default_factory=list)
    ready: Event = field(default_factory=Event)
    lost: Event = field(default_factory=Event)

    def deliver(self, scan: Scan | Refusal) -> None:
        """Called by the listener."""
        assert isinstance(scan, Scan), scan
        self.delivered.append(scan.number)

    def tell(self, well: bool) -> None:
        """Called by the listener."""
        (self.ready if well else self.lost).set()
        (self.lost if well else self.ready).clear()

    def read_to_its_end(self) -> list[str]:
        """The numbers that were read with their ending."""
        whole = [bytes(read).split(b"\r")[:-1] for read in self.read]
        return [number.decode() for numbers in whole for number in numbers if number]


def run(trial: Trial) -> None:
    """A step is so many plugs; in the end nothing is left of all the listeners."""
    before, delivered, began = Footprint.now(), 0, monotonic()
    for step in trial.steps():
        lanes = [Lane(trial.folder / f"scanner-{step}-{n}") for n in range(_LANES)]
        with _written_down(lanes), ThreadPoolExecutor(_LANES) as hands:
            list(hands.map(_one_lane, lanes, [trial.chance(step, lane.link.name) for lane in lanes]))
        for lane in lanes:
            assert lane.delivered == lane.read_to_its_end(), f"{lane.link.name}: {lane}"
            delivered += len(lane.delivered)
        after = Footprint.now()
        left = (after.descriptors - before.descriptors, after.threads - before.threads)
        assert left == (0, 0), f"descriptors and threads left: {left}"
    trial.figures["scans delivered, none lost, none twice:"] = f"{delivered:,}"
    trial.figures["plugs a second:"] = f"{trial.done / (monotonic() - began):.0f}"


def _one_lane(lane: Lane, chance: Random) -> None:
    """Plug a scanner in, scan, pull it out, and again, while a real listener has the line."""
    line = Connection(str(lane.link), ending=Ending.CR)
    listener = Listener(line, (), lane.deliver, lane.tell)
    listener.start()
    numbers = (f"LOY-{lane.link.name[-2:]}-{number:05}" for number in count())
    try:
        for _ in range(_A_STEP // _LANES):
            with _others_in_the_way(chance), PretendScanner(lane.link) as scanner:
                assert lane.ready.wait(_PATIENCE), "the scanner was not picked up again"
                _scan(scanner, lane, numbers, chance)
            assert lane.lost.wait(_PATIENCE), "nobody noticed that the scanner is gone"
    finally:
        listener.stop()
    assert not listener.is_alive


def _scan(scanner: PretendScanner, lane: Lane, numbers: Iterator[str], chance: Random) -> None:
    """Send some numbers in random pieces, and perhaps the beginning of one more, and perhaps wait."""
    stream = b"".join(f"{next(numbers)}\r".encode() for _ in range(chance.randrange(5)))
    unfinished = next(numbers).encode()
    stream += unfinished[: chance.randrange(len(unfinished))]
    start = 0
    while start < len(stream):
        end = start + chance.randint(1, 40)
        scanner.send(stream[start:end])
        start = end
        if chance.random() < 0.3:
            sleep(chance.expovariate(1 / 0.005))
    if chance.random() < 0.5:
        _until(lambda: bytes(lane.read[-1]) == stream, "all that was sent to be read")
    elif chance.random() < 0.5:
        sleep(chance.expovariate(1 / 0.002))


@contextmanager
def _others_in_the_way(chance: Random) -> Iterator[None]:
    """Other terminals take numbers meanwhile, so the scanner comes back under another one."""
    others = [PretendScanner() for _ in range(chance.randrange(_MOST_IN_THE_WAY))]
    try:
        yield
    finally:
        for other in others:
            other.close()


@contextmanager
def _written_down(lanes: list[Lane]) -> Iterator[None]:
    """Have what is read from each line written down, port by port."""
    by_link = {str(lane.link): lane for lane in lanes}
    original = serial.serial_for_url

    def opened(url: str, *arguments: Any, **named: Any) -> serial.Serial:
        port = original(url, *arguments, **named)
        read, kept = port.read, bytearray()
        by_link[url].read.append(kept)

        def reading(size: int) -> bytes:
            chunk: bytes = read(size)
            kept.extend(chunk)
            return chunk

        vars(port)["read"] = reading
        return port

    vars(serial)["serial_for_url"] = opened
    try:
        yield
    finally:
        vars(serial)["serial_for_url"] = original


def _until(true: Callable[[], bool], what: str) -> None:
    deadline = monotonic() + _PATIENCE
    while not true():
        assert monotonic() < deadline, f"waited for {what}"
        sleep(0.001)


RIG = Rig("plugs", amount=10_000, short=_A_STEP, a_step=_A_STEP, run=run)
