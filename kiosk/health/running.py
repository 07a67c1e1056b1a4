"""Whether the kiosk runs: it tells of itself once a minute."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding
from kiosk.health.vitals import EVERY, Vitals
from kiosk.machine.unit import unit
from kiosk.people.words import filled

NAME = "kiosk"

_SILENT = timedelta(seconds=3 * EVERY)
_UNITS = "run/systemd/units"


def told_lately(case: Examination) -> Vitals | None:
    """What the running kiosk tells; None where none runs."""
    vitals = case.vitals
    if vitals is None or abs(case.now - vitals.written_at) > _SILENT:
        return None
    return vitals


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words, vitals, see_why = case.words, case.vitals, f"systemctl status {unit(case.root)}"
    if told_lately(case) is None and _has_just_been_started(case):
        says = words.gettext("It has just been started, and has told nothing yet.")
        # It may also be started again and again.
        do = words.gettext("Look again in a minute. If that has not changed, see why: {command}")
        yield amber(NAME, says=says, do=filled(do, command=see_why))
    elif vitals is None:
        says = words.gettext("It has not run yet with this database.")
        do = filled(words.gettext("Start it: {command}"), command=f"sudo systemctl start {unit(case.root)}")
        yield amber(NAME, says=says, do=do)
    elif told_lately(case) is None:
        says = words.gettext("It has told nothing since {moment}.").format(
            moment=case.moment(vitals.written_at)
        )
        yield red(NAME, says=says, do=filled(words.gettext("See why: {command}"), command=see_why))
    else:
        says = words.gettext("It has been running since {moment}.")
        yield green(NAME, says=says.format(moment=case.moment(vitals.opened_at)))


def _has_just_been_started(case: Examination) -> bool:
    """Whether systemd has begun to run it within the time that it may be silent."""
    invocation = case.root / _UNITS / f"invocation:{unit(case.root)}.service"
    try:
        # The link leads to no file: it holds a number.
        began = invocation.lstat().st_mtime
    except OSError:
        return False
    return abs(case.now - datetime.fromtimestamp(began, case.now.tzinfo)) < _SILENT
