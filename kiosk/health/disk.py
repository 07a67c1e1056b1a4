"""The disk that the data lies on: room, and leave to write."""

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding

NAME = "disk"

_FULL, _NEARLY_FULL = 50, 500
"""Megabytes that are left."""


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    if case.database is not None:
        yield look_at(case, case.database.parent)


def look_at(case: Examination, folder: Path) -> Finding:
    """The disk below a folder."""
    words = case.words
    make_room = words.gettext("Make room: old journals go with “sudo journalctl --vacuum-time=14d”.")
    try:
        disk = os.statvfs(folder)
    except OSError as error:
        says = words.gettext("{folder} cannot be looked at: {reason}.")
        do = words.gettext("Check that it is there and belongs to greeting-kiosk.")
        return red(NAME, says=says.format(folder=folder, reason=error.strerror), do=do)
    free = disk.f_bavail * disk.f_frsize // 1_000_000
    if disk.f_flag & os.ST_RDONLY:
        says = words.gettext("{folder} can only be read.").format(folder=folder)
        do = words.gettext(
            "After a fault Linux lets a card only be read: restart, and replace it if it comes back."
        )
        return red(NAME, says=says, do=do)
    if not os.access(folder, os.W_OK):
        says = words.gettext("This account may not write to {folder}.").format(folder=folder)
        do = words.gettext("sudo chown -R greeting-kiosk: {folder}").format(folder=folder)
        return red(NAME, says=says, do=do)
    says = words.gettext("{n} MB are free.").format(n=free)
    if free < _FULL:
        return red(NAME, says=says, do=make_room)
    return amber(NAME, says=says, do=make_room) if free < _NEARLY_FULL else green(NAME, says=says)
