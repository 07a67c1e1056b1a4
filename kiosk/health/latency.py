"""How long the last scans took from their last byte to the glass."""

from collections.abc import Iterator
from statistics import quantiles

from kiosk.health.examination import Examination, amber, green
from kiosk.health.finding import Finding

NAME = "latency"

_A_BLINK = 250.0
"""Milliseconds; longer than this a greeting is waited for."""

_ENOUGH = 100
"""Scans; the first after a start is slower, and must be no more than one of a hundred."""


def examine(case: Examination) -> Iterator[Finding]:
    """See `examine_all`."""
    words = case.words
    times = case.vitals.milliseconds if case.vitals else ()
    if not times:
        yield green(NAME, says=words.gettext("Nothing has been scanned yet."))
        return
    if len(times) < _ENOUGH:
        says = words.ngettext(
            "{n} scan so far: too few to tell.", "{n} scans so far: too few to tell.", len(times)
        )
        yield green(NAME, says=says.format(n=len(times)))
        return
    parts = quantiles(times, n=100, method="inclusive")
    half, nearly_all = parts[49], parts[98]
    says = words.gettext("Of the last {n} scans half took {half} ms or less, 99 of 100 {all} ms.")
    says = says.format(n=len(times), half=round(half), all=round(nearly_all))
    if nearly_all > _A_BLINK:
        do = words.gettext("Where all else here is green the memory card is slow or dying: replace it.")
        yield amber(NAME, says=says, do=do)
    else:
        yield green(NAME, says=says)
