"""The disk that the data lies on: room, and leave to write."""

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding
from kiosk.health.remedies import own
from kiosk.people.words import filled

NAME = "disk"

_FULL, _NEARLY_FULL = 50, 500
_IN_MEGABYTES = 10_000
"""Megabytes that are left."""

_MAKE_ROOM = "sudo apt clean && sudo journalctl --vacuum-size=50M"


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    if case.database is not None:
        yield _look_at(case, case.database.parent, case.database)


def _look_at(case: Examination, folder: Path, file: Path) -> Finding:
    words = case.words
    make_room = filled(words.gettext("Make room: {command}"), command=_MAKE_ROOM)
    may_not_write = filled(words.gettext("This account may not write to {folder}."), folder=folder)
    try:
        disk = os.statvfs(folder)
    except (FileNotFoundError, NotADirectoryError):
        says = filled(words.gettext("There is no folder {folder}."), folder=folder)
        return red(
            NAME,
            says=says,
            do=filled(words.gettext("See whether its disk is there: {command}"), command="lsblk"),
        )
    except PermissionError:
        return red(NAME, says=may_not_write, do=own(case, folder))
    except OSError:
        says = words.gettext("The disk does not answer properly. What was saved before was left as it is.")
        return red(NAME, says=says, do=words.gettext("The card may be dying: replace it."))
    free = disk.f_bavail * disk.f_frsize // 1_000_000
    if disk.f_flag & os.ST_RDONLY:
        says = filled(words.gettext("{folder} can only be read."), folder=folder)
        do = words.gettext(
            "After a fault Linux lets a card only be read: restart, and replace it if it comes back."
        )
        return red(NAME, says=says, do=do)
    if not all(case.access(one, os.W_OK) for one in (folder, file) if one.exists()):
        return red(NAME, says=may_not_write, do=own(case, folder))
    says = words.gettext("{n} GB free").format(n=words.number(free // 1000))
    if free < _IN_MEGABYTES:
        says = words.gettext("{n} MB free").format(n=words.number(free))
    if free < _FULL:
        return red(NAME, says=says, do=make_room)
    return amber(NAME, says=says, do=make_room) if free < _NEARLY_FULL else green(NAME, says=says)
