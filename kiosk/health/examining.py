"""Every check, one after the other."""

from collections.abc import Callable, Iterator

from kiosk.health import (
    backup,
    clock,
    database,
    disk,
    display,
    fonts,
    heat,
    latency,
    memory,
    renderer,
    running,
    scanner,
    sharing,
    touch,
    versions,
)
from kiosk.health.examination import Examination
from kiosk.health.finding import Finding, not_looked_at

Check = Callable[[Examination], Iterator[Finding]]

CHECKS: tuple[tuple[str, Check], ...] = (
    (running.NAME, running.examine),
    (scanner.NAME, scanner.examine),
    (display.NAME, display.examine),
    (renderer.NAME, renderer.examine),
    (touch.NAME, touch.examine),
    (clock.NAME, clock.examine),
    (database.NAME, database.examine),
    (backup.NAME, backup.examine),
    (sharing.NAME, sharing.examine),
    (disk.NAME, disk.examine),
    (heat.NAME, heat.examine),
    (fonts.NAME, fonts.examine),
    (latency.NAME, latency.examine),
    (memory.NAME, memory.examine),
    (versions.NAME, versions.examine),
)


def examine_all(case: Examination) -> list[Finding]:
    """What every check finds, in the order of CHECKS; one that fails is a finding itself."""
    return [finding for name, check in CHECKS for finding in _guarded(case, name, check)]


def _guarded(case: Examination, name: str, check: Check) -> list[Finding]:
    try:
        return list(check(case))
    except Exception as error:
        return [not_looked_at(name, error, case.words)]
