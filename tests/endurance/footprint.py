"""What this process holds: memory, descriptors and threads."""

import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Footprint:
    """`private_kb` is the memory that is this process's alone and was written to (private dirty)."""

    private_kb: int
    descriptors: int
    threads: int

    @classmethod
    def now(cls) -> Self:
        """As it is."""
        return cls(_private_dirty_kb(), len(os.listdir("/proc/self/fd")), threading.active_count())

    def __str__(self) -> str:
        return f"{self.private_kb / 1024:.1f} MB, {self.descriptors} descriptors, {self.threads} threads"


def _private_dirty_kb() -> int:
    told = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in told if line.startswith("Private_Dirty:"))
