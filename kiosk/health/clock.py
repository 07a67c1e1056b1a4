"""The clock: right, or at least possible."""

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import func, select

from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding
from kiosk.health.stored import reading
from kiosk.storage.models import Visit
from kiosk.storage.trouble import StorageTrouble

NAME = "clock"

_SYNCHRONISED_ONCE = "run/systemd/timesync/synchronized"
_CLOCK_IS_NOT_SYNCHRONISED = 5  # TIME_ERROR in sys/timex.h
_SIZE_OF_TIMEX = 512
_SLACK = timedelta(minutes=5)


def kernel_is_synchronised() -> bool:
    """Whether a time service keeps the kernel's clock right, as adjtimex tells when nothing is changed."""
    nothing_to_change = ctypes.create_string_buffer(_SIZE_OF_TIMEX)
    told: int = ctypes.CDLL(None).adjtimex(nothing_to_change)
    return told not in (-1, _CLOCK_IS_NOT_SYNCHRONISED)


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words = case.words
    set_it = words.gettext("Set it: sudo timedatectl set-time, or give it a network once.")
    newest = _newest_visit(case)
    moment = case.moment(case.now)
    if case.built is not None and case.now < case.built:
        says = words.gettext("It says {day}, and this program was made after that.")
        yield red(NAME, says=says.format(day=words.day_and_year(case.now.date())), do=set_it)
    elif newest is not None and newest > case.now + _SLACK:
        says = words.gettext("It says {moment}, and the newest visit is of {day}.")
        day = words.day_and_year(newest.astimezone(case.now.tzinfo).date())
        yield red(NAME, says=says.format(moment=moment, day=day), do=set_it)
    elif case.is_synchronised or (case.root / _SYNCHRONISED_ONCE).exists():
        yield green(NAME, says=words.gettext("{moment}, kept right over the network.").format(moment=moment))
    else:
        says = words.gettext("{moment}, and nothing keeps it right.").format(moment=moment)
        do = words.gettext("Compare it with yours. A network now and then, or a battery, keeps it right.")
        yield amber(NAME, says=says, do=do)


def _newest_visit(case: Examination) -> datetime | None:
    with suppress(StorageTrouble), reading(case) as session:
        return session.scalar(select(func.max(Visit.at)))
    return None
