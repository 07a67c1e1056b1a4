"""What a program uses of the machine, with all the processes that it has started."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_MEMORY = re.compile(r"^(Rss|Pss|Private_Dirty): +(\d+) kB$", re.MULTILINE)
_OF_A_PROCESS = 2
"""CPUCLOCK_SCHED of the kernel: the time that all threads of a process have run, to the nanosecond."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes: resident, the same with what is shared divided among those who share it, and what nobody
    else has and no file could give back.
    """

    rss: float
    pss: float
    private_dirty: float


def memory(pids: Sequence[int]) -> Memory:
    """What these processes hold together."""
    kilobytes = {"Rss": 0, "Pss": 0, "Private_Dirty": 0}
    for pid in pids:
        for name, size in _MEMORY.findall((_PROC / str(pid) / "smaps_rollup").read_text()):
            kilobytes[name] += int(size)
    return Memory(*(size / 1024 for size in kilobytes.values()))


def processor_seconds(pids: Sequence[int]) -> float:
    """The processor time that these have used since each of them started."""
    return sum(time.clock_gettime(~pid << 3 | _OF_A_PROCESS) for pid in pids)


def started_by(pid: int) -> Sequence[int]:
    """A process and all those that it has started, and that are still there.

    A session leader is given: whoever has left its parent is still of its session, or has a parent there.
    """
    parents, found = _parents_and_sessions(), {pid}
    while True:
        more = {child for child, above in parents.items() if found & set(above)} - found
        if not more:
            return sorted(found)
        found |= more


def _parents_and_sessions() -> dict[int, tuple[int, int]]:
    """Of every process."""
    found = {}
    for stat in _PROC.glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        found[int(stat.parent.name)] = int(after_name[1]), int(after_name[3])
    return found
