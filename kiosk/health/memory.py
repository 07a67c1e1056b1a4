"""Memory: what is free, and what the kiosk takes."""

import re
from collections.abc import Iterator

from kiosk.health.examination import Examination, amber, green
from kiosk.health.finding import Finding
from kiosk.health.running import told_lately

NAME = "memory"

_LITTLE = 100_000
"""Kilobytes."""


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words = case.words
    told = case.read("proc/meminfo")
    total, available = _kilobytes(told, "MemTotal"), _kilobytes(told, "MemAvailable")
    if not total:
        return
    says = words.gettext("{free} of {all} MB are free.").format(free=available // 1000, all=total // 1000)
    vitals = told_lately(case)
    own = _kilobytes(case.read(f"proc/{vitals.pid}/status"), "VmRSS") if vitals else 0
    if own:
        takes = words.gettext("The kiosk takes {n} MB.").format(n=own // 1000)
        says = f"{says} {takes}"
    if available < _LITTLE:
        yield amber(NAME, says=says, do=words.gettext("See what else runs here: top -o %MEM"))
    else:
        yield green(NAME, says=says)


def _kilobytes(text: str, name: str) -> int:
    found = re.search(rf"^{name}:\s*(\d+) kB", text, re.MULTILINE)
    return int(found[1]) if found else 0
