"""The clock: right, or at least possible."""

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from kiosk.health import remedies
from kiosk.health.examination import Examination, amber, green, red, text_of
from kiosk.health.finding import Finding
from kiosk.health.stored import reading
from kiosk.people.words import filled
from kiosk.storage.people import newest_visit
from kiosk.storage.trouble import StorageTrouble

NAME = "clock"

_SYNCHRONISED_ONCE = "run/systemd/timesync/synchronized"
_CLOCKS = "sys/class/rtc"
_EMPTY = 2_000_000
"""Microvolts of the battery that a Raspberry Pi 5 can have; without one it tells of next to none."""
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
    words, newest, moment = case.words, _newest_visit(case), case.moment(case.now)
    if case.is_synchronised or (case.root / _SYNCHRONISED_ONCE).exists():
        says = words.gettext("{moment}, kept right over the network.").format(moment=moment)
        if newest is not None and newest > case.now + _SLACK:
            until = words.gettext("A visit was kept with a wrong clock, so “{notice}” stays until {day}.")
            until = until.format(notice=words.gettext("Check the clock"), day=_day(case, newest))
            says = f"{says} {until}"
        yield green(NAME, says=says)
    elif case.built is not None and case.now < case.built:
        says = words.gettext("It says {day}, and this program was made after that.")
        yield red(NAME, says=says.format(day=_day(case, case.now)), do=_set_it(case))
    elif newest is not None and newest > case.now + _SLACK:
        says = words.gettext("It says {moment}, and the newest visit is of {day}.")
        says = says.format(moment=moment, day=_day(case, newest))
        yield red(NAME, says=says, do=_set_it(case))
    elif _has_battery(case):
        yield green(NAME, says=words.gettext("{moment}, kept by a battery.").format(moment=moment))
    else:
        says = words.gettext("{moment}, and nothing keeps it right.").format(moment=moment)
        do = words.gettext("Compare it with yours. A network now and then, or a battery, keeps it right.")
        yield amber(NAME, says=says, do=do)


def _set_it(case: Examination) -> str:
    do = case.words.gettext("Give it a network once, or set it to the time it is, like: {command}")
    return filled(do, command=remedies.SET_THE_CLOCK)


def _day(case: Examination, at: datetime) -> str:
    return case.words.day_and_year(at.astimezone(case.now.tzinfo).date())


def _has_battery(case: Examination) -> bool:
    """Whether the clock goes on while the machine is off; where nothing tells of a battery it has one."""
    told = (text_of(clock / "battery_voltage") for clock in (case.root / _CLOCKS).glob("rtc*"))
    return any(not microvolts or int(microvolts) > _EMPTY for microvolts in told)


def _newest_visit(case: Examination) -> datetime | None:
    with suppress(StorageTrouble), reading(case) as session:
        return newest_visit(session, case.now)
    return None
