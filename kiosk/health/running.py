"""Whether the kiosk runs: it tells of itself once a minute."""

from collections.abc import Iterator
from datetime import timedelta

from kiosk.health.examination import Examination, amber, green, red
from kiosk.health.finding import Finding
from kiosk.health.vitals import EVERY, Vitals

NAME = "kiosk"


def told_lately(case: Examination) -> Vitals | None:
    """What the running kiosk tells; None where none runs."""
    vitals = case.vitals
    if vitals is None or abs(case.now - vitals.written_at) > timedelta(seconds=3 * EVERY):
        return None
    return vitals


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words, vitals = case.words, case.vitals
    if vitals is None:
        says = words.gettext("It has not run yet with this database.")
        yield amber(NAME, says=says, do=words.gettext("Start it: sudo systemctl start greeting-kiosk"))
    elif told_lately(case) is None:
        says = words.gettext("It has told nothing since {moment}.").format(
            moment=case.moment(vitals.written_at)
        )
        yield red(NAME, says=says, do=words.gettext("See why: systemctl status greeting-kiosk"))
    else:
        says = words.gettext("It has been running since {moment}.")
        yield green(NAME, says=says.format(moment=case.moment(vitals.opened_at)))
