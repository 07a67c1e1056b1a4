"""The kiosk in its machine, as somebody who stands before it finds it."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tests.appliance.comparing import part_that_differs
from tests.appliance.machine import Machine

JOURNAL = "journalctl --namespace greeting-kiosk -o cat --no-pager"
UNIT = "greeting-kiosk.service"
MOST_DIFFERENT = 0.01
"""A screen that is not the same one differs by several times as much."""


class Appliance:
    """What can be done to it and seen of it; `offscreen` holds the pictures it should look like."""

    def __init__(self, machine: Machine, offscreen: Path) -> None:
        self.machine, self._offscreen = machine, offscreen
        self._line: socket.socket | None = None

    @contextmanager
    def plugged_in(self) -> Iterator[None]:
        """A scanner is plugged in, for so long."""
        with self.machine.scanner() as self._line:
            self.machine.until("ls /dev/serial/by-id/*")
            yield
        self._line = None
        if self.machine.is_on:
            self.machine.until("! ls /dev/serial/by-id/*")

    def scan(self, *numbers: str) -> None:
        """Hold cards under the scanner, one right after the other."""
        assert self._line is not None
        self._line.sendall("".join(f"{number}\r" for number in numbers).encode())

    def greet(self, number: str) -> None:
        """Scan, and wait until the glass shows what came of it."""
        before = self.shown()
        self.scan(number)
        self.machine.until(f"[ $({JOURNAL} | grep -c 'scan welcome') -gt {before} ]")

    def shown(self) -> int:
        """How many greetings have been on the glass."""
        return int(self.machine.run(f"{JOURNAL} | grep -c 'scan welcome'").out)

    def last_latency(self) -> str:
        """From the last byte of the last scan to the glass, as the journal tells it."""
        return self.machine.must(f"{JOURNAL} | grep 'scan welcome' | tail -n 1").split("welcome ")[1].strip()

    def looks_like(self, name: str, patience: int = 60) -> str:
        """Wait until the display looks as the same screen does without one; returns how much is off."""
        for _ in range(patience):
            taken = self.machine.photograph(name)
            off = part_that_differs(taken, self._offscreen / f"{name}.png")
            if off <= MOST_DIFFERENT:
                return f"{off:.2%} of the pixels differ"
            self.machine.must("sleep 1")
        raise AssertionError(f"{taken} does not look like {name}: {off:.1%} of the pixels differ")

    def pid(self) -> str:
        """The process that draws."""
        return self.property_of("MainPID")

    def property_of(self, name: str) -> str:
        """What systemd knows of the kiosk's unit."""
        return self.machine.must(f"systemctl show -P {name} {UNIT}").strip()

    def peak_memory(self) -> str:
        """The most that the unit has had."""
        told = self.machine.must(f"cat /sys/fs/cgroup/system.slice/{UNIT}/memory.peak")
        return f"{int(told) / 2**20:.0f} MiB"

    def wait_until_open(self, patience: float = 120, other_than: str = "") -> None:
        """Wait until the glass shows something, drawn by another process than this."""
        self.machine.until(
            f"[ $(systemctl show -P ActiveState {UNIT}) = active ]"
            f" && [ $(systemctl show -P MainPID {UNIT}) != '{other_than}' ]",
            patience,
        )

    def visitors(self, day: date) -> set[str]:
        """The keys of the customers whose visit of that day is kept."""
        shop = json.loads(self.machine.must("/usr/local/bin/kiosk export"))
        return {
            who["key"]
            for who in shop["customers"]
            if any(visit["at"].startswith(day.isoformat()) for visit in who.get("visits", []))
        }
